using System.IO.Compression;
using System.Text;

namespace Laminar.Word;

/// <summary>Parts and relationships put together as a package.</summary>
internal sealed class NoteArchive
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<(string Name, string Type, string Markup)> parts = [];
    private readonly Dictionary<string, StringBuilder> relationships = new(StringComparer.Ordinal);

    public NoteArchive Add(string name, string type, string markup)
    {
        parts.Add((name, type, markup));
        return this;
    }

    /// <param name="from">The part that the relationship starts at; empty for the package.</param>
    public NoteArchive Relate(string from, string id, string type, string target)
    {
        if (!relationships.TryGetValue(from, out var list))
        {
            relationships.Add(from, list = new StringBuilder());
        }

        list.Append($"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"/>");
        return this;
    }

    public byte[] ToBytes()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var types = string.Concat(parts.Select(p => $"<Override PartName=\"/{p.Name}\" ContentType=\"{p.Type}\"/>"));
            Write(zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{types}</Types>");
            foreach (var (from, list) in relationships)
            {
                Write(zip, RelationshipsOf(from), $"<Relationships xmlns=\"{Package}relationships\">{list}</Relationships>");
            }

            foreach (var (name, _, markup) in parts)
            {
                Write(zip, name, markup);
            }
        }

        return stream.ToArray();
    }

    private static string RelationshipsOf(string part)
        => part.LastIndexOf('/') is var slash and >= 0 ? $"{part[..slash]}/_rels/{part[(slash + 1)..]}.rels" : $"_rels/{part}.rels";

    private static void Write(ZipArchive zip, string name, string markup)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoDate;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{markup}"));
    }
}
