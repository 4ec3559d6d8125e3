namespace Laminar.Engine.Vocabulary;

/// <summary>
/// The edges of the tree of phrases, from a node by a word to a node, in an open table of our own: the walk is the hottest loop of
/// a scan, and a dictionary of numbers would have its code prepared at every start. Node 0 is the root, and no edge leads there.
/// </summary>
internal sealed class PhraseEdges
{
    private long[] _keys = new long[1 << 16];
    private int[] _nodes = new int[1 << 16];
    private int _count;

    /// <summary>The node behind an edge, or 0.</summary>
    public int Find(int node, int word)
    {
        var key = Key(node, word);
        return _nodes[Slot(_keys, _nodes, key)];
    }

    /// <summary>The node behind an edge; a new edge leads to the next number.</summary>
    public int FindOrAdd(int node, int word)
    {
        var key = Key(node, word);
        var slot = Slot(_keys, _nodes, key);
        if (_nodes[slot] != 0)
        {
            return _nodes[slot];
        }

        (_keys[slot], _nodes[slot]) = (key, ++_count);
        if (_count * 3 > _keys.Length)
        {
            Grow();
        }

        return _count;
    }

    /// <summary>Marks the words that some phrase starts with.</summary>
    public void MarkFirst(bool[] words)
    {
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_nodes[slot] != 0 && _keys[slot] >> 32 == 0)
            {
                words[(int)(_keys[slot] & 0xFFFFFFFF)] = true;
            }
        }
    }

    private void Grow()
    {
        var (keys, nodes) = (new long[_keys.Length * 2], new int[_keys.Length * 2]);
        for (var old = 0; old < _keys.Length; old++)
        {
            if (_nodes[old] != 0)
            {
                var slot = Slot(keys, nodes, _keys[old]);
                (keys[slot], nodes[slot]) = (_keys[old], _nodes[old]);
            }
        }

        (_keys, _nodes) = (keys, nodes);
    }

    private static int Slot(long[] keys, int[] nodes, long key)
    {
        var slot = (int)((ulong)(key * -7046029254386353131L) >> 40) & (keys.Length - 1);
        while (nodes[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & (keys.Length - 1);
        }

        return slot;
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}
