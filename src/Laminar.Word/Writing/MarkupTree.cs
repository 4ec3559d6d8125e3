using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Laminar.Word;

/// <summary>
/// The elements of one part by their places in its bytes, found in one pass. Whoever writes splices into the bytes instead of
/// writing the part anew: what is not touched stays as it is to the byte, whatever program wrote it. The part has been read
/// before, so it is well-formed; elements have the numbers that <see cref="XmlCursor.Ordinal"/> gives them.
/// </summary>
internal sealed class MarkupTree
{
    public const int None = -1;
    private const string TransitionalWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly SearchValues<byte> EndOfName = SearchValues.Create(" \t\r\n/>"u8);
    private static readonly SearchValues<byte> QuoteOrEnd = SearchValues.Create("\"'>"u8);
    private readonly byte[] bytes;
    private readonly List<Element> elements;
    private readonly byte[] prefix;
    private readonly byte[][] otherPrefixes;

    /// <param name="utf8">The part, in UTF-8.</param>
    public MarkupTree(byte[] utf8)
    {
        (bytes, elements) = (utf8, new List<Element>(Math.Max(1, utf8.AsSpan().Count((byte)'<') - utf8.AsSpan().Count("</"u8))));
        Parse();
        var name = elements.Count > 0 ? QName(0) : [];
        prefix = name[..(name.IndexOf((byte)':') + 1)].ToArray();
        var isUsable = prefix.Length > 0 && IsDeclaredOnce();
        WordPrefix = isUsable ? Encoding.UTF8.GetString(prefix) : "w:";
        WordNamespace = FindNamespace();
        Declaration = isUsable ? "" : $" xmlns:w=\"{WordNamespace}\"";
        otherPrefixes = [.. PrefixesOfAttributes().Append(WordPrefix).Distinct().Select(Encoding.UTF8.GetBytes).Where(other => !other.AsSpan().SequenceEqual(prefix))];
    }

    public ReadOnlySpan<byte> Bytes => bytes;

    public int Count => elements.Count;

    /// <summary>The prefix that new markup takes, with its colon.</summary>
    public string WordPrefix { get; }

    /// <summary>The namespace of the root: transitional or strict.</summary>
    public string WordNamespace { get; }

    /// <summary>What the outermost new elements have to declare, where the part's own prefix can't be relied on.</summary>
    public string Declaration { get; }

    public Element this[int element] => elements[element];

    public ReadOnlySpan<byte> QName(int element) => bytes.AsSpan(elements[element].Start + 1, elements[element].NameLength);

    public ReadOnlySpan<byte> Slice(int start, int end) => bytes.AsSpan(start, end - start);

    public string Text(int start, int end) => Encoding.UTF8.GetString(bytes, start, end - start);

    /// <summary>The start tag as it stands.</summary>
    public string StartTag(int element) => Text(elements[element].Start, elements[element].ContentStart);

    /// <summary>An end tag for the element.</summary>
    public string EndTag(int element) => $"</{Encoding.UTF8.GetString(QName(element))}>";

    /// <summary>Compares the name with one in the part's main namespace, by the prefix of its root and that of what was put in.</summary>
    public bool Is(int element, ReadOnlySpan<byte> localName)
    {
        var name = QName(element);
        if (!name.EndsWith(localName))
        {
            return false;
        }

        name = name[..^localName.Length];
        var isFound = name.SequenceEqual(prefix);
        foreach (var other in otherPrefixes)
        {
            isFound |= name.SequenceEqual(other);
        }

        return isFound;
    }

