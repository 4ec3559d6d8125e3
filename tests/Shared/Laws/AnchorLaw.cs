using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>A new comment is anchored once, start before end before reference, and none points at a comment that is not there.</summary>
internal static class AnchorLaw
{
    private static readonly string[] InOrder = ["commentRangeStart", "commentRangeEnd", "commentReference"];

    public static IEnumerable<string> Check(DocxFile before, DocxFile after, Additions additions)
    {
        var anchors = Anchors(after).ToLookup(static anchor => anchor.WordAttribute("id") ?? "");
        return
        [
            .. additions.NewComments.Where(id => !IsAnchored(anchors[id])).Select(static id => $"The comment {id} is not anchored once: start, end, reference."),
            .. Dangling(after).Except(Dangling(before)).Select(static id => $"A reference points at comment {id}, which is not there."),
        ];
    }

    private static IEnumerable<string?> Dangling(DocxFile file)
        => Anchors(file).Where(static anchor => anchor.Is("commentReference")).Select(static anchor => anchor.WordAttribute("id"))
            .Except(file.Xml(file.Comments)?.Elements().Select(static comment => comment.WordAttribute("id")) ?? []);

    private static IEnumerable<XElement> Anchors(DocxFile file) => file.Xml(file.Main)!.Descendants().Where(static element => element.Is(InOrder));

    private static bool IsAnchored(IEnumerable<XElement> anchors)
        => anchors.Where(static anchor => !anchor.Ancestors(Names.Compatibility + "Fallback").Any()).Select(static anchor => anchor.Name.LocalName).SequenceEqual(InOrder);
}
