using System.Runtime.InteropServices;

namespace Laminar.Engine.Analysis;

/// <summary>Which terms stand in each clause, and in each sentence: one bit a term. What is named as absent stands there all the same, and is not present.</summary>
internal sealed class TermSets
{
    private readonly int _stride;
    private readonly ulong[] _clauses;
    private readonly ulong[] _sentences;

    // As the sentences', but for what is absent; filled for a sentence when it is first asked for, which few are.
    private readonly ulong[] _present;
    private readonly bool[] _isRead;
    private readonly Reading _reading;

    public TermSets(Reading reading)
    {
        _reading = reading;
        _stride = (reading.Pack.Terms.Count + 63) / 64;
        _clauses = new ulong[_stride * reading.Clauses.Count];
        _sentences = new ulong[_stride * reading.Sentences.Count];
        _present = new ulong[_stride * reading.Sentences.Count];
        _isRead = new bool[reading.Sentences.Count];
        var hits = CollectionsMarshal.AsSpan(reading.Hits);
        var clauseOf = CollectionsMarshal.AsSpan(reading.Scopes.Clause);
        var clauses = CollectionsMarshal.AsSpan(reading.Clauses);
        for (var h = 0; h < hits.Length; h++)
        {
            var (word, bit) = (hits[h].Term >> 6, 1UL << (hits[h].Term & 63));
            _clauses[(clauseOf[h] * _stride) + word] |= bit;
            _sentences[(clauses[clauseOf[h]].Sentence * _stride) + word] |= bit;
        }
    }

    public bool InClause(int clause, int term) => (_clauses[(clause * _stride) + (term >> 6)] & (1UL << (term & 63))) != 0;

    public bool InSentence(int sentence, int term) => (_sentences[(sentence * _stride) + (term >> 6)] & (1UL << (term & 63))) != 0;

    /// <summary>Whether one of the terms stands in the sentence and is not named as absent ("without fluoroscopy").</summary>
    public bool AnyPresent(int sentence, ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            if (InSentence(sentence, term) && (Present(sentence)[term >> 6] & (1UL << (term & 63))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<ulong> Present(int number)
    {
        var present = _present.AsSpan(number * _stride, _stride);
        if (!_isRead[number])
        {
            _isRead[number] = true;
            var sentence = _reading.Sentences[number];
            for (var clause = sentence.FirstClause; clause < sentence.EndClause; clause++)
            {
                for (var h = _reading.Clauses[clause].FirstHit; h < _reading.Clauses[clause].EndHit; h++)
                {
                    var term = _reading.Hits[h].Term;
                    present[term >> 6] |= Absence.Of(_reading, h) ? 0 : 1UL << (term & 63);
                }
            }
        }

        return present;
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
