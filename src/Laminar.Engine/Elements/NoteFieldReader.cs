using Laminar.Engine.Analysis;

namespace Laminar.Engine.Elements;

/// <summary>
/// Reads the fields of a standard note by their tags. A filled field answers its element, whatever sentence the note's author
/// has put around it: its words are read in the pack's own phrase. Where the words around it have been read as saying otherwise
/// ("the {target} was not decompressed"), they win, and nothing is made of words that the phrase gives no value.
/// </summary>
internal sealed class NoteFieldReader(Reading reading)
{
    /// <summary>What is longer is no value but a text of its own, and is read as one.</summary>
    private const int LongestAnswer = 400;

    /// <summary>A note has a field an element; a file that repeats one without end is read by its words.</summary>
    private const int MostFields = 8;

    private readonly Dictionary<int, int> _read = [];
    private Dictionary<string, ElementRule>? _elements;

    public void Read(List<Mention> mentions)
    {
        var said = mentions.Count;
        var sentence = 0;
        for (var p = 0; p < reading.Draft.Paragraphs.Count; p++)
        {
            foreach (var span in reading.Draft.Paragraphs[p].Spans)
            {
                if (ElementOf(span) is { } element && IsTaken(element))
                {
                    Read(element, p, span, ref sentence, mentions, said);
                }
            }
        }
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

    private bool IsTaken(ElementRule element) => (_read[element.Number] = _read.GetValueOrDefault(element.Number) + 1) <= MostFields;

    /// <summary>A field may hold several sentences: each of them is read.</summary>
    private void Read(ElementRule element, int paragraph, DraftSpan span, ref int sentence, List<Mention> mentions, int said)
    {
        while (sentence < reading.Sentences.Count && reading.Sentences[sentence].Paragraph < paragraph)
        {
            sentence++;
        }

        for (var s = sentence; s < reading.Sentences.Count && reading.Sentences[s].Paragraph == paragraph; s++)
        {
            if (Tokens(s, span) is var (first, end) && end > first)
            {
                mentions.AddRange(Read(element, s, first, end, span.Kind, mentions, said));
            }
        }
    }

    private IEnumerable<Mention> Read(ElementRule element, int sentence, int first, int end, DraftSpanKind kind, List<Mention> mentions, int said)
    {
        var here = new Mention(element.Number, null, first, end, sentence, ClauseOf(sentence, first), reading.Sentences[sentence].Section, MentionState.Placeholder);
        if (kind == DraftSpanKind.Placeholder || reading.IsUnfilled(first, end))
        {
            return [here];
        }

        var words = Words(sentence, first, end);
        return words.Length is 0 or > LongestAnswer || IsSaid(element, first, end, mentions, said) ? [] : Answer(element, here, words);
    }

    /// <summary>Whether the sentence itself has been read as saying something of the element with these words.</summary>
    private static bool IsSaid(ElementRule element, int first, int end, List<Mention> mentions, int said)
    {
        for (var i = 0; i < said; i++)
        {
            if (mentions[i].Element == element.Number && mentions[i].First < end && mentions[i].End > first
                && mentions[i] is { Fallback: false } mention && mention.State is not (MentionState.MentionOnly or MentionState.Placeholder)
                && (mention.State != MentionState.Performed || IsWhole(element, mention)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A level or a side that is merely named beside the operation is not yet the one that was treated; its field says that it is.</summary>
    private static bool IsWhole(ElementRule element, Mention mention)
        => element.Kind is not (ElementKind.Levels or ElementKind.Side) || mention.Firm && mention.Role is null or Levels.LevelRole.Treated;

    private List<Mention> Answer(ElementRule element, Mention here, string words)
    {
        if (AnswerWords.Is(words, AnswerWords.UnableToState))
        {
            return [here with { State = MentionState.MentionOnly }];
        }

        var read = AnsweredPhrase.Read(reading.Pack, element, words)
            .FindAll(m => m.State is MentionState.Performed or MentionState.NotPerformed)
            .ConvertAll(m => m with { First = here.First, End = here.End, Sentence = here.Sentence, Clause = here.Clause, Section = here.Section });
        return element.Kind == ElementKind.Words && !read.Exists(m => m.State == MentionState.NotPerformed)
            ? [here with { State = MentionState.Performed, Value = words }]
            : read;
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

    private int ClauseOf(int sentence, int token)
    {
        var clause = reading.Sentences[sentence].FirstClause;
        while (clause + 1 < reading.Sentences[sentence].EndClause && reading.Clauses[clause + 1].First <= token)
        {
            clause++;
        }

        return clause;
    }
}
