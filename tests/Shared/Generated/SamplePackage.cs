using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Laminar.Tests.Generated;

/// <summary>A whole, schema-valid .docx around the markup of a body, with the parts that Word writes beside it.</summary>
internal sealed partial class SamplePackage
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" mc:Ignorable=\"w14\"";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Types = "application/vnd.openxmlformats-officedocument.";
    private readonly List<(string Name, byte[] Bytes)> entries = [];
    private readonly StringBuilder types = new();
    private readonly StringBuilder relations = new();

    /// <param name="body">The markup of the body; comments and footnotes that it refers to are written.</param>
    public static byte[] Of(string body, bool withMacros = false, CompressionLevel level = CompressionLevel.Optimal)
        => new SamplePackage().Build(body, withMacros).Zip(level);

    private SamplePackage Build(string body, bool withMacros)
    {
        AddPart("document.xml", withMacros ? "application/vnd.ms-word.document.macroEnabled.main+xml" : Types + "wordprocessingml.document.main+xml",
            null, $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
        AddWordPart("styles", SampleParts.Styles);
        AddWordPart("numbering", SampleParts.Numbering);
        AddWordPart("settings", SampleParts.Settings);
        AddPart("header1.xml", Types + "wordprocessingml.header+xml", "header", SampleParts.Header);
        AddNumbered("comments", CommentReference().Matches(body), SampleParts.Comment, "");
        AddNumbered("footnotes", FootnoteReference().Matches(body), SampleParts.Footnote, SampleParts.Separators);
        AddEntry("customXml/item1.xml", SampleParts.CustomXml);
        relations.Append($"<Relationship Id=\"rIdCustom\" Type=\"{Office}customXml\" Target=\"../customXml/item1.xml\"/>");
        if (withMacros)
        {
            entries.Add(("word/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]));
            types.Append("<Override PartName=\"/word/vbaProject.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>");
            relations.Append("<Relationship Id=\"rIdMacros\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>");
        }

        return this;
    }

    private void AddNumbered(string kind, MatchCollection references, Func<string, string> write, string first)
    {
        if (references.Count > 0)
        {
            AddWordPart(kind, $"<w:{kind} {Namespaces}>{first}{string.Concat(references.Select(static match => match.Groups[1].Value).Distinct().Select(write))}</w:{kind}>");
        }
    }

    private void AddWordPart(string kind, string xml) => AddPart($"{kind}.xml", $"{Types}wordprocessingml.{kind}+xml", kind, xml);

    private void AddPart(string file, string type, string? relation, string xml)
    {
        AddEntry($"word/{file}", xml);
        types.Append($"<Override PartName=\"/word/{file}\" ContentType=\"{type}\"/>");
        relations.Append(relation is null ? "" : $"<Relationship Id=\"rId_{relation}\" Type=\"{Office}{relation}\" Target=\"{file}\"/>");
    }

    private void AddEntry(string name, string xml) => entries.Add((name, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n{xml}")));

    private byte[] Zip(CompressionLevel level)
    {
        const string package = "http://schemas.openxmlformats.org/package/2006";
        AddEntry("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{package}/relationships\">{relations}</Relationships>");
        AddEntry("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        AddEntry("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{types}</Types>");
        return Zip(Enumerable.Reverse(entries), level);
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries, CompressionLevel level = CompressionLevel.Optimal)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    [GeneratedRegex("<w:commentReference w:id=\"(\\d+)\"")]
    private static partial Regex CommentReference();

    [GeneratedRegex("<w:footnoteReference w:id=\"(\\d+)\"")]
    private static partial Regex FootnoteReference();
}
