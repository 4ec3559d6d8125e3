using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>Underlined words. Where several meet, the greatest kind is shown.</summary>
/// <param name="Finding">The finding that rests on the words; null where they answer something.</param>
internal sealed record Mark(int Paragraph, int Start, int End, MarkKind Kind, string? Finding)
{
    public string Class => Kind == MarkKind.Clash ? "clash" : "open";

    public static IEnumerable<Mark> Of(ScanResult result)
    {
        var stated = result.Elements
            .Where(StatedElements.IsStated)
            .SelectMany(element => element.Evidence)
            .Select(evidence => From(evidence, MarkKind.Stated, null));
        var asked = result.Findings
            .SelectMany(finding => finding.Evidence.Select(evidence => From(evidence, KindOf(finding), finding.Id)));
        return stated.Concat(asked);
    }

    private static Mark From(Evidence evidence, MarkKind kind, string? finding) =>
        new(evidence.Paragraph, evidence.Start, evidence.Start + evidence.Length, kind, finding);

    private static MarkKind KindOf(Finding finding) => finding.Severity == Severity.Consistency ? MarkKind.Clash : MarkKind.Open;
}

internal enum MarkKind
{
    Stated,
    Open,
    Clash,
}
