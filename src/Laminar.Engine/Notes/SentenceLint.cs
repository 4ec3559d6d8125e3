using Laminar.Engine.Elements;
using Laminar.Engine.Findings;
using Laminar.Engine.Sections;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Notes;

/// <summary>Sentences that do not tell what happened: conditions, pasted descriptors, blanks outside of any field.</summary>
internal sealed class SentenceLint(NotePage page)
{
    /// <summary>What was said before the operation, or of what comes after it, may hold conditions.</summary>
    private static readonly SectionMask Told = SectionMask.Of(
        SectionKind.Body, SectionKind.Title, SectionKind.Diagnosis, SectionKind.Fact, SectionKind.Indication, SectionKind.Description, SectionKind.Findings, SectionKind.Summary);

    private readonly ILookup<int, MentionState> _states = page.Mentions.ToLookup(m => m.Sentence, m => m.State);

    public IEnumerable<NoteFinding> Find()
    {
        for (var s = 0; s < page.Reading.Sentences.Count; s++)
        {
            if (Told.Has(page.Reading.Sentences[s].Section) && Rule(s) is { } rule)
            {
                yield return page.OfTokens(rule, null, s, page.Reading.Sentences[s].First, page.Reading.Sentences[s].End);
            }
        }

        foreach (var blank in new BlankFinder(page.Reading, page.Evidence).Find())
        {
            if (!page.IsPlaceholder(blank.Paragraph, blank.Start, blank.Start + blank.Length))
            {
                yield return page.Finding(NoteRules.Residue, null, blank.Paragraph, blank.Start, blank.Start + blank.Length);
            }
        }
    }

    private string? Rule(int number)
    {
        var sentence = page.Reading.Sentences[number];
        var pasted = Count(sentence, Cue.Alternative) + Descriptors(sentence);
        return pasted > 1 || pasted == 1 && _states.Contains(number) ? NoteRules.DescriptorLanguage
            : IsConditional(number, sentence) ? NoteRules.ConditionalStatement
            : null;
    }

    private bool IsConditional(int number, Sentence sentence)
        => _states[number].Contains(MentionState.Conditional) || Count(sentence, Cue.Condition) > 0 && (_states.Contains(number) || Count(sentence, Cue.Perform) > 0);

    private int Count(Sentence sentence, Cue cue)
    {
        var count = 0;
        for (var c = sentence.FirstClause; c < sentence.EndClause; c++)
        {
            for (var h = page.Reading.Clauses[c].FirstHit; h < page.Reading.Clauses[c].EndHit; h++)
            {
                count += page.Reading.CueOf(h) == cue ? 1 : 0;
            }
        }

        return count;
    }

    private int Descriptors(Sentence sentence)
    {
        var (start, stop) = page.Evidence.Offsets(sentence.First, sentence.End);
        var text = page.Reading.Draft.Paragraphs[sentence.Paragraph].Text[start..stop];
        return page.Pack.Guide.Descriptors.Count(phrase => Holds(text, phrase));
    }

    private static bool Holds(string text, string phrase)
    {
        var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + phrase.Length == text.Length || !char.IsLetter(text[at + phrase.Length]));
    }
}
