using System.Buffers;
using System.Globalization;
using System.Text;

namespace Laminar.Word;

/// <summary>New markup, in the words and the prefix of the part that it goes into.</summary>
internal sealed class WordMarkup(MarkupTree tree, Stamp stamp, Ids ids)
{
    // Word's limits for the title and the tag of a control.
    private const int MaxTitle = 64;
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;?!()[]/-_'+=%#*");
    private readonly string w = tree.WordPrefix;

    private string Change => string.Create(CultureInfo.InvariantCulture, $"{w}id=\"{ids.Next()}\" {w}author=\"{Escape(stamp.Author)}\" {w}date=\"{stamp.Date}\"");

    /// <summary>A run of text with a formatting that is given as markup (<c>w:rPr</c>) or is empty.</summary>
    public string Run(string format, string text) => $"<{w}r{tree.Declaration}>{format}<{w}t xml:space=\"preserve\">{Escape(text)}</{w}t></{w}r>";

    /// <summary>Runs as a tracked insertion.</summary>
    public string Insertion(string runs) => $"<{w}ins{tree.Declaration} {Change}>{runs}</{w}ins>";

    /// <summary>What says in a paragraph's mark that the paragraph is new.</summary>
    public string InsertedMark() => $"<{w}ins {Change}/>";

    /// <summary>A content control that is a tracked insertion itself, in the form in which Word writes one.</summary>
    /// <param name="kind">The element that makes it more than rich text, or empty.</param>
    /// <param name="content">Insertions and controls.</param>
    public string Control(string title, SuggestionTag tag, string kind, string content)
    {
        var (before, after) = (ids.Next(), ids.Next());
        var properties = $"<{w}alias {w}val=\"{Escape(title.Length > MaxTitle ? title[..MaxTitle] : title)}\"/><{w}tag {w}val=\"{Escape(tag.ToString())}\"/><{w}id {w}val=\"{ControlId(tag)}\"/>{kind}";
        return $"{RangeStart(before)}<{w}sdt{tree.Declaration}><{w}sdtPr>{properties}</{w}sdtPr><{w}sdtContent>{RangeEnd(before)}{content}{RangeStart(after)}</{w}sdtContent></{w}sdt>{RangeEnd(after)}";
    }

    /// <summary>A field of a phrase: a list to choose from that also takes own words, showing what it waits for.</summary>
    public string Field(string title, SuggestionTag tag, IReadOnlyList<string> options, string placeholderFormat, string placeholder)
    {
        var items = string.Concat(options.Select(option => $"<{w}listItem {w}displayText=\"{Escape(option)}\" {w}value=\"{Escape(option)}\"/>"));
        return Control(title, tag, $"<{w}showingPlcHdr/><{w}comboBox>{items}</{w}comboBox>", Insertion(Run(placeholderFormat, placeholder)));
    }

    /// <summary>The ends of a comment's range; the second holds the mark that Word shows.</summary>
    public (string Start, string End) CommentRange(int id)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{w}id=\"{id}\"");
        return ($"<{w}commentRangeStart{tree.Declaration} {number}/>",
            $"<{w}commentRangeEnd{tree.Declaration} {number}/><{w}r{tree.Declaration}><{w}rPr><{w}rStyle {w}val=\"CommentReference\"/></{w}rPr><{w}commentReference {number}/></{w}r>");
    }

    /// <summary>A comment of one paragraph a line.</summary>
    public string Comment(int id, IEnumerable<string> lines)
    {
        var paragraphs = lines.Select((line, number) => $"<{w}p>{(number == 0 ? $"<{w}r><{w}annotationRef/></{w}r>" : "")}{Run("", line)}</{w}p>");
        return string.Create(CultureInfo.InvariantCulture, $"<{w}comment{tree.Declaration} {w}id=\"{id}\" {w}author=\"{Escape(stamp.Author)}\" {w}date=\"{stamp.Date}\" {w}initials=\"{Escape(stamp.Author[..1])}\">{string.Concat(paragraphs)}</{w}comment>");
    }

    /// <summary>Text as it may stand in an element or an attribute; characters that XML doesn't know are left out.</summary>
    public static string Escape(string text)
    {
        // Nearly all that is written needs nothing of this.
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\t' or '\n' or '\v' or '\f' or '\r' => escaped.Append(' '),
                < ' ' or 0xFFFE or 0xFFFF => escaped,
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    private string RangeStart(int id) => string.Create(CultureInfo.InvariantCulture, $"<{w}customXmlInsRangeStart{tree.Declaration} {w}id=\"{id}\" {w}author=\"{Escape(stamp.Author)}\" {w}date=\"{stamp.Date}\"/>");

    private string RangeEnd(int id) => string.Create(CultureInfo.InvariantCulture, $"<{w}customXmlInsRangeEnd{tree.Declaration} {w}id=\"{id}\"/>");

    /// <summary>From the tag, so that the same suggestion has the same number each time; FNV-1a over its characters.</summary>
    private string ControlId(SuggestionTag tag)
    {
        var hash = 2166136261u;
        foreach (var character in tag.ToString())
        {
            hash = (hash ^ character) * 16777619u;
        }

        return ids.From((int)(hash & 0x3FFFFFFF) | 0x20000000).ToString(CultureInfo.InvariantCulture);
    }
}
