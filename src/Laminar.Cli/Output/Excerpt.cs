using System.Text;
using Laminar.Engine;

namespace Laminar.Cli;

/// <summary>A sentence of the draft, broken to a width, with carets under the words meant.</summary>
internal static class Excerpt
{
    /// <summary>Lines of a sentence that is shown whole.</summary>
    private const int MostWhole = 10;

    /// <summary>Lines that are shown of a longer one.</summary>
    private const int MostKept = 30;

    private static readonly Line Ellipsis = new("…", "");

    /// <param name="Carets">Empty where no words of the line are meant.</param>
    public readonly record struct Line(string Text, string Carets);

    /// <summary>A stretch of a paragraph, in UTF-16 units; the end is not part of it.</summary>
    public readonly record struct Range(int Start, int End);

    /// <summary>Evidence by paragraph and sentence, so that two words of one sentence are shown under it together.</summary>
    public static IEnumerable<(int Paragraph, Range Sentence, List<Range> Marks)> BySentence(Draft draft, IReadOnlyList<Evidence> evidence)
    {
        var sentences = new List<(int Paragraph, Range Sentence, List<Range> Marks)>();
        var places = new Dictionary<(int Paragraph, Range Sentence), int>();
        var last = new Dictionary<int, Range>();
        foreach (var item in evidence.Where(item => (uint)item.Paragraph < (uint)draft.Paragraphs.Count))
        {
            // The words before stood in the same sentence more often than not, and a sentence can be a whole draft long.
            if (!last.TryGetValue(item.Paragraph, out var found) || item.Start < found.Start || item.Start >= found.End)
            {
                var (start, end) = Sentences.Around(draft.Paragraphs[item.Paragraph].Text, item.Start);
                found = last[item.Paragraph] = new Range(start, end);
            }

            var mark = new Range(item.Start, item.Start + Math.Max(1, item.Length));
            var whole = found with { End = Math.Max(found.End, mark.End) };
            if (places.TryAdd((item.Paragraph, whole), sentences.Count))
            {
                sentences.Add((item.Paragraph, whole, []));
            }

            sentences[places[(item.Paragraph, whole)]].Marks.Add(mark);
        }

        return sentences;
    }

    /// <summary>
    /// The sentence's lines. Of a sentence without end, only those around its marks (or its last ones, where nothing is marked),
    /// with an ellipsis for those between.
    /// </summary>
    public static IEnumerable<Line> Lines(string text, Range sentence, IReadOnlyList<Range> marks, int width)
    {
        var lines = Cut(text, sentence, width);
        var merged = Merge(marks);
        var kept = lines.Count > MostWhole ? Kept(lines, merged) : [.. Enumerable.Range(0, lines.Count)];
        var next = 0;
        var before = -1;
        foreach (var index in kept)
        {
            if (index > before + 1)
            {
                yield return Ellipsis;
            }

            // Lines and marks are both in order: what ends before this line is of no use to the next.
            while (next < merged.Count && merged[next].End <= lines[index].Start)
            {
                next++;
            }

            yield return Draw(text, lines[index], merged, next);
            before = index;
        }

        if (before < lines.Count - 1)
        {
            yield return Ellipsis;
        }
    }

    private static List<Range> Cut(string text, Range sentence, int width)
    {
        var lines = new List<Range>();
        var start = sentence.Start;
        var end = Math.Min(sentence.End, text.Length);
        while (start < end)
        {
            var stop = Break(text, start, end, width);
            lines.Add(new Range(start, stop));
            start = stop;
            while (start < end && text[start] == ' ')
            {
                start++;
            }
        }

        return lines;
    }

    /// <summary>The marks in the order of the text, those that meet made one.</summary>
    private static List<Range> Merge(IReadOnlyList<Range> marks)
    {
        var merged = new List<Range>(marks.Count);
        foreach (var mark in marks.OrderBy(mark => mark.Start))
        {
            if (merged is [.., var last] && mark.Start <= last.End)
            {
                merged[^1] = last with { End = Math.Max(last.End, mark.End) };
            }
            else
            {
                merged.Add(mark);
            }
        }

        return merged;
    }

    /// <summary>Indexes of the lines with a mark and of their neighbours, as many as a reader would still look at.</summary>
    private static List<int> Kept(List<Range> lines, List<Range> marks)
    {
        var kept = new List<int>();
        var line = 0;
        foreach (var mark in marks)
        {
            while (line < lines.Count - 1 && lines[line].End <= mark.Start)
            {
                line++;
            }

            // A mark can go on into the lines that follow.
            for (var at = Math.Max(line - 1, 0); at < lines.Count && (at <= line + 1 || lines[at - 1].Start < mark.End); at++)
            {
                if (kept.Count == MostKept)
                {
                    return kept;
                }

                if (kept is [] || at > kept[^1])
                {
                    kept.Add(at);
                }
            }
        }

        return kept is [] ? [lines.Count - 2, lines.Count - 1] : kept;
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

    private static Line Draw(string text, Range line, List<Range> marks, int next)
    {
        var shown = new StringBuilder(line.End - line.Start);
        var carets = new StringBuilder(line.End - line.Start);
        for (var at = line.Start; at < line.End; at++)
        {
            while (next < marks.Count && marks[next].End <= at)
            {
                next++;
            }

            if (Plain.Column(text[at]) is { } character)
            {
                shown.Append(character);
                carets.Append(next < marks.Count && marks[next].Start <= at ? '^' : ' ');
            }
            else if (Plain.StandsOnAnother(text[at]))
            {
                shown.Append(text[at]);
            }
        }

        return new Line(shown.ToString().TrimEnd(), carets.ToString().TrimEnd());
    }
}
