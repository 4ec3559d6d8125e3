using System.Text;
using System.Text.RegularExpressions;

namespace Laminar.Word;

/// <summary>Paragraph marks that are put in or deleted, as tracked changes in the properties of the paragraphs.</summary>
internal sealed partial class ParagraphMarks(MarkupTree tree, WordMarkup markup, Formats formats)
{
    private readonly SortedDictionary<int, Change> changes = [];

    /// <summary>Says that a paragraph will be broken some times more.</summary>
    public void Expect(int paragraph, int breaks) => Of(paragraph).Breaks += breaks;

    /// <summary>Deletes the mark of a paragraph.</summary>
    public void Delete(int paragraph) => Of(paragraph).IsDeleted = true;

    /// <summary>Puts markup at the start of a paragraph.</summary>
    public void PutAtStart(int paragraph, string inserted) => Of(paragraph).Start.Append(inserted);

    /// <summary>
    /// The markup of one break. The mark of the paragraph itself stays with its last part, which has to have all of its
    /// properties: rejected, the parts before it fall to that.
    /// </summary>
    public string Break(int paragraph)
    {
        var change = Of(paragraph);
        return tree.EndTag(paragraph) + StartTag(paragraph) + (--change.Breaks == 0 ? Properties(paragraph, change.IsDeleted) : Inserted(paragraph));
    }

    public void WriteTo(Splices splices)
    {
        foreach (var (paragraph, change) in changes)
        {
            Write(paragraph, change, splices);
        }
    }

    private void Write(int paragraph, Change change, Splices splices)
    {
        var place = tree[paragraph];
        var properties = change.IsBroken ? Inserted(paragraph) : Properties(paragraph, change.IsDeleted);
        var old = tree.Child(paragraph, "pPr"u8);
        if (place.IsEmpty)
        {
            splices.Replace(place.ContentStart - 2, place.ContentStart, $">{properties}{change.Start}{tree.EndTag(paragraph)}");
        }
        else if (old == MarkupTree.None)
        {
            splices.Insert(place.ContentStart, properties + change.Start);
        }
        else
        {
            splices.Replace(tree[old].Start, tree[old].End, properties + change.Start);
        }
    }

    private string Inserted(int paragraph) => formats.OfBroken(paragraph, markup.Mark("ins"));

    private string Properties(int paragraph, bool isDeleted)
    {
        var properties = tree.Child(paragraph, "pPr"u8);
        return isDeleted ? WithDeletedMark(properties)
            : properties == MarkupTree.None ? "" : tree.Text(tree[properties].Start, tree[properties].End);
    }

    private string WithDeletedMark(int properties)
    {
        var w = tree.WordPrefix;
        var mark = markup.Mark("del");
        var format = $"<{w}rPr{tree.Declaration}>{mark}</{w}rPr>";
        if (properties == MarkupTree.None)
        {
            return $"<{w}pPr{tree.Declaration}>{format}</{w}pPr>";
        }

        var old = tree.Child(properties, "rPr"u8);
        if (old == MarkupTree.None)
        {
            var behind = tree.Child(properties, "sectPr"u8) is var section and not MarkupTree.None ? section : tree.Child(properties, "pPrChange"u8);
            return With(properties, properties, behind, format);
        }

        // In the order of the schema: an insertion before a deletion before all else.
        return With(properties, old, tree.Child(old, "ins"u8) is var inserted and not MarkupTree.None ? tree.NextSibling(inserted) : tree.FirstChild(old), mark);
    }

    /// <summary>The properties with markup before a child of them or of one of their children; behind the last where there is none.</summary>
    private string With(int properties, int parent, int behind, string inserted)
    {
        var (whole, place) = (tree[properties], tree[parent]);
        if (behind == MarkupTree.None && place.IsEmpty)
        {
            return $"{tree.Text(whole.Start, place.ContentStart - 2)}>{inserted}{tree.EndTag(parent)}{tree.Text(place.End, whole.End)}";
        }

        var at = behind == MarkupTree.None ? place.ContentEnd : tree[behind].Start;
        return tree.Text(whole.Start, at) + inserted + tree.Text(at, whole.End);
    }

    /// <summary>The start tag again, without the number that only one paragraph may bear.</summary>
    private string StartTag(int paragraph)
    {
        var tag = tree.StartTag(paragraph);
        tag = tree[paragraph].IsEmpty ? $"{tag[..^2].TrimEnd()}>" : tag;
        return UniqueNumber().Replace(tag, "");
    }

    [GeneratedRegex("\\s[\\w.-]+:(?:paraId|textId)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", RegexOptions.None, 1000)]
    private static partial Regex UniqueNumber();

    private Change Of(int paragraph) => changes.TryGetValue(paragraph, out var change) ? change : changes[paragraph] = new Change();

    private sealed class Change
    {
        private int breaks;

        /// <summary>Breaks that are still to be written.</summary>
        public int Breaks
        {
            get => breaks;
            set => (breaks, IsBroken) = (value, IsBroken || value > 0);
        }

        public bool IsBroken { get; private set; }

        public bool IsDeleted { get; set; }

        public StringBuilder Start { get; } = new();
    }
}
