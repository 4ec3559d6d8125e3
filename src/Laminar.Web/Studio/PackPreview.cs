using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>A finding that is worded, weighed or placed otherwise.</summary>
internal sealed record ChangedFinding(Finding Before, Finding After);

/// <summary>What a change does to one draft.</summary>
/// <param name="Sample">Whether it is one of the pack's own samples.</param>
/// <param name="Same">How many findings stay as they are.</param>
/// <param name="Before">The applicability by the version in use; null where there is none.</param>
/// <param name="After">The applicability by the changed pack; null where the draft can't be read.</param>
/// <param name="Problem">Why the draft can't be read, in one sentence.</param>
internal sealed record DraftEffect(
    string Name,
    bool Sample,
    string? Before,
    string? After,
    IReadOnlyList<Finding> Gained,
    IReadOnlyList<Finding> Lost,
    IReadOnlyList<ChangedFinding> Changed,
    int Same,
    string? Problem);

/// <summary>Scans drafts by two versions of a pack and says what differs. Nothing of a draft is kept.</summary>
internal sealed class PackPreview(DraftScan scan)
{
    /// <param name="inUse">Null for a pack that has no version yet: then every finding is gained.</param>
    public DraftEffect Of(ReadOnlyMemory<byte> bytes, string name, bool sample, Pack? inUse, Pack changed, CancellationToken aborted)
    {
        var (both, problem) = scan.Run(
            (limits, deadline) => DraftReader.Read(bytes, name, limits, deadline),
            [changed],
            (draft, after, deadline) => Tuple.Create(inUse is null ? null : Scanner.Scan(draft, inUse, deadline), after),
            aborted);
        return both is null
            ? new DraftEffect(name, sample, null, null, [], [], [], 0, problem!.Sentence)
            : Compare(name, sample, both.Item1, both.Item2);
    }

    private static DraftEffect Compare(string name, bool sample, ScanResult? before, ScanResult after)
    {
        var (were, are) = (before?.Findings.ToDictionary(finding => finding.Id) ?? [], after.Findings.ToDictionary(finding => finding.Id));
        var both = are.Values.Where(finding => were.ContainsKey(finding.Id)).Select(finding => new ChangedFinding(were[finding.Id], finding)).ToList();
        var changed = both.FindAll(pair => Words(pair.Before) != Words(pair.After));
        return new DraftEffect(
            name, sample, before?.Applicability.Status, after.Applicability.Status,
            [.. are.Values.Where(finding => !were.ContainsKey(finding.Id))],
            [.. were.Values.Where(finding => !are.ContainsKey(finding.Id))],
            changed, both.Count - changed.Count, null);
    }

    /// <summary>All that a reader sees of a finding.</summary>
    private static string Words(Finding finding) => string.Join('\n',
        [finding.Severity, finding.Title, finding.Question, finding.Why, finding.Suggestion?.Text, finding.Suggestion?.NotPerformed, finding.Suggestion?.UnableToState,
            finding.Placement?.ToString(), .. finding.Suggestion?.Fields.Select(field => $"{field.Name}: {string.Join('|', field.Options)}") ?? []]);
}
