using System.Globalization;
using System.Text;
using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>A sentence of the draft, broken to a width, with carets under the words meant.</summary>
internal static class Excerpt
{
    /// <param name="Carets">Empty where no words of the line are meant.</param>
    public readonly record struct Line(string Text, string Carets);

    /// <summary>A stretch of a paragraph, in UTF-16 units; the end is not part of it.</summary>
    public readonly record struct Range(int Start, int End);

    /// <summary>Evidence by paragraph and sentence, so that two words of one sentence are shown under it together.</summary>
    public static IEnumerable<(int Paragraph, Range Sentence, List<Range> Marks)> BySentence(Draft draft, IReadOnlyList<Evidence> evidence)
    {
        var sentences = new List<(int Paragraph, Range Sentence, List<Range> Marks)>();
        foreach (var item in evidence.Where(item => (uint)item.Paragraph < (uint)draft.Paragraphs.Count))
        {
            var (start, end) = Sentences.Around(draft.Paragraphs[item.Paragraph].Text, item.Start);
            var mark = new Range(item.Start, item.Start + Math.Max(1, item.Length));
            var whole = new Range(start, Math.Max(end, mark.End));
            var known = sentences.FindIndex(other => other.Paragraph == item.Paragraph && other.Sentence == whole);
            if (known >= 0)
            {
                sentences[known].Marks.Add(mark);
            }
            else
            {
                sentences.Add((item.Paragraph, whole, [mark]));
            }
        }

        return sentences;
    }

    public static IEnumerable<Line> Lines(string text, Range sentence, IReadOnlyList<Range> marks, int width)
    {
        var start = sentence.Start;
        var end = Math.Min(sentence.End, text.Length);
        while (start < end)
        {
            var stop = Break(text, start, end, width);
            yield return Draw(text, start, stop, marks);
            start = stop;
            while (start < end && text[start] == ' ')
            {
                start++;
            }
        }
    }

    private static int Break(string text, int start, int end, int width)
    {
        if (end - start <= width)
        {
            return end;
        }

        var space = text.LastIndexOf(' ', start + width, width);
        return space > start ? space : start + width;
    }

    private static Line Draw(string text, int start, int stop, IReadOnlyList<Range> marks)
    {
        var shown = new StringBuilder(stop - start);
        var carets = new StringBuilder(stop - start);
        for (var at = start; at < stop; at++)
        {
            if (Shown(text[at]) is { } character)
            {
                shown.Append(character);
                carets.Append(marks.Any(mark => mark.Start <= at && at < mark.End) ? '^' : ' ');
            }
            else if (char.IsLowSurrogate(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark)
            {
                // Stands on the character before it and takes no column of its own.
                shown.Append(text[at]);
            }
        }

        return new Line(shown.ToString().TrimEnd(), carets.ToString().TrimEnd());
    }

    /// <summary>A draft is a stranger's text: nothing in it may steer the terminal. Null takes no column.</summary>
    private static char? Shown(char character) => CharUnicodeInfo.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => null,
        UnicodeCategory.Surrogate when char.IsLowSurrogate(character) => null,
        _ => character,
    };
}
