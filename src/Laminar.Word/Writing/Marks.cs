using System.Text;

namespace Laminar.Word;

/// <summary>What Laminar has put into the main part, found by its tags and authors, and how it is taken out again.</summary>
internal sealed class Marks
{
    private readonly MarkupTree tree;
    private readonly SuggestionReader reader;
    private readonly HashSet<int> gone = [];

    public Marks(MarkupTree tree)
    {
        this.tree = tree;
        reader = new SuggestionReader(tree);
        Suggestions = reader.ReadAll();
    }

    public IReadOnlyList<SuggestionMark> Suggestions { get; }

    /// <summary>Whether any insertion of the tool stands in the part, in a control or not.</summary>
    public bool HasOwnInsertion => Enumerable.Range(0, tree.Count).Any(IsOwnInsertion);

    /// <summary>Content controls of the document's own that show a placeholder without any text, which no reader of the text can see.</summary>
    public IEnumerable<int> EmptyControls()
        => from element in Enumerable.Range(0, tree.Count)
           where tree.Is(element, "sdt"u8) && reader.ShowsPlaceholder(element) && string.IsNullOrWhiteSpace(reader.TextOf(element, tree[element].Next))
           select element;

    /// <summary>Takes out a suggestion, with the paragraph that was put in for it; what a person put into it stays.</summary>
    public void Remove(SuggestionMark mark, Splices splices)
    {
        var paragraph = tree.Parent(mark.Element);
        if (mark.Kept.Count == 0 && OwnMark(paragraph) != MarkupTree.None && HoldsNothingBut(paragraph, mark))
        {
            Delete(tree[paragraph].Start, tree[paragraph].End, splices);
            return;
        }

        foreach (var (start, end) in Taken(mark))
        {
            Delete(start, end, splices);
        }

        if (OwnMark(paragraph) is var inserted and not MarkupTree.None)
        {
            // Somebody's words stand in the paragraph now, and it is theirs.
            Delete(tree[inserted].Start, tree[inserted].End, splices);
        }
    }

    /// <summary>Puts confirmed wording where a suggestion stands.</summary>
    /// <param name="wording">Makes the insertion from the formatting of the suggestion's text.</param>
    public void Replace(SuggestionMark mark, Splices splices, Stamp stamp, Func<string, string> wording)
    {
        splices.Insert(tree[mark.Element].Start, wording(mark.Format));
        foreach (var (start, end) in Taken(mark))
        {
            // Not gone as far as cuts are concerned: the wording stands in the cut.
            splices.Delete(start, end);
        }

        if (OwnMark(tree.Parent(mark.Element)) is var inserted and not MarkupTree.None)
        {
            Restamp(inserted, stamp, splices);
        }
    }

    /// <summary>Takes the control away and leaves what is in it.</summary>
    public void Unwrap(SuggestionMark mark, Splices splices)
    {
        foreach (var control in reader.Fields(mark.Element).Prepend(mark.Element))
        {
            foreach (var (start, end) in new ControlShell(tree, control).Ranges())
            {
                splices.Delete(start, end);
            }
        }
    }

    /// <summary>Takes out the ranges of comments and the runs that show them.</summary>
    public void RemoveComments(IReadOnlySet<int> ids, Splices splices)
    {
        for (var element = 0; ids.Count > 0 && element < tree.Count; element++)
        {
            var isRange = tree.Is(element, "commentRangeStart"u8) || tree.Is(element, "commentRangeEnd"u8);
            if ((isRange || tree.Is(element, "commentReference"u8)) && int.TryParse(tree.Attribute(element, "id"), out var id) && ids.Contains(id))
            {
                var whole = isRange || !IsAloneInRun(element) ? element : tree.Parent(element);
                Delete(tree[whole].Start, tree[whole].End, splices);
            }
        }
    }

    /// <summary>Joins what was cut for things that are gone now; called when all of them have been taken out.</summary>
    public void Join(Splices splices) => new SeamJoiner(tree, gone.Contains).Join(splices);

    /// <summary>The stretches of bytes that a suggestion takes, without what a person put into it.</summary>
    private List<(int Start, int End)> Taken(SuggestionMark mark)
    {
        var taken = mark.Shell.Ranges().ToList();
        if (mark.Kept.Count == 0)
        {
            taken.Add((tree[mark.Element].Start, tree[mark.Element].End));
            return taken;
        }

        for (var child = tree.FirstChild(mark.Shell.Content); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (!mark.Kept.Contains(child))
            {
                taken.Add((tree[child].Start, tree[child].End));
            }
        }

        return taken;
    }

    private void Delete(int start, int end, Splices splices)
    {
        splices.Delete(start, end);
        for (var element = tree.FirstFrom(start); element < tree.Count && tree[element].Start < end; element++)
        {
            if (tree[element].End <= end)
            {
                gone.Add(element);
            }
        }
    }

    private bool IsOwnInsertion(int element) => tree.Is(element, "ins"u8) && tree.Attribute(element, "author") == Stamp.Tool;

    private bool IsAloneInRun(int element) => tree.Is(tree.Parent(element), "r"u8) && tree.FirstContent(tree.Parent(element)) == element && tree.NextSibling(element) == MarkupTree.None;

    /// <summary>The insertion of a paragraph's mark, where the paragraph was put in by the tool.</summary>
    private int OwnMark(int paragraph)
    {
        var properties = tree.Is(paragraph, "p"u8) ? tree.Child(paragraph, "pPr"u8) : MarkupTree.None;
        var mark = properties == MarkupTree.None ? MarkupTree.None : tree.Child(properties, "rPr"u8);
        var insertion = mark == MarkupTree.None ? MarkupTree.None : tree.Child(mark, "ins"u8);
        return insertion != MarkupTree.None && IsOwnInsertion(insertion) ? insertion : MarkupTree.None;
    }

    /// <summary>From the end, where what has not been looked at yet stands: suggestions are taken out in their order.</summary>
    private bool HoldsNothingBut(int paragraph, SuggestionMark mark)
    {
        for (var child = tree.LastChild(paragraph); child != MarkupTree.None; child = tree.PreviousSibling(child))
        {
            if (child != mark.Element && child != mark.Shell.Before && child != mark.Shell.Behind && !tree.Is(child, "pPr"u8) && !gone.Contains(child))
            {
                return false;
            }
        }

        return true;
    }

    private void Restamp(int insertion, Stamp stamp, Splices splices)
    {
        var tag = tree.StartTag(insertion);
        foreach (var (name, value) in new[] { ("author", WordMarkup.Escape(stamp.Author)), ("date", stamp.Date) })
        {
            if (MarkupTree.AttributeRange(tag, tree.WordPrefix + name) is var (start, end))
            {
                splices.Replace(tree[insertion].Start + Encoding.UTF8.GetByteCount(tag.AsSpan(0, start)), tree[insertion].Start + Encoding.UTF8.GetByteCount(tag.AsSpan(0, end)), value);
            }
        }
    }
}
