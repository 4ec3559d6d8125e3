using System.Text;

namespace Laminar.Word;

/// <summary>Formatting taken over from a neighbour: what makes text look like the report's, and nothing that marks a single word.</summary>
internal sealed class Formats(MarkupTree tree)
{
    private const string Gray = "767676";

    // In the order of the schema (CT_RPr), which Word keeps and demands.
    private static readonly string[] Kept =
        ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "color", "spacing", "w", "kern", "sz", "szCs", "u", "shd", "rtl", "cs", "lang"];

    // The same of a paragraph (CT_PPr): no page break, no frame, no tie to the next one.
    private static readonly string[] KeptOfParagraphs =
        ["pStyle", "keepLines", "widowControl", "numPr", "pBdr", "shd", "tabs", "suppressAutoHyphens", "bidi", "spacing", "ind", "contextualSpacing", "mirrorIndents", "jc", "textDirection", "textAlignment"];

    // Of a paragraph's mark: whose it is and what it was.
    private static readonly string[] Revisions = ["ins", "del", "moveFrom", "moveTo", "rPrChange"];
    private static readonly string[] NotTyped = [.. Revisions, "vanish", "specVanish", "webHidden"];
    private static readonly string[] NotCopied = ["rPr", "sectPr", "pPrChange"];

    // What makes a lead-in of a line and is no part of the text behind it.
    private static readonly string[] LeadIn = ["rStyle", "b", "bCs", "caps", "smallCaps", "u", "shd"];

    /// <summary>The formatting of a run as <c>w:rPr</c>, or empty.</summary>
    /// <param name="element">The run, or a paragraph's properties, whose mark is formatted; or none.</param>
    public string OfRun(int element, bool isLeadIn = false) => Wrap(Parts(element, isLeadIn));

    /// <summary>The same in the color of a placeholder.</summary>
    public string OfPlaceholder(int element, bool isLeadIn = false)
    {
        var parts = Parts(element, isLeadIn);
        parts.RemoveAll(static part => part.Name is "color" or "rStyle");
        var before = parts.FindIndex(static part => Array.IndexOf(Kept, part.Name) > Array.IndexOf(Kept, "color"));
        parts.Insert(before < 0 ? parts.Count : before, ("color", $"<{tree.WordPrefix}color {tree.WordPrefix}val=\"{Gray}\"/>"));
        return Wrap(parts);
    }

    /// <summary>The properties for a new paragraph like this one, with a mark that is inserted.</summary>
    /// <param name="paragraph">The model, or none.</param>
    public string OfParagraph(int paragraph, string insertedMark)
    {
        var w = tree.WordPrefix;
        var properties = paragraph == MarkupTree.None ? MarkupTree.None : tree.Child(paragraph, "pPr"u8);
        var copied = new StringBuilder();
        foreach (var (name, child) in InOrder(properties, KeptOfParagraphs))
        {
            copied.Append(name == "numPr" ? Numbering(child) : tree.Text(tree[child].Start, tree[child].End));
        }

        return $"<{w}pPr>{copied}<{w}rPr>{insertedMark}</{w}rPr></{w}pPr>";
    }

    /// <summary>The formatting for text that continues a run's, as <c>w:rPr</c>, or empty: all of it that doesn't hide the text.</summary>
    /// <param name="element">The run, or the properties of a paragraph or control; or none.</param>
    public string OfEdited(int element)
    {
        var format = element == MarkupTree.None ? MarkupTree.None : tree.Child(element, "rPr"u8);
        var kept = Without(format, NotTyped);
        return kept.Length == 0 ? "" : $"<{tree.WordPrefix}rPr{tree.Declaration}>{kept}</{tree.WordPrefix}rPr>";
    }

    /// <summary>The properties for the part of a broken paragraph that gets a new mark: all but what only the last part can have.</summary>
    public string OfBroken(int paragraph, string insertedMark)
    {
        var w = tree.WordPrefix;
        var properties = tree.Child(paragraph, "pPr"u8);
        var mark = properties == MarkupTree.None ? MarkupTree.None : tree.Child(properties, "rPr"u8);
        return $"<{w}pPr{tree.Declaration}>{Without(properties, NotCopied)}<{w}rPr{tree.Declaration}>{insertedMark}{Without(mark, Revisions)}</{w}rPr></{w}pPr>";
    }

    /// <summary>The children of an element but those with one of the names.</summary>
    private string Without(int parent, string[] names)
    {
        var kept = new StringBuilder();
        for (var child = parent == MarkupTree.None ? MarkupTree.None : tree.FirstChild(parent); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            var name = tree.LocalName(child);
            kept.Append(names.Contains(name) ? "" : name == "numPr" ? Numbering(child) : tree.Text(tree[child].Start, tree[child].End));
        }

        return kept.ToString();
    }

    /// <summary>A list's number and level, without the tracked change that may have brought them.</summary>
    private string Numbering(int numbering)
    {
        var kept = new StringBuilder();
        for (var child = tree.FirstChild(numbering); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            kept.Append(tree.Is(child, "ilvl"u8) || tree.Is(child, "numId"u8) ? tree.Text(tree[child].Start, tree[child].End) : "");
        }

        return kept.Length == 0 ? "" : $"<{tree.WordPrefix}numPr>{kept}</{tree.WordPrefix}numPr>";
    }

    private string Wrap(List<(string Name, string Markup)> parts)
        => parts.Count == 0 ? "" : $"<{tree.WordPrefix}rPr>{string.Concat(parts.Select(static part => part.Markup))}</{tree.WordPrefix}rPr>";

    private List<(string Name, string Markup)> Parts(int element, bool isLeadIn)
    {
        var format = element == MarkupTree.None ? MarkupTree.None : tree.Child(element, "rPr"u8);
        return [.. InOrder(format, Kept).Where(child => !(isLeadIn && LeadIn.Contains(child.Name))).Select(child => (child.Name, tree.Text(tree[child.Element].Start, tree[child.Element].End)))];
    }

    /// <summary>The children with one of the names, in the order of the names, each once.</summary>
    private IEnumerable<(string Name, int Element)> InOrder(int parent, string[] names)
    {
        Span<int> found = stackalloc int[names.Length];
        found.Fill(MarkupTree.None);
        for (var child = parent == MarkupTree.None ? MarkupTree.None : tree.FirstChild(parent); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (Array.IndexOf(names, tree.LocalName(child)) is >= 0 and var place && found[place] == MarkupTree.None)
            {
                found[place] = child;
            }
        }

        var children = new List<(string, int)>();
        for (var place = 0; place < names.Length; place++)
        {
            if (found[place] != MarkupTree.None)
            {
                children.Add((names[place], found[place]));
            }
        }

        return children;
    }
}
