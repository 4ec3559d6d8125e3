using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>A new comment is anchored once, start before end before reference, and none points at a comment that is not there.</summary>
internal static class AnchorLaw
{
    private static readonly string[] InOrder = ["commentRangeStart", "commentRangeEnd", "commentReference"];

    public static IEnumerable<string> Check(DocxFile after, Additions additions)
    {
        var comments = after.Xml(after.Comments)?.Elements().Select(static comment => comment.WordAttribute("id")).ToHashSet() ?? [];
        var anchors = after.Xml(after.Main)!.Descendants().Where(static element => element.Is(InOrder)).ToLookup(static anchor => anchor.WordAttribute("id") ?? "");
        return
        [
            .. additions.NewComments.Where(id => !IsAnchored(anchors[id])).Select(static id => $"The comment {id} is not anchored once: start, end, reference."),
            .. anchors.Where(anchor => !comments.Contains(anchor.Key) && IsNew(anchor)).Select(static anchor => $"An anchor points at comment {anchor.Key}, which is not there."),
        ];

        bool IsNew(IGrouping<string, XElement> anchor) => anchor.Any(static element => element.Is("commentReference"));
    }

    private static bool IsAnchored(IEnumerable<XElement> anchors)
        => anchors.Where(static anchor => !anchor.Ancestors(Names.Compatibility + "Fallback").Any()).Select(static anchor => anchor.Name.LocalName).SequenceEqual(InOrder);
}
