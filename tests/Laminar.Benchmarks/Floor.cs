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
