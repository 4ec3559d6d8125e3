using System.Net;
using System.Text;

namespace Laminar.Word;

/// <summary>A piece of text with what stands around it, from its paragraph inwards.</summary>
/// <param name="Run">The run, or the element itself where it stands in none.</param>
/// <param name="Containers">The paragraph first; insertions don't count, which are cut wherever they have to be.</param>
internal sealed record EditPiece(TextPiece Piece, int Run, IReadOnlyList<int> Containers)
{
    public int Paragraph => Containers[0];

    public int Container => Containers[^1];
}

/// <summary>Knows what may be changed in the markup, and who changes it.</summary>
internal sealed class EditGround(MarkupTree tree, string author)
{
    private static readonly string[] Characters = ["t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym"];
    private static readonly string[] Closed = ["dataBinding", "dropDownList", "picture", "checkbox", "citation", "bibliography", "equation", "group"];
    private static readonly string[] Markers = ["proofErr", "permStart", "permEnd", "bookmarkStart", "bookmarkEnd"];
    private static readonly string[] Inline = ["sdtContent", "sdt", "hyperlink", "fldSimple", "smartTag", "customXml", "bdo", "dir"];

    public EditPiece Of(TextPiece piece)
    {
        var parent = tree.Parent(piece.Element);
        var run = tree.Is(parent, "r"u8) ? parent : piece.Element;
        var containers = new List<int>();
        var element = tree.Parent(run);
        for (; !tree.Is(element, "p"u8); element = tree.Parent(element))
        {
            if (!IsRevision(element))
            {
                containers.Add(element);
            }
        }

        containers.Add(element);
        containers.Reverse();
        return new EditPiece(piece, run, containers);
    }

    /// <summary>Whether text beside the container's is as good inside it: a rich-text control, which marks a stretch and forbids nothing.</summary>
    public bool IsOpen(int container)
        => tree.Is(container, "sdtContent"u8) || (tree.Is(container, "sdt"u8) && !IsClosed(container) && Placeholder(container) == MarkupTree.None && !Has(container, "text"));

    /// <exception cref="RefusalException">The characters can't be deleted.</exception>
    public void RefuseFixed(EditPiece piece)
    {
        if (piece.Run == piece.Piece.Element || !Characters.Contains(LocalName(piece.Piece.Element)))
        {
            throw new RefusalException(DraftErrors.EditLocked);
        }

        RefuseLocked(piece.Container);
    }

    /// <summary>Looks at an element and all around it.</summary>
    /// <exception cref="RefusalException">Nothing may be changed in it.</exception>
    public void RefuseLocked(int element)
    {
        var isInline = !tree.Is(element, "p"u8);
        for (; element != MarkupTree.None; element = tree.Parent(element))
        {
            isInline &= !tree.Is(element, "p"u8);
            if (IsClosed(element) || LocalName(element) is "Choice" or "Fallback" || (isInline && !IsRevision(element) && !Inline.Contains(LocalName(element))))
            {
                throw new RefusalException(DraftErrors.EditLocked);
            }
        }
    }

    /// <summary>The controls around an element that show a placeholder, each with what says so.</summary>
    public IEnumerable<(int Control, int Mark)> Placeholders(int element)
    {
        for (; element != MarkupTree.None; element = tree.Parent(element))
        {
            if (tree.Is(element, "sdt"u8) && Placeholder(element) is var mark and not MarkupTree.None)
            {
                yield return (element, mark);
            }
        }
    }

    /// <summary>An insertion or a move, which are cut in two for what is put into them.</summary>
    public bool IsRevision(int element) => tree.Is(element, "ins"u8) || tree.Is(element, "moveTo"u8);

    /// <summary>Whether the element is a pending insertion of the author's own.</summary>
    public bool IsOwn(int element)
        => tree.Is(element, "ins"u8) && WebUtility.HtmlDecode(tree.Attribute(element, "author")) == author;

    /// <summary>Whether the nearest insertion around a run is the author's own.</summary>
    public bool IsInOwn(int run)
    {
        var element = tree.Parent(run);
        while (!tree.Is(element, "p"u8) && !IsRevision(element))
        {
            element = tree.Parent(element);
        }

        return IsOwn(element);
    }

    /// <summary>Whether the next paragraph continues this one: its mark is deleted, moved away, or a style separator.</summary>
    public bool RunsOn(int paragraph)
    {
        var properties = tree.Child(paragraph, "pPr"u8);
        var mark = properties == MarkupTree.None ? MarkupTree.None : tree.Child(properties, "rPr"u8);
        return mark != MarkupTree.None && (tree.Child(mark, "del"u8) != MarkupTree.None || tree.Child(mark, "moveFrom"u8) != MarkupTree.None || tree.Child(mark, "specVanish"u8) != MarkupTree.None);
    }

    public bool EndsSection(int paragraph)
        => tree.Child(paragraph, "pPr"u8) is var properties and not MarkupTree.None && tree.Child(properties, "sectPr"u8) != MarkupTree.None;

    /// <summary>What may stand between two paragraphs and is no block of its own.</summary>
    public bool IsMarker(int element)
        => LocalName(element) is var name && (Markers.Contains(name) || name.EndsWith("RangeStart", StringComparison.Ordinal) || name.EndsWith("RangeEnd", StringComparison.Ordinal));

    private bool IsClosed(int element)
    {
        if (!tree.Is(element, "sdt"u8) || tree.Child(element, "sdtPr"u8) is not (var properties and not MarkupTree.None))
        {
            return false;
        }

        return Closed.Any(name => Has(element, name))
            || (tree.Child(properties, "lock"u8) is var locked and not MarkupTree.None && tree.Attribute(locked, "val") is "contentLocked" or "sdtContentLocked");
    }

    private int Placeholder(int control)
        => tree.Child(control, "sdtPr"u8) is var properties and not MarkupTree.None
            && tree.Child(properties, "showingPlcHdr"u8) is var mark and not MarkupTree.None && Ooxml.IsOn(tree.Attribute(mark, "val")) ? mark : MarkupTree.None;

    private bool Has(int control, string name)
    {
        var properties = tree.Child(control, "sdtPr"u8);
        for (var child = properties == MarkupTree.None ? MarkupTree.None : tree.FirstChild(properties); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (LocalName(child) == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name without its prefix: later kinds of control stand in namespaces of their own.</summary>
    private string LocalName(int element)
    {
        var name = Encoding.UTF8.GetString(tree.QName(element));
        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
