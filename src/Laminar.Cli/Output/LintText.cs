using System.Globalization;
using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>The lint of a note for people: what stands in it and may not, with its place and what to do; then what it lacks.</summary>
internal sealed class LintText(Terminal terminal, Draft note)
{
    private const int GutterWidth = 7;

    public void Write(NoteLintResult result)
    {
        var placed = result.Findings.Where(f => f.Place is not null).ToList();
        var covered = result.Elements.Count(e => e.Covered != NoteCoverage.Lacking);
        var headline = placed.Count == 0 ? "Nothing stands in it that does not belong" : FindingGroups.Count(placed.Count, "thing") + " to change";
        terminal.Writer.WriteLine($"{terminal.Paint(Ink.Strong, Plain.Text(note.Name))}: {headline}");
        foreach (var finding in placed)
        {
            terminal.Writer.WriteLine();
            Write(finding);
        }

        Lacking(result);
        terminal.Writer.WriteLine();
        terminal.Writer.WriteLine(terminal.Paint(result.AnyOpen ? Ink.Quiet : Ink.Done,
            $"{covered.ToString(CultureInfo.InvariantCulture)} of {FindingGroups.Count(result.Elements.Count, "element")} covered ({result.Pack.Id} {result.Pack.Version})"));
    }

    private void Write(NoteFinding finding)
    {
        terminal.Writer.WriteLine($"{terminal.Paint(finding.Severity == Severity.Recommended ? Ink.Quiet : Ink.Open, "○")} {Plain.Text(finding.Title)}");
        Place(finding.Place!);
        Lines("+", Ink.Phrase, finding.Field is { } field ? Proposed(field) : "");
        Lines(null, Ink.Quiet, finding.Do);
    }

    private void Lacking(NoteLintResult result)
    {
        var lacking = result.Findings.Where(f => f.Place is null).ToList();
        if (lacking.Count == 0)
        {
            return;
        }

        terminal.Writer.WriteLine();
        terminal.Writer.WriteLine(terminal.Paint(Ink.Strong, "Without a field"));
        foreach (var finding in lacking)
        {
            terminal.Writer.WriteLine($"{(finding.Severity == Severity.Required ? terminal.Paint(Ink.Open, "○") : terminal.Paint(Ink.Quiet, "·"))} {Plain.Text(finding.Title)}");
            Lines("+", Ink.Phrase, Proposed(finding.Field!));
        }
    }

    private void Place(NotePlace place)
    {
        var paragraph = note.Paragraphs[place.Paragraph].Text;
        var (start, end) = Sentences.Around(paragraph, place.Start);
        var range = new Excerpt.Range(start, Math.Max(end, place.Start + place.Length));
        var gutter = (place.Paragraph + 1).ToString(CultureInfo.InvariantCulture);
        foreach (var line in Excerpt.Lines(paragraph, range, [new Excerpt.Range(place.Start, place.Start + Math.Max(1, place.Length))], terminal.Width - GutterWidth))
        {
            Row(gutter, line.Text);
            gutter = "";
            if (line.Carets.Length > 0)
            {
                Row("", terminal.Paint(Ink.Open, line.Carets));
            }
        }
    }

    private static string Proposed(NoteProposal field) => $"{field.Text} (tag {field.Tag}; {string.Join(" | ", field.Options)})";

    private void Lines(string? gutter, Ink ink, string text)
    {
        foreach (var line in Wrap.Lines(Plain.Text(text), terminal.Width - GutterWidth))
        {
            if (gutter is null)
            {
                terminal.Writer.WriteLine("  " + terminal.Paint(ink, line));
            }
            else if (line.Length > 0)
            {
                Row(gutter, terminal.Paint(ink, line));
                gutter = "";
            }
        }
    }

    private void Row(string gutter, string text) => terminal.Writer.WriteLine($"{terminal.Paint(Ink.Quiet, $"{gutter,4} │")} {text}");
}
