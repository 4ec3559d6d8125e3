using Laminar.Engine.Analysis;
using Laminar.Engine.Sections;

namespace Laminar.Engine.Findings;

/// <summary>
/// Finds what nobody has filled in, wherever it stands and whatever it belongs to: blanks, option lists and placeholders of the
/// sentences, blanks inside a heading, and placeholders that show nothing but white space, which no sentence holds.
/// </summary>
internal sealed class BlankFinder(Reading reading, EvidenceWriter evidence)
{
    public IReadOnlyList<Evidence> Find()
    {
        var found = new List<Stretch>(reading.Residues.Select(InSentence));
        found.AddRange(InHeadings());
        found.AddRange(Placeholders());
        return found.Count == 0 ? [] : [.. Merged(found).Select(s => evidence.Quote(s.Paragraph, s.Start, s.End, s.Section ?? SectionKind.Body, "placeholder", null))];
    }

    private Stretch InSentence(Residue residue)
    {
        var sentence = reading.Sentences[residue.Sentence];
        return Of(sentence.Paragraph, residue.First, residue.End, sentence.Section);
    }

    private IEnumerable<Stretch> InHeadings()
        => from segment in reading.Segments
           where segment.Lead < segment.First
           from token in Enumerable.Range(segment.Lead, segment.First - segment.Lead)
           where ResidueReader.IsBlank(reading.TokenList[token])
           select Of(segment.Paragraph, token, token + 1, segment.Kind);

    private Stretch Of(int paragraph, int first, int end, SectionKind section)
    {
        var (start, stop) = evidence.Offsets(first, end);
        return new Stretch(paragraph, start, stop, section);
    }

    private IEnumerable<Stretch> Placeholders()
        => reading.Draft.Paragraphs.SelectMany((paragraph, number) => paragraph.Spans
            .Where(s => s.Kind == DraftSpanKind.Placeholder)
            .Select(s => Clipped(number, s, paragraph.Text.Length)));

    /// <summary>A span may come from any host: only what lies in the text is taken.</summary>
    private static Stretch Clipped(int number, DraftSpan span, int length)
    {
        var start = Math.Clamp(span.Start, 0, length);
        return new Stretch(number, start, Math.Clamp(span.End, start, length), null);
    }

    /// <summary>A placeholder that holds a blank, or runs over several sentences, is one blank.</summary>
    private static List<Stretch> Merged(List<Stretch> found)
    {
        var merged = new List<Stretch>();
        foreach (var next in found.OrderBy(s => s.Paragraph).ThenBy(s => s.Start))
        {
            if (merged.Count > 0 && merged[^1] is var last && last.Paragraph == next.Paragraph && next.Start < last.End)
            {
                merged[^1] = last with { End = Math.Max(last.End, next.End), Section = last.Section ?? next.Section };
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    private readonly record struct Stretch(int Paragraph, int Start, int End, SectionKind? Section);
}
