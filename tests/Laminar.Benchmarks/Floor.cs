using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Laminar.Benchmarks;

/// <summary>The least that any program would have to do: what our own figures are measured against, in the same run.</summary>
internal static class Floor
{
    /// <summary>Unzips the main part and walks its XML to the text. Returns the text's length.</summary>
    public static int UnzipAndWalk(ReadOnlyMemory<byte> docx)
    {
        MemoryMarshal.TryGetArray(docx, out var bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false));
        using var xml = XmlReader.Create(zip.GetEntry("word/document.xml")!.Open());
        return Walk(xml);
    }

    private static int Walk(XmlReader xml)
    {
        var length = 0;
        var inText = false;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    inText = xml.LocalName == "t";
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace when inText:
                    length += xml.Value.Length;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
            }
        }

        return length;
    }

    /// <summary>Unzips some parts of a file and walks the XML of each to its text.</summary>
    public static int UnzipAndWalkParts(string file, IReadOnlyList<string> parts)
    {
        using var zip = ZipFile.OpenRead(file);
        return parts.Sum(part =>
        {
            using var xml = XmlReader.Create(zip.GetEntry(part)!.Open());
            return Walk(xml);
        });
    }

    /// <summary>Unzips every part, parses the main one and zips them all again. Returns the length of the new file.</summary>
    public static int UnzipParseAndZip(byte[] docx)
    {
        var stream = new MemoryStream(docx.Length);
        using (var source = new ZipArchive(new MemoryStream(docx)))
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var part = new MemoryStream();
                using (var packed = entry.Open())
                {
                    packed.CopyTo(part);
                }

                part.Position = 0;
                if (entry.FullName == "word/document.xml")
                {
                    Parse(part);
                    part.Position = 0;
                }

                using var written = target.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open();
                part.CopyTo(written);
            }
        }

        return (int)stream.Length;
    }

    /// <summary>The cheapest parser there is, with no tree: what builds one takes longer.</summary>
    private static void Parse(Stream part)
    {
        using var xml = XmlReader.Create(part, new XmlReaderSettings { CloseInput = false });
        while (xml.Read())
        {
        }
    }

    /// <summary>Finds every match of the phrases in one pass.</summary>
    public static int Search(string text, SearchValues<string> phrases)
    {
        var found = 0;
        var rest = text.AsSpan();
        while (rest.IndexOfAny(phrases) is >= 0 and var at)
        {
            found++;
            rest = rest[(at + 1)..];
        }

        return found;
    }
}
