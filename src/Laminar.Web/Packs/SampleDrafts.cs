using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>The sample drafts of all packs, and which of them a newcomer sees first.</summary>
internal sealed class SampleDrafts(PackShelf packs, DraftScan scan)
{
    private readonly Lock gate = new();
    private (IReadOnlyList<Sample> Of, Sample? Sample) first = ([], null);

    public IReadOnlyList<Sample> All => packs.Samples;

    /// <summary>The first that leaves something open: it shows what the product is for. Null where there are none at all.</summary>
    public Sample? First
    {
        get
        {
            lock (gate)
            {
                // Other versions of the packs come with samples of their own.
                if (first.Of != All)
                {
                    first = (All, All.FirstOrDefault(HasQuestions) ?? (All is [var any, ..] ? any : null));
                }

                return first.Sample;
            }
        }
    }

    public Sample? Find(string name) => All.FirstOrDefault(sample => sample.Name == name);

    private bool HasQuestions(Sample sample) =>
        packs.For(sample.Pack) is { Count: > 0 } pack
        && scan.Run((limits, deadline) => DraftReader.Read(sample.Bytes, sample.FileName, limits, deadline), pack, (_, result, _) => result, CancellationToken.None).Answer is { } result
        && result.Applicability.Status == ApplicabilityStatus.Applies
        && new FindingGroups(result.Findings) is { AnyOpen: true };
}
