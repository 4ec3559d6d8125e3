using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>What a person did: put in, or wrote beside the text.</summary>
internal sealed record OfficeNote(string Author, string Text);

/// <summary>A file as LibreOffice has read it.</summary>
/// <param name="Accepted">The paragraphs with all changes accepted.</param>
/// <param name="Rejected">The paragraphs with all changes rejected.</param>
/// <param name="Insertions">Tracked insertions in order. LibreOffice makes one of neighbours by the same author, over the ends of paragraphs
/// too, and starts a new one at a content control. A paragraph's end is a line feed.</param>
/// <param name="Comments">Comments in the order of their anchors.</param>
internal sealed record OfficeText(
    IReadOnlyList<string> Accepted, IReadOnlyList<string> Rejected, IReadOnlyList<OfficeNote> Insertions, IReadOnlyList<OfficeNote> Comments)
{
    /// <summary>All that one person put in, joined.</summary>
    public string InsertedBy(string author) => string.Concat(Insertions.Where(insertion => insertion.Author == author).Select(static insertion => insertion.Text));

    public static OfficeText Of(byte[] odt)
    {
        using var zip = new ZipArchive(new MemoryStream(odt));
        using var content = zip.GetEntry("content.xml")!.Open();
        using var reader = XmlReader.Create(content);
        return new OfficeReader(XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!).Read();
    }
}
