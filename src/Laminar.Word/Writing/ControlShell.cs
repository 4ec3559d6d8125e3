namespace Laminar.Word;

/// <summary>
/// The markup around the content of one of our controls: its own tags, and the two ranges that say that the tags are an
/// insertion. The ranges are found by their number, for other markup may have come between.
/// </summary>
internal readonly struct ControlShell
{
    private readonly MarkupTree tree;

    public ControlShell(MarkupTree tree, int control)
    {
        (this.tree, Control) = (tree, control);
        Content = tree.Child(control, "sdtContent"u8);
        (Before, Behind) = (MarkupTree.None, MarkupTree.None);
        FirstEnd = Content == MarkupTree.None ? MarkupTree.None : tree.Child(Content, "customXmlInsRangeEnd"u8);
        LastStart = Content == MarkupTree.None ? MarkupTree.None : LastRangeStart(tree, Content);
        Before = FirstEnd == MarkupTree.None ? MarkupTree.None : Partner(FirstEnd, "customXmlInsRangeStart"u8, tree.PreviousSibling);
        Behind = LastStart == MarkupTree.None ? MarkupTree.None : Partner(LastStart, "customXmlInsRangeEnd"u8, tree.NextSibling);
    }

    public int Control { get; }

    public int Content { get; }

    /// <summary>The start of the range around the start tag; none where there is none any more.</summary>
    public int Before { get; }

    /// <summary>The end of the range around the end tag.</summary>
    public int Behind { get; }

    private int FirstEnd { get; }

    private int LastStart { get; }

    /// <summary>Who put the control in, by the range around it: programs that take names out of documents rename all alike.</summary>
    public string Author => Before == MarkupTree.None ? Stamp.Tool : tree.Attribute(Before, "author") ?? Stamp.Tool;

    public bool IsPartOf(int child) => child == FirstEnd || child == LastStart;

    /// <summary>The stretches of bytes that the shell takes, apart from the content.</summary>
    public IEnumerable<(int Start, int End)> Ranges()
    {
        var control = tree[Control];
        var ranges = new List<(int, int)>();
        if (Content == MarkupTree.None || tree[Content].IsEmpty)
        {
            ranges.Add((control.Start, control.End));
        }
        else
        {
            ranges.Add((control.Start, tree[Content].ContentStart));
            ranges.Add((tree[Content].ContentEnd, control.End));
        }

        foreach (var mark in new[] { Before, Behind, FirstEnd, LastStart })
        {
            if (mark != MarkupTree.None)
            {
                ranges.Add((tree[mark].Start, tree[mark].End));
            }
        }

        return ranges;
    }

    private static int LastRangeStart(MarkupTree tree, int content)
    {
        var last = tree.LastChild(content);
        while (last != MarkupTree.None && !tree.Is(last, "customXmlInsRangeStart"u8))
        {
            last = tree.PreviousSibling(last);
        }

        return last;
    }

    /// <summary>The other end of a range, some siblings away from the control.</summary>
    private int Partner(int mark, ReadOnlySpan<byte> name, Func<int, int> step)
    {
        const int Reach = 8;
        var id = tree.Attribute(mark, "id");
        var sibling = step(Control);
        for (var i = 0; i < Reach && sibling != MarkupTree.None; i++, sibling = step(sibling))
        {
            if (tree.Is(sibling, name) && tree.Attribute(sibling, "id") == id)
            {
                return sibling;
            }
        }

        return MarkupTree.None;
    }
}
