using System.IO.Compression;
using System.Text;

namespace Laminar.Word.Tests;

/// <summary>A Word file put together in code: the main part from the markup of its body, and parts beside it.</summary>
internal sealed class WordFile
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private readonly List<(string Name, string Xml)> parts = [];
    private readonly StringBuilder relations = new();
    private string main = "word/document.xml";

    public static WordFile WithBody(string body) => WithDocument($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");

    public static WordFile WithDocument(string xml)
    {
        var file = new WordFile();
        file.parts.Add((file.main, xml));
        return file;
    }

    /// <summary>Gives the main part another name.</summary>
    public WordFile Named(string mainPart)
    {
        parts[0] = (mainPart, parts[0].Xml);
        main = mainPart;
        return this;
    }

    /// <summary>Adds a part in the main part's folder, related to it as <paramref name="kind"/>.</summary>
    public WordFile With(string kind, string fileName, string xml, string? id = null)
    {
        relations.Append($"<Relationship Id=\"{id ?? fileName}\" Type=\"{OfficeRelations}{kind}\" Target=\"{fileName}\"/>");
        parts.Add(($"word/{fileName}", xml));
        return this;
    }

    public WordFile WithStyles(string styles) => With("styles", "styles.xml", $"<w:styles {Namespaces}>{styles}</w:styles>");

    public WordFile WithNotes(string kind, string notes) => With(kind + "s", kind + "s.xml", $"<w:{kind}s {Namespaces}>{notes}</w:{kind}s>");

    public WordFile WithPart(string name, string xml)
    {
        parts.Add((name, xml));
        return this;
    }

    public byte[] ToDocx() => Zip(AllParts());

    /// <summary>The same as Word's <c>getOoxml()</c> gives it.</summary>
    public byte[] ToFlatOpc()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" standalone=\"yes\"?><?mso-application progid=\"Word.Document\"?>");
        xml.Append("<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">");
        foreach (var (name, part) in AllParts())
        {
            xml.Append($"<pkg:part pkg:name=\"/{name}\" pkg:contentType=\"application/xml\"><pkg:xmlData>{part}</pkg:xmlData></pkg:part>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</pkg:package>").ToString());
    }

    public static byte[] Zip(IEnumerable<(string Name, string Text)> entries, CompressionLevel level = CompressionLevel.Optimal)
        => Zip(entries.Select(static entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text))), level);

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries, CompressionLevel level = CompressionLevel.Optimal)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public IEnumerable<(string Name, string Xml)> AllParts()
    {
        const string package = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        var (folder, file) = (Path.GetDirectoryName(main), Path.GetFileName(main));
        yield return ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        yield return ("_rels/.rels", $"{package}<Relationship Id=\"r1\" Type=\"{OfficeRelations}officeDocument\" Target=\"{main}\"/></Relationships>");
        yield return ($"{folder}/_rels/{file}.rels", $"{package}{relations}</Relationships>");
        foreach (var part in parts)
        {
            yield return part;
        }
    }
}
