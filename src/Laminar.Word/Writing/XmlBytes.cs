using System.Text;

namespace Laminar.Word;

/// <summary>Parts are edited in UTF-8, which is what Word writes; a part in another encoding is brought to it first.</summary>
internal static class XmlBytes
{
    /// <exception cref="RefusalException">The part names an encoding that nobody knows.</exception>
    public static byte[] ToUtf8(byte[] part)
    {
        var mark = TextFile.ByteOrderMark(part);
        if (TextFile.IsUtf16(part, out var bigEndian))
        {
            return Decode(bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode, part.AsSpan(mark));
        }

        var name = DeclaredEncoding(part.AsSpan(mark));
        return name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            ? part
            : Decode(EncodingOf(name), part.AsSpan(mark));
    }

    private static byte[] Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        var end = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) + 2 : 0;
        var declaration = text[..end];
        return MarkupTree.AttributeRange(declaration, "encoding") is var (start, stop)
            ? Encoding.UTF8.GetBytes($"{text[..start]}utf-8{text[stop..]}")
            : Encoding.UTF8.GetBytes(text);
    }

    private static string? DeclaredEncoding(ReadOnlySpan<byte> part)
    {
        var end = part.StartsWith("<?xml"u8) ? part.IndexOf("?>"u8) : -1;
        return end < 0 ? null : MarkupTree.Attribute(Encoding.ASCII.GetString(part[..(end + 2)]), "encoding");
    }

    private static Encoding EncodingOf(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new RefusalException(DraftErrors.DamagedXml);
        }
    }
}
