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

    /// <summary>A run of text in which tabs and vertical tabs are Word's tabs and line breaks.</summary>
    public string EditedRun(string format, string text)
    {
        var run = new StringBuilder($"<{w}r{tree.Declaration}>{format}");
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\t', '\v') is var found and >= 0 ? at + found : text.Length;
            run.Append(end == at ? "" : $"<{w}t xml:space=\"preserve\">{Escape(text[at..end])}</{w}t>")
                .Append(end == text.Length ? "" : text[end] == '\t' ? $"<{w}tab/>" : $"<{w}br/>");
            at = end + 1;
        }

        return run.Append($"</{w}r>").ToString();
    }

    /// <summary>Deleted runs, whose text is <c>w:delText</c>, as a tracked deletion.</summary>
    public string Deletion(string runs) => $"<{w}del{tree.Declaration} {Change}>{runs}</{w}del>";

    /// <summary>What says in the properties of a paragraph's mark that it was put in or deleted.</summary>
    /// <param name="kind"><c>ins</c> or <c>del</c>.</param>
    public string Mark(string kind) => $"<{w}{kind}{tree.Declaration} {Change}/>";

    /// <summary>Runs as a tracked insertion.</summary>
    public string Insertion(string runs) => $"<{w}ins{tree.Declaration} {Change}>{runs}</{w}ins>";

    /// <summary>What says in a paragraph's mark that the paragraph is new.</summary>
    public string InsertedMark() => $"<{w}ins {Change}/>";

    /// <summary>
    /// Opens a content control that is a tracked insertion itself, in the form in which Word writes one; insertions and controls
    /// go into it.
    /// </summary>
    /// <param name="options">Makes it a list to choose from that also takes own words and shows what it waits for; else it is rich text.</param>
    public void OpenControl(StringBuilder to, string title, SuggestionTag tag, IReadOnlyList<string>? options = null)
    {
        var id = ids.Next();
        to.Append(RangeStart(id)).Append($"<{w}sdt{tree.Declaration}><{w}sdtPr><{w}alias {w}val=\"{Escape(title.Length > MaxTitle ? title[..MaxTitle] : title)}\"/><{w}tag {w}val=\"{Escape(tag.ToString())}\"/><{w}id {w}val=\"{ControlId(tag)}\"/>");
        if (options is not null)
        {
            to.Append($"<{w}showingPlcHdr/><{w}comboBox>");
            foreach (var option in options.Select(Escape))
            {
                to.Append($"<{w}listItem {w}displayText=\"{option}\" {w}value=\"{option}\"/>");
            }

            to.Append($"</{w}comboBox>");
        }

        to.Append($"</{w}sdtPr><{w}sdtContent>").Append(RangeEnd(id));
    }

    public void CloseControl(StringBuilder to)
    {
        var id = ids.Next();
        to.Append(RangeStart(id)).Append($"</{w}sdtContent></{w}sdt>").Append(RangeEnd(id));
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
