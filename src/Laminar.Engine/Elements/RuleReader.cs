using Laminar.Engine.Analysis;
using Laminar.Engine.Assertion;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Elements;

/// <summary>Applies the pack's readings to the terms of a draft. Each term knows its rules, so the cost is that of the hits.</summary>
internal sealed class RuleReader(Reading reading, TermSets terms, StateReader states)
{
    private readonly FrameLinker _linker = new(reading);

    public void Read(List<Mention> mentions)
    {
        for (var h = 0; h < reading.Hits.Count; h++)
        {
            var rules = reading.Pack.RulesOf(reading.Hits[h].Term);
            if (rules.Length == 0 || IsInside(h))
            {
                continue;
            }

            foreach (var rule in rules)
            {
                if (Read(rule, h) is { } mention)
                {
                    mentions.Add(mention);
                }
            }
        }
    }

    private Mention? Read(ReadRule rule, int hit)
    {
        var clause = reading.Scopes.Clause[hit];
        var sentence = reading.Clauses[clause].Sentence;
        var section = reading.Sentences[sentence].Section;
        if (!rule.Sections.Has(section) || !Fits(rule, clause, sentence))
        {
            return null;
        }

        var (first, end) = (reading.Hits[hit].First, reading.Hits[hit].End);
        MentionState state;
        if (rule.Anchor == AnchorKind.Frame)
        {
            var verb = _linker.Verb(hit, rule.Verbs);
            if (verb < 0 && !_linker.IsDeniedByEllipsis(hit, rule.Verbs) || IsSaidOfOther(hit, verb))
            {
                return null;
            }

            state = verb < 0 ? states.Frame(hit) ?? MentionState.NotPerformed : states.OfFrame(verb, hit);
            (first, end) = verb < 0 ? (first, end) : Span(first, end, reading.Hits[verb].First, reading.Hits[verb].End);
        }
        else
        {
            state = rule.Anchor switch
            {
                AnchorKind.Act => states.OfAct(hit),
                AnchorKind.Thing => states.OfThing(hit),
                _ => states.OfFinding(hit),
            };
        }

        if (rule.Only == Polarity.Denied && state != MentionState.NotPerformed || rule.Only == Polarity.Stated && state == MentionState.NotPerformed)
        {
            return null;
        }

        if (rule.Past && state == MentionState.Historical)
        {
            state = MentionState.Performed;
        }

        if (rule.Only == Polarity.Either && state == MentionState.NotPerformed)
        {
            state = MentionState.Performed;
        }

        if (rule.Means is { } means && (state == MentionState.Performed || rule.Only == Polarity.Denied))
        {
            state = means;
        }

        if (rule.Amount && IsBlankBefore(first))
        {
            state = MentionState.Placeholder;
        }

        var value = rule.Value ?? Words(hit);
        return new Mention(rule.Element, value, first, end, sentence, clause, section, state, rule.Uncertain, IsAlternative(hit)) { Rule = rule.Number, Fallback = rule.Fallback };
    }

    /// <summary>"Without fluoroscopy, the level was found": the verb is not the absent thing's.</summary>
    private bool IsSaidOfOther(int hit, int verb)
        => verb > hit && !ScopeTable.Has(reading.Scopes.Before[verb], Cue.Without) && Absence.IsWithout(reading, hit);

    /// <summary>"___ mg": a single mark is a blank where a number is expected.</summary>
    private bool IsBlankBefore(int token)
        => token > 0 && (reading.Tokens[token - 1].Kind == TokenKind.Blank || reading.IsUnfilled(token - 1, token));

    private bool Fits(ReadRule rule, int clause, int sentence)
    {
        foreach (var group in rule.With)
        {
            if (!terms.AnyInClause(clause, group))
            {
                return false;
            }
        }

        foreach (var group in rule.WithSentence)
        {
            if (!terms.AnyPresent(sentence, group))
            {
                return false;
            }
        }

        foreach (var group in rule.Near)
        {
            if (!IsNear(sentence, group))
            {
                return false;
            }
        }

        return !terms.AnyInClause(clause, rule.Without) && !terms.AnyInSentence(sentence, rule.WithoutSentence);
    }

    private bool IsNear(int sentence, int[] group)
    {
        for (var s = Math.Max(0, sentence - 2); s <= sentence + 1 && s < reading.Sentences.Count; s++)
        {
            if (reading.Sentences[s].Section == reading.Sentences[sentence].Section && terms.AnyPresent(s, group))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"mini open" is one statement, not "mini open" and "open".</summary>
    private bool IsInside(int hit)
    {
        for (var h = hit - 1; h >= 0 && h >= hit - 6; h--)
        {
            if (reading.Hits[h].Term == reading.Hits[hit].Term && reading.Hits[h].End >= reading.Hits[hit].End)
            {
                return true;
            }
        }

        return false;
    }

    private (int First, int End) Span(int first, int end, int otherFirst, int otherEnd)
    {
        var (low, high) = (Math.Min(first, otherFirst), Math.Max(end, otherEnd));
        return high - low <= 14 ? (low, high) : (first, end);
    }

    /// <summary>Whether the term is one of two that a slash or "or" leaves standing: "laminotomy/laminectomy", "left or right".</summary>
    private bool IsAlternative(int hit)
    {
        var clause = reading.ClauseOf(hit);
        var (first, end) = (reading.Hits[hit].First, reading.Hits[hit].End);
        var after = end < clause.End && reading.IsParting(end) && end + 1 < clause.End;
        var before = first - 1 > clause.First && reading.IsParting(first - 1);
        return after && NextAnchor(hit, end + 1) || before && LastAnchor(hit, first - 1);
    }

    private bool NextAnchor(int hit, int token)
    {
        for (var h = hit + 1; h < reading.Hits.Count && reading.Hits[h].First <= token; h++)
        {
            if (reading.Hits[h].First == token && IsRival(hit, h))
            {
                return true;
            }
        }

        return false;
    }

    private bool LastAnchor(int hit, int token)
    {
        for (var h = hit - 1; h >= 0 && reading.Hits[h].End >= token; h--)
        {
            if (reading.Hits[h].End == token && IsRival(hit, h))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two terms that give one element different values.</summary>
    private bool IsRival(int one, int other)
    {
        foreach (var a in reading.Pack.RulesOf(reading.Hits[one].Term))
        {
            foreach (var b in reading.Pack.RulesOf(reading.Hits[other].Term))
            {
                if (a.Element == b.Element && a.Value is not null && b.Value is not null && a.Value != b.Value)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private string Words(int hit)
    {
        var tokens = reading.Tokens;
        var (first, end) = (reading.Hits[hit].First, reading.Hits[hit].End);
        return reading.Draft.Paragraphs[reading.ParagraphOf(hit)].Text[tokens[first].Start..tokens[end - 1].End].ToLowerInvariant();
    }
}
