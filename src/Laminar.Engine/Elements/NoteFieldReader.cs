using Laminar.Engine.Analysis;
using Laminar.Engine.Levels;

namespace Laminar.Engine.Elements;

/// <summary>
/// Reads the fields of a standard note by their tags, which come before the words. A filled field answers its element, whatever
/// sentence the note's author has put around it: its words are read in the pack's own phrase. Where the words around it have been
/// read as saying otherwise ("the {target} was not decompressed"), they win, and nothing is made of words that the phrase gives
/// no value.
/// </summary>
internal sealed class NoteFieldReader(Reading reading, CancellationToken cancellation)
{
    /// <summary>What is longer is no value but a text of its own, and is read as one.</summary>
    private const int LongestAnswer = 400;

    public void Read(List<Mention> mentions)
    {
        var fields = new NoteFields(reading).Find();
        if (fields.Count == 0)
        {
            return;
        }

        Retract(fields, mentions);
        // Before any answer of a field is among them.
        var said = mentions.ToLookup(m => (m.Sentence, m.Element));
        foreach (var field in fields)
        {
            cancellation.ThrowIfCancellationRequested();
            var here = new Mention(field.Element.Number, null, field.First, field.End, field.Sentence, ClauseOf(field), reading.Sentences[field.Sentence].Section, MentionState.Placeholder);
            if (field.IsOpen)
            {
                mentions.Add(here);
            }
            else if (field.Words.Length is > 0 and <= LongestAnswer && !said[(field.Sentence, field.Element.Number)].Any(m => IsSaid(field, m)))
            {
                mentions.AddRange(Answer(field, here));
            }
        }
    }

    /// <summary>
    /// "Contrast: [contrast]" has the word and says nothing yet, and "flow of contrast: not performed" does not say that some was
    /// given. In a sentence with a field that is open, or that holds a way out, no element that has a field of its own is read
    /// from the words around the fields.
    /// </summary>
    private static void Retract(List<NoteField> fields, List<Mention> mentions)
    {
        var answered = fields.ToLookup(f => f.Sentence);
        var open = fields.Where(f => !f.IsAnswered).ToLookup(f => f.Sentence, f => f.Element.Number);
        var governed = fields.Select(f => f.Element.Number).ToHashSet();
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (mention.State is MentionState.Performed or MentionState.NotPerformed && governed.Contains(mention.Element) && open.Contains(mention.Sentence)
                && !answered[mention.Sentence].Any(f => f.IsAnswered && f.Holds(mention)))
            {
                mentions[i] = mention with { State = MentionState.MentionOnly };
            }
        }
    }

    /// <summary>Whether the sentence itself has been read as saying something of the element with the field's words.</summary>
    private static bool IsSaid(NoteField field, Mention mention)
        => field.Meets(mention) && !mention.Fallback
            && mention.State is not (MentionState.MentionOnly or MentionState.Placeholder)
            && (mention.State != MentionState.Performed || IsWhole(field.Element, mention));

    /// <summary>A level or a side that is merely named beside the operation is not yet the one that was treated; its field says that it is.</summary>
    private static bool IsWhole(ElementRule element, Mention mention)
        => element.Kind is not (ElementKind.Levels or ElementKind.Side) || mention.Firm && mention.Role is null or LevelRole.Treated;

    private List<Mention> Answer(NoteField field, Mention here)
    {
        if (AnswerWords.Is(field.Words, AnswerWords.UnableToState))
        {
            return [here with { State = MentionState.MentionOnly }];
        }

        var read = AnsweredPhrase.Read(reading.Pack, field.Element, field.Words)
            .FindAll(m => m.State is MentionState.Performed or MentionState.NotPerformed)
            .ConvertAll(m => m with { First = here.First, End = here.End, Sentence = here.Sentence, Clause = here.Clause, Section = here.Section });
        return field.Element.Kind == ElementKind.Words && !read.Exists(m => m.State == MentionState.NotPerformed)
            ? [here with { State = MentionState.Performed, Value = field.Words }]
            : read;
    }

    private int ClauseOf(NoteField field)
    {
        var sentence = reading.Sentences[field.Sentence];
        var clause = sentence.FirstClause;
        while (clause + 1 < sentence.EndClause && reading.Clauses[clause + 1].First <= field.First)
        {
            clause++;
        }

        return clause;
    }
}
