using System.Runtime.InteropServices;
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

    // Keys and values of the edges in an open table: the walk is the hottest loop of a scan.
    private readonly long[] _keys;
    private readonly int[] _nodes;
    private readonly (int Term, PhraseForm Form)[][] _outputs;
    private readonly bool[] _starts;

    public PhraseTrie(Dictionary<long, int> children, (int Term, PhraseForm Form)[][] outputs, int words)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, children.Count * 3));
        (_keys, _nodes) = (new long[size], new int[size]);
        foreach (var (key, node) in children)
        {
            var slot = Slot(key, size);
            while (_nodes[slot] != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            (_keys[slot], _nodes[slot]) = (key, node);
        }

        _outputs = outputs;
        _starts = new bool[words];
        foreach (var key in children.Keys)
        {
            if (key >> 32 == 0)
            {
                _starts[(int)(key & 0xFFFFFFFF)] = true;
            }
        }
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

        Span<(int Node, int End)> found = stackalloc (int, int)[LongestPhrase];
        var count = Walk(tokens, start, found);
        var free = start + 1;
        for (var i = count - 1; i >= 0; i--)
        {
            var hides = false;
            foreach (var (term, form) in _outputs[found[i].Node])
            {
                hits.Add(new Hit(term, form, start, found[i].End));
                hides |= terms[term].Hides;
            }

            if (hides)
            {
                return Math.Max(free, found[i].End);
            }
        }

        return free;
    }

    private int Walk(ReadOnlySpan<Token> tokens, int start, Span<(int Node, int End)> found)
    {
        var (node, count) = (0, 0);
        for (var i = start; i < tokens.Length && count < found.Length; i++)
        {
            if (i > start && tokens[i].Kind is TokenKind.Hyphen)
            {
                continue;
            }

            var word = tokens[i].Word;
            if (word == 0 || (node = Next(node, word)) == 0)
            {
                break;
            }

            if (_outputs[node].Length > 0)
            {
                found[count++] = (node, i + 1);
            }
        }

        return count;
    }

    private int Next(int node, int word)
    {
        var key = Key(node, word);
        for (var slot = Slot(key, _keys.Length); _nodes[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] == key)
            {
                return _nodes[slot];
            }
        }

        return 0;
    }

    private static int Slot(long key, int size)
        => (int)((ulong)(key * -7046029254386353131L) >> 40) & (size - 1);

    public static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}

/// <summary>Collects phrases while a pack is compiled.</summary>
internal sealed class PhraseTrieBuilder
{
    private readonly Dictionary<long, int> _children = [];
    private readonly List<List<(int Term, PhraseForm Form)>> _outputs = [[]];

    public void Add(ReadOnlySpan<int> words, int term, PhraseForm form)
    {
        var node = 0;
        foreach (var word in words)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, PhraseTrie.Key(node, word), out var known);
            if (!known)
            {
                next = _outputs.Count;
                _outputs.Add([]);
            }

            node = next;
        }

        if (!_outputs[node].Any(o => o.Term == term))
        {
            _outputs[node].Add((term, form));
        }
    }

    public PhraseTrie Build(int words) => new(_children, [.. _outputs.Select(o => o.ToArray())], words);
}
