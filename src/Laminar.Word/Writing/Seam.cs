namespace Laminar.Word;

/// <summary>
/// The marks of a cut. What goes into the middle of a run cuts it in two, and so the insertion around the run; an empty element
/// gets an end tag. The marks by which all that is undone are tabs before the end of a tag: XML has no meaning for them, so the
/// document says what it said. Where another program has saved the document since, the marks are gone and the halves stay two, with the
/// same text and formatting.
/// </summary>
internal static class Seam
{
    private const char Mark = '\t';

    /// <summary>A start tag with the mark of a cut, in place of that of an earlier one.</summary>
    public static string Marked(string startTag, SeamKind kind) => $"{startTag[..^1].TrimEnd(Mark)}{new string(Mark, (int)kind)}>";

    /// <summary>The cut before an element, or none.</summary>
    public static SeamKind Of(MarkupTree tree, int element)
    {
        var tag = tree.Slice(tree[element].Start, tree[element].ContentStart)[..^1];
        return (tag.Length - tag.TrimEnd((byte)Mark).Length) switch
        {
            1 => SeamKind.BetweenElements,
            2 => SeamKind.InText,
            3 => SeamKind.InTightText,
            _ => SeamKind.None,
        };
    }

    /// <summary>Whether a text is a part of one that was cut before and did not say then that its spaces count.</summary>
    public static bool IsOfTightText(MarkupTree tree, int run, int text)
        => (tree.FirstContent(run) == text && Of(tree, run) == SeamKind.InTightText)
            || (tree.LastChild(run) == text && NextRun(tree, run, static _ => false) is var next and not MarkupTree.None && Of(tree, next) == SeamKind.InTightText);

    /// <summary>The next run of the text, past what was put in between and into the second half of an insertion that was cut.</summary>
    public static int NextRun(MarkupTree tree, int run, Func<int, bool> isGone)
    {
        var next = run;
        while (next != MarkupTree.None)
        {
            var sibling = tree.NextSibling(next);
            next = sibling == MarkupTree.None && tree.Is(tree.Parent(next), "ins"u8) ? tree.NextSibling(tree.Parent(next)) : sibling;
            if (next == MarkupTree.None || isGone(next))
            {
                continue;
            }

            if (tree.Is(next, "ins"u8))
            {
                // One that was not cut is no second half, and what is cut inside it is another text.
                next = Of(tree, next) == SeamKind.None ? MarkupTree.None : tree.FirstChild(next);
            }

            // A comment's mark is a run of its own and no text.
            if (next != MarkupTree.None && tree.Is(next, "r"u8) && !isGone(next) && !(tree.FirstContent(next) is var content and not MarkupTree.None && tree.Is(content, "commentReference"u8)))
            {
                return next;
            }
        }

        return MarkupTree.None;
    }

    /// <summary>The end tag of an element that had none before something was put into it.</summary>
    public static string EndOfExpanded(MarkupTree tree, int element) => $"{tree.EndTag(element)[..^1]}{Mark}>";

    public static bool IsExpanded(MarkupTree tree, int element)
        => tree[element] is { IsEmpty: false } place && tree.Slice(place.ContentEnd, place.End).EndsWith("\t>"u8);
}

/// <summary>Where a run, or an insertion around runs, was cut; the number is the number of marks.</summary>
internal enum SeamKind
{
    None,

    /// <summary>Between two elements of the run, or between two runs of an insertion.</summary>
    BetweenElements,

    /// <summary>Inside a text that says itself that its spaces count.</summary>
    InText,

    /// <summary>Inside a text that did not say so, and whose first half does now.</summary>
    InTightText,
}
