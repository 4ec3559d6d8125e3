using System.IO.Compression;
using System.Security;
using System.Text;

namespace Laminar.Tests;

/// <summary>Small Word files from paragraphs of text, split into runs as Word writes them after an hour of typing and spell checking.</summary>
internal static class WordFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    private const string RelationsType = "application/vnd.openxmlformats-package.relationships+xml";

    /// <summary>Content types of the main part, by the file's extension.</summary>
    public static IReadOnlyDictionary<string, string> MainTypes { get; } = new Dictionary<string, string>
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        [".docm"] = "application/vnd.ms-word.document.macroEnabled.main+xml",
        [".dotx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        [".dotm"] = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    };

    public static byte[] Zip(IEnumerable<string> paragraphs, string extension = ".docx") => ZipOfBody(BodyOf(paragraphs), extension);

    /// <param name="body">The markup within <c>w:body</c>.</param>
    public static byte[] ZipOfBody(string body, string extension = ".docx")
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="{RelationsType}"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{MainTypes[extension]}"/></Types>""");
            Add(zip, "_rels/.rels", Relations);
            Add(zip, "word/document.xml", Document(body));
        }

        return bytes.ToArray();
    }

    /// <summary>What Word's <c>getOoxml()</c> returns.</summary>
    public static byte[] FlatOpc(IEnumerable<string> paragraphs) => Encoding.UTF8.GetBytes(
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <?mso-application progid="Word.Document"?>
        <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
        <pkg:part pkg:name="/_rels/.rels" pkg:contentType="{RelationsType}"><pkg:xmlData>{Relations}</pkg:xmlData></pkg:part>
        <pkg:part pkg:name="/word/document.xml" pkg:contentType="{MainTypes[".docx"]}"><pkg:xmlData>{Document(BodyOf(paragraphs))}</pkg:xmlData></pkg:part>
        </pkg:package>
        """);

    private static string Relations =>
        $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relation}" Target="word/document.xml"/></Relationships>""";

    private static string BodyOf(IEnumerable<string> paragraphs) => string.Concat(paragraphs.Select(Paragraph));

    private static string Document(string body) => $"""<w:document xmlns:w="{Word}"><w:body>{body}<w:sectPr/></w:body></w:document>""";

    private static string Paragraph(string text, int number)
    {
        var xml = new StringBuilder($"""<w:p w:rsidR="00A{number:X5}" w:rsidRDefault="00A{number:X5}"><w:pPr><w:spacing w:after="120"/></w:pPr>""");
        for (var start = 0; start < text.Length;)
        {
            // Lengths that go round: runs break between words and inside them.
            var length = Math.Min(7 + ((start * 5) % 23), text.Length - start);
            xml.Append($"""<w:r w:rsidRPr="00B{start:X5}"><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">{SecurityElement.Escape(text.Substring(start, length))}</w:t></w:r>""");
            if (start % 3 == 0)
            {
                xml.Append("""<w:proofErr w:type="spellStart"/>""");
            }

            start += length;
        }

        return xml.Append("</w:p>").ToString();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
        entry.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}""");
    }
}
