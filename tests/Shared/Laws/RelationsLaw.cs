using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>Content types and relationships keep what they say; they say more only of comments and of Laminar's own part.</summary>
internal static class RelationsLaw
{
    public static IEnumerable<string> Check(DocxFile before, DocxFile after)
        => [.. Compare("content type", before.Xml(DocxFile.ContentTypes), after.Xml(DocxFile.ContentTypes), added => IsNewType(after, added)),
            .. Compare("relationship", before.Relationships(before.Main), after.Relationships(after.Main), IsNewRelation),
            .. Doubled(after)];

    private static IEnumerable<string> Compare(string what, XElement? before, XElement? after, Func<XElement, bool> mayCome)
    {
        var (old, written) = (Entries(before), Entries(after));
        var kept = written.Select(static entry => entry.Said).ToHashSet();
        var known = old.Select(static entry => entry.Said).ToHashSet();
        return
        [
            .. old.Where(entry => !kept.Contains(entry.Said)).Select(entry => $"The {what} is lost or changed: {entry.Said}"),
            .. written.Where(entry => !known.Contains(entry.Said) && !mayCome(entry.Element)).Select(entry => $"The {what} is new, and writing needs none such: {entry.Said}"),
        ];
    }

    private static List<(string Said, XElement Element)> Entries(XElement? list)
        => [.. list?.Elements().Select(static element => (MarkupTokens.Canonical(element), element)) ?? []];

    private static bool IsNewType(DocxFile after, XElement added)
        => added.Attribute("PartName")?.Value is { } part
            ? DocxFile.Same(part, after.Comments) || LaminarsOwn.Parts(after).Any(own => DocxFile.Same(own, part))
            : string.Equals(added.Attribute("Extension")?.Value, "xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsNewRelation(XElement added)
        => added.Attribute("Type")?.Value is { } type && (type.EndsWith("/comments", StringComparison.Ordinal) || type.EndsWith("/customXml", StringComparison.Ordinal));

    private static IEnumerable<string> Doubled(DocxFile after)
        => from relationship in after.Relationships(after.Main)?.Elements() ?? []
           group relationship by relationship.Attribute("Id")?.Value into same
           where same.Count() > 1
           select $"The relationship {same.Key} stands twice.";
}
