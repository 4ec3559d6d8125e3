using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Analysis;

/// <summary>
/// One sweep to the right and one to the left over each clause: which cues reach a hit, and which verbs stand next to it.
/// </summary>
internal static class ScopeReader
{
    private static readonly uint Verbs = Bits(Cue.Perform, Cue.Withhold, Cue.Need, Cue.Consider, Cue.Plan, Cue.Future, Cue.Attempt, Cue.Abandon, Cue.Idle, Cue.Show, Cue.Spare);

    private static readonly uint Denials = Bits(Cue.Deny, Cue.Without, Cue.Instead);

    public static void Read(Reading reading)
    {
        for (var s = 0; s < reading.Sentences.Count; s++)
        {
            var sentence = reading.Sentences[s];
            var all = 0u;
            var denied = 0u;
            for (var c = sentence.FirstClause; c < sentence.EndClause; c++)
            {
                all |= Sweep(reading, c, ref denied);
            }

            if (reading.Pack.Inverts(reading.Tokens[sentence.First].Word))
            {
                all |= ScopeTable.Bit(Cue.Condition);
            }

            reading.Scopes.SentenceCues.Add(all);
        }
    }

    /// <summary>Whether the hit tells what became of an act: a verb of the vocabulary or a cue that works like one.</summary>
    public static bool IsVerb(Reading reading, int hit)
        => reading.Hits[hit].IsVerb || reading.TermOf(reading.Hits[hit]).Verbal || (Verbs & ScopeTable.Bit(reading.CueOf(hit))) != 0;

    /// <summary>"removal", "decompression": the noun of a verb, which is no verb of its clause.</summary>
    public static bool IsNominal(Reading reading, int hit) => reading.Hits[hit].Form == PhraseForm.Noun && reading.CueOf(hit) == Cue.None;

    /// <param name="denied">The denial that the clause before ended under: "or" goes on with it.</param>
    private static uint Sweep(Reading reading, int number, ref uint denied)
    {
        var clause = reading.Clauses[number];
        var scopes = reading.Scopes;
        var (mask, all, last) = (reading.Pack.IsOr(reading.Tokens[clause.First].Word) ? denied : 0u, 0u, -1);
        var at = clause.First;
        for (var h = clause.FirstHit; h < clause.EndHit; h++)
        {
            var hit = reading.Hits[h];
            mask = Pass(reading, mask, at, hit.First, clause.End);
            all |= Year(reading, at, hit.First);
            at = Math.Max(at, hit.First);
            scopes.Clause.Add(number);
            scopes.Before.Add(mask);
            scopes.LastVerb.Add(last);
            scopes.NextVerb.Add(-1);
            var cue = reading.CueOf(h);
            all |= ScopeTable.Bit(cue);
            mask = (cue == Cue.Except ? mask & ~Denials : mask) | ScopeTable.Bit(cue);
            if (IsVerb(reading, h) && Represents(reading, h, clause))
            {
                // "No spread was seen under fluoroscopy": what was seen is denied, not the imaging.
                mask = cue == Cue.Show && (mask & Denials) != 0 ? mask | ShownBit : mask & ~ShownBit;
                last = h;
            }
        }

        denied = mask & ScopeTable.Bit(Cue.Deny);
        all |= Year(reading, at, clause.End);
        var next = -1;
        for (var h = clause.EndHit - 1; h >= clause.FirstHit; h--)
        {
            scopes.NextVerb[h] = next;
            next = IsVerb(reading, h) && Represents(reading, h, clause) ? h : next;
        }

        scopes.ClauseCues.Add(all);
        return all;
    }

