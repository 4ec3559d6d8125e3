using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>
/// Paragraph marks that were inserted or deleted. A mark that goes joins its paragraph with the next, which gives the formatting. The last
/// mark of a cell, a text box or the body, and one before a table, can't go: an empty paragraph stays there, in Word as in LibreOffice.
/// </summary>
internal static class TrackedMarks
{
    public static void Resolve(XElement root, Resolution resolution)
    {
        foreach (var paragraph in root.DescendantsAndSelf(Names.Paragraph).Reverse().ToList())
        {
            var changes = paragraph.Element(Names.ParagraphProperties)?.Element(Names.RunProperties)?.Elements()
                .Where(static element => element.Is("ins", "del", "moveFrom", "moveTo")).Where(resolution.Concerns).ToList() ?? [];
            changes.Remove();
            if (changes.Any(resolution.TakesAway) && paragraph.Element(Names.ParagraphProperties)!.Element(Names.Word + "sectPr") is null)
            {
                JoinWithNext(paragraph);
            }
        }
    }

    private static void JoinWithNext(XElement paragraph)
    {
        if (Next(paragraph) is not { } next)
        {
            return;
        }

        paragraph.Element(Names.ParagraphProperties)!.Remove();
        if (!paragraph.Elements().Any())
        {
            paragraph.Remove();
            return;
        }

        var properties = next.Element(Names.ParagraphProperties);
        properties?.Remove();
        paragraph.AddFirst(properties);
        var rest = next.Nodes().ToList();
        next.RemoveNodes();
        paragraph.Add(rest);
        next.Remove();
    }

    private static XElement? Next(XElement block)
    {
        foreach (var element in block.ElementsAfterSelf().Where(static element => !IsMarker(element)))
        {
            return First(element);
        }

        return block.Parent is { } parent && parent.Is("sdtContent", "customXml") ? Next(parent.Is("sdtContent") ? parent.Parent! : parent) : null;
    }

    private static XElement? First(XElement block)
        => block.Is("p") ? block
            : !block.Is("sdt", "customXml", "sdtContent") ? null
            : block.Elements().FirstOrDefault(static element => element.Is("p", "sdt", "customXml", "sdtContent", "tbl")) is { } inner ? First(inner) : null;

    private static bool IsMarker(XElement element)
        => element.Is("proofErr", "permStart", "permEnd", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
            || (element.Name.Namespace == Names.Word && element.Name.LocalName.Contains("Range", StringComparison.Ordinal));
}
