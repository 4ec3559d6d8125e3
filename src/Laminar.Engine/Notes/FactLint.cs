using Laminar.Engine.Elements;
using Laminar.Engine.Levels;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Notes;

/// <summary>Facts of one patient, acts said to be done in every report, and alternatives that nobody will have chosen from.</summary>
internal sealed class FactLint(NotePage page, CancellationToken cancellation)
{
    // Of each clause whether a word in it says that something was done, once it was looked for: a clause may hold mentions without number.
    private readonly Dictionary<int, bool> _acts = [];

    public IEnumerable<NoteFinding> Find()
        => from mention in page.Mentions
           where mention.Element < page.Pack.Elements.Count && !page.IsInField(mention.Sentence, mention.First, mention.End)
           let element = page.Pack.Elements[mention.Element]
           let rule = Rule(element, mention)
           where rule is not null
           group mention by (mention.Sentence, mention.Element, rule) into same
           select page.OfTokens(same.Key.rule, page.Pack.Elements[same.Key.Element], same.Key.Sentence, same.Min(m => m.First), same.Max(m => m.End));

    private string? Rule(ElementRule element, Mention mention)
    {
        cancellation.ThrowIfCancellationRequested();
        return RuleOf(element, mention);
    }

    private string? RuleOf(ElementRule element, Mention mention) => mention switch
    {
        { State: MentionState.Placeholder or MentionState.MentionOnly or MentionState.Hypothetical or MentionState.Conditional or MentionState.OtherSubject } => null,
        { Alternative: true } => NoteRules.Alternatives,
        _ when element.Patient => IsFact(element, mention) ? NoteRules.HardCodedFact : null,
        _ => element.Asked && IsSaidToBeDone(mention) ? NoteRules.PerformedOutsideField : null,
    };

    private bool IsFact(ElementRule element, Mention mention) => element.Kind switch
    {
        // "Counting down from C2" is how every level is counted; any other level or side is somebody's, planned and past ones too.
        ElementKind.Levels => mention.Role is not (LevelRole.Counting or LevelRole.Landmark),
        ElementKind.Side => true,
        _ => mention.State is MentionState.Performed or MentionState.NotPerformed or MentionState.Attempted && !IsWordOfPhrase(element, mention),
    };

    /// <summary>"Contrast: [contrast]": the word is the question, and its answer is open.</summary>
    private bool IsWordOfPhrase(ElementRule element, Mention mention)
        => page.IsOpen(mention.Sentence)
            && (element.Kind == ElementKind.Stated || mention.Value is null or AnswerWords.Other || element.Phrase.Contains(page.Words(mention), StringComparison.OrdinalIgnoreCase));

    private bool IsSaidToBeDone(Mention mention)
        => mention.State == MentionState.Performed && SectionMask.Operation.Has(mention.Section) && IsAct(mention.Clause);

    private bool IsAct(int number)
    {
        if (!_acts.TryGetValue(number, out var acts))
        {
            var clause = page.Reading.Clauses[number];
            for (var h = clause.FirstHit; h < clause.EndHit && !acts; h++)
            {
                acts = page.Reading.CueOf(h) == Cue.Perform;
            }

            _acts.Add(number, acts);
        }

        return acts;
    }
}
