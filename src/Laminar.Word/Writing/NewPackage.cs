using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Makes a Word file of a draft that came in another form, so that there is one way of writing.</summary>
internal static class NewPackage
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string RelationsType = "application/vnd.openxmlformats-package.relationships+xml";
    private const string StylesType = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
    private const string Tab = "</w:t><w:tab/><w:t xml:space=\"preserve\">";
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>The parts of a Flat OPC file as the entries of a zip.</summary>
    /// <exception cref="XmlException">The file is damaged.</exception>
    /// <exception cref="RefusalException">The file is beyond a limit, or a binary part is not in Base64.</exception>
    public static ReadOnlyMemory<byte> FromFlatOpc(ReadOnlyMemory<byte> bytes, ReadLimits limits, CancellationToken cancellation)
    {
        var package = new FlatPackage(DraftReader.Segment(bytes), new ReadBudget(limits, cancellation));
        var parts = package.Parts.Where(static part => part.Name.Length > 0 && part.Name != ContentTypes).ToList();
        var types = new StringBuilder($"<Default Extension=\"rels\" ContentType=\"{RelationsType}\"/>");
        foreach (var part in parts.Where(static part => !part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            types.Append($"<Override PartName=\"/{Escaped(part.Name)}\" ContentType=\"{Escaped(part.Type)}\"/>");
        }

        return Zip(bytes.Length, types.ToString(), zip =>
        {
            foreach (var part in parts)
            {
                cancellation.ThrowIfCancellationRequested();
                using var content = package.ContentOf(part);
                if (content is not null)
                {
                    using var entry = zip.CreateEntry(WebUtility.HtmlDecode(part.Name), content.IsBinary ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                    content.CopyTo(entry);
                }
            }
        });
    }

    /// <summary>A plain document with a paragraph for each line.</summary>
    public static ReadOnlyMemory<byte> FromText(Draft draft)
    {
        var body = string.Concat(draft.Paragraphs.Select(static paragraph =>
            paragraph.Text.Length == 0 ? "<w:p/>" : $"<w:p><w:r><w:t xml:space=\"preserve\">{string.Join(Tab, paragraph.Text.Split('\t').Select(WordMarkup.Escape))}</w:t></w:r></w:p>"));
        const string Styles = $"<w:styles xmlns:w=\"{Word}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style></w:styles>";
        return Zip(
            body.Length,
            $"<Default Extension=\"rels\" ContentType=\"{RelationsType}\"/><Override PartName=\"/word/document.xml\" ContentType=\"{MainTypes.Docx}\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{StylesType}\"/>",
            zip =>
            {
                Add(zip, "_rels/.rels", Xml($"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
                Add(zip, "word/document.xml", Xml($"<w:document xmlns:w=\"{Word}\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"));
                Add(zip, "word/_rels/document.xml.rels", Xml($"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}styles\" Target=\"styles.xml\"/></Relationships>"));
                Add(zip, "word/styles.xml", Xml(Styles));
            });
    }

    /// <summary>What stands in a tag may hold entities, and be faulty.</summary>
    private static string Escaped(string attribute) => WordMarkup.Escape(WebUtility.HtmlDecode(attribute));

    private static byte[] Xml(string markup) => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{markup}");

    /// <param name="length">About how many bytes it will take at most.</param>
    private static ReadOnlyMemory<byte> Zip(int length, string types, Action<ZipArchive> addParts)
    {
        var stream = new MemoryStream(length);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ContentTypes, Xml($"<Types xmlns=\"{Package}content-types\">{types}</Types>"));
            addParts(zip);
        }

        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(bytes);
    }
}
