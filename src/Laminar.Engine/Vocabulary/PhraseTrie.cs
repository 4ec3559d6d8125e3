using Laminar.Engine.Text;

namespace Laminar.Engine.Vocabulary;

/// <summary>
/// All phrases of a pack in one tree over word numbers. Every phrase that stands in a text is found, but for those inside a
/// phrase of a hiding term.
/// The walk from one token is bounded by the longest phrase, so matching is linear in the text.
/// </summary>
internal sealed class PhraseTrie
{
    private const int LongestPhrase = 12;

    private readonly PhraseEdges _edges;
    private readonly PhraseEnd[][] _ends;
    private readonly bool[] _starts;

    public PhraseTrie(PhraseEdges edges, PhraseEnd[][] ends, int words)
    {
        (_edges, _ends) = (edges, ends);
        _starts = new bool[words];
        edges.MarkFirst(_starts);
    }

    /// <summary>
    /// Adds every phrase that starts at a token, the longest first. A phrase of a hiding term ends the list, and the token it
    /// returns is the first that is not hidden by it ("foraminotomy punch" hides "foraminotomy").
    /// </summary>
    public int Match(ReadOnlySpan<Token> tokens, int start, IReadOnlyList<Term> terms, List<Hit> hits)
    {
        var word = tokens[start].Word;
        if (word == 0 || !_starts[word])
        {
            return start + 1;
        }

        Span<int> nodes = stackalloc int[LongestPhrase];
        Span<int> ends = stackalloc int[LongestPhrase];
        var count = Walk(tokens, start, nodes, ends);
        var free = start + 1;
        for (var i = count - 1; i >= 0; i--)
        {
            var hides = false;
            foreach (var phrase in _ends[nodes[i]])
            {
                hits.Add(new Hit(phrase.Term, phrase.Form, start, ends[i]));
                hides |= terms[phrase.Term].Hides;
            }

            if (hides)
            {
                return Math.Max(free, ends[i]);
            }
        }

        return free;
    }

    private int Walk(ReadOnlySpan<Token> tokens, int start, Span<int> nodes, Span<int> ends)
    {
        var (node, count) = (0, 0);
        for (var i = start; i < tokens.Length && count < ends.Length; i++)
        {
            if (i > start && tokens[i].Kind is TokenKind.Hyphen)
            {
                continue;
            }

            var word = tokens[i].Word;
            if (word == 0 || (node = _edges.Find(node, word)) == 0)
            {
                break;
            }

            if (_ends[node].Length > 0)
            {
                nodes[count] = node;
                ends[count++] = i + 1;
            }
        }

        return count;
    }
}

/// <summary>Where a phrase of a term ends in the tree.</summary>
internal sealed record PhraseEnd(int Term, PhraseForm Form);

/// <summary>Collects phrases while a pack is compiled.</summary>
internal sealed class PhraseTrieBuilder
{
    private readonly PhraseEdges _edges = new();
    private readonly List<List<PhraseEnd>> _ends = [[]];

    public void Add(ReadOnlySpan<int> words, int term, PhraseForm form)
    {
        var node = 0;
        foreach (var word in words)
        {
            node = _edges.FindOrAdd(node, word);
            if (node == _ends.Count)
            {
                _ends.Add([]);
            }
        }

        if (!_ends[node].Exists(e => e.Term == term))
        {
            _ends[node].Add(new PhraseEnd(term, form));
        }
    }

    public PhraseTrie Build(int words)
    {
        var ends = new PhraseEnd[_ends.Count][];
        for (var node = 0; node < ends.Length; node++)
        {
            ends[node] = _ends[node].Count == 0 ? [] : _ends[node].ToArray();
        }

        return new PhraseTrie(_edges, ends, words);
    }
}
