using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>Runs, rows and cells that were inserted, deleted or moved.</summary>
internal static class TrackedContent
{
    public static void Resolve(XElement root, Resolution resolution)
    {
        foreach (var change in root.Descendants().Where(IsChange).Where(resolution.Concerns).ToList())
        {
            Resolve(change, resolution.TakesAway(change));
        }

        foreach (var text in root.Descendants().Where(static element => element.Is("delText", "delInstrText") && !IsDeleted(element)))
        {
            text.Name = text.Is("delText") ? Names.Word + "t" : Names.Word + "instrText";
        }
    }

    private static void Resolve(XElement change, bool goes)
    {
        if (Owner(change) is { } owner)
        {
            change.Remove();
            if (goes)
            {
                Remove(owner);
            }
        }
        else if (goes)
        {
            change.Remove();
        }
        else if (change.Parent is not null)
        {
            change.ReplaceByNodesOf(change);
        }
    }

    /// <summary>The row or cell that the change is about; null when it is about what it holds.</summary>
    private static XElement? Owner(XElement change) => change.Parent is { } parent && parent.Is("trPr", "tcPr") ? parent.Parent : null;

    private static void Remove(XElement rowOrCell)
    {
        var holder = rowOrCell.Parent;
        rowOrCell.Remove();
        if (holder is not null && holder.Is("tr", "tbl") && !holder.Elements().Any(static element => element.Is("tr", "tc", "sdt")))
        {
            Remove(holder);
        }
    }

    private static bool IsChange(XElement element)
        => element.Is("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel") && element.Parent?.Is("rPr") != true;

    private static bool IsDeleted(XElement text) => text.Ancestors().Any(static element => element.Is("del", "moveFrom"));
}
