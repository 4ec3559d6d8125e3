using Laminar.Engine.Analysis;
using Laminar.Engine.Sections;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Assertion;

/// <summary>Whose operation and which time a statement belongs to, by where it stands and by the words around it.</summary>
internal sealed class Framing(Reading reading)
{
    private const int LongestChain = 4;

    /// <summary>What section, sentence and clause decide before any verb is looked at.</summary>
    public MentionState? Of(int hit)
    {
        var sentence = reading.SentenceOf(hit);
        switch (sentence.Section)
        {
            case SectionKind.Family:
                return MentionState.OtherSubject;
            case SectionKind.History:
                return MentionState.Historical;
            case SectionKind.Consent or SectionKind.TimeOut or SectionKind.Plan:
                return MentionState.Planned;
            case SectionKind.Aside:
                return MentionState.MentionOnly;
            default:
                break;
        }

        if (reading.IsUnfilled(reading.Hits[hit].First, reading.Hits[hit].End))
        {
            return MentionState.Placeholder;
        }

        var whole = reading.Scopes.SentenceCues[reading.ClauseOf(hit).Sentence];
        var clause = reading.Scopes.ClauseCues[reading.Scopes.Clause[hit]];
        var before = reading.Scopes.Before[hit];
        return IsOfOther(reading.Scopes.Clause[hit]) ? MentionState.OtherSubject
            : ScopeTable.Has(whole, Cue.Condition) ? MentionState.Conditional
            : ScopeTable.Has(clause, Cue.Past) || ScopeTable.Has(before, Cue.PastBefore) ? MentionState.Historical
            : ScopeTable.Has(whole, Cue.Risk) ? MentionState.Hypothetical
            : ScopeTable.Has(whole, Cue.Consent) || ScopeTable.Has(whole, Cue.TimeOut) ? MentionState.Planned
            : null;
    }

    /// <summary>Whether the clause, or the one it goes on from, speaks of somebody else.</summary>
    private bool IsOfOther(int clause)
    {
        for (var c = clause; c >= 0 && c > clause - LongestChain && reading.Clauses[c].Sentence == reading.Clauses[clause].Sentence; c--)
        {
            if (ScopeTable.Has(reading.Scopes.ClauseCues[c], Cue.OtherSubject))
            {
                return true;
            }

            if ((reading.Clauses[c].Flags & (ClauseFlags.Continues | ClauseFlags.Pronoun | ClauseFlags.Aside)) == 0 && (reading.Clauses[c].Flags & ClauseFlags.Predicate) != 0)
            {
                return false;
            }
        }

        return false;
    }
}
