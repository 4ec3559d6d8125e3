using Laminar.Engine.Analysis;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Assertion;

/// <summary>
/// What a sentence says of an act or a thing: done, not done, tried, meant, past, somebody else's. Section first, then sentence,
/// clause and verb, in the order of the project's domain notes, section 4.
/// </summary>
internal sealed class StateReader(Reading reading)
{
    private const int LongestChain = 4;

    private const int NearHits = 12;

    private readonly Framing _framing = new(reading);
    private readonly OpenAnswers _open = new(reading);

    // What each clause goes on to say of the acts before it, once it was asked for: a clause says the same of each of them.
    private readonly Dictionary<int, MentionState?> _going = [];

    /// <summary>State of the noun of an act ("foraminotomy").</summary>
    public MentionState OfAct(int hit)
    {
        if ((Frame(hit) ?? Unanswered(hit)) is { } framed)
        {
            return framed;
        }

        if (Denied(hit))
        {
            return MentionState.NotPerformed;
        }

        if (ScopeTable.Has(ClauseCues(hit), Cue.Alternative))
        {
            return MentionState.Placeholder;
        }

        if (ScopeTable.Has(ClauseCues(hit), Cue.Idle))
        {
            return MentionState.MentionOnly;
        }

        var before = reading.Scopes.Before[hit];
        var state = Led(before) ?? (DeniedBehind(hit) ? MentionState.NotPerformed : null);
        var subject = !IsInPhrase(hit);
        var judged = subject ? JudgeChain(hit) : null;
        if (judged == MentionState.NotPerformed && ScopeTable.Has(before, Cue.Except))
        {
            // "Apart from a limited flavectomy nothing was done": it is the rest that is denied.
            judged = MentionState.Performed;
        }

        if (judged is null && reading.Scopes.LastVerb[hit] is >= 0 and var verb && !ScopeReader.IsNominal(reading, verb))
        {
            judged = Judge(verb);
        }

        if (judged == MentionState.Performed && state is MentionState.Planned or MentionState.Hypothetical && (IsBehind(hit, Cue.Plan, 0) || IsBehind(hit, Cue.Consider, 0)))
        {
            // "the planned foraminotomy was performed"
            return MentionState.Performed;
        }

        return judged is MentionState.Performed or null ? state ?? judged ?? MentionState.Performed : judged.Value;
    }

    /// <summary>State of a thing that is used ("fluoroscopy").</summary>
    public MentionState OfThing(int hit)
    {
        if ((Frame(hit) ?? Unanswered(hit, aside: IsInPhrase(hit))) is { } framed)
        {
            return framed;
        }

        var next = Next(hit);
        // "No fluoroscopy showed it", but "without fluoroscopy, it was found": what was not there shows nothing.
        var shown = next >= 0 && reading.CueOf(next) == Cue.Show && !Absence.IsWithout(reading, hit);
        if (Denied(hit) && !shown && !IsWhereFound(hit) || DeniedBehind(hit))
        {
            return MentionState.NotPerformed;
        }

        if (ScopeTable.Has(ClauseCues(hit), Cue.Idle) || ScopeTable.Has(ClauseCues(hit), Cue.Future))
        {
            return ScopeTable.Has(ClauseCues(hit), Cue.Idle) ? MentionState.MentionOnly : MentionState.Planned;
        }

        if (!shown && !IsInPhrase(hit) && JudgeChain(hit) is { } judged && judged != MentionState.Performed)
        {
            return judged;
        }

        var last = reading.Scopes.LastVerb[hit];
        return last >= 0 && !IsInPhrase(hit) && reading.CueOf(last) is Cue.Withhold or Cue.Consider or Cue.Attempt
            ? Judge(last) ?? MentionState.Performed
            : MentionState.Performed;
    }

    /// <summary>State of something found ("stenosis"): any denial in front of it counts.</summary>
    public MentionState OfFinding(int hit)
        => Frame(hit) ?? Unanswered(hit) ?? (Denied(hit) || DeniedBehind(hit) ? MentionState.NotPerformed : MentionState.Performed);

    /// <summary>State of a verb with its thing ("removed", "flavum").</summary>
    public MentionState OfFrame(int verb, int thing)
    {
        if ((Frame(verb) ?? Unanswered(verb) ?? Unanswered(thing)) is { } framed)
        {
            return framed;
        }

        if (reading.IsUnfilled(reading.Hits[thing].First, reading.Hits[thing].End))
        {
            return MentionState.Placeholder;
        }

        if (ScopeReader.IsNominal(reading, verb))
        {
            return OfAct(verb);
        }

        var before = reading.Scopes.Before[verb];
        if (Led(before) is { } led && !(led == MentionState.Hypothetical && IsJudgement(verb)))
        {
            return led;
        }

        if (DeniedVerb(verb) || Denied(thing) || DeniedBehind(verb))
        {
            return MentionState.NotPerformed;
        }

        return ScopeTable.Has(before, Cue.Withhold) || ScopeTable.Has(before, Cue.Need) && ScopeTable.Has(before, Cue.Deny)
            ? MentionState.NotPerformed
            : MentionState.Performed;
    }

