using Laminar.Engine.Analysis;
using Laminar.Engine.Assertion;
using Laminar.Engine.Elements;
using Laminar.Engine.Sections;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Levels;

/// <summary>The term groups that decide what a level is named for. All of them come from the pack's data.</summary>
internal sealed record LevelContext
{
    public int[] Treats { get; init; } = [];

    /// <summary>Of these the ones that are the operation itself.</summary>
    public int[] Acts { get; init; } = [];

    /// <summary>How far a cut or an exposure goes: "an incision from T5 to T9".</summary>
    public int[] Extent { get; init; } = [];

    public int[] Finds { get; init; } = [];

    public int[] Counts { get; init; } = [];

    public int[] Access { get; init; } = [];

    public int[] NerveAfter { get; init; } = [];

    public int[] BoneAfter { get; init; } = [];

    public int[] Elsewhere { get; init; } = [];

    public int[] Refuse { get; init; } = [];

    public int[] LevelNouns { get; init; } = [];

    public int[] Relative { get; init; } = [];

    public int[] From { get; init; } = [];
}

/// <summary>Gives each level of a draft its role and state, and reads counts of levels ("two-level").</summary>
internal sealed class LevelReader(Reading reading, TermSets terms, StateReader states, int element)
{
    /// <summary>How many terms of the clause behind are looked at: its verb is among its first.</summary>
    private const int Reach = 24;

    private LevelContext Context => reading.Pack.LevelContext;

    public void Read(List<Mention> mentions)
    {
        for (var h = 0; h < reading.Hits.Count; h++)
        {
            if (reading.Levels.TryGetValue(h, out var level))
            {
                if (Read(h, level) is { } mention)
                {
                    mentions.Add(mention);
                }
            }
            else if (Context.LevelNouns.AsSpan().Contains(reading.Hits[h].Term) && Count(h) is { } count)
            {
                mentions.Add(count);
            }
            else if (Context.Relative.AsSpan().Contains(reading.Hits[h].Term) && Relative(h) is { } relative)
            {
                mentions.Add(relative);
            }
        }
    }

    private Mention? Read(int hit, LevelMention level)
    {
        var clause = reading.Scopes.Clause[hit];
        if (IsRefused(hit, level, clause))
        {
            return null;
        }

        var (role, state) = Role(hit, level, clause);
        return Mention(hit, null, state) with
        {
            Level = level,
            Role = role,
            Uncertain = level.Uncertain,
            Firm = terms.AnyInClause(clause, Context.Treats) || IsItem(clause) || IsListed(clause),
            Excepted = ScopeTable.Has(reading.Scopes.Before[hit], Cue.Except),
        };
    }

    /// <summary>"C5-6: left only."</summary>
    private bool IsItem(int clause)
        => terms.AnyInClause(clause, reading.Pack.SideContext.Words) && LevelItem.Opens(reading, reading.Clauses[clause].Sentence);

    /// <summary>"Decompression T11-12 (both sides) and T12-L1": a stretch without a verb that goes on with a list.</summary>
    private bool IsListed(int clause)
        => (reading.Clauses[clause].Flags & (ClauseFlags.Predicate | ClauseFlags.Aside)) == 0
            && reading.Pack.Lexicon.Is(reading.Tokens[reading.Clauses[clause].First].Word, WordForm.Coordinator)
            && terms.AnyInSentence(reading.Clauses[clause].Sentence, Context.Acts);

    private Mention Mention(int hit, string? value, MentionState state)
    {
        var sentence = reading.ClauseOf(hit).Sentence;
        return new Mention(element, value, reading.Hits[hit].First, reading.Hits[hit].End, sentence, reading.Scopes.Clause[hit], reading.Sentences[sentence].Section, state);
    }

    /// <summary>A laboratory value, an electrode, a heart sound, an MRI sequence; a lone vertebra heard wrong is none at all.</summary>
    private bool IsRefused(int hit, LevelMention level, int clause)
        => level.Interspaces == 0 && (terms.AnyInClause(clause, Context.Refuse) || level.Uncertain && level.Raw is null);

    private (LevelRole Role, MentionState State) Role(int hit, LevelMention level, int clause)
    {
        var sentence = reading.SentenceOf(hit);
        var state = states.OfPlace(hit);
        var lone = level.Interspaces == 0 && level.Raw is null;
        if (state == MentionState.Historical)
        {
            return (LevelRole.Historical, state);
        }

        if (Follows(hit, Context.NerveAfter, lone ? 2 : 1))
        {
            return (LevelRole.Neurological, state);
        }

        if (lone && terms.AnyInSentence(reading.Clauses[clause].Sentence, Context.Counts) || IsCountedFrom(hit, clause))
        {
            return (LevelRole.Counting, state);
        }

        var treats = terms.AnyInClause(clause, Context.Treats);
        if (terms.AnyInClause(clause, Context.Extent) && !terms.AnyInClause(clause, Context.Acts))
        {
            return (LevelRole.Landmark, state);
        }

        if (terms.AnyInClause(clause, Context.Access) && !terms.AnyInClause(clause, Context.Acts) && sentence.Section is not SectionKind.Title)
        {
            return (LevelRole.Access, state);
        }

        if (sentence.Section is SectionKind.Diagnosis or SectionKind.Indication
            || sentence.Section is not SectionKind.Title && !treats && terms.AnyInClause(clause, Context.Finds))
        {
            return (LevelRole.Finding, state);
        }

        if (state == MentionState.Performed && IsLeftAlone(hit, clause))
        {
            return (LevelRole.Finding, MentionState.NotPerformed);
        }

        return lone && sentence.Section is not SectionKind.Title && (!treats || Follows(hit, Context.BoneAfter, 3) && !IsActOn(hit))
            ? (LevelRole.Landmark, state)
            : (LevelRole.Treated, state);
    }

