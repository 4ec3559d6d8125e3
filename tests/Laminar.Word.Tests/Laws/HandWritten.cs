using Laminar.Tests.Generated;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>A draft, and the same with a suggestion or a question written into it by hand, as the laws want it.</summary>
internal static class HandWritten
{
    public const string Phrase = " Guidance was [guidance].";
    public const string LinePhrase = "IMPLANTS: [guidance].";
    public const string Ours = "w:author=\"Laminar\" w:date=\"2026-01-07T10:00:00Z\"";
    private const string Theirs = "w:author=\"B. Editor\" w:date=\"2026-01-06T09:30:00Z\"";

    public const string Cut = "<w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">The patient was prone. </w:t></w:r><w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:b/></w:rPr><w:t>The skin was closed.</w:t></w:r>";
    private const string Whole = "<w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:b/></w:rPr><w:t>The patient was prone. The skin was closed.</w:t></w:r>";

    public static byte[] Before { get; } = Draft(Whole);

    /// <summary>The draft with the first paragraph's run as given, and blocks after that paragraph.</summary>
    public static byte[] Draft(string line, string blocks = "", string lastInCell = "") => SamplePackage.Of(
        "<w:p><w:r><w:t>PROCEDURE:</w:t></w:r></w:p>"
        + $"<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:bookmarkStart w:id=\"7\" w:name=\"a\"/>{line}<w:bookmarkEnd w:id=\"7\"/></w:p>{blocks}"
        + $"<w:p><w:commentRangeStart w:id=\"1\"/><w:ins w:id=\"20\" {Theirs}><w:r><w:t>Left</w:t></w:r></w:ins><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>"
        + $"<w:del w:id=\"21\" {Theirs}><w:r><w:delText>Right</w:delText></w:r></w:del><w:sdt><w:sdtPr><w:id w:val=\"30\"/></w:sdtPr><w:sdtContent><w:r><w:t xml:space=\"preserve\"> side</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        + $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4500\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"4500\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>T8-T9</w:t></w:r></w:p>{lastInCell}</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:t>Closed.</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId_header\"/></w:sectPr>");

    /// <summary>The draft with a suggestion between the halves of its line.</summary>
    public static byte[] Suggested(string suggestion) => Draft(Cut.Replace("</w:r><w:r ", $"</w:r>{suggestion}<w:r ", StringComparison.Ordinal));

    public static string Suggestion(int id = 100) => Control(id, "laminar:guidance:0123456789abcdef", "",
        Inserted(id + 1, " Guidance was ") + Field(id + 10) + Inserted(id + 2, "."));

    public static string Line(int id = 100) => $"<w:p><w:pPr><w:jc w:val=\"both\"/><w:rPr><w:ins w:id=\"{id + 30}\" {Ours}/></w:rPr></w:pPr>"
        + Control(id, "laminar:implants:0123456789abcdef", "", Inserted(id + 1, "IMPLANTS: ") + Field(id + 10) + Inserted(id + 2, ".")) + "</w:p>";

    public static string Inserted(int id, string text) => $"<w:ins w:id=\"{id}\" {Ours}><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:ins>";

    private static string Field(int id) => Control(id, "laminar:guidance:0123456789abcdef:1",
        "<w:showingPlcHdr/><w:comboBox><w:listItem w:displayText=\"none used\" w:value=\"none used\"/></w:comboBox>", Inserted(id + 1, "[guidance]"));

    private static string Control(int id, string tag, string properties, string content)
        => $"<w:customXmlInsRangeStart w:id=\"{id + 5}\" {Ours}/><w:sdt><w:sdtPr><w:alias w:val=\"Laminar\"/><w:tag w:val=\"{tag}\"/><w:id w:val=\"{id}\"/>{properties}</w:sdtPr><w:sdtContent><w:customXmlInsRangeEnd w:id=\"{id + 5}\"/>"
            + $"{content}<w:customXmlInsRangeStart w:id=\"{id + 6}\" {Ours}/></w:sdtContent></w:sdt><w:customXmlInsRangeEnd w:id=\"{id + 6}\"/>";

    /// <summary>The draft with a comment of Laminar's on the first half of its line.</summary>
    public static byte[] Asked(string id = "2") => Commented(Draft(Cut.Replace("</w:r><w:r ", $"</w:r><w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r><w:r ", StringComparison.Ordinal)
        .Insert(0, $"<w:commentRangeStart w:id=\"{id}\"/>")), id);

    /// <summary>Makes a comment one of Laminar's; the sample's parts know only those of the typist.</summary>
    public static byte[] Commented(byte[] docx, string id) => Repacked.With(docx, "word/comments.xml",
        xml => xml.Replace($"<w:comment w:id=\"{id}\" w:author=\"A. Typist\"", $"<w:comment w:id=\"{id}\" w:author=\"Laminar\"", StringComparison.Ordinal));

    public static byte[] InMain(byte[] docx, string old, string now) => Repacked.With(docx, "word/document.xml", xml =>
    {
        Assert.Contains(old, xml, StringComparison.Ordinal);
        return xml.Replace(old, now, StringComparison.Ordinal);
    });

    public static IReadOnlyList<string> Check(byte[] after, params string[] phrases) => WritingLaws.Check(Before, after, phrases: phrases);
}
