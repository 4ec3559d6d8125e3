using Laminar.Engine.Analysis;
using Laminar.Engine.Assertion;
using Laminar.Engine.Levels;
using Laminar.Engine.Sections;

namespace Laminar.Engine.Elements;

/// <summary>Reads everything that a draft says of a pack's elements, sorted by element and in the draft's order.</summary>
internal static class MentionReader
{
    public static List<Mention>[] Read(Reading reading, TermSets terms, CancellationToken cancellation)
    {
        var all = ReadAll(reading, terms);
        new NoteFieldReader(reading, cancellation).Read(all);
        return Sorted(reading.Pack, all);
    }

    /// <summary>What the words say alone, whatever the tags of their fields are.</summary>
    public static List<Mention>[] ReadWords(Reading reading, TermSets terms) => Sorted(reading.Pack, ReadAll(reading, terms));

    private static List<Mention> ReadAll(Reading reading, TermSets terms)
    {
        var pack = reading.Pack;
        var states = new StateReader(reading);
        var all = new List<Mention>(256);
        new RuleReader(reading, terms, states).Read(all);
        foreach (var element in pack.Elements)
        {
            if (element.Kind == ElementKind.Levels)
            {
                new LevelReader(reading, terms, states, element.Number).Read(all);
            }
            else if (element.Kind == ElementKind.Side)
            {
                new SideReader(reading, terms, states, element.Number).Read(all);
            }
        }

        Headed(reading, all);
        foreach (var element in pack.Elements)
        {
            if (element.Otherwise is not null)
            {
                Otherwise(reading, terms, element, all);
            }
        }

        return all;
    }

    private static List<Mention>[] Sorted(Pack pack, List<Mention> all)
    {
        var sorted = new List<Mention>[pack.Elements.Count + pack.Signs.Count];
        for (var e = 0; e < sorted.Length; e++)
        {
            sorted[e] = [];
        }

        foreach (var mention in all)
        {
            sorted[mention.Element].Add(mention);
        }

        return sorted;
    }

    /// <summary>A diagnosis in words that the pack does not know is a diagnosis all the same.</summary>
    private static void Otherwise(Reading reading, TermSets terms, ElementRule element, List<Mention> mentions)
    {
        for (var s = 0; s < reading.Sentences.Count; s++)
        {
            var sentence = reading.Sentences[s];
            if (sentence.Section == SectionKind.Diagnosis && HasWords(reading, sentence) && !reading.IsUnfilled(sentence.First, sentence.End) && !terms.AnyInSentence(s, element.OtherwiseNot))
            {
                mentions.Add(new Mention(element.Number, element.Otherwise, sentence.First, sentence.End, s, sentence.FirstClause, sentence.Section, MentionState.Performed) { Fallback = true });
            }
        }
    }

    /// <summary>What stands under a heading of an element's own ("Anesthesia: general") answers it in the draft's words.</summary>
    private static void Headed(Reading reading, List<Mention> mentions)
    {
        for (var s = 0; s < reading.Sentences.Count; s++)
        {
            var sentence = reading.Sentences[s];
            if (sentence.Heading < 0)
            {
                continue;
            }

            var id = reading.Pack.Sections[sentence.Heading].Element;
            var element = id is null ? null : reading.Pack.Elements.FirstOrDefault(e => e.Id == id);
            if (element is null || !HasWords(reading, sentence))
            {
                continue;
            }

            var end = reading.Tokens[sentence.End - 1].Kind == Text.TokenKind.Period && sentence.End - 1 > sentence.First ? sentence.End - 1 : sentence.End;
            var text = reading.Draft.Paragraphs[sentence.Paragraph].Text[reading.Tokens[sentence.First].Start..reading.Tokens[end - 1].End];
            // "Blood loss: unable to state" is an answer to the question and states nothing.
            var state = reading.IsUnfilled(sentence.First, end) ? MentionState.Placeholder
                : text.Equals(AnswerWords.UnableToState, StringComparison.OrdinalIgnoreCase) ? MentionState.MentionOnly
                : MentionState.Performed;
            mentions.Add(new Mention(element.Number, text, sentence.First, end, s, sentence.FirstClause, sentence.Section, state));
        }
    }

    private static bool HasWords(Reading reading, Text.Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (reading.Tokens[i].Kind is Text.TokenKind.Word or Text.TokenKind.Number or Text.TokenKind.Blank)
            {
                return true;
            }
        }

        return false;
    }
}
