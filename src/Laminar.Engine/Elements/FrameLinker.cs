using Laminar.Engine.Analysis;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Elements;

/// <summary>
/// Finds the verbs that a thing goes with: behind it ("the flavum was removed"), before it ("removed the flavum",
/// "removal of the flavum"), or in a clause that goes on about it ("the flavum was freed and removed"). The look in each
/// direction is bounded, so linking is linear.
/// </summary>
internal sealed class FrameLinker(Reading reading)
{
    private const int Reach = 4;

    // A verb and its object stand closer than this, in words and marks, in any sentence that people write.
    private const int LongestObject = 60;

    /// <summary>The verb of <paramref name="verbs"/> that acts on the thing at <paramref name="thing"/>, or -1.</summary>
    public int Verb(int thing, ReadOnlySpan<int> verbs)
    {
        var behind = Behind(thing, verbs);
        if (behind >= 0)
        {
            return behind;
        }

        var before = Before(thing, verbs);
        before = before >= 0 ? before : Later(thing, verbs);
        return before >= 0 ? before : Echoed(thing, verbs);
    }

    /// <summary>"… was removed, but the facet was not": the verb is that of the clause before.</summary>
    public bool IsDeniedByEllipsis(int thing, ReadOnlySpan<int> verbs)
    {
        var clause = reading.Scopes.Clause[thing];
        var own = reading.Clauses[clause];
        if (clause == 0 || reading.Clauses[clause - 1].Sentence != own.Sentence || reading.Scopes.NextVerb[thing] >= 0 || !EndsInDenial(own))
        {
            return false;
        }

        var before = reading.Clauses[clause - 1];
        for (var h = before.EndHit - 1; h >= before.FirstHit && h > before.EndHit - 12; h--)
        {
            if (ScopeReader.IsVerb(reading, h) && Is(h, verbs))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The cord was decompressed, and so was the root": the verb is that of the clause before.</summary>
    private int Echoed(int thing, ReadOnlySpan<int> verbs)
    {
        var clause = reading.Scopes.Clause[thing];
        var own = reading.Clauses[clause];
        if (clause == 0 || reading.Clauses[clause - 1].Sentence != own.Sentence || reading.Scopes.NextVerb[thing] >= 0 || reading.Scopes.LastVerb[thing] >= 0 || !IsInverted(own))
        {
            return -1;
        }

        var before = reading.Clauses[clause - 1];
        for (var h = before.EndHit - 1; h >= before.FirstHit && h > before.EndHit - 12; h--)
        {
            if (ScopeReader.IsVerb(reading, h) && Is(h, verbs))
            {
                return h;
            }
        }

        return -1;
    }

    /// <summary>"so was", "as were": the subject stands behind its verb.</summary>
    private bool IsInverted(Clause clause)
    {
        var first = clause.First;
        while (first < clause.End && reading.Pack.Lexicon.Is(reading.Tokens[first].Word, WordForm.Coordinator))
        {
            first++;
        }

        return first + 1 < clause.End && reading.Pack.Lexicon.Is(reading.Tokens[first].Word, WordForm.Subordinator | WordForm.Adverb)
            && reading.Pack.Lexicon.Is(reading.Tokens[first + 1].Word, WordForm.Be | WordForm.Auxiliary);
    }

    private bool EndsInDenial(Clause clause)
    {
        for (var h = clause.EndHit - 1; h >= clause.FirstHit && h > clause.EndHit - 12; h--)
        {
            if (reading.CueOf(h) == Cue.Deny)
            {
                return reading.Hits[h].End >= clause.End - 1;
            }
        }

        return false;
    }

    private int Behind(int thing, ReadOnlySpan<int> verbs)
    {
        if (IsAside(thing))
        {
            return -1;
        }

        var v = reading.Scopes.NextVerb[thing];
        for (var step = 0; v >= 0 && step < Reach; step++, v = reading.Scopes.NextVerb[v])
        {
            if (reading.Hits[v].First >= reading.Hits[thing].End && Is(v, verbs))
            {
                return IsActiveWithOwnThing(thing, v) ? -1 : v;
            }
        }

        return -1;
    }

    private int Before(int thing, ReadOnlySpan<int> verbs)
    {
        var v = reading.Scopes.LastVerb[thing];
        for (var step = 0; v >= 0 && step < Reach; step++, v = reading.Scopes.LastVerb[v])
        {
            if (Matching(v, verbs) is >= 0 and var match)
            {
                // "done to the disc" takes its object behind it although it is passive: such verbs are phrases of their own.
                return reading.Hits[match].Form == PhraseForm.VerbPast && IsPassive(v) || IsParted(match, thing) ? -1 : v;
            }
        }

        return -1;
    }

    private int Later(int thing, ReadOnlySpan<int> verbs)
    {
        var clause = reading.Scopes.Clause[thing];
        if (IsAside(thing) && (clause + 1 >= reading.Clauses.Count || (reading.Clauses[clause + 1].Flags & ClauseFlags.Pronoun) == 0))
        {
            return -1;
        }

        for (var c = clause + 1; c < reading.Clauses.Count && c <= clause + Reach; c++)
        {
            var next = reading.Clauses[c];
            var same = next.Sentence == reading.Clauses[clause].Sentence;
            var about = (next.Flags & ClauseFlags.Pronoun) != 0 || same && (next.Flags & (ClauseFlags.Continues | ClauseFlags.Aside | ClauseFlags.ObjectPronoun)) != 0;
            if (!about || !same && reading.Sentences[next.Sentence].Paragraph != reading.ParagraphOf(thing))
            {
                return -1;
            }

            for (var h = next.FirstHit; h < next.EndHit && h < next.FirstHit + 8; h++)
            {
                if (Is(h, verbs) && (!HasOwnThing(h, next.EndHit) || IsPassive(h)))
                {
                    return h;
                }
            }
        }

        return -1;
    }

    /// <summary>
    /// The term of <paramref name="verbs"/> on the words of a hit, or -1: a phrase may carry several terms, and phrases of
    /// several lengths may start on one word; they follow each other.
    /// </summary>
    private int Matching(int hit, ReadOnlySpan<int> verbs)
    {
        var first = hit;
        while (first > 0 && reading.Hits[first - 1].First == reading.Hits[hit].First)
        {
            first--;
        }

        for (var h = first; h < reading.Hits.Count && reading.Hits[h].First == reading.Hits[hit].First; h++)
        {
            if (verbs.Contains(reading.Hits[h].Term) && !IsAdjective(h))
            {
                return h;
            }
        }

        return -1;
    }

    private bool Is(int hit, ReadOnlySpan<int> verbs) => Matching(hit, verbs) >= 0;

    /// <summary>"was thin", "lay free": a base form behind "was" or a past form is no verb.</summary>
    private bool IsAdjective(int hit)
    {
        if (reading.Hits[hit].Form != PhraseForm.VerbBase || reading.Hits[hit].First == 0)
        {
            return false;
        }

        var before = reading.Pack.Lexicon.Forms(reading.Tokens[reading.Hits[hit].First - 1].Word);
        return (before & WordForm.Be) != 0 || (before & (WordForm.VerbPast | WordForm.Auxiliary)) == WordForm.VerbPast;
    }

    /// <summary>"The root was freed by removing the flavum": the verb has its thing behind it, and the one before it is not it.</summary>
    private bool IsActiveWithOwnThing(int thing, int verb)
        => reading.Hits[verb].Form is PhraseForm.VerbIng or PhraseForm.VerbBase or PhraseForm.VerbThird or PhraseForm.Noun && HasOwnThing(verb, reading.ClauseOf(thing).EndHit)
            || reading.Hits[verb].Form == PhraseForm.VerbPast && !IsPassive(verb) && IsAfterPronoun(verb);

    private bool HasOwnThing(int verb, int endHit)
    {
        for (var h = verb + 1; h < endHit && h < verb + Reach; h++)
        {
            if (reading.Pack.IsObject(reading.Hits[h].Term) && !IsParted(verb, h))
            {
                return true;
            }

            if (ScopeReader.IsVerb(reading, h))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsPassive(int verb)
    {
        var tokens = reading.Tokens;
        var clause = reading.ClauseOf(verb);
        for (var i = reading.Hits[verb].First - 1; i >= clause.First && i >= reading.Hits[verb].First - 6; i--)
        {
            if (reading.Pack.Lexicon.Is(tokens[i].Word, WordForm.Be))
            {
                return true;
            }

            if (reading.Pack.Lexicon.Is(tokens[i].Word, WordForm.SubjectPronoun | WordForm.Determiner))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsAfterPronoun(int verb)
    {
        var tokens = reading.Tokens;
        var first = reading.Hits[verb].First;
        return first > 0 && reading.Pack.Lexicon.Is(tokens[first - 1].Word, WordForm.SubjectPronoun)
            || first > 1 && reading.Pack.Lexicon.Is(tokens[first - 2].Word, WordForm.SubjectPronoun);
    }

    /// <summary>Whether a preposition makes the thing the place of the verb and not its object ("removed from the disc space").</summary>
    private bool IsParted(int verb, int thing)
    {
        var tokens = reading.Tokens;
        var (from, to) = (reading.Hits[verb].End, reading.Hits[thing].First);
        if (to - from > LongestObject)
        {
            return true;
        }

        for (var i = from; i < to; i++)
        {
            if (reading.Pack.Parts(tokens[i].Word))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAside(int thing)
    {
        var tokens = reading.Tokens;
        var clause = reading.ClauseOf(thing);
        for (var i = reading.Hits[thing].First - 1; i >= clause.First && i > reading.Hits[thing].First - 5; i--)
        {
            if (reading.Pack.Parts(tokens[i].Word))
            {
                return true;
            }

            // "On the right the flavum …": the thing's own article begins its phrase.
            if (reading.Pack.Lexicon.Is(tokens[i].Word, WordForm.Determiner) && i > clause.First && !reading.Pack.Lexicon.Is(tokens[i - 1].Word, WordForm.Preposition | WordForm.Determiner))
            {
                return false;
            }

            if (tokens[i].Kind == TokenKind.Comma || reading.Pack.Lexicon.Is(tokens[i].Word, WordForm.Coordinator | WordForm.Auxiliary))
            {
                return false;
            }
        }

        return false;
    }
}
