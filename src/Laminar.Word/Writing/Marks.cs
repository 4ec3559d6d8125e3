using System.Text;

namespace Laminar.Word;

/// <summary>What Laminar has put into the main part, found by its tags and authors, and how it is taken out again.</summary>
internal sealed class Marks
{
    private readonly MarkupTree tree;
    private readonly HashSet<int> gone = [];

    public Marks(MarkupTree tree)
    {
        this.tree = tree;
        Suggestions = [.. Controls(0, tree.Count).Where(static found => found.Tag.Field < 0).Select(found => Read(found.Element, found.Tag))];
    }

    public IReadOnlyList<SuggestionMark> Suggestions { get; }

    /// <summary>Whether any insertion of the tool stands in the part, in a control or not.</summary>
    public bool HasOwnInsertion => Enumerable.Range(0, tree.Count).Any(IsOwnInsertion);

    /// <summary>Content controls of the document's own that show a placeholder without any text, which no reader of the text can see.</summary>
    public IEnumerable<int> EmptyControls()
        => from element in Enumerable.Range(0, tree.Count)
           where tree.Is(element, "showingPlcHdr"u8) && tree.Attribute(element, "val") is null or "1" or "true" or "on"
           let control = tree.Parent(tree.Parent(element))
           where control != MarkupTree.None && string.IsNullOrWhiteSpace(TextOf(control, tree[control].Next))
           select control;

    /// <summary>Takes out a suggestion, with the paragraph that was put in for it.</summary>
    public void Remove(SuggestionMark mark, Splices splices)
    {
        var (start, end) = Reach(mark.Element);
        var paragraph = tree.Parent(mark.Element);
        if (IsOwnParagraph(paragraph) && Holds(paragraph, start, end))
        {
            (start, end) = (tree[paragraph].Start, tree[paragraph].End);
        }

        Delete(start, end, splices);
    }

    /// <summary>Puts confirmed wording where a suggestion stands.</summary>
    /// <param name="wording">Makes the insertion from the formatting of the suggestion's text.</param>
    public void Replace(SuggestionMark mark, Splices splices, Stamp stamp, Func<string, string> wording)
    {
        var (start, end) = Reach(mark.Element);
        splices.Replace(start, end, wording(mark.Format));
        if (tree.Parent(mark.Element) is var paragraph && IsOwnParagraph(paragraph))
        {
            Restamp(OwnMark(paragraph), stamp, splices);
        }
    }

