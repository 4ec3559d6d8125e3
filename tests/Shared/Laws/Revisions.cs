using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>
/// Accepts or rejects tracked changes in a copy of a part, as Word does: content, paragraph marks, rows, cells, controls and formatting.
/// </summary>
internal static class Revisions
{
    public static XElement Accept(XElement root, Func<XElement, bool>? which = null) => Resolve(root, accept: true, which);

    public static XElement Reject(XElement root, Func<XElement, bool>? which = null) => Resolve(root, accept: false, which);

    private static XElement Resolve(XElement root, bool accept, Func<XElement, bool>? which)
    {
        var copy = new XElement(root);
        var resolution = new Resolution(accept, which ?? (static _ => true));
        ChangedFormats.Resolve(copy, resolution);
        TrackedControls.Resolve(copy, resolution);
        TrackedContent.Resolve(copy, resolution);
        TrackedMarks.Resolve(copy, resolution);
        return copy;
    }

    /// <summary>Puts the nodes in the element's place. They are taken out first, or XLinq would put copies there.</summary>
    public static void ReplaceByNodesOf(this XElement element, XElement? holder)
    {
        var nodes = holder?.Nodes().ToList() ?? [];
        holder?.RemoveNodes();
        element.ReplaceWith(nodes);
    }
}

/// <summary>Which changes are resolved, and to which side.</summary>
internal sealed record Resolution(bool Accept, Func<XElement, bool> Concerns)
{
    /// <summary>Whether what the change is about goes away.</summary>
    public bool TakesAway(XElement change) => Concerns(change) && IsAddition(change.Name.LocalName) != Accept;

    private static bool IsAddition(string name)
        => name.Contains("ins", StringComparison.OrdinalIgnoreCase) || name.Contains("moveTo", StringComparison.OrdinalIgnoreCase);
}
