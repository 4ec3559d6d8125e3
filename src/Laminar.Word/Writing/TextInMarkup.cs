using System.Globalization;
using System.Net;
using System.Text;

namespace Laminar.Word;

/// <summary>Finds a character of a paragraph's text inside the <c>w:t</c> that it came from, by the rules of <see cref="ParagraphText.Tidy"/>.</summary>
internal static class TextInMarkup
{
    public const string DataStart = "<![CDATA[";
    public const string DataEnd = "]]>";
    private const int SoftHyphen = 0xAD;

    private static ReadOnlySpan<byte> LooseSpace => " \t\r\n"u8;

    /// <summary>Whether white space at the ends of the element counts.</summary>
    public static bool PreservesSpace(MarkupTree tree, int text)
    {
        for (var element = text; element != MarkupTree.None; element = tree.Parent(element))
        {
            if (MarkupTree.Attribute(tree.StartTag(element), "xml:space") is { } value)
            {
                return value == "preserve";
            }
        }

        return false;
    }

    /// <summary>The byte before which <paramref name="units"/> UTF-16 units of the element's text stand; null where it can't be cut.</summary>
    /// <returns>The byte, and whether it stands inside a CDATA section, which has to be cut with the text.</returns>
    public static (int Offset, bool IsInData)? Find(MarkupTree tree, int text, int units)
    {
        var element = tree[text];
        var content = tree.Slice(element.ContentStart, element.ContentEnd);
        if (tree.FirstChild(text) != MarkupTree.None || (HasLooseSpace(content) && !PreservesSpace(tree, text)))
        {
            return null;
        }

        var (at, passed, isInData) = (0, 0, false);
        while (passed < units && at < content.Length)
        {
            var isEdge = content[at..].StartsWith(isInData ? "]]>"u8 : "<![CDATA["u8);
            var (bytes, length) = isEdge ? ((isInData ? DataEnd : DataStart).Length, 0) : isInData ? Character(content[at..]) : Next(content[at..]);
            isInData ^= isEdge;
            at += bytes;
            passed += length;
        }

        return passed == units ? (element.ContentStart + at, isInData) : null;
    }

    /// <summary>Whether an element is a text without a character that counts: a half that held nothing else would be an empty run.</summary>
    public static bool IsEmpty(MarkupTree tree, int element)
    {
        if (!tree.Is(element, "t"u8))
        {
            return false;
        }

        var content = tree.Slice(tree[element].ContentStart, tree[element].ContentEnd);
        return content.IsEmpty || (IsBlank(content) && !PreservesSpace(tree, element));
    }

    /// <summary>A part of an element that stands for text, as markup of its own: as it stands where it can be cut there.</summary>
    /// <param name="text">All of the element's text, as it is read.</param>
    public static string Part(MarkupTree tree, int element, string text, int from, int to, bool isDeleted)
    {
        var place = tree[element];
        if (!tree.Is(element, "t"u8) || (!isDeleted && to - from == text.Length))
        {
            return tree.Text(place.Start, place.End);
        }

        var name = Encoding.UTF8.GetString(tree.QName(element));
        var now = isDeleted ? $"{name[..^1]}delText" : name;
        return to - from == text.Length
            ? $"<{now}{tree.Text(place.Start + 1 + place.NameLength, place.ContentEnd)}</{now}>"
            : $"<{now} xml:space=\"preserve\">{Content(tree, element, text, from, to)}</{now}>";
    }

    private static string Content(MarkupTree tree, int element, string text, int from, int to)
        => Find(tree, element, from) is (var start, false) && Find(tree, element, to) is (var end, false)
            ? tree.Text(from == 0 ? tree[element].ContentStart : start, to == text.Length ? tree[element].ContentEnd : end)
            : string.Join("&#9;", text[from..to].Split('\t').Select(WordMarkup.Escape));

    /// <summary>Whether a CDATA section was cut between two halves of a text; a cut behind one that was whole falls inside it too.</summary>
    public static bool IsCutData(MarkupTree tree, int left, int right)
        => tree.Slice(tree[left].ContentStart, tree[left].ContentEnd).EndsWith("]]>"u8) && tree.Slice(tree[right].ContentStart, tree[right].ContentEnd).StartsWith("<![CDATA["u8);

    /// <summary>Whether it stands for white space alone, in references and CDATA sections too. Of nearly every text the first letter tells.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> content)
    {
        var rest = content.Trim(LooseSpace);
        return rest.IsEmpty || (rest[0] is (byte)'&' or (byte)'<' && Plain(Encoding.UTF8.GetString(rest)).Trim(' ', '\t', '\r', '\n').Length == 0);
    }

    private static string Plain(string markup)
        => WebUtility.HtmlDecode(markup.Replace(DataStart, "", StringComparison.Ordinal).Replace(DataEnd, "", StringComparison.Ordinal));

    /// <summary>White space at the ends that the reader drops: it would come to light behind a cut.</summary>
    private static bool HasLooseSpace(ReadOnlySpan<byte> content) => content.Trim(LooseSpace).Length < content.Length || content.IndexOf((byte)'<') >= 0;

    /// <summary>How many bytes the next piece takes, and how many units it is read as.</summary>
    private static (int Bytes, int Units) Next(ReadOnlySpan<byte> content)
    {
        switch (content[0])
        {
            case (byte)'<':
                var end = content.StartsWith("<!--"u8) ? "-->"u8 : "?>"u8;
                return (content.IndexOf(end) + end.Length, 0);
            case (byte)'&':
                return Entity(content[..(content.IndexOf((byte)';') + 1)]);
            default:
                return Character(content);
        }
    }

    private static (int Bytes, int Units) Character(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("\r\n"u8))
        {
            return (2, 1);
        }

        Rune.DecodeFromUtf8(content, out var rune, out var bytes);
        return (bytes, rune.Value == SoftHyphen ? 0 : rune.Utf16SequenceLength);
    }

    private static (int Bytes, int Units) Entity(ReadOnlySpan<byte> entity)
    {
        if (entity[1] != '#')
        {
            return (entity.Length, 1);
        }

        var isHex = entity[2] is (byte)'x';
        var digits = Encoding.ASCII.GetString(entity[(isHex ? 3 : 2)..^1]);
        var code = int.Parse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
        return (entity.Length, code switch { SoftHyphen => 0, > char.MaxValue => 2, _ => 1 });
    }
}
