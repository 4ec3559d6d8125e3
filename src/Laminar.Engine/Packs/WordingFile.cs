using System.Buffers;
using System.Text;
using YamlDotNet.Core;

namespace Laminar.Engine.Packs;

/// <summary>An element's file whose texts can be exchanged where they stand.</summary>
internal sealed class WordingFile
{
    private static readonly string[] Texts = ["name", "severity", "question", "why", "phrase", "not-done", "unable"];
    private static readonly string[] ExampleLists = ["examples.states", "examples.leaves-open"];

    // What a plain scalar may hold without being read as something else, in a list as well.
    private static readonly SearchValues<char> PlainLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -");

    private readonly string _text;
    private readonly AuthorMap _root;

    private WordingFile(PackFile file, AuthorMap root) => (Path, _text, _root) = (file.Path, file.Text, root);

    public string Path { get; }

    /// <summary>Null where the file is no mapping in YAML.</summary>
    public static WordingFile? Read(PackFile file)
    {
        try
        {
            return new AuthorTree(file.Text).Read() is AuthorMap root ? new WordingFile(file, root) : null;
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            // The pack's check names the place.
            return null;
        }
    }

    public string? TextOf(string key) => (Find(key) as AuthorScalar)?.Value?.Trim();

    public IReadOnlyList<string>? ListOf(string key) => Find(key) is { } node ? Words(node) : null;

    public IEnumerable<WordingEntry> Entries()
    {
        foreach (var key in Texts)
        {
            if (Find(key) is AuthorScalar text)
            {
                yield return new WordingEntry(key, text.Value.Trim(), null, text.Line);
            }
        }

        foreach (var (map, list) in new[] { ("fields", "options"), ("terms", "words") })
        {
            foreach (var entry in (Find(map) as AuthorMap)?.Entries ?? [])
            {
                if (entry.Value.Child(list) is { } words)
                {
                    yield return new WordingEntry($"{map}.{entry.Name}.{list}", null, Words(words), words.Line);
                }
            }
        }
    }

    public IEnumerable<WordingExample> Examples(string kind)
    {
        var key = $"examples.{kind}";
        var number = 0;
        foreach (var item in (Find(key) as AuthorList)?.Items ?? [])
        {
            yield return new WordingExample(
                key, number++, Words(item is AuthorMap ? item.Child("text") : item), (item.Child("is") as AuthorScalar)?.Value.Trim(), Words(item.Child("values")), item.Line);
        }
    }

    /// <summary>The file with another text there; null where there is none now.</summary>
    public string? With(string key, string text) => Entry(key) is { Value: AuthorScalar node } entry
        ? Replace(entry, node.IsPlain ? Plain(text) : Quoted(text))
        : null;

    public string? With(string key, IReadOnlyList<string> list) => Entry(key) is { Value: not AuthorMap } entry ? Replace(entry, Listed(list)) : null;

    /// <summary>Whether this is <paramref name="before"/> with that edit in it, and all else as it was.</summary>
    public bool Is(WordingFile before, WordingEdit edit)
        => Others(edit.Key).SequenceEqual(before.Others(edit.Key), StringComparer.Ordinal) && edit switch
        {
            { Add: not null } => ItemsOf(edit.Key) == before.ItemsOf(edit.Key) + 1,
            { Remove: not null } => ItemsOf(edit.Key) == before.ItemsOf(edit.Key) - 1,
            { List: { } list } => ListOf(edit.Key) is { } words && words.SequenceEqual(list.Select(Kept), StringComparer.Ordinal),
            _ => TextOf(edit.Key) == Kept(edit.Text ?? string.Empty),
        };

    /// <summary>The file with one more item behind the others of a list whose items stand on lines of their own; null where there is no such list.</summary>
    public string? WithItem(string key, string item)
    {
        if (Find(key) is not AuthorList { IsLines: true, Items: [.., var last] })
        {
            return null;
        }

        var (start, end) = Range(last);
        var line = StartOfLine(start);
        var behind = _text.AsSpan(end).IndexOfAny('\r', '\n') is var at and >= 0 ? end + at : _text.Length;
        return string.Concat(_text.AsSpan(0, behind), Break, string.Concat(_text.AsSpan(line, start - line), item), _text.AsSpan(behind));
    }