    /// <summary>The first element that starts at the byte or behind it; <see cref="Count"/> where none does.</summary>
    public int FirstFrom(int offset)
    {
        var (low, high) = (0, elements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = elements[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The name without the prefix of the root; empty for a name with another.</summary>
    public string LocalName(int element)
        => QName(element) is var name && name.StartsWith(prefix) ? Encoding.UTF8.GetString(name[prefix.Length..]) : "";

    public int Parent(int element) => elements[element].Parent;

    public int FirstChild(int element) => element + 1 < elements[element].Next ? element + 1 : None;

    public int NextSibling(int element)
    {
        var (next, parent) = (elements[element].Next, elements[element].Parent);
        return parent != None && next < elements[parent].Next ? next : None;
    }

    public int PreviousSibling(int element) => elements[element].Previous;

    /// <summary>The first child of a run that is no formatting, or none.</summary>
    public int FirstContent(int run)
    {
        var child = FirstChild(run);
        while (child != None && Is(child, "rPr"u8))
        {
            child = NextSibling(child);
        }

        return child;
    }

    /// <summary>Where the formatting of a run ends, or could stand. A faulty file may have it twice.</summary>
    public int EndOfFormat(int run)
    {
        var end = elements[run].ContentStart;
        for (var child = FirstChild(run); child != None && Is(child, "rPr"u8); child = NextSibling(child))
        {
            end = elements[child].End;
        }

        return end;
    }

    public int LastChild(int element)
    {
        var last = elements[element].Next - 1;
        while (last != element && elements[last].Parent != element)
        {
            last = elements[last].Parent;
        }

        return last == element ? None : last;
    }

    public int Child(int element, ReadOnlySpan<byte> localName)
    {
        for (var child = FirstChild(element); child != None; child = NextSibling(child))
        {
            if (Is(child, localName))
            {
                return child;
            }
        }

        return None;
    }

    /// <summary>The nearest element around this one with the name, or <see cref="None"/>.</summary>
    public int Ancestor(int element, ReadOnlySpan<byte> localName)
    {
        var at = Parent(element);
        while (at != None && !Is(at, localName))
        {
            at = Parent(at);
        }

        return at;
    }

    /// <summary>An attribute's value as it stands, entities unresolved; null where there is none.</summary>
    /// <param name="localName">In the element's own namespace.</param>
    public string? Attribute(int element, string localName) => StartTag(element) is var tag && WordAttributeRange(tag, localName) is var (start, end) ? tag[start..end] : null;

    /// <summary>Where the value of an attribute in the part's main namespace stands in a start tag.</summary>
    public (int Start, int End)? WordAttributeRange(string startTag, string localName)
    {
        var found = AttributeRange(startTag, Encoding.UTF8.GetString(prefix) + localName);
        for (var other = 0; found is null && other < otherPrefixes.Length; other++)
        {
            found = AttributeRange(startTag, Encoding.UTF8.GetString(otherPrefixes[other]) + localName);
        }

        return found;
    }

    /// <summary>Finds an attribute in a start tag.</summary>
    public static string? Attribute(string startTag, string name) => AttributeRange(startTag, name) is var (start, end) ? startTag[start..end] : null;

    /// <summary>Where the value of an attribute stands in a start tag.</summary>
    public static (int Start, int End)? AttributeRange(string startTag, string name)
    {
        for (var at = startTag.IndexOf(name, StringComparison.Ordinal); at >= 0; at = startTag.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var rest = startTag.AsSpan(at + name.Length).TrimStart();
            if (char.IsWhiteSpace(startTag[at - 1]) && rest is ['=', ..] && rest[1..].TrimStart() is [var quote and ('"' or '\''), ..] value)
            {
                var start = startTag.Length - value.Length + 1;
                return (start, startTag.IndexOf(quote, start));
            }
        }

        return null;
    }

    private void Parse()
    {
        var open = new Stack<int>();
        var at = 0;
        for (var found = bytes.AsSpan().IndexOf((byte)'<'); found >= 0; found = at < bytes.Length ? bytes.AsSpan(at).IndexOf((byte)'<') : -1)
        {
            at += found;
            var rest = bytes.AsSpan(at);
            if (rest[1] == '/')
            {
                var end = at + rest.IndexOf((byte)'>') + 1;
                Close(open.Pop(), at, end);
                at = end;
            }
            else if (rest[1] is (byte)'!' or (byte)'?')
            {
                at += LengthOfAside(rest);
            }
            else
            {
                at = Open(at, open);
            }
        }
    }

    private void Close(int element, int contentEnd, int end)
    {
        ref var closed = ref CollectionsMarshal.AsSpan(elements)[element];
        closed = closed with { ContentEnd = contentEnd, End = end, Next = elements.Count };
    }

    private int Open(int at, Stack<int> open)
    {
        var rest = bytes.AsSpan(at);
        var end = LengthOfTag(rest);
        var nameLength = rest[1..].IndexOfAny(EndOfName);
        var isEmpty = rest[end - 2] == '/';
        var parent = open.TryPeek(out var outer) ? outer : None;
        elements.Add(new Element(at, at + end, at + end, at + end, nameLength, parent, PreviousIn(parent), elements.Count + 1, isEmpty));
        if (!isEmpty)
        {
            open.Push(elements.Count - 1);
        }

        return at + end;
    }

    /// <summary>The child before the one that is about to be added: all its own are there already.</summary>
    private int PreviousIn(int parent)
    {
        var previous = elements.Count - 1;
        while (previous != parent && previous != None && elements[previous].Parent != parent)
        {
            previous = elements[previous].Parent;
        }

        return previous == parent ? None : previous;
    }

    /// <summary>A &gt; may stand in an attribute.</summary>
    private static int LengthOfTag(ReadOnlySpan<byte> tag)
    {
        var end = tag.IndexOf((byte)'>');
        var plain = tag[..(end + 1)];
        if ((plain.Count((byte)'"') & 1) == 0 && !plain.Contains((byte)'\''))
        {
            return end + 1;
        }

        for (var at = 0; ;)
        {
            at += tag[at..].IndexOfAny(QuoteOrEnd);
            if (tag[at] == '>')
            {
                return at + 1;
            }

            at += tag[(at + 1)..].IndexOf(tag[at]) + 2;
        }
    }

    /// <summary>A comment, a CDATA section or a processing instruction.</summary>
    private static int LengthOfAside(ReadOnlySpan<byte> rest)
    {
        var end = rest.StartsWith("<!--"u8) ? "-->"u8 : rest.StartsWith("<![CDATA["u8) ? "]]>"u8 : "?>"u8;
        return rest.IndexOf(end) + end.Length;
    }

    private bool IsDeclaredOnce()
    {
        byte[] declaration = [.. "xmlns:"u8, .. prefix[..^1], (byte)'='];
        var first = bytes.AsSpan().IndexOf(declaration);
        return first >= 0 && bytes.AsSpan(first + declaration.Length).IndexOf(declaration) < 0;
    }

    /// <summary>The namespace that the root's prefix, or its lack of one, stands for.</summary>
    private string FindNamespace()
    {
        var name = prefix.Length == 0 ? "xmlns" : "xmlns:" + Encoding.UTF8.GetString(prefix.AsSpan(..^1));
        return elements.Count > 0 && Attribute(StartTag(0), name) is { } declared ? declared : TransitionalWord;
    }

    /// <summary>The prefixes of the main namespace that the root declares: attributes have one even where elements need none.</summary>
    private IEnumerable<string> PrefixesOfAttributes()
    {
        const string Declares = "xmlns:";
        foreach (var part in elements.Count > 0 ? StartTag(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [])
        {
            if (part.StartsWith(Declares, StringComparison.Ordinal) && part.IndexOf('=', StringComparison.Ordinal) is var end and > 0
                && part[(end + 1)..].Trim('>', '/', '"', '\'') is var declared && declared == WordNamespace.TrimEnd('/'))
            {
                yield return part[Declares.Length..end] + ":";
            }
        }
    }

    /// <summary>An element's places, in bytes from the start of the part.</summary>
    /// <param name="Previous">Number of the element before it in the same parent.</param>
    /// <param name="Next">Number of the first element behind it and all in it.</param>
    /// <param name="IsEmpty">Whether it is written as <c>&lt;x/&gt;</c>.</param>
    internal readonly record struct Element(int Start, int ContentStart, int ContentEnd, int End, int NameLength, int Parent, int Previous, int Next, bool IsEmpty);
}
