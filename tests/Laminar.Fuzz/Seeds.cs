using System.Text;
using Laminar.Hosts;
using Laminar.Tests;
using Laminar.Word;

namespace Laminar.Fuzz;

/// <summary>Small sound inputs to begin with, and the words that each kind of input is made of.</summary>
internal static class Seeds
{
    private const string Body =
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>PROCEDURE PERFORMED: Laminotomy, left C5-C6.</w:t></w:r></w:p>"
        + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">DESCRIPTION OF PROCEDURE: </w:t></w:r><w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>A stab incision was made.</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>right</w:delText></w:r></w:del></w:p>"
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Side</w:t><w:tab/><w:br/></w:r></w:p></w:tc><w:tc><w:sdt><w:sdtPr><w:tag w:val=\"laminar:laterality\"/><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText=\"left\" w:value=\"left\"/></w:dropDownList></w:sdtPr><w:sdtContent><w:p><w:r><w:t>[side]</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t> </w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:hyperlink w:anchor=\"a\"><w:r><w:t>The cannula was advanced at T8-T9.</w:t></w:r></w:hyperlink></w:p><w:sectPr/>";

    private const string Document = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{Body}</w:body></w:document>";
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(string folder)
    {
        foreach (var (target, seeds) in All())
        {
            Directory.CreateDirectory(Path.Combine(folder, target));
            foreach (var (number, seed) in seeds.Index())
            {
                File.WriteAllBytes(Path.Combine(folder, target, $"seed-{number}"), seed);
            }
        }

        File.WriteAllLines(Path.Combine(folder, "words"), Words().Distinct().Select(static word => $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
    }

    private static Dictionary<string, IEnumerable<byte[]>> All() => new()
    {
        ["zip"] = [Materials.Docx(Bytes(Document)), Materials.File, Annotated()],
        ["document"] = Documents(),
        ["flat"] = [WordFiles.FlatOpc(FictionalDraft.Paragraphs.Take(4)), Bytes($"<package><part name=\"/_rels/.rels\"><xmlData><Relationships><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"a.xml\"/></Relationships></xmlData></part><part name=\"/a.xml\"><xmlData>{Document}</xmlData></part><part name=\"/b.png\"><binaryData>AAAA</binaryData></part></package>")],
        ["text"] = [Bytes(FictionalDraft.Text), .. Directory.GetFiles(Path.Combine(Materials.Folder(0), "drafts"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(static text => text.Length < 4096).Take(6)],
        ["write"] = Documents().SelectMany(static document => new[] { [1, 0, 0, 0, .. document], (byte[])[7, 1, 2, 3, .. document] }),
        ["pack"] = Materials.Source.Files.Where(static file => file.Text.Length < 8192).Take(40).Select(static file => Bytes($"{file.Path}\n{file.Text}")),
        ["archive"] = [PackArchive.Write(PackContent.Of([Entry("a/pack.yaml", "id: a\nversion: 1.0.0\n"), Entry("shared/cues.yaml", "a: [b]\n")]).Content!)],
        ["json"] = [Bytes($"{{\"by\":\"A. Surgeon\",\"role\":\"surgeon\",\"answers\":[{Answers()}]}}"), Bytes("{\"by\":\"A\",\"edits\":[{\"from\":{\"paragraph\":5,\"offset\":3},\"to\":{\"paragraph\":6,\"offset\":2},\"text\":\"a\\nb\"}]}"), Bytes($"{{\"by\":\"A\",\"findings\":[\"{First()}\"]}}"), Bytes($"<record xmlns=\"urn:laminar:record:1\"><answer finding=\"{First()}\" given=\"left\" print=\"a\"/></record>")],
    };

    private static IEnumerable<byte[]> Documents() => [Bytes(Document), MainPart(Materials.File), MainPart(Annotated())];

    private static string First() => Findings()[0];

    private static List<string> Findings() => [.. Engine.PackChoice.Scan(Materials.Draft, Materials.Packs).Findings.Select(static finding => finding.Id)];

    private static string Answers() => string.Join(',', Findings().Take(5).Select(static id => $"{{\"finding\":\"{id}\",\"answer\":\"left\"}}"));

    private static byte[] Annotated()
    {
        var document = DraftDocument.Open(Materials.Docx(Bytes(Document)), "draft.docx", ReadLimits.Default).Document!;
        return document.Annotate(Engine.PackChoice.Scan(document.Draft, Materials.Packs), AnnotationMode.Suggestions, At);
    }

    private static byte[] MainPart(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static KeyValuePair<string, byte[]> Entry(string path, string text) => new(path, Bytes(text));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<string> Words() =>
    [
        "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtPr", "w:sdtContent", "w:ins", "w:del", "w:delText", "w:rPr", "w:pPr", "w:vanish", "w:tag", "w:val=", "w:id=", "w:author=\"Laminar\"",
        "w:txbxContent", "w:moveFrom", "w:moveTo", "w:fldSimple", "w:commentRangeStart", "w:customXmlInsRangeStart", "w:bookmarkStart", "w:smartTag", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "xml:space=\"preserve\"",
        "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "<?xml version=\"1.0\"?>", "&amp;", "&#10;", "&#xD;", "&#x10FFFF;", "</", "/>", "xmlns=\"\"", "xmlns:w=",
        "pkg:part", "pkg:xmlData", "pkg:binaryData", "pkg:name=", "C5-C6", "T12-L1", "C5/6", "left", "right", "not", "no", "without", "***", "____", "[left/right]", "PROCEDURE:", "was performed", "fluoroscopy", "status post",
        "id:", "version:", "elements:", "phrase:", "flags:", "allows:", "options:", "{side}", "- ", "|", "&a", "*a", "!!", "\"by\"", "\"answers\"", "\"edits\"", "\"findings\"", "\"fields\"", "\\uD800", "urn:laminar:record:1",
    ];
}