    /// <summary>The file without that item; null where there is none, or where it is the last: a list without an item is none.</summary>
    public string? WithoutItem(string key, int number)
    {
        if (Find(key) is not AuthorList { IsLines: true, Items: { Count: > 1 } items } || number < 0 || number >= items.Count)
        {
            return null;
        }

        var (start, end) = Range(items[number]);
        var behind = _text.IndexOf('\n', end) is var at and >= 0 ? at + 1 : _text.Length;
        return string.Concat(_text.AsSpan(0, StartOfLine(start)), _text.AsSpan(behind));
    }

    public static string Listed(IReadOnlyList<string> list) => $"[{string.Join(", ", list.Select(Plain))}]";

    /// <summary>Bare where nothing in it could be taken for something else, as most of a pack's words stand.</summary>
    public static string Plain(string text)
        => text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != ' ' && !text.AsSpan().ContainsAnyExcept(PlainLetters) && !IsOtherThanText(text)
            ? text
            : Quoted(text);

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = Kept(letter) switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                var kept => quoted.Append(kept),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>What has no place in a text becomes a space.</summary>
    private static char Kept(char letter)
        => letter is < ' ' and not ('\n' or '\t') or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' ? ' ' : letter;

    private static string Kept(string text) => string.Concat(text.Select(Kept)).Trim();

    private static bool IsOtherThanText(string text) => text.ToUpperInvariant() is "TRUE" or "FALSE" or "NULL" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N";

    private string Break => _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private int StartOfLine(int at) => _text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;

    private string Replace(AuthorEntry entry, string with)
    {
        var (start, end) = Range(entry.Value);
        return entry.Value is AuthorList { IsLines: true } || start == end
            ? OnLineOfKey(entry, start, end, with)
            : string.Concat(_text.AsSpan(0, start), with, _text.AsSpan(end));
    }

    /// <summary>Items may stand as far left as their key, where nothing in brackets may; and behind the colon of no value there is no space.</summary>
    private string OnLineOfKey(AuthorEntry entry, int start, int end, string with)
    {
        var behind = _text.IndexOf(':', entry.Key.End) + 1;
        if (start == end)
        {
            return _text.Insert(behind, $" {with}");
        }

        // A comment behind the colon stays.
        return string.Concat(_text.AsSpan(0, behind), $" {with}", _text.AsSpan(behind, start - behind).TrimEnd(), _text.AsSpan(end));
    }

    /// <summary>All that an edit of that key leaves alone.</summary>
    private IEnumerable<string> Others(string key)
        => Entries().Where(entry => entry.Key != key).Select(entry => $"{entry.Key}: {entry.Text}{string.Join('|', entry.List ?? [])}")
            .Concat(ExampleLists.Where(kind => kind != key).Select(kind => $"{kind}: {ItemsOf(kind)}"));

    private int ItemsOf(string key) => (Find(key) as AuthorList)?.Items.Count ?? 0;

    /// <summary>White space behind a text of several lines is not its own.</summary>
    private (int Start, int End) Range(AuthorNode node)
    {
        var (start, end) = (node.Start, node.End);
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private AuthorNode? Find(string path) => Entry(path)?.Value;

    private AuthorEntry? Entry(string path)
    {
        AuthorNode? node = _root;
        AuthorEntry? entry = null;
        foreach (var key in path.Split('.'))
        {
            entry = (node as AuthorMap)?.Find(key);
            node = entry?.Value;
        }

        return entry;
    }

    private static List<string> Words(AuthorNode? node) => node switch
    {
        AuthorScalar one => [one.Value.Trim()],
        AuthorList list => [.. list.Items.OfType<AuthorScalar>().Select(item => item.Value.Trim())],
        _ => [],
    };
}
