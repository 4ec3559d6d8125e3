using System.Runtime.InteropServices;
using Laminar.Engine.Text;

namespace Laminar.Engine.Vocabulary;

/// <summary>
/// All phrases of a pack in one tree over word numbers. A text is walked once; at each token the longest phrase wins and
/// hides the shorter ones inside it, so that "foraminotomy punch" (an instrument) hides "foraminotomy" (an act).
/// The walk from one token is bounded by the longest phrase, so matching is linear in the text.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<long, int> _children;
    private readonly (int Term, PhraseForm Form)[][] _outputs;
    private readonly bool[] _starts;

    public PhraseTrie(Dictionary<long, int> children, (int Term, PhraseForm Form)[][] outputs, int words)
    {
        _children = children;
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

    /// <summary>The longest phrase that starts at a token: the token behind it, and what it means (empty where none starts).</summary>
    public ReadOnlySpan<(int Term, PhraseForm Form)> Longest(ReadOnlySpan<Token> tokens, int start, out int end)
    {
        end = start;
        var word = tokens[start].Word;
        if (word == 0 || !_starts[word])
        {
            return [];
        }

        var (stop, node) = Walk(tokens, start);
        end = stop;
        return _outputs[node];
    }

    private (int End, int Node) Walk(ReadOnlySpan<Token> tokens, int start)
    {
        var node = 0;
        var best = (End: start, Node: 0);
        for (var i = start; i < tokens.Length; i++)
        {
            if (i > start && tokens[i].Kind is TokenKind.Hyphen)
            {
                continue;
            }

            var word = tokens[i].Word;
            if (word == 0 || !_children.TryGetValue(Key(node, word), out var next))
            {
                break;
            }

            node = next;
            if (_outputs[node].Length > 0)
            {
                best = (i + 1, node);
            }
        }

        return best;
    }

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
