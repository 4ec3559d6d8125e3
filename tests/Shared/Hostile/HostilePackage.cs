using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Laminar.Tests;

/// <summary>A Word file put together for harm: any name, any amount of one piece, sizes that lie. What is large is never whole in memory.</summary>
internal sealed class HostilePackage
{
    public const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private readonly List<(string Name, Markup Content)> parts = [];
    private readonly StringBuilder relations = new();

    /// <summary>Markup around one piece so many times over.</summary>
    public readonly record struct Markup(string Before, string Piece = "", int Count = 0, string Behind = "")
    {
        public void WriteTo(Stream target)
        {
            target.Write(Encoding.UTF8.GetBytes(Before));
            var some = Math.Clamp(65_536 / Math.Max(1, Piece.Length), 1, Math.Max(1, Count));
            var chunk = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Piece, some)));
            for (var left = Count; left > 0; left -= some)
            {
                target.Write(chunk.AsSpan(0, chunk.Length / some * Math.Min(left, some)));
            }

            target.Write(Encoding.UTF8.GetBytes(Behind));
        }

        public Markup Within(string before, string behind) => this with { Before = before + Before, Behind = Behind + behind };
    }

    /// <summary>What the package calls its main part; null is the usual name.</summary>
    public string MainTarget { get; init; } = "word/document.xml";

    public static Markup Some(string markup) => new(markup);

    public static Markup Many(string piece, int count, string before = "", string behind = "") => new(before, piece, count, behind);

    public static HostilePackage WithBody(string body) => WithBody(Some(body));

    public static HostilePackage WithBody(Markup body) => WithDocument(body.Within($"<w:document {Namespaces}><w:body>", "</w:body></w:document>"));

    public static HostilePackage WithDocument(Markup document) => new HostilePackage().And("word/document.xml", document);

    public HostilePackage And(string part, Markup content)
    {
        parts.Add((part, content));
        return this;
    }

    /// <summary>A part beside the main part, with the relationship that names it.</summary>
    public HostilePackage Related(string kind, string file, Markup content) => Relation(file, kind, file).And($"word/{file}", content);

    public HostilePackage Relation(string id, string kind, string target, bool isExternal = false)
    {
        relations.Append($"<Relationship Id=\"{id}\" Type=\"{Relations}{kind}\" Target=\"{target}\"{(isExternal ? " TargetMode=\"External\"" : "")}/>");
        return this;
    }

    public byte[] ToDocx()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in All())
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                content.WriteTo(entry);
            }
        }

        return stream.ToArray();
    }

    public byte[] ToFlatOpc()
    {
        var stream = new MemoryStream();
        Some("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">").WriteTo(stream);
        foreach (var (name, content) in All())
        {
            content.Within($"<pkg:part pkg:name=\"/{name}\" pkg:contentType=\"{(name == MainTarget ? Types : "application/xml")}\"><pkg:xmlData>", "</pkg:xmlData></pkg:part>").WriteTo(stream);
        }

        Some("</pkg:package>").WriteTo(stream);
        return stream.ToArray();
    }

    /// <summary>Writes other sizes into the zip's directory than its entries have.</summary>
    public static byte[] Claiming(byte[] zip, uint size)
    {
        for (var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0; at = Next(zip, at))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), size);
        }

        return zip;
    }

    /// <summary>Has all entries after the first of a name begin at the same place of the file, so that a little is read over and over.</summary>
    public static byte[] Overlapping(byte[] zip, string names)
    {
        var (first, name) = (-1, Encoding.UTF8.GetBytes(names));
        for (var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0; at = Next(zip, at))
        {
            if (zip.AsSpan(at + 46).StartsWith(name))
            {
                first = first < 0 ? at : first;
                zip.AsSpan(first + 16, 12).CopyTo(zip.AsSpan(at + 16));
                zip.AsSpan(first + 42, 4).CopyTo(zip.AsSpan(at + 42));
            }
        }

        return zip;
    }

    private static int Next(byte[] zip, int at) => zip.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8) is >= 0 and var found ? at + 4 + found : -1;

    private IEnumerable<(string Name, Markup Content)> All()
    {
        const string Package = "http://schemas.openxmlformats.org/package/2006/";
        if (!parts.Exists(static part => part.Name == "[Content_Types].xml"))
        {
            yield return ("[Content_Types].xml", Some($"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Types}\"/></Types>"));
        }

        if (!parts.Exists(static part => part.Name == "_rels/.rels"))
        {
            yield return ("_rels/.rels", Some($"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"r1\" Type=\"{Relations}officeDocument\" Target=\"{MainTarget}\"/></Relationships>"));
        }

        if (!parts.Exists(static part => part.Name == "word/_rels/document.xml.rels"))
        {
            yield return ("word/_rels/document.xml.rels", Some($"<Relationships xmlns=\"{Package}relationships\">{relations}</Relationships>"));
        }

        foreach (var part in parts)
        {
            yield return part;
        }
    }
}
