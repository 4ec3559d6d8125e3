using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
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
    private static readonly XNamespace Flat = "http://schemas.microsoft.com/office/2006/xmlPackage";

    /// <summary>The parts of a Flat OPC file as the entries of a zip.</summary>
    /// <exception cref="XmlException">The file is damaged.</exception>
    /// <exception cref="RefusalException">A binary part is not in Base64.</exception>
    public static byte[] FromFlatOpc(ReadOnlyMemory<byte> bytes, ReadLimits limits, CancellationToken cancellation)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = limits.MaxDecompressedBytes };
        var segment = DraftReader.Segment(bytes);
        using var reader = XmlReader.Create(new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false), settings);
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        var entries = new List<(string Name, byte[] Bytes)>();
        var types = new StringBuilder($"<Default Extension=\"rels\" ContentType=\"{RelationsType}\"/>");
        foreach (var part in root.Elements(Flat + "part"))
        {
            cancellation.ThrowIfCancellationRequested();
            if (part.Attribute(Flat + "name")?.Value.TrimStart('/') is { Length: > 0 } name && Content(part) is { } content)
            {
                entries.Add((name, content));
                types.Append(name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? "" : $"<Override PartName=\"/{WordMarkup.Escape(name)}\" ContentType=\"{WordMarkup.Escape(part.Attribute(Flat + "contentType")?.Value ?? "application/xml")}\"/>");
            }
        }

        return Zip(types.ToString(), entries);
    }

    /// <summary>A plain document with a paragraph for each line.</summary>
    public static byte[] FromText(Draft draft)
    {
        var body = string.Concat(draft.Paragraphs.Select(static paragraph =>
            paragraph.Text.Length == 0 ? "<w:p/>" : $"<w:p><w:r><w:t xml:space=\"preserve\">{string.Join(Tab, paragraph.Text.Split('\t').Select(WordMarkup.Escape))}</w:t></w:r></w:p>"));
        const string Styles = $"<w:styles xmlns:w=\"{Word}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style></w:styles>";
        return Zip(
            $"<Default Extension=\"rels\" ContentType=\"{RelationsType}\"/><Override PartName=\"/word/document.xml\" ContentType=\"{MainTypes.Docx}\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{StylesType}\"/>",
            [
                ("_rels/.rels", Xml($"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}officeDocument\" Target=\"word/document.xml\"/></Relationships>")),
                ("word/document.xml", Xml($"<w:document xmlns:w=\"{Word}\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>")),
                ("word/_rels/document.xml.rels", Xml($"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}styles\" Target=\"styles.xml\"/></Relationships>")),
                ("word/styles.xml", Xml(Styles)),
            ]);
    }

    private static byte[]? Content(XElement part)
    {
        if (part.Element(Flat + "binaryData") is { } binary)
        {
            var bytes = new byte[binary.Value.Length];
            return Convert.TryFromBase64String(binary.Value, bytes, out var length) ? bytes[..length] : throw new RefusalException(DraftErrors.DamagedXml);
        }

        return part.Element(Flat + "xmlData")?.Elements().FirstOrDefault() is { } root ? Xml(root.ToString(SaveOptions.DisableFormatting)) : null;
    }

    private static byte[] Xml(string markup) => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{markup}");

    private static byte[] Zip(string types, List<(string Name, byte[] Bytes)> entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries.Prepend(("[Content_Types].xml", Xml($"<Types xmlns=\"{Package}content-types\">{types}</Types>"))))
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
