using System.Runtime.InteropServices;

namespace Laminar.Engine.Analysis;

/// <summary>Which terms stand in each clause, and in each sentence: one bit a term. What is named as absent stands there all the same, and is not present.</summary>
internal sealed class TermSets
{
    private readonly int _stride;
    private readonly ulong[] _clauses;
    private readonly ulong[] _sentences;
    private readonly ulong[] _present;

    public TermSets(Reading reading)
    {
        _stride = (reading.Pack.Terms.Count + 63) / 64;
        _clauses = new ulong[_stride * reading.Clauses.Count];
        _sentences = new ulong[_stride * reading.Sentences.Count];
        _present = new ulong[_stride * reading.Sentences.Count];
        var hits = CollectionsMarshal.AsSpan(reading.Hits);
        var clauseOf = CollectionsMarshal.AsSpan(reading.Scopes.Clause);
        var clauses = CollectionsMarshal.AsSpan(reading.Clauses);
        for (var h = 0; h < hits.Length; h++)
        {
            var (word, bit) = (hits[h].Term >> 6, 1UL << (hits[h].Term & 63));
            _clauses[(clauseOf[h] * _stride) + word] |= bit;
            _sentences[(clauses[clauseOf[h]].Sentence * _stride) + word] |= bit;
            _present[(clauses[clauseOf[h]].Sentence * _stride) + word] |= Absence.Of(reading, h) ? 0 : bit;
        }
    }

    public bool InClause(int clause, int term) => (_clauses[(clause * _stride) + (term >> 6)] & (1UL << (term & 63))) != 0;

    public bool InSentence(int sentence, int term) => (_sentences[(sentence * _stride) + (term >> 6)] & (1UL << (term & 63))) != 0;

    /// <summary>Whether one of the terms stands in the sentence and is not named as absent ("without fluoroscopy").</summary>
    public bool AnyPresent(int sentence, ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            if ((_present[(sentence * _stride) + (term >> 6)] & (1UL << (term & 63))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool AnyInClause(int clause, ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            if (InClause(clause, term))
            {
                return true;
            }
        }

        return false;
    }

    public bool AnyInSentence(int sentence, ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            if (InSentence(sentence, term))
            {
                return true;
            }
        }

        return false;
    }
}
