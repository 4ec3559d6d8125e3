using System.Buffers;
using System.Text;

namespace Laminar.Word;

/// <summary>What stands before the root element of an XML text, found without parsing it. Works on ASCII-compatible bytes.</summary>
internal readonly ref struct XmlProlog
{
    private static readonly SearchValues<byte> EndOfName = SearchValues.Create(" \t\r\n/>"u8);
    private readonly ReadOnlySpan<byte> rootName;

    private XmlProlog(ReadOnlySpan<byte> rootName, int rootStart, bool hasDeclaration, bool hasDoctype, bool isHtml)
    {
        this.rootName = rootName;
        RootStart = rootStart;
        HasDeclaration = hasDeclaration;
        HasDoctype = hasDoctype;
        IsHtml = isHtml;
    }

    /// <summary>Offset of the root element's <c>&lt;</c>, or -1.</summary>
    public int RootStart { get; }

    public bool HasDeclaration { get; }

    public bool HasDoctype { get; }

    public bool IsHtml { get; }

    /// <summary>The root's name as written, with its prefix.</summary>
    public ReadOnlySpan<byte> RootName => rootName;

    /// <summary>Compares the root's name without its prefix.</summary>
    public bool RootIs(ReadOnlySpan<byte> localName) => rootName[(rootName.IndexOf((byte)':') + 1)..].SequenceEqual(localName);

    public static XmlProlog Of(ReadOnlySpan<byte> xml)
    {
        var declared = xml.TrimStart(Space).StartsWith("<?xml"u8);
        var at = 0;
        while (SkipSpace(xml, ref at) && xml[at] == '<')
        {
            var rest = xml[at..];
            if (rest.StartsWith("<?"u8))
            {
                Skip(rest, "?>"u8, ref at);
            }
            else if (rest.StartsWith("<!--"u8))
            {
                Skip(rest, "-->"u8, ref at);
            }
            else if (StartsWithIgnoringCase(rest, "<!doctype"u8))
            {
                var type = rest["<!doctype"u8.Length..].TrimStart(Space);
                return new XmlProlog([], -1, declared, hasDoctype: true, isHtml: !declared && StartsWithIgnoringCase(type, "html"u8));
            }
            else
            {
                return Root(xml, at, declared);
            }
        }

        return new XmlProlog([], -1, declared, false, false);
    }

    private static ReadOnlySpan<byte> Space => " \t\r\n"u8;

    private static XmlProlog Root(ReadOnlySpan<byte> xml, int at, bool declared)
    {
        var name = xml[(at + 1)..];
        var end = name.IndexOfAny(EndOfName);
        name = end < 0 ? [] : name[..end];
        return new XmlProlog(name, at, declared, false, isHtml: StartsWithIgnoringCase(name, "html"u8));
    }

    private static bool SkipSpace(ReadOnlySpan<byte> xml, ref int at)
    {
        at += xml[at..].Length - xml[at..].TrimStart(Space).Length;
        return at < xml.Length;
    }

    private static void Skip(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end, ref int at)
    {
        var found = rest.IndexOf(end);
        at += found < 0 ? rest.Length : found + end.Length;
    }

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start)
        => text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
