using CsCheck;

namespace Laminar.Tests.Generated;

/// <summary>Paragraphs, tables, controls around paragraphs, and text boxes.</summary>
internal static class Blocks
{
    private static readonly Gen<string> Properties = Gen.Frequency(
        (6, Gen.OneOf("", "<w:pPr/>", "<w:pPr><w:spacing w:after=\"120\"/><w:jc w:val=\"both\"/></w:pPr>", "<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>")),
        (2, Gen.OneOf("<w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>", "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>")),
        (1, Gen.OneOf("del", "ins").Select(static mark => $"<w:pPr><w:rPr><w:{mark} w:id=\"{IdStamp.New("change")}\" {Runs.Changed}/></w:rPr></w:pPr>")),
        (1, Gen.Const($"<w:pPr><w:jc w:val=\"center\"/><w:pPrChange w:id=\"{IdStamp.New("change")}\" {Runs.Changed}><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:pPrChange></w:pPr>")));

    private static readonly Gen<string> Lead = Gen.Frequency(
        (3, Gen.Const("")), (1, Sentences.Lead.Select(static lead => $"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{lead} </w:t></w:r>")));

    public static Gen<string> Paragraph { get; } =
        Gen.Select(Properties, Lead, Sentences.Pieces.SelectMany(Inlines.Of), static (properties, lead, line) => $"<w:p>{properties}{lead}{line}</w:p>");

    private static readonly Gen<string> Bare = Gen.OneOf(
        "<w:p/>", "<w:p></w:p>", "<w:p w:rsidR=\"00A1B2C3\" w14:paraId=\"1A2B3C4D\"><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:p>", "<w:p><w:r/></w:p>");

    // A text box can hold neither notes nor comments.
    private static readonly Gen<string> Plain = Gen.Select(Properties, Sentences.Pieces.SelectMany(Inlines.Plain), static (properties, line) => $"<w:p>{properties}{line}</w:p>");

    private static readonly Gen<string> Boxed = Gen.Select(Paragraph, Plain.Array[1, 2], static (around, held) => around.Replace("</w:p>", TextBox.Around(string.Concat(held)) + "</w:p>", StringComparison.Ordinal));

    public static Gen<string> Any(int depth) => depth == 0
        ? Gen.Frequency((8, Paragraph), (1, Bare))
        : Gen.Frequency((8, Paragraph), (1, Bare), (1, Boxed), (1, Table(depth)), (1, Controlled(depth)));

    /// <summary>A paragraph that ends its section; only the body itself has such.</summary>
    public static Gen<string> SectionEnd { get; } = Sentences.Pieces.SelectMany(Inlines.Of).Select(static line => $"<w:p><w:pPr><w:sectPr><w:type w:val=\"continuous\"/></w:sectPr></w:pPr>{line}</w:p>");

    private static Gen<string> Controlled(int depth) => Gen.Select(Any(depth - 1).Array[1, 2], Gen.OneOf("", "<w:lock w:val=\"sdtLocked\"/>"),
        static (blocks, properties) => Controls.Around(properties, string.Concat(blocks)));

    private static Gen<string> Table(int depth) => Cell(depth).Array[2, 2].Array[1, 2].Select(static rows =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4500\"/><w:gridCol w:w=\"4500\"/></w:tblGrid>"
        + string.Concat(rows.Select(static cells => $"<w:tr>{string.Concat(cells)}</w:tr>")) + "</w:tbl>");

    // A cell ends with a paragraph.
    private static Gen<string> Cell(int depth) => Gen.Select(Any(depth - 1).Array[0, 2], Paragraph,
        static (blocks, last) => $"<w:tc><w:tcPr><w:tcW w:w=\"4500\" w:type=\"dxa\"/></w:tcPr>{string.Concat(blocks)}{last}</w:tc>");
}
