using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>Formatting that was changed while changes were tracked: w:rPrChange and its kin.</summary>
internal static class ChangedFormats
{
    // What stands beside the formatting in the same element, and is no part of what the change remembers.
    private static readonly HashSet<string> Beside =
        ["rPr", "sectPr", "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "headerReference", "footerReference"];

    public static void Resolve(XElement root, Resolution resolution)
    {
        foreach (var change in root.Descendants().Where(IsFormatChange).Where(resolution.Concerns).ToList())
        {
            if (!resolution.Accept)
            {
                Restore(change.Parent!, change);
            }

            change.Remove();
        }
    }

    private static bool IsFormatChange(XElement element)
        => element.Name.Namespace == Names.Word && element.Name.LocalName.EndsWith("Change", StringComparison.Ordinal);

    private static void Restore(XElement properties, XElement change)
    {
        var before = change.Elements().FirstOrDefault(element => element.Name == properties.Name);
        if (before is null)
        {
            return;
        }

        properties.Elements().Where(element => element != change && !Beside.Contains(element.Name.LocalName)).Remove();
        properties.Add(before.Elements());
    }
}