    /// <summary>State of a level or a side by its surroundings alone: where it stands and whose it is.</summary>
    public MentionState OfPlace(int hit)
    {
        if (Frame(hit) is { } framed)
        {
            return framed;
        }

        if (ScopeTable.Has(ClauseCues(hit), Cue.Future))
        {
            return MentionState.Planned;
        }

        return MentionState.Performed;
    }

    /// <param name="aside">"Under fluoroscopy a foraminotomy was [performed | not performed]": the list decides of the act alone.</param>
    private MentionState? Unanswered(int hit, bool aside = false)
        => _open.IsLabel(hit) || !aside && _open.IsUndecided(hit) ? MentionState.Placeholder : null;

    /// <inheritdoc cref="Framing.Of"/>
    public MentionState? Frame(int hit) => _framing.Of(hit);

    /// <summary>Whether a preposition puts the hit aside of the verb: "under fluoroscopy the disc was not entered".</summary>
    public bool IsInPhrase(int hit)
    {
        var clause = reading.ClauseOf(hit);
        var tokens = reading.Tokens;
        for (var i = reading.Hits[hit].First - 1; i >= clause.First && i > reading.Hits[hit].First - 7; i--)
        {
            var form = tokens[i].Word > 0 ? reading.Pack.Lexicon.Forms(tokens[i].Word) : WordForm.None;
            if (tokens[i].Kind is TokenKind.Comma or TokenKind.Colon || (form & (WordForm.Coordinator | WordForm.Auxiliary | WordForm.SubjectPronoun)) != 0)
            {
                return false;
            }

            if ((form & WordForm.Preposition) != 0)
            {
                return !reading.Pack.IsOf(tokens[i].Word);
            }

            if ((form & WordForm.Determiner) != 0 && i > clause.First && !reading.Pack.Lexicon.Is(tokens[i - 1].Word, WordForm.Preposition | WordForm.Determiner))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The next verb behind the hit's own words.</summary>
    private int Next(int hit)
    {
        var next = reading.Scopes.NextVerb[hit];
        while (next >= 0 && reading.Hits[next].First < reading.Hits[hit].End)
        {
            next = reading.Scopes.NextVerb[next];
        }

        return next;
    }

    private uint ClauseCues(int hit) => reading.Scopes.ClauseCues[reading.Scopes.Clause[hit]];

    private bool Denied(int hit)
    {
        var before = reading.Scopes.Before[hit];
        return ScopeTable.Has(before, Cue.Deny) || ScopeTable.Has(before, Cue.Without) || ScopeTable.Has(before, Cue.Instead);
    }

    /// <summary>"No herniation on MRI": what was looked for is denied, not the study that it was looked for on.</summary>
    private bool IsWhereFound(int hit)
    {
        if (!IsInPhrase(hit))
        {
            return false;
        }

        var found = false;
        for (var h = hit - 1; h >= reading.ClauseOf(hit).FirstHit && h > hit - NearHits; h--)
        {
            found |= reading.Pack.LevelContext.Finds.AsSpan().Contains(reading.Hits[h].Term);
            if (reading.CueOf(h) == Cue.Deny)
            {
                return found;
            }
        }

        return false;
    }

    /// <summary>"without" denies no finite verb: "foraminotomy without facetectomy was performed"; it does in "without having been used".</summary>
    private bool DeniedVerb(int verb)
    {
        var before = reading.Scopes.Before[verb];
        return ScopeTable.Has(before, Cue.Deny) || ScopeTable.Has(before, Cue.Instead)
            || ScopeTable.Has(before, Cue.Without) && (reading.Hits[verb].Form is PhraseForm.VerbIng or PhraseForm.Noun || reading.Hits[verb].Form == PhraseForm.VerbPast && IsBehind(verb, Cue.Without, 2));
    }

    /// <summary>Whether a cue ends at most <paramref name="within"/> words before the hit, with no term between.</summary>
    private bool IsBehind(int hit, Cue cue, int within)
    {
        for (var h = hit - 1; h >= reading.ClauseOf(hit).FirstHit && h > hit - NearHits; h--)
        {
            if (reading.CueOf(h) != cue && reading.Hits[h].First < reading.Hits[hit].First && reading.Hits[h].End > reading.Hits[hit].First - within)
            {
                return false;
            }

            if (reading.CueOf(h) == cue && reading.Hits[h].End <= reading.Hits[hit].First && reading.Hits[h].End >= reading.Hits[hit].First - within)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Discectomy: no", "contrast - nil", "fluoroscopy not used": a denial right behind, at most an auxiliary between.</summary>
    private bool DeniedBehind(int hit)
    {
        var clause = reading.ClauseOf(hit);
        var tokens = reading.Tokens;
        for (var h = hit + 1; h < clause.EndHit && h < hit + 12; h++)
        {
            if (reading.Hits[h].First < reading.Hits[hit].End)
            {
                continue;
            }

            if (reading.CueOf(h) is not (Cue.Deny or Cue.Withhold))
            {
                // Other terms on the same words; words in between end the look below.
                continue;
            }

            if (reading.CueOf(h) == Cue.Deny && h + 1 < clause.EndHit && reading.Hits[h + 1].First == reading.Hits[h].End && reading.CueOf(h + 1) is Cue.Plan or Cue.Consider)
            {
                // "facetectomy, not planned beforehand, was carried out"
                return false;
            }

            var gap = reading.Hits[h].First - reading.Hits[hit].End;
            for (var i = reading.Hits[hit].End; i < reading.Hits[h].First; i++)
            {
                if (tokens[i].Kind is TokenKind.Word && !reading.Pack.Lexicon.Is(tokens[i].Word, WordForm.Auxiliary | WordForm.Adverb))
                {
                    return false;
                }
            }

            return gap > 0 || reading.CueOf(h) == Cue.Withhold;
        }

        return false;
    }

    /// <summary>The verbs behind an act, in its clause and in the clauses that go on about it: the last that decides wins.</summary>
    private MentionState? JudgeChain(int hit)
    {
        MentionState? state = null;
        var steps = 0;
        for (var v = Next(hit); v >= 0 && steps < LongestChain; v = reading.Scopes.NextVerb[v], steps++)
        {
            if (ScopeReader.IsNominal(reading, v))
            {
                continue;
            }

            state = Judge(v) ?? state;
            var next = reading.Scopes.NextVerb[v];
            if (state is not null && reading.CueOf(v) is Cue.Perform or Cue.None && !(next >= 0 && IsBehind(next, Cue.Without, 2)))
            {
                break;
            }
        }

        var clause = reading.Scopes.Clause[hit];
        var sentence = reading.Sentences[reading.Clauses[clause].Sentence];
        for (var c = clause + 1; c < sentence.EndClause && c <= clause + LongestChain; c++)
        {
            if ((reading.Clauses[c].Flags & (ClauseFlags.Continues | ClauseFlags.Pronoun)) == 0)
            {
                if ((reading.Clauses[c].Flags & ClauseFlags.Aside) != 0 && (reading.Clauses[c].Flags & ClauseFlags.Predicate) == 0)
                {
                    continue;
                }

                break;
            }

            state = GoesOn(c) ?? state;
        }

        return state;
    }

    /// <summary>The last judgement in a clause that goes on about something; null where it judges nothing.</summary>
    private MentionState? GoesOn(int clause)
    {
        if (_going.TryGetValue(clause, out var known))
        {
            return known;
        }

        MentionState? state = null;
        for (var h = reading.Clauses[clause].FirstHit; h < reading.Clauses[clause].EndHit; h++)
        {
            if (ScopeReader.IsVerb(reading, h) && reading.CueOf(h) is not (Cue.None or Cue.Show))
            {
                state = Judge(h) ?? state;
            }
        }

        _going.Add(clause, state);
        return state;
    }

    /// <summary>What one verb says of its subject or object; null where it says nothing.</summary>
    private MentionState? Judge(int verb)
    {
        var denied = DeniedVerb(verb) || reading.CueOf(verb) == Cue.Perform && IsWithheld(verb);
        return reading.CueOf(verb) switch
        {
            Cue.Withhold => denied ? MentionState.MentionOnly : MentionState.NotPerformed,
            Cue.Need or Cue.Consider when denied => MentionState.NotPerformed,
            Cue.Need => null,
            Cue.Consider => MentionState.Hypothetical,
            Cue.Plan or Cue.Future => denied ? MentionState.NotPerformed : MentionState.Planned,
            Cue.Attempt or Cue.Abandon => denied ? MentionState.NotPerformed : MentionState.Attempted,
            Cue.Idle => MentionState.MentionOnly,
            Cue.Show or Cue.Spare => null,
            // "could not be completed"
            _ when IsBehind(verb, Cue.Attempt, 0) => MentionState.Attempted,
            _ => denied ? MentionState.NotPerformed : MentionState.Performed,
        };
    }

    /// <summary>"none was given", "decided not to extend"; but "avoided by making".</summary>
    private bool IsWithheld(int verb)
        => IsBehind(verb, Cue.Withhold, 0)
            || IsBehind(verb, Cue.Withhold, 1) && reading.Pack.Lexicon.Is(reading.Tokens[reading.Hits[verb].First - 1].Word, WordForm.Be);

    /// <summary>"was considered decompressed": a judgement on what was done, not a plan.</summary>
    private bool IsJudgement(int verb)
    {
        var last = reading.Scopes.LastVerb[verb];
        return last >= 0 && reading.CueOf(last) == Cue.Consider && reading.Hits[verb].First - reading.Hits[last].End <= 6;
    }

    /// <summary>What leads up to a verb or a noun: "attempted", "planned", "will".</summary>
    private static MentionState? Led(uint before)
        => ScopeTable.Has(before, Cue.Attempt) || ScopeTable.Has(before, Cue.Abandon) ? MentionState.Attempted
            : ScopeTable.Has(before, Cue.Future) || ScopeTable.Has(before, Cue.Plan) ? MentionState.Planned
            : ScopeTable.Has(before, Cue.Consider) ? MentionState.Hypothetical
            : null;
}
