namespace Laminar.Engine.Packs;

/// <summary>One node of an author's YAML and its place. Classes throughout: lists of them need no code of their own at start-up.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1.</param>
internal abstract class AuthorNode(int line, int column)
{
    public int Line => line;

    public int Column => column;

    /// <summary>Where in the text it begins.</summary>
    public int Start { get; set; }

    /// <summary>Where what belongs to it ends, comments behind it left out; there may be white space before.</summary>
    public int End { get; set; }

    /// <summary>The value of a key of this mapping; null where there is none, or where this is no mapping.</summary>
    public AuthorNode? Child(string key) => this is AuthorMap map && map.Find(key) is { } entry ? entry.Value : null;
}

/// <summary>A single text.</summary>
internal sealed class AuthorScalar(int line, int column, string value, bool plain) : AuthorNode(line, column)
{
    public string Value => value;

    /// <summary>Whether it stands without quotation marks, on one line or several.</summary>
    public bool IsPlain => plain;
}

/// <summary>A list.</summary>
internal sealed class AuthorList(int line, int column, bool lines) : AuthorNode(line, column)
{
    /// <summary>Whether each item stands on a line of its own behind a dash.</summary>
    public bool IsLines => lines;

    public List<AuthorNode> Items { get; } = [];
}

/// <summary>A mapping, its entries in the author's order.</summary>
internal sealed class AuthorMap(int line, int column) : AuthorNode(line, column)
{
    private readonly Dictionary<string, AuthorEntry> _byName = new(StringComparer.Ordinal);

    public List<AuthorEntry> Entries { get; } = [];

    /// <summary>False where the mapping has that key already.</summary>
    public bool Add(AuthorNode key, AuthorNode value)
    {
        // A list as a key has no name; whoever asks for known keys refuses it.
        var entry = new AuthorEntry((key as AuthorScalar)?.Value ?? string.Empty, key, value);
        Entries.Add(entry);
        return key is not AuthorScalar || _byName.TryAdd(entry.Name, entry);
    }

    public AuthorEntry? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>A key of a mapping and what stands behind it.</summary>
internal sealed record AuthorEntry(string Name, AuthorNode Key, AuthorNode Value);

/// <summary>A text of a list and the node that it stands in.</summary>
internal sealed record AuthorText(string Text, AuthorNode Node);
