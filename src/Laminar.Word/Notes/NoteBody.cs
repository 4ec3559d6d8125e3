using System.Globalization;
using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>The text of a standard note: a title, the table of the heading block, the sections with their sentences and fields.</summary>
internal sealed class NoteBody(Pack pack)
{
    public const string FooterId = "footer";

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Letter paper with margins of an inch: 9,360 twentieths of a point are left.
    private const int LabelWidth = 2880;
    private const int FactWidth = 6480;
    private readonly Dictionary<string, PackElement> elements = pack.Outline.ToDictionary(e => e.Id, StringComparer.Ordinal);
    private readonly StringBuilder markup = new();
    private int controls;

    public string Write(StandardNote note)
    {
        markup.Append($"<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Relations}\"><w:body>");
        Paragraph("Title", () => Text(note.Title));
        Table(note.Rows);
        foreach (var section in note.Sections)
        {
            Section(section);
        }

        markup.Append($"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{FooterId}\"/><w:pgSz w:w=\"12240\" w:h=\"15840\"/>");
        markup.Append("<w:pgMar w:top=\"1296\" w:right=\"1440\" w:bottom=\"1296\" w:left=\"1440\" w:header=\"720\" w:footer=\"576\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        return markup.ToString();
    }

    private void Table(IReadOnlyList<NoteRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        markup.Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tblPr><w:tblStyle w:val=\"HeadingBlock\"/><w:tblW w:w=\"{LabelWidth + FactWidth}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>");
        markup.Append(CultureInfo.InvariantCulture, $"<w:tblGrid><w:gridCol w:w=\"{LabelWidth}\"/><w:gridCol w:w=\"{FactWidth}\"/></w:tblGrid>");
        foreach (var (label, item) in rows)
        {
            markup.Append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            Cell(LabelWidth, "FactLabel", () => Text(label));
            Cell(FactWidth, "Fact", () => Item(item));
            markup.Append("</w:tr>");
        }

        markup.Append("</w:tbl>");
    }

    private void Cell(int width, string style, Action content)
    {
        markup.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        Paragraph(style, content);
        markup.Append("</w:tc>");
    }

    private void Section(NoteSection section)
    {
        Paragraph("Heading1", () => Text(section.Heading));
        foreach (var sentences in section.Paragraphs)
        {
            Paragraph(null, () => Sentences(sentences));
        }

        foreach (var item in section.List)
        {
            Paragraph("ListBullet", () => Item(item));
        }
    }

    private void Sentences(IReadOnlyList<NoteItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            Text(i > 0 ? " " : "");
            Item(items[i]);
        }
    }

    private void Paragraph(string? style, Action content)
    {
        markup.Append(style is null ? "<w:p>" : $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        content();
        markup.Append("</w:p>");
    }

    private void Item(NoteItem item)
    {
        Label(item.Label is { } label ? $"{label}: " : "");
        switch (item.Kind)
        {
            case NoteItemKind.Text:
                Text(item.Text);
                break;
            case NoteItemKind.Blank:
                Control(Capitalised(item.Text), null, item.Text, []);
                break;
            case NoteItemKind.Field:
                Field(elements[item.Text], elements[item.Text].Fields[0]);
                break;
            default:
                Phrase(elements[item.Text]);
                break;
        }

        Text(item.Label is null ? "" : ".");
    }

    private void Phrase(PackElement element)
    {
        var (phrase, field) = (element.Phrase!, element.Fields[0]);
        var open = phrase.IndexOf($"{{{field.Name}}}", StringComparison.Ordinal);
        Text(phrase[..open]);
        Field(element, field);
        Text(phrase[(open + field.Name.Length + 2)..]);
    }

    private void Field(PackElement element, PackField field) => Control(element.Name, NoteTag.Of(element.Id), field.Name, field.Options);

    /// <summary>A list that takes own words as well, or text; nothing is chosen beforehand.</summary>
    private void Control(string title, string? tag, string prompt, IReadOnlyList<string> options)
    {
        markup.Append($"<w:sdt><w:sdtPr><w:alias w:val=\"{WordMarkup.Escape(title)}\"/>");
        markup.Append(tag is null ? "" : $"<w:tag w:val=\"{WordMarkup.Escape(tag)}\"/>");
        markup.Append(CultureInfo.InvariantCulture, $"<w:id w:val=\"{++controls}\"/><w:showingPlcHdr/>");
        if (options.Count > 0)
        {
            var list = options.Select(WordMarkup.Escape).Select(o => $"<w:listItem w:displayText=\"{o}\" w:value=\"{o}\"/>");
            markup.Append($"<w:comboBox>{string.Concat(list)}</w:comboBox>");
        }

        markup.Append("</w:sdtPr><w:sdtContent>");
        Run("<w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr>", $"[{prompt}]");
        markup.Append("</w:sdtContent></w:sdt>");
    }

    private void Text(string text) => Run("", text);

    private void Label(string text) => Run("<w:rPr><w:rStyle w:val=\"FieldLabel\"/></w:rPr>", text);

    private void Run(string format, string text) => markup.Append(text.Length == 0 ? "" : $"<w:r>{format}<w:t xml:space=\"preserve\">{WordMarkup.Escape(text)}</w:t></w:r>");

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
