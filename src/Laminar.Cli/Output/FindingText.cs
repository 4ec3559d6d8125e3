using System.Text;
using Laminar.Engine;

namespace Laminar.Cli;

/// <summary>One finding as text: title, the draft's sentence with carets, the phrase at its place, the question, the reason.</summary>
internal sealed class FindingText(Terminal terminal, Draft draft)
{
    private const string Indent = "  ";
    private const int GutterWidth = 7;

    public void Write(string sign, Ink ink, Finding finding)
    {
        terminal.Writer.WriteLine();
        Title(sign, ink, finding);
        Places(finding);
        Paragraph(finding.Question, Ink.Strong);
        Paragraph(finding.Why, Ink.Quiet);
    }

    /// <summary>For what is merely worth adding: the question, and nothing to scroll past.</summary>
    public void WriteShort(string sign, Finding finding)
    {
        Title(sign, Ink.Quiet, finding);
        Paragraph(finding.Question, Ink.Quiet);
    }

    private void Title(string sign, Ink ink, Finding finding) => terminal.Writer.WriteLine($"{terminal.Paint(ink, sign)} {Plain.Text(finding.Title)}");

    private void Places(Finding finding)
    {
        var phraseShown = false;
        foreach (var (paragraph, sentence, marks) in Excerpt.BySentence(draft, finding.Evidence))
        {
            Sentence(paragraph, sentence, marks);
            if (finding.Placement is { } place && place.Paragraph == paragraph && Follows(place, sentence))
            {
                Phrase(finding.Suggestion);
                phraseShown = true;
            }
        }

        if (!phraseShown && finding.Placement is { } own && (uint)own.Paragraph < (uint)draft.Paragraphs.Count)
        {
            var (start, end) = Sentences.Before(draft.Paragraphs[own.Paragraph].Text, own.Offset);
            Sentence(own.Paragraph, new Excerpt.Range(start, end), []);
            Phrase(finding.Suggestion);
        }
    }

    private bool Follows(Placement place, Excerpt.Range sentence) =>
        Sentences.Before(draft.Paragraphs[place.Paragraph].Text, place.Offset) == (sentence.Start, sentence.End);

    private void Sentence(int paragraph, Excerpt.Range sentence, List<Excerpt.Range> marks)
    {
        // People count from one.
        var gutter = (paragraph + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var line in Excerpt.Lines(draft.Paragraphs[paragraph].Text, sentence, marks, terminal.Width - GutterWidth))
        {
            Row(gutter, line.Text);
            gutter = "";
            if (line.Carets.Length > 0)
            {
                Row("", terminal.Paint(Ink.Open, line.Carets));
            }
        }
    }

    private void Phrase(Suggestion? suggestion)
    {
        if (suggestion is null)
        {
            return;
        }

        var sign = "+";
        foreach (var line in Wrap.Lines(Plain.Text(WithOptions(suggestion)), terminal.Width - GutterWidth))
        {
            Row(sign, terminal.Paint(Ink.Phrase, line));
            sign = "";
        }
    }

    /// <summary>The phrase with each open field's options in the field's place, none of them chosen.</summary>
    private static string WithOptions(Suggestion suggestion)
    {
        var text = new StringBuilder(suggestion.Text);
        foreach (var field in suggestion.Fields)
        {
            text.Replace("{" + field.Name + "}", field.Value ?? $"[{string.Join(" | ", field.Options)}]");
        }

        return text.ToString();
    }

    private void Row(string gutter, string text) =>
        terminal.Writer.WriteLine($"{terminal.Paint(Ink.Quiet, $"{gutter,4} │")} {text}");

    private void Paragraph(string text, Ink ink)
    {
        foreach (var line in Wrap.Lines(Plain.Text(text), terminal.Width - Indent.Length))
        {
            terminal.Writer.WriteLine(Indent + terminal.Paint(ink, line));
        }
    }
}
