using Laminar.Engine.Analysis;

namespace Laminar.Engine.Elements;

/// <summary>A stretch of a note's field inside one sentence.</summary>
/// <param name="IsOpen">Nobody has answered: placeholder text, a blank, "other" without the words that belong there.</param>
/// <param name="Words">Empty where it is open.</param>
internal sealed record NoteField(ElementRule Element, int Sentence, int First, int End, bool IsOpen, string Words)
{
    /// <summary>Whether it holds words that answer the question, and not one of the ways out of it.</summary>
    public bool IsAnswered => !IsOpen && !AnswerWords.IsAlwaysOffered(Words.ToLowerInvariant());

    public bool Holds(Mention mention) => mention.First >= First && mention.End <= End;

    public bool Meets(Mention mention) => mention.First < End && mention.End > First;
}

/// <summary>Finds the fields of a standard note that the pack has elements for.</summary>
internal sealed class NoteFields(Reading reading)
{
    /// <summary>A note has a field an element; of a file that repeats one without end, the rest is read by its words.</summary>
    private const int Most = 8;

    /// <summary>Nor is a field a text of many sentences: each of them has a phrase of its own read.</summary>
    private const int MostStretches = 64;

    private readonly Dictionary<int, int> _taken = [];
    private readonly Dictionary<int, int> _stretches = [];
    private Dictionary<string, ElementRule>? _elements;

    public List<NoteField> Find()
    {
        var fields = new List<NoteField>();
        var sentence = 0;
        for (var p = 0; p < reading.Draft.Paragraphs.Count; p++)
        {
            foreach (var span in reading.Draft.Paragraphs[p].Spans)
            {
                if (ElementOf(span) is { } element && IsTaken(element))
                {
                    Add(element, p, span, ref sentence, fields);
                }
            }
        }

        return fields;
    }

    private ElementRule? ElementOf(DraftSpan span)
    {
        if (span.Kind is not (DraftSpanKind.ContentControl or DraftSpanKind.Placeholder) || NoteTag.Element(span.Tag) is not { } id)
        {
            return null;
        }

        _elements ??= reading.Pack.Elements.ToDictionary(e => e.Id, StringComparer.Ordinal);
        return _elements.GetValueOrDefault(id);
    }

    private bool IsTaken(ElementRule element) => Count(_taken, element) <= Most;

    private static int Count(Dictionary<int, int> counts, ElementRule element) => counts[element.Number] = counts.GetValueOrDefault(element.Number) + 1;

    /// <summary>A field may hold several sentences: each of them is read.</summary>
    private void Add(ElementRule element, int paragraph, DraftSpan span, ref int sentence, List<NoteField> fields)
    {
        while (sentence < reading.Sentences.Count && reading.Sentences[sentence].Paragraph < paragraph)
        {
            sentence++;
        }

        for (var s = sentence; s < reading.Sentences.Count && reading.Sentences[s].Paragraph == paragraph; s++)
        {
            if (Tokens(s, span) is var (first, end) && end > first)
            {
                if (Count(_stretches, element) > MostStretches)
                {
                    return;
                }

                var isOpen = span.Kind == DraftSpanKind.Placeholder || reading.IsUnfilled(first, end);
                fields.Add(new NoteField(element, s, first, end, isOpen, isOpen ? "" : Words(s, first, end)));
            }
        }
    }

    private (int First, int End) Tokens(int sentence, DraftSpan span)
    {
        var tokens = reading.Tokens;
        var (first, end) = (reading.Sentences[sentence].First, reading.Sentences[sentence].End);
        while (first < end && tokens[first].End <= span.Start)
        {
            first++;
        }

        while (end > first && tokens[end - 1].Start >= span.End)
        {
            end--;
        }

        return (first, end);
    }

    private string Words(int sentence, int first, int end)
    {
        var tokens = reading.Tokens;
        var text = reading.Draft.Paragraphs[reading.Sentences[sentence].Paragraph].Text;
        return text[tokens[first].Start..tokens[end - 1].End].Trim(' ', '.', '\t', '\n', '\u00A0');
    }
}
