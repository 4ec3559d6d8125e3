using Laminar.Engine;

namespace Laminar.Hosts;

/// <summary>
/// Findings in the order in which people need them: what disagrees, what is open, what is worth adding;
/// and the state of the report in words.
/// </summary>
internal sealed class FindingGroups
{
    public const string DoesNotApply = "The pack does not apply";

    private readonly IReadOnlyList<Finding> findings;
    private readonly bool applies = true;

    public FindingGroups(IReadOnlyList<Finding> findings) => this.findings = findings;

    public FindingGroups(ScanResult result)
        : this(result.Findings) => applies = result.Applicability.Status != ApplicabilityStatus.DoesNotApply;

    public IEnumerable<Finding> Disagree => Of(Severity.Consistency);

    public IEnumerable<Finding> Open => Of(Severity.Required);

    public IEnumerable<Finding> WorthAdding => Of(Severity.Recommended);

    /// <summary>Whether anything of severity required or consistency is open: what decides the exit code.</summary>
    public bool AnyOpen => findings.Any(finding => finding.Severity is Severity.Required or Severity.Consistency);

    /// <summary>
    /// "1 question, 1 disagreement" or "Nothing required is open". Where the pack does not apply, little is asked: that nothing
    /// is open would say too much.
    /// </summary>
    public string Headline => (Open.Count(), Disagree.Count()) switch
    {
        (0, 0) => applies ? "Nothing required is open" : DoesNotApply,
        (var open, 0) => Count(open, "question"),
        (0, var clashes) => Count(clashes, "disagreement"),
        var (open, clashes) => $"{Count(open, "question")}, {Count(clashes, "disagreement")}",
    };

    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private IEnumerable<Finding> Of(string severity) => findings.Where(finding => finding.Severity == severity);
}
