using System.Globalization;
using System.IO.Compression;
using System.Text;
using Laminar.Tests;

namespace Laminar.Benchmarks;

/// <summary>Distinct reports of the length of real ones, with the parts that Word writes beside the text.</summary>
internal static class AuditArchive
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const int Styles = 60;

    /// <summary>What the product reads of such a file, and so its floor.</summary>
    public static IReadOnlyList<string> PartsRead { get; } = ["_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml", "docProps/core.xml", "docProps/app.xml"];

    public static void Write(string folder, int count)
    {
        for (var number = 0; number < count; number++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"report-{number:d4}.docx"), Report(number));
        }
    }

    private static byte[] Report(int number)
    {
        var bytes = new MemoryStream();
        bytes.Write(WordFiles.Zip([.. Materials.Paragraphs, $"Record {number}."]));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("_rels/.rels")!.Delete();
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{Package}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="{Office}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>""");
            Add(zip, "word/_rels/document.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/relationships/styles" Target="styles.xml"/></Relationships>""");
            Add(zip, "word/styles.xml", $"""<w:styles xmlns:w="{Word}">{string.Concat(Enumerable.Range(0, Styles).Select(static style => $"""<w:style w:type="paragraph" w:styleId="S{style}"><w:name w:val="Style {style}"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style>"""))}</w:styles>""");
            Add(zip, "docProps/core.xml", string.Create(CultureInfo.InvariantCulture, $"""<cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>{new DateTime(2021, 1, 1).AddDays(number):yyyy-MM-dd}T08:00:00Z</dcterms:created></cp:coreProperties>"""));
            Add(zip, "docProps/app.xml", $"""<Properties xmlns="{Office}/extended-properties"><Template>Normal.dotm</Template></Properties>""");
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));
    }
}
