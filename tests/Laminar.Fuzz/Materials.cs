using System.IO.Compression;
using System.Text;
using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Tests;

namespace Laminar.Fuzz;

/// <summary>What is fed beside the input, made once.</summary>
internal static class Materials
{
    private static readonly byte[] Styles = Encoding.UTF8.GetBytes("<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/></w:style><w:style w:styleId=\"a\"><w:name w:val=\"a\"/><w:basedOn w:val=\"Heading1\"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>");

    private static readonly byte[] Related = Encoding.UTF8.GetBytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");

    public static PackSource Source { get; } = PackFolder.Read(Folder(0));

    public static IReadOnlyList<Pack> Packs { get; } = [.. PackFolder.Ids(PackFolder.Shipped).Select(static (_, number) => Pack.Compile(PackFolder.Read(Folder(number))))];

    public static Draft Draft { get; } = Draft.FromText("draft.txt", FictionalDraft.Text);

    public static byte[] File { get; } = WordFiles.Zip(FictionalDraft.Paragraphs);

    private static byte[] Package { get; } = WithoutMain();

    /// <summary>A package that is sound but for its main part.</summary>
    public static byte[] Docx(ReadOnlyMemory<byte> main)
    {
        var stream = new MemoryStream();
        stream.Write(Package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            Add(zip, "word/document.xml", main.Span);
        }

        return stream.ToArray();
    }

    public static string Folder(int number) => Path.Combine(PackFolder.Shipped, PackFolder.Ids(PackFolder.Shipped)[number]);

    public static IEnumerable<string> Texts(Draft draft) => draft.Paragraphs.Select(static paragraph => paragraph.Text);

    private static byte[] WithoutMain()
    {
        var stream = new MemoryStream();
        stream.Write(File);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            Add(zip, "word/styles.xml", Styles);
            Add(zip, "word/_rels/document.xml.rels", Related);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(bytes);
    }
}
