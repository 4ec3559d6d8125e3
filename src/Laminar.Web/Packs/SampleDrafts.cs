using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>The sample drafts of all packs, and which of them a newcomer sees first.</summary>
internal sealed class SampleDrafts
{
    private readonly Lazy<Sample?> first;

    public SampleDrafts(PackShelf packs, DraftScan scan)
    {
        All = packs.Samples;
        first = new Lazy<Sample?>(() => All.FirstOrDefault(sample => HasQuestions(sample, packs, scan)) ?? (All is [var any, ..] ? any : null));
    }

    public IReadOnlyList<Sample> All { get; }

    /// <summary>The first that leaves something open: it shows what the product is for. Null where there are none at all.</summary>
    public Sample? First => first.Value;

    public Sample? Find(string name) => All.FirstOrDefault(sample => sample.Name == name);

    private static bool HasQuestions(Sample sample, PackShelf packs, DraftScan scan) =>
        scan.Run((limits, deadline) => DraftReader.Read(sample.Bytes, sample.FileName, limits, deadline), packs.For(sample.Pack), (_, result) => result, CancellationToken.None).Answer is { } result
        && result.Applicability.Status == ApplicabilityStatus.Applies
        && new FindingGroups(result.Findings) is { AnyOpen: true };
}
