using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Laminar.Tests.Laws;

internal sealed record DocxEntry(string Name, byte[] Bytes);

/// <summary>A .docx as its entries in order, read without anything of the product.</summary>
internal sealed class DocxFile
{
    public const string ContentTypes = "[Content_Types].xml";

    private DocxFile(IReadOnlyList<DocxEntry> entries)
    {
        Entries = entries;
        Main = Related("", "officeDocument").FirstOrDefault() ?? throw new InvalidDataException("The package names no main part.");
        Comments = Related(Main, "comments").FirstOrDefault();
    }

    public IReadOnlyList<DocxEntry> Entries { get; }

    public string Main { get; }

    public string? Comments { get; }

    public static DocxFile Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return new DocxFile([.. zip.Entries.Select(static entry => new DocxEntry(entry.FullName, Content(entry)))]);
    }

    public DocxEntry? Find(string name) => Entries.FirstOrDefault(entry => Same(entry.Name, name));

    public XElement? Xml(string? name) => name is null ? null : Find(name) is { } entry ? Parse(entry.Bytes) : null;

    /// <summary>The relationships of a part; those of the package when its name is empty.</summary>
    public XElement? Relationships(string part) => Xml(RelationshipsOf(part));

    public static string RelationshipsOf(string part)
    {
        var cut = part.LastIndexOf('/') + 1;
        return $"{part[..cut]}_rels/{part[cut..]}.rels";
    }

    public static bool Same(string? one, string? other) => string.Equals(one?.TrimStart('/'), other?.TrimStart('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts that a part relates to as <paramref name="kind"/>, the last step of the relationship's type.</summary>
    public IEnumerable<string> Related(string part, string kind)
        => from relationship in Relationships(part)?.Elements() ?? []
           where relationship.Attribute("Type")?.Value.EndsWith("/" + kind, StringComparison.Ordinal) == true
           where relationship.Attribute("TargetMode")?.Value != "External"
           select new Uri(new Uri("http://package/" + part), relationship.Attribute("Target")!.Value).AbsolutePath.TrimStart('/');

    /// <summary>The XML with the names of a strict file brought to the transitional ones, so that there is one set of names to ask for.</summary>
    public static XElement Parse(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        if (root.Name.Namespace == Names.Strict)
        {
            Rename(root);
        }

        return root;
    }

    private static void Rename(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = Transitional(element.Name);
            element.ReplaceAttributes(element.Attributes().Select(static attribute => new XAttribute(Transitional(attribute.Name), attribute.Value)));
        }
    }

    private static XName Transitional(XName name) => name.Namespace == Names.Strict ? Names.Word + name.LocalName : name;

    private static byte[] Content(ZipArchiveEntry entry)
    {
        var bytes = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
