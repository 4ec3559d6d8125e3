using Laminar.Tests.Generated;

namespace Laminar.Web.Tests;

/// <summary>A Word draft with one of each thing that a page has to show.</summary>
internal static class RichDraft
{
    private const string Changed = "w:author=\"B. Editor\" w:date=\"2026-01-06T09:30:00Z\"";

    private static readonly string Body =
        Paragraph(Run("Operative report"), "<w:pStyle w:val=\"Heading1\"/>")
        + Paragraph(Run("PROCEDURE:", "<w:b/>") + Run(" Percutaneous interlaminar laminotomy, left T8-T9."))
        + Paragraph(Run("Cannula, 4 mm"), Item) + Paragraph(Run("Rongeur, 2 mm"), Item)
        + "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>"
        + Row(Paragraph(Run("Level")), Paragraph(Run("T8-T9")))
        + Row(Paragraph(Run("Side")), Paragraph(Run("left")) + Paragraph(Run("as consented")))
        + "</w:tbl>"
        + Paragraph(Run("The level was counted ") + $"<w:ins w:id=\"901\" {Changed}>{Run("twice ")}</w:ins>"
            + $"<w:del w:id=\"902\" {Changed}><w:r><w:delText xml:space=\"preserve\">once </w:delText></w:r></w:del>" + Run("from T1."))
        + Paragraph(Run("Blood loss: ") + Control("ebl", "5 mL", false) + Run(". Surgeon: ") + Control("surgeon", "Click to enter a name", true) + Run("."))
        + Paragraph(Run("One line") + "<w:r><w:br/></w:r>" + Run("and the next") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
        + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId_header\"/></w:sectPr>";

    private const string Item = "<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";

    public static byte[] Bytes => SamplePackage.Of(Body);

    private static string Paragraph(string runs, string format = "") => $"<w:p><w:pPr>{format}</w:pPr>{runs}</w:p>";

    private static string Run(string text, string format = "") => $"<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(static cell => $"<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>{cell}</w:tc>"))}</w:tr>";

    private static string Control(string tag, string text, bool isPlaceholder) =>
        $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{(isPlaceholder ? "<w:showingPlcHdr/>" : "")}<w:text/></w:sdtPr><w:sdtContent>{Run(text, isPlaceholder ? "<w:rStyle w:val=\"PlaceholderText\"/>" : "")}</w:sdtContent></w:sdt>";
}