    /// <summary>Of several terms on the same words the one with a cue stands for all.</summary>
    private static bool Represents(Reading reading, int hit, Clause clause)
    {
        if (reading.CueOf(hit) != Cue.None)
        {
            return true;
        }

        for (var h = hit - 1; h >= clause.FirstHit && reading.Hits[h].First == reading.Hits[hit].First; h--)
        {
            if (IsVerb(reading, h))
            {
                return false;
            }
        }

        for (var h = hit + 1; h < clause.EndHit && reading.Hits[h].First == reading.Hits[hit].First; h++)
        {
            if ((Verbs & ScopeTable.Bit(reading.CueOf(h))) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private const uint ShownBit = 1u << 31;

    /// <summary>"in 2011", "since 1998": the clause tells of the past. A year stands alone behind a preposition.</summary>
    private static uint Year(Reading reading, int from, int to)
    {
        for (var i = Math.Max(from, 1); i < to; i++)
        {
            var token = reading.Tokens[i];
            if (token.Number is >= 1950 and < 2100 && token.Length == 4 && reading.Pack.Lexicon.Is(reading.Tokens[i - 1].Word, WordForm.Preposition))
            {
                return ScopeTable.Bit(Cue.Past);
            }
        }

        return 0;
    }

    /// <summary>What the plain tokens between two hits do to the reach of a denial.</summary>
    private static uint Pass(Reading reading, uint mask, int from, int to, int end)
    {
        if ((mask & Denials) == 0)
        {
            return mask;
        }

        var tokens = reading.Tokens;
        var lexicon = reading.Pack.Lexicon;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind == TokenKind.Comma && HasVerbAhead(reading, i + 1, end))
            {
                mask &= ~Bits(Cue.Without, Cue.Instead);
            }

            // "no herniation, only a tight canal"
            if (tokens[i].Kind == TokenKind.Comma && i + 2 < end && lexicon.Is(tokens[i + 1].Word, WordForm.Adverb) && lexicon.Is(tokens[i + 2].Word, WordForm.Determiner))
            {
                mask &= ~Denials;
            }

            // "Without bleeding the trocar was advanced"
            if (BeginsSubject(reading, i) && HasVerbAhead(reading, i + 1, end))
            {
                mask &= ~ScopeTable.Bit(Cue.Without);
            }

            var form = tokens[i].Word > 0 ? lexicon.Forms(tokens[i].Word) : WordForm.None;
            var determined = i + 1 < reading.TokenList.Count && lexicon.Is(tokens[i + 1].Word, WordForm.Determiner);
            if ((form & WordForm.Coordinator) != 0 && i + 1 < reading.TokenList.Count && lexicon.Is(reading.Tokens[i + 1].Word, WordForm.VerbPast))
            {
                mask &= ~Bits(Cue.Without, Cue.Instead);
            }

            if ((form & WordForm.Coordinator) != 0 && determined && !reading.Pack.IsNor(tokens[i].Word))
            {
                mask &= ~(reading.Pack.IsOr(tokens[i].Word) ? Bits(Cue.Without, Cue.Instead) : Denials);
            }

            if ((form & WordForm.SubjectPronoun) != 0)
            {
                mask &= ~Bits(Cue.Without, Cue.Instead);
            }

            if ((form & (WordForm.Preposition | WordForm.Subordinator)) != 0 && (mask & ShownBit) != 0 && !reading.Pack.IsOf(tokens[i].Word))
            {
                mask &= ~Denials;
            }
        }

        return mask;
    }

    /// <summary>A determiner right behind a noun: what went before is told, and another thing begins.</summary>
    private static bool BeginsSubject(Reading reading, int token)
    {
        const WordForm Leads = WordForm.Determiner | WordForm.Preposition | WordForm.Coordinator | WordForm.Subordinator | WordForm.Contrast | WordForm.Adverb | WordForm.Auxiliary;
        const WordForm Verbal = WordForm.VerbBase | WordForm.VerbPast | WordForm.VerbIng | WordForm.VerbThird;
        var tokens = reading.Tokens;
        var lexicon = reading.Pack.Lexicon;
        return token > 1 && lexicon.Is(tokens[token].Word, WordForm.Determiner) && tokens[token - 1].Kind == TokenKind.Word && !lexicon.Is(tokens[token - 1].Word, Leads)
            // "without exposing the lamina", but "without any bleeding the trocar"
            && (!lexicon.Is(tokens[token - 1].Word, Verbal) || lexicon.Is(tokens[token - 2].Word, WordForm.Determiner));
    }

    /// <summary>"without any X-ray, fluoroscopic or otherwise" goes on with its list; "without difficulty, the cannula was passed" does not.</summary>
    private static bool HasVerbAhead(Reading reading, int from, int end)
    {
        const int Reach = 25;
        for (var i = from; i < end && i < from + Reach; i++)
        {
            if (reading.Pack.Lexicon.Is(reading.Tokens[i].Word, WordForm.Auxiliary | WordForm.Be | WordForm.VerbPast | WordForm.SubjectPronoun))
            {
                return true;
            }
        }

        return false;
    }

    private static uint Bits(params ReadOnlySpan<Cue> cues)
    {
        var bits = 0u;
        foreach (var cue in cues)
        {
            bits |= ScopeTable.Bit(cue);
        }

        return bits;
    }
}