    private bool IsLeftAlone(int hit, int clause)
    {
        if (terms.AnyInClause(clause, Context.Elsewhere))
        {
            return true;
        }

        if (!terms.AnyInClause(clause, Context.Acts) && IsDeniedLater(clause))
        {
            return true;
        }

        var next = reading.Scopes.NextVerb[hit];
        return next >= 0 && !states.IsInPhrase(hit)
            && (reading.CueOf(next) is Cue.Spare or Cue.Withhold || ScopeTable.Has(reading.Scopes.Before[next], Cue.Deny) && reading.CueOf(next) is not Cue.Show);
    }

    /// <summary>"was marked but never entered": the clause goes on to say that nothing was done there.</summary>
    private bool IsDeniedLater(int clause)
    {
        for (var c = clause + 1; c < reading.Clauses.Count && c <= clause + 2 && (reading.Clauses[c].Flags & ClauseFlags.Continues) != 0
            && reading.Clauses[c].Sentence == reading.Clauses[clause].Sentence; c++)
        {
            for (var h = reading.Clauses[c].FirstHit; h < reading.Clauses[c].EndHit && h < reading.Clauses[c].FirstHit + Reach; h++)
            {
                if (reading.Hits[h].IsVerb && Context.Treats.AsSpan().Contains(reading.Hits[h].Term) && ScopeTable.Has(reading.Scopes.Before[h], Cue.Deny))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the bone is the object of the act: "the C4 lamina was removed", against "docked on the C4 lamina".</summary>
    private bool IsActOn(int hit) => !states.IsInPhrase(hit);

    private bool Follows(int hit, int[] group, int within)
    {
        var end = reading.Hits[hit].End;
        for (var h = hit + 1; h < reading.ClauseOf(hit).EndHit && reading.Hits[h].First < end + within; h++)
        {
            if (reading.Hits[h].First >= end && group.AsSpan().Contains(reading.Hits[h].Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"counting down from C2", "with L5 at the bottom": where a count began.</summary>
    private bool IsCountedFrom(int hit, int clause)
    {
        if (!terms.AnyInSentence(reading.Clauses[clause].Sentence, Context.Counts))
        {
            return false;
        }

        for (var h = hit - 1; h >= reading.ClauseOf(hit).FirstHit && reading.Hits[h].End >= reading.Hits[hit].First - 2; h--)
        {
            if (Context.From.AsSpan().Contains(reading.Hits[h].Term))
            {
                return true;
            }
        }

        return false;
    }

    private Mention? Count(int hit)
    {
        var first = reading.Hits[hit].First;
        var clause = reading.ClauseOf(hit);
        // "by counting up two spaces"
        if (terms.AnyInClause(reading.Scopes.Clause[hit], Context.Counts) && !terms.AnyInClause(reading.Scopes.Clause[hit], Context.Acts))
        {
            return null;
        }

        for (var i = first - 1; i >= clause.First && i >= first - 2; i--)
        {
            var token = reading.Tokens[i];
            var number = token.Kind == TokenKind.Number ? token.Number : reading.Pack.CountOf(token.Word);
            if (number is >= 1 and <= 12 && !IsPartOfLevel(i, hit))
            {
                var state = states.OfPlace(hit);
                return Follows(hit, Context.Elsewhere, 2) || state != MentionState.Performed
                    || !terms.AnyInSentence(clause.Sentence, Context.Treats) && !ScopeTable.Has(reading.Scopes.SentenceCues[clause.Sentence], Cue.Perform) && reading.SentenceOf(hit).Section != SectionKind.Title
                    ? null
                    : Mention(hit, null, state) with { First = i, Count = number, Role = LevelRole.Treated };
            }
        }

        return null;
    }

    private bool IsPartOfLevel(int token, int hit)
        => Enumerable.Range(Math.Max(0, hit - 6), Math.Min(6, hit)).Any(h => reading.Levels.ContainsKey(h) && reading.Hits[h].First <= token && token < reading.Hits[h].End)
            || token > 0 && reading.Tokens[token].Kind == TokenKind.Number && reading.Tokens[token].Is(TokenFlags.Glued);

    /// <summary>"the level above": a level that is meant and not named.</summary>
    private Mention? Relative(int hit)
    {
        var clause = reading.Scopes.Clause[hit];
        var state = states.OfPlace(hit);
        var section = reading.SentenceOf(hit).Section;
        return state == MentionState.Performed && terms.AnyInSentence(reading.Clauses[clause].Sentence, Context.Treats) && section is SectionKind.Description or SectionKind.Body or SectionKind.Title
            && !terms.AnyInClause(clause, Context.Finds) && !IsLeftAlone(hit, clause)
            ? Mention(hit, null, state) with { Role = LevelRole.Treated, Uncertain = true, Level = new LevelMention(reading.Hits[hit].First, reading.Hits[hit].End, 0, 0, true) }
            : null;
    }
}
