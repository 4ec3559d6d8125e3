using System.Net;
using System.Text;

namespace Laminar.Word;

/// <summary>A suggestion that stands in the document.</summary>
/// <param name="Answers">What stands in each field; null where the field waits for an answer.</param>
/// <param name="HasInsertion">Whether text in it is still the tool's tracked insertion.</param>
/// <param name="Texts">The text around the fields: before the first, between them, behind the last.</param>
/// <param name="Format">Run properties of its first text, as markup.</param>
/// <param name="Kept">Children of its content that a person put there: they outlive the suggestion.</param>
internal sealed record SuggestionMark(
    ControlShell Shell, SuggestionTag Tag, IReadOnlyList<string?> Answers, bool HasInsertion, IReadOnlyList<string> Texts, string Format, IReadOnlyList<int> Kept)
{
    public int Element => Shell.Control;

    /// <summary>Whether a field waits for an answer.</summary>
    public bool IsOpen => Answers.Contains(null);

    /// <summary>Whether somebody has chosen something: then the suggestion is a person's.</summary>
    public bool HasAnswer => Answers.Any(static answer => answer is not null);
}

/// <summary>Reads the suggestions of a part.</summary>
internal sealed class SuggestionReader(MarkupTree tree)
{
    public List<SuggestionMark> ReadAll() => [.. Controls(0, tree.Count).Where(static found => found.Tag.Field < 0).Select(found => Read(found.Element, found.Tag))];

    /// <summary>The controls of the fields inside a suggestion.</summary>
    public IEnumerable<int> Fields(int suggestion)
        => Controls(suggestion + 1, tree[suggestion].Next).Where(static found => found.Tag.Field >= 0).Select(static found => found.Element);

    /// <summary>The text of the elements from one number to another.</summary>
    public string TextOf(int from, int to)
    {
        var text = new StringBuilder();
        for (var element = from; element < to; element++)
        {
            if (tree.Is(element, "t"u8))
            {
                text.Append(WebUtility.HtmlDecode(tree.Text(tree[element].ContentStart, tree[element].ContentEnd)));
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a control shows its placeholder.</summary>
    public bool ShowsPlaceholder(int control)
        => tree.Child(control, "sdtPr"u8) is var properties and not MarkupTree.None
            && tree.Child(properties, "showingPlcHdr"u8) is var shown and not MarkupTree.None && Ooxml.IsOn(tree.Attribute(shown, "val"));

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

    private SuggestionMark Read(int element, SuggestionTag tag)
    {
        var shell = new ControlShell(tree, element);
        var (texts, answers, behind) = (new List<string> { "" }, new List<string?>(), element);
        foreach (var field in Fields(element))
        {
            texts[^1] += TextOf(behind, field);
            texts.Add("");
            behind = tree[field].Next;
            var text = TextOf(field, behind);
            answers.Add(ShowsPlaceholder(field) || SuggestionTag.IsNoAnswer(text) ? null : text.Trim());
        }

        texts[^1] += TextOf(behind, tree[element].Next);
        var hasInsertion = Enumerable.Range(element, tree[element].Next - element).Any(inner => tree.Is(inner, "ins"u8) && tree.Attribute(inner, "author") is var author && (author == shell.Author || author == Stamp.Tool));
        return new SuggestionMark(shell, tag, answers, hasInsertion, texts, FormatOf(element), Kept(shell));
    }

    /// <summary>
    /// What a person put into the control: other people's insertions, and text that is none while the tool's still is; where all has been
    /// accepted, nothing tells the phrase from what was added to it. Bookmarks and the ends of comments are nobody's to take.
    /// </summary>
    private List<int> Kept(ControlShell shell)
    {
        var children = new List<int>();
        for (var child = shell.Content == MarkupTree.None ? MarkupTree.None : tree.FirstChild(shell.Content); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (!shell.IsPartOf(child))
            {
                children.Add(child);
            }
        }

        var author = shell.Author;
        var isTracked = children.Exists(child => IsOwn(child, author));
        return children.FindAll(child => !IsOwn(child, author) && !IsField(child) && !tree.Is(child, "proofErr"u8) && (isTracked || !tree.Is(child, "r"u8)));
    }

    private bool IsOwn(int child, string author) => tree.Is(child, "ins"u8) && tree.Attribute(child, "author") == author;

    // A field's control, and the ranges around it.
    private bool IsField(int child)
        => tree.Is(child, "customXmlInsRangeStart"u8) || tree.Is(child, "customXmlInsRangeEnd"u8)
            || (tree.Is(child, "sdt"u8) && Controls(child, tree[child].Next).Any(found => found.Element == child && found.Tag.Field >= 0));

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
}
