using System.Globalization;
using System.Text;

namespace Laminar.Engine.Tests;

/// <summary>A scan result as text that people review as a diff: what applies, each element with its words, each finding with its place.</summary>
internal static class GoldenReport
{
    public static string Of(Draft draft, ScanResult result)
    {
        var text = new StringBuilder();
        Line(text, $"{result.Applicability.Status}: {result.Applicability.Reason}");
        Quotes(text, result.Applicability.Evidence);
        Line(text, "");
        foreach (var element in result.Elements)
        {
            Line(text, $"{element.Id,-32}{element.Status,-15}{string.Join(", ", element.Values)}");
            Quotes(text, element.Evidence);
        }

        foreach (var finding in result.Findings)
        {
            Line(text, "");
            Line(text, $"{finding.Severity} {finding.Kind}: {finding.Title}");
            Quotes(text, finding.Evidence);
            Place(text, draft, finding);
        }

        return text.ToString();
    }

    private static void Quotes(StringBuilder text, IReadOnlyList<Evidence> evidence)
    {
        foreach (var e in evidence)
        {
            var role = e.Role is null ? "" : $", {e.Role}";
            Line(text, $"{e.Paragraph,6}:{e.Start,-5}{e.Section}, {e.State}{role}: \"{e.Text}\"");
        }
    }

    private static void Place(StringBuilder text, Draft draft, Finding finding)
    {
        if (finding.Placement is { } place)
        {
            var before = draft.Paragraphs[place.Paragraph].Text[..place.Offset];
            Line(text, $"     + {place.Paragraph}:{place.Offset} ({place.Section}) after \"{before[Math.Max(0, before.Length - 60)..]}\"");
        }

        if (finding.Suggestion is { } suggestion)
        {
            var filled = suggestion.Fields.Where(f => f.Value is not null).Select(f => $" [{f.Name}: {f.Value}]");
            Line(text, $"     + {suggestion.Text}{string.Concat(filled)}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