    /// <summary>Takes the control away and leaves what is in it.</summary>
    public void Unwrap(SuggestionMark mark, Splices splices)
    {
        UnwrapOne(mark.Element, splices);
        foreach (var element in Fields(mark.Element))
        {
            UnwrapOne(element, splices);
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
                var whole = isRange ? element : tree.Parent(element);
                Delete(tree[whole].Start, tree[whole].End, splices);
            }
        }
    }

    /// <summary>Joins what was cut for things that are gone now; called when all of them have been taken out.</summary>
    public void Join(Splices splices) => new SeamJoiner(tree, IsGone).Join(splices);

    private bool IsGone(int element) => gone.Contains(element);

    private void Delete(int start, int end, Splices splices)
    {
        splices.Delete(start, end);
        for (var element = tree.FirstFrom(start); element < tree.Count && tree[element].Start < end; element++)
        {
            gone.Add(element);
        }
    }

    private IEnumerable<(int Element, SuggestionTag Tag)> Controls(int from, int to)
    {
        for (var element = from; element < to; element++)
        {
            if (tree.Is(element, "tag"u8)
                && SuggestionTag.TryParse(tree.Attribute(element, "val"), out var tag)
                && tree.Parent(element) is var properties and > 0 && tree.Is(properties, "sdtPr"u8)
                && tree.Is(tree.Parent(properties), "sdt"u8))
            {
                yield return (tree.Parent(properties), tag);
            }
        }
    }

    /// <summary>The controls of the fields inside a suggestion.</summary>
    private IEnumerable<int> Fields(int suggestion)
        => Controls(suggestion + 1, tree[suggestion].Next).Where(static found => found.Tag.Field >= 0).Select(static found => found.Element);

    private SuggestionMark Read(int element, SuggestionTag tag)
    {
        var (texts, isOpen, hasOwn) = (new List<string> { "" }, false, false);
        var behind = element;
        foreach (var field in Fields(element))
        {
            texts[^1] += TextOf(behind, field);
            texts.Add("");
            behind = tree[field].Next;
            isOpen |= tree.Child(tree.Child(field, "sdtPr"u8), "showingPlcHdr"u8) != MarkupTree.None || SuggestionTag.IsNoAnswer(TextOf(field, behind));
        }

        texts[^1] += TextOf(behind, tree[element].Next);
        for (var inner = element; inner < tree[element].Next; inner++)
        {
            hasOwn |= IsOwnInsertion(inner);
        }

        return new SuggestionMark(element, tag, isOpen, hasOwn, texts, FormatOf(element));
    }

    /// <summary>The text of the elements from one number to another; tracked deletions hold none.</summary>
    private string TextOf(int from, int to)
    {
        var text = new StringBuilder();
        for (var element = from; element < to; element++)
        {
            if (tree.Is(element, "t"u8))
            {
                text.Append(System.Net.WebUtility.HtmlDecode(tree.Text(tree[element].ContentStart, tree[element].ContentEnd)));
            }
        }

        return text.ToString();
    }

    /// <summary>The formatting of the first text.</summary>
    private string FormatOf(int suggestion)
    {
        var text = suggestion;
        while (text < tree[suggestion].Next && !tree.Is(text, "t"u8))
        {
            text++;
        }

        var format = text < tree[suggestion].Next ? tree.Child(tree.Parent(text), "rPr"u8) : MarkupTree.None;
        return format == MarkupTree.None ? "" : tree.Text(tree[format].Start, tree[format].End);
    }

    private bool IsOwnInsertion(int element) => tree.Is(element, "ins"u8) && tree.Attribute(element, "author") == Stamp.Tool;

    /// <summary>From the start of the range around a control's start tag to the end of the one around its end tag.</summary>
    private (int Start, int End) Reach(int control)
    {
        var (before, behind) = (tree.PreviousSibling(control), tree.NextSibling(control));
        return (
            before != MarkupTree.None && tree.Is(before, "customXmlInsRangeStart"u8) ? tree[before].Start : tree[control].Start,
            behind != MarkupTree.None && tree.Is(behind, "customXmlInsRangeEnd"u8) ? tree[behind].End : tree[control].End);
    }

    private void UnwrapOne(int control, Splices splices)
    {
        var (start, end) = Reach(control);
        var content = tree.Child(control, "sdtContent"u8);
        if (content == MarkupTree.None || tree[content].IsEmpty)
        {
            splices.Delete(start, end);
            return;
        }

        var (first, last) = (tree.FirstChild(content), tree.LastChild(content));
        splices.Delete(start, first != MarkupTree.None && tree.Is(first, "customXmlInsRangeEnd"u8) ? tree[first].End : tree[content].ContentStart);
        splices.Delete(last != MarkupTree.None && last != first && tree.Is(last, "customXmlInsRangeStart"u8) ? tree[last].Start : tree[content].ContentEnd, end);
    }

    private bool IsOwnParagraph(int element) => tree.Is(element, "p"u8) && OwnMark(element) != MarkupTree.None;

    /// <summary>The insertion of a paragraph's mark, where it is the tool's.</summary>
    private int OwnMark(int paragraph)
    {
        var properties = tree.Child(paragraph, "pPr"u8);
        var mark = properties == MarkupTree.None ? MarkupTree.None : tree.Child(properties, "rPr"u8);
        var insertion = mark == MarkupTree.None ? MarkupTree.None : tree.Child(mark, "ins"u8);
        return insertion != MarkupTree.None && IsOwnInsertion(insertion) ? insertion : MarkupTree.None;
    }

    private bool Holds(int paragraph, int start, int end)
    {
        for (var child = tree.FirstChild(paragraph); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (!tree.Is(child, "pPr"u8) && !(tree[child].Start >= start && tree[child].End <= end) && !gone.Contains(child))
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

/// <summary>A suggestion that stands in the document.</summary>
/// <param name="IsOpen">Whether a field waits for an answer.</param>
/// <param name="HasOwnInsertion">Whether text in it is still the tool's tracked insertion.</param>
/// <param name="Texts">The text around the fields: before the first, between them, behind the last.</param>
/// <param name="Format">Run properties of its first text, as markup.</param>
internal sealed record SuggestionMark(int Element, SuggestionTag Tag, bool IsOpen, bool HasOwnInsertion, IReadOnlyList<string> Texts, string Format);
