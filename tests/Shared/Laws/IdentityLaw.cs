using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>Ids that came new are numbers, and nothing else in any part has them: revisions, comments and content controls each for themselves.</summary>
internal static class IdentityLaw
{
    private static readonly (string Kind, Func<XElement, string?> Id)[] Spaces =
    [
        ("revision", static element => IsRevision(element) ? element.WordAttribute("id") : null),
        ("comment", static element => element.Is("comment") ? element.WordAttribute("id") : null),
        ("content control", static element => element.Is("sdtPr") ? element.Element(Names.Id)?.WordAttribute("val") : null),
    ];

    public static IEnumerable<string> Check(DocxFile before, DocxFile after)
    {
        var (old, written) = (Elements(before), Elements(after));
        return [.. Spaces.SelectMany(space => Clashes(space.Kind, Count(old, space.Id), Count(written, space.Id))), .. Unpaired(old, written)];
    }

    private static IEnumerable<string> Clashes(string kind, Dictionary<string, int> before, Dictionary<string, int> after)
        => from id in after
           where id.Value > before.GetValueOrDefault(id.Key)
           where id.Value > 1 || !int.TryParse(id.Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
           select id.Value > 1 ? $"The {kind} id {id.Key} came new and stands {id.Value} times." : $"The {kind} id {id.Key} is no number.";

    // A range has its id twice: where it starts and where it ends.
    private static IEnumerable<string> Unpaired(List<XElement> before, List<XElement> after)
    {
        var (starts, ends) = (Count(after, static element => RangeId(element, "Start")), Count(after, static element => RangeId(element, "End")));
        var known = Count(before, static element => RangeId(element, "Start") ?? RangeId(element, "End"));
        return from id in starts.Keys.Union(ends.Keys)
               where !known.ContainsKey(id) && (starts.GetValueOrDefault(id) != 1 || ends.GetValueOrDefault(id) != 1)
               select $"The range {id} came new and is not started once and ended once.";
    }

    private static bool IsRevision(XElement element) => element.WordAttribute("author") is not null && !element.Is("comment");

    private static string? RangeId(XElement element, string end)
        => element.Name.Namespace == Names.Word && element.Name.LocalName.StartsWith("customXml", StringComparison.Ordinal)
            && element.Name.LocalName.EndsWith("Range" + end, StringComparison.Ordinal) ? element.WordAttribute("id") : null;

    private static Dictionary<string, int> Count(List<XElement> elements, Func<XElement, string?> id)
        => elements.Select(id).OfType<string>().GroupBy(static id => id).ToDictionary(static same => same.Key, static same => same.Count());

    private static List<XElement> Elements(DocxFile file) => [.. file.Entries.Where(static entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).SelectMany(Elements)];

    private static IEnumerable<XElement> Elements(DocxEntry entry)
    {
        try
        {
            return DocxFile.Parse(entry.Bytes).DescendantsAndSelf().Where(static element => element.Name.Namespace == Names.Word);
        }
        catch (XmlException)
        {
            return [];
        }
    }
}
