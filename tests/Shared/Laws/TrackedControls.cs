using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>Content controls that were put around text, or taken from it, while changes were tracked: w:customXmlInsRangeStart and its kin.</summary>
internal static class TrackedControls
{
    public static void Resolve(XElement root, Resolution resolution)
    {
        var open = new Dictionary<string, XElement>();
        var (unwrapped, markers) = (new List<XElement>(), new List<XElement>());
        foreach (var element in root.Descendants())
        {
            if (IsRange(element, "Start") && resolution.Concerns(element))
            {
                open[Key(element)] = element;
                markers.Add(element);
            }
            else if (IsRange(element, "End") && open.Remove(Key(element)))
            {
                markers.Add(element);
            }
            else if (element.Is("sdt", "customXml") && open.Values.Any(resolution.TakesAway))
            {
                unwrapped.Add(element);
            }
        }

        markers.Remove();
        unwrapped.ForEach(Unwrap);
    }

    private static void Unwrap(XElement control)
    {
        control.Elements().Where(static element => element.Is("customXmlPr", "sdtPr", "sdtEndPr")).Remove();
        control.ReplaceByNodesOf(control.Name == Names.Control ? control.Element(Names.ControlContent) : control);
    }

    private static bool IsRange(XElement element, string end)
        => element.Name.Namespace == Names.Word
            && element.Name.LocalName.EndsWith("Range" + end, StringComparison.Ordinal)
            && (element.Name.LocalName.StartsWith("customXml", StringComparison.Ordinal) || element.Name.LocalName.StartsWith("move", StringComparison.Ordinal));

    private static string Key(XElement range)
        => range.Name.LocalName[..range.Name.LocalName.IndexOf("Range", StringComparison.Ordinal)] + range.WordAttribute("id");
}
