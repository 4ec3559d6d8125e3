namespace Laminar.Word;

/// <summary>Joins runs and insertions that were cut for something that is gone, by the marks of <see cref="Seam"/>.</summary>
internal sealed class SeamJoiner(MarkupTree tree, Func<int, bool> isGone)
{
    // The second half of a run, and the half before it.
    private readonly Dictionary<int, int> joined = [];

    // Of a second half that starts inside a text: the first part of that text, none where an earlier cut stays.
    private readonly Dictionary<int, int> starts = [];

    public void Join(Splices splices)
    {
        for (var element = 0; element < tree.Count; element++)
        {
            if (isGone(element))
            {
                continue;
            }

            if (tree.Is(element, "p"u8) && Seam.IsExpanded(tree, element) && tree.FirstChild(element) != MarkupTree.None && LastLeft(element) == MarkupTree.None)
            {
                splices.Collapse(tree, element);
            }
            else if (tree.Is(element, "r"u8) && Seam.Of(tree, element) != SeamKind.None && IsBesideGone(element) && LeftOf(element) is var left and not MarkupTree.None && RunFormatMarkup.AreSame(tree, left, element))
            {
                joined.Add(element, left);
            }
            else if (tree.Is(element, "ins"u8) && FirstHalf(element) is var half and not MarkupTree.None && !StartsWithSeam(element))
            {
                splices.Delete(tree[half].ContentEnd, tree[element].ContentStart);
            }
        }

        foreach (var (right, left) in joined)
        {
            Join(left, right, splices);
        }
    }

    private void Join(int left, int right, Splices splices)
    {
        if (Seam.Of(tree, right) == SeamKind.BetweenElements)
        {
            splices.Delete(tree[left].ContentEnd, tree.EndOfFormat(right));
            return;
        }

        var (leftText, rightText) = (tree.LastChild(left), tree.FirstContent(right));
        var isInData = TextInMarkup.IsCutData(tree, leftText, rightText);
        splices.Delete(tree[leftText].ContentEnd - (isInData ? TextInMarkup.DataEnd.Length : 0), tree[rightText].ContentStart + (isInData ? TextInMarkup.DataStart.Length : 0));
        if (Seam.Of(tree, right) == SeamKind.InTightText)
        {
            var start = Seam.Of(tree, left) == SeamKind.InTightText && tree.FirstContent(left) == leftText ? starts.GetValueOrDefault(left, MarkupTree.None) : leftText;
            starts.Add(right, start);
            if (start != MarkupTree.None && !GoesOn(right, rightText))
            {
                Loosen(start, splices);
            }
        }
    }

    /// <summary>Takes back the word that the spaces of a text count.</summary>
    private void Loosen(int text, Splices splices)
    {
        const string Attribute = " xml:space=\"preserve\"";
        var tag = tree.StartTag(text);
        if (tag.EndsWith(Attribute + ">", StringComparison.Ordinal))
        {
            splices.Delete(tree[text].ContentStart - 1 - Attribute.Length, tree[text].ContentStart - 1);
        }
    }

    /// <summary>Whether a further part of the same text follows: joined, it comes to this by itself; still cut off, the spaces go on to count.</summary>
    private bool GoesOn(int run, int text)
        => tree.LastChild(run) == text && Seam.NextRun(tree, run, isGone) is var next and not MarkupTree.None && Seam.Of(tree, next) == SeamKind.InTightText;

    /// <summary>Only where something has just been taken out is there anything to join: tabs in other people's tags are no marks.</summary>
    private bool IsBesideGone(int element)
        => tree.PreviousSibling(element) is var previous and not MarkupTree.None ? isGone(previous)
            : tree.Parent(element) is var parent and not MarkupTree.None && tree.Is(parent, "ins"u8) && tree.PreviousSibling(parent) is var before and not MarkupTree.None && isGone(before);

    /// <summary>The run before this one with nothing between them, also at the end of the insertion that this one's was cut from.</summary>
    private int LeftOf(int run)
    {
        var previous = PreviousLeft(run);
        if (previous == MarkupTree.None && tree.Is(tree.Parent(run), "ins"u8) && FirstHalf(tree.Parent(run)) is var half and not MarkupTree.None)
        {
            previous = LastLeft(half);
        }

        return previous != MarkupTree.None && tree.Is(previous, "r"u8) && Fits(previous, run) ? previous : MarkupTree.None;
    }

    private bool Fits(int left, int right)
    {
        if (Seam.Of(tree, right) == SeamKind.BetweenElements)
        {
            // A comment's mark is a run of its own, which stands in the cut and is no half of it.
            return tree.LastChild(left) is var last and not MarkupTree.None && !tree.Is(last, "commentReference"u8);
        }

        var (leftText, rightText) = (tree.LastChild(left), tree.FirstContent(right));
        return leftText != MarkupTree.None && rightText != MarkupTree.None && tree.Is(leftText, "t"u8) && tree.Is(rightText, "t"u8)
            && !tree[leftText].IsEmpty && !tree[rightText].IsEmpty;
    }

    /// <summary>The insertion that this one was cut from, where nothing stands between them any more.</summary>
    private int FirstHalf(int insertion)
        => Seam.Of(tree, insertion) != SeamKind.None && IsBesideGone(insertion) && PreviousLeft(insertion) is var previous and not MarkupTree.None
            && tree.Is(previous, "ins"u8) && tree.Attribute(previous, "author") == tree.Attribute(insertion, "author") && tree.Attribute(previous, "date") == tree.Attribute(insertion, "date")
            ? previous
            : MarkupTree.None;

    private bool StartsWithSeam(int insertion)
    {
        var first = tree.FirstChild(insertion);
        while (first != MarkupTree.None && isGone(first))
        {
            first = tree.NextSibling(first);
        }

        return first != MarkupTree.None && Seam.Of(tree, first) != SeamKind.None && LeftOf(first) is var left and not MarkupTree.None && RunFormatMarkup.AreSame(tree, left, first);
    }

    private int PreviousLeft(int element)
    {
        var previous = tree.PreviousSibling(element);
        while (previous != MarkupTree.None && isGone(previous))
        {
            previous = tree.PreviousSibling(previous);
        }

        return previous;
    }

    private int LastLeft(int parent)
    {
        var last = tree.LastChild(parent);
        while (last != MarkupTree.None && isGone(last))
        {
            last = tree.PreviousSibling(last);
        }

        return last;
    }
}
