using System.Globalization;
using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>
/// Finds the seat for a place of the draft's text. What must not be cut (links, fields, locked or bound controls, moved text,
/// formulas) is gone around; only runs and the insertions around them are cut.
/// </summary>
internal sealed class SeatFinder(MarkupTree tree, TextMap map, Ids ids)
{
    private static readonly string[] ClosedKinds =
        ["text", "dropDownList", "comboBox", "date", "picture", "checkbox", "citation", "bibliography", "equation", "group", "docPartObj", "docPartList", "dataBinding", "repeatingSection", "showingPlcHdr"];

    /// <summary>Where text goes that continues the text before <paramref name="offset"/>; null where nothing may be written.</summary>
    public Seat? ForText(DraftParagraph paragraph, int offset)
    {
        if (map.Of(paragraph) is not { } place || ClosedAround(place.Element) != MarkupTree.None)
        {
            return null;
        }

        return PieceBefore(place, offset) is { } piece
            ? Behind(piece, offset, paragraphOf: tree.Ancestor(piece.Element, "p"u8), leaveFields: true)
            : AtStart(place.Element);
    }

    /// <summary>Where a comment on a stretch of text starts and ends; null outside the body.</summary>
    public (Seat Start, Seat End)? ForRange(DraftParagraph paragraph, int start, int end)
    {
        if (map.Of(paragraph) is not { } place)
        {
            return null;
        }

        // Word takes no comment inside a text box: it goes to the paragraph that the box hangs on.
        var (first, last) = (PieceFrom(place, start), PieceBefore(place, end));
        return first is { } from && last is { } to && to.End > from.Start
            ? (Before(from, start, Outermost(from.Element)), Behind(to, end, Outermost(to.Element), leaveFields: false))
            : (AtStart(Outermost(place.Element)), AtStart(Outermost(place.Element)));
    }

    /// <summary>The last piece that starts before the place.</summary>
    public static TextPiece? PieceBefore(ParagraphPlace place, int offset)
    {
        TextPiece? found = null;
        foreach (var piece in place.Pieces)
        {
            found = piece.Start < offset ? piece : found;
        }

        return found;
    }

    /// <summary>The outermost control around a paragraph that takes nothing into it, or none.</summary>
    public int ClosedAround(int paragraph)
    {
        var closed = MarkupTree.None;
        for (var element = tree.Parent(paragraph); element != MarkupTree.None; element = tree.Parent(element))
        {
            closed = IsClosedControl(element) ? element : closed;
        }

        return closed;
    }

    private static TextPiece? PieceFrom(ParagraphPlace place, int offset)
    {
        foreach (var piece in place.Pieces)
        {
            if (piece.End > offset)
            {
                return piece;
            }
        }

        return null;
    }

    /// <summary>The outermost paragraph around an element, or the element where it is one itself.</summary>
    private int Outermost(int element)
    {
        var outermost = element;
        for (var paragraph = tree.Is(element, "p"u8) ? element : tree.Ancestor(element, "p"u8); paragraph != MarkupTree.None; paragraph = tree.Ancestor(paragraph, "p"u8))
        {
            outermost = paragraph;
        }

        return outermost;
    }

    private Seat AtStart(int paragraph)
    {
        if (tree[paragraph].IsEmpty)
        {
            return new Seat(tree[paragraph].ContentStart - 2, ">", Seam.EndOfExpanded(tree, paragraph), MarkupTree.None) { Length = 2 };
        }

        var properties = tree.Child(paragraph, "pPr"u8);
        return Seat.At(properties == MarkupTree.None ? tree[paragraph].ContentStart : tree[properties].End);
    }

    private Seat Behind(TextPiece piece, int offset, int paragraphOf, bool leaveFields)
    {
        var run = RunOf(piece.Element);
        var fieldEnd = leaveFields && piece.Fields > 0 ? EndOfFields(piece, paragraphOf) : MarkupTree.None;
        if (fieldEnd != MarkupTree.None)
        {
            return Around(fieldEnd, paragraphOf, isBehind: true) ?? Lift(CutBehind(fieldEnd, tree.Child(fieldEnd, "fldChar"u8)), fieldEnd, paragraphOf);
        }

        if (run == MarkupTree.None)
        {
            return Around(piece.Element, paragraphOf, isBehind: true) ?? Seat.At(tree[paragraphOf].ContentEnd);
        }

        return Around(run, paragraphOf, isBehind: true)
            ?? Lift(offset < piece.End && CutInside(run, piece.Element, offset - piece.Start) is { } cut ? cut : CutBehind(run, piece.Element), run, paragraphOf);
    }

    private Seat Before(TextPiece piece, int offset, int paragraphOf)
    {
        var run = RunOf(piece.Element);
        if (run == MarkupTree.None)
        {
            return Around(piece.Element, paragraphOf, isBehind: false) ?? Seat.At(tree[paragraphOf].ContentEnd);
        }

        return Around(run, paragraphOf, isBehind: false)
            ?? Lift(offset > piece.Start && CutInside(run, piece.Element, offset - piece.Start) is { } cut ? cut : CutBefore(run, piece.Element), run, paragraphOf);
    }

    private int RunOf(int element) => tree.Is(tree.Parent(element), "r"u8) ? tree.Parent(element) : MarkupTree.None;

    /// <summary>A seat beside the outermost thing around the run that must not be cut; null where there is none.</summary>
    private Seat? Around(int run, int paragraph, bool isBehind)
    {
        var closed = MarkupTree.None;
        var (insertion, inside) = (MarkupTree.None, MarkupTree.None);
        for (var element = tree.Parent(run); element != paragraph && element != MarkupTree.None; element = tree.Parent(element))
        {
            closed = IsTransparent(element) ? closed : element;
            insertion = tree.Is(element, "ins"u8) ? element : insertion;
        }

        // A control inside somebody's insertion is not cut together with it.
        for (var element = tree.Parent(run); closed == MarkupTree.None && insertion != MarkupTree.None && element != insertion; element = tree.Parent(element))
        {
            inside = tree.Is(element, "sdt"u8) ? element : inside;
        }

        closed = closed == MarkupTree.None ? inside : closed;
        if (closed == MarkupTree.None)
        {
            return null;
        }

        return Around(closed, paragraph, isBehind)
            ?? Lift(Seat.At(isBehind ? tree[closed].End : tree[closed].Start), closed, paragraph);
    }

    /// <summary>Carries a seat beside or inside a run out of the insertions around it, which are cut where they have to be.</summary>
    private Seat Lift(Seat seat, int element, int paragraph)
    {
        for (var outer = tree.Parent(element); outer != paragraph && outer != MarkupTree.None && tree.Is(outer, "ins"u8); outer = tree.Parent(outer))
        {
            if (seat.Before.Length == 0 && seat.Offset == tree[outer].ContentEnd)
            {
                seat = Seat.At(tree[outer].End);
            }
            else if (seat.Before.Length == 0 && seat.Offset == tree[outer].ContentStart)
            {
                seat = Seat.At(tree[outer].Start);
            }
            else
            {
                seat = seat with { Before = seat.Before + tree.EndTag(outer), After = SecondHalf(outer) + seat.After };
            }
        }

        return seat;
    }

    private string SecondHalf(int insertion)
    {
        var tag = Seam.Marked(tree.StartTag(insertion), SeamKind.BetweenElements);
        return tree.WordAttributeRange(tag, "id") is var (start, end)
            ? $"{tag[..start]}{ids.Next().ToString(CultureInfo.InvariantCulture)}{tag[end..]}"
            : tag;
    }

    private Seat CutBehind(int run, int element)
    {
        var next = element == MarkupTree.None ? MarkupTree.None : tree.NextSibling(element);
        while (next != MarkupTree.None && TextInMarkup.IsEmpty(tree, next))
        {
            next = tree.NextSibling(next);
        }

        // The place before the next one, so that a cut before that one is the same cut.
        return next == MarkupTree.None ? Seat.At(tree[run].End) : Between(run, tree[next].Start);
    }

    private Seat CutBefore(int run, int element)
    {
        var first = tree.FirstContent(run);
        while (first != element && TextInMarkup.IsEmpty(tree, first))
        {
            first = tree.NextSibling(first);
        }

        return first == element ? Seat.At(tree[run].Start) : Between(run, tree[element].Start);
    }

    private Seat Between(int run, int offset) => new(offset, tree.EndTag(run), Reopened(run, SeamKind.BetweenElements), MarkupTree.None);

    private Seat? CutInside(int run, int text, int units)
    {
        if (!tree.Is(text, "t"u8) || TextInMarkup.Find(tree, text, units) is not var (offset, isInData))
        {
            return null;
        }

        var name = tree.EndTag(text)[2..^1];
        var isTight = !TextInMarkup.PreservesSpace(tree, text);
        var kind = isTight || Seam.IsOfTightText(tree, run, text) ? SeamKind.InTightText : SeamKind.InText;
        return new Seat(
            offset,
            (isInData ? TextInMarkup.DataEnd : "") + tree.EndTag(text) + tree.EndTag(run),
            $"{Reopened(run, kind)}<{name} xml:space=\"preserve\">{(isInData ? TextInMarkup.DataStart : "")}",
            isTight ? text : MarkupTree.None);
    }

    /// <summary>The start of a run's second half: its own tag with the mark of the cut, and its formatting.</summary>
    private string Reopened(int run, SeamKind kind)
    {
        return Seam.Marked(tree.StartTag(run), kind) + RunFormatMarkup.Copy(tree, run, ids);
    }

    /// <summary>The run in which all fields end that are open at a piece; none where they reach beyond the paragraph.</summary>
    private int EndOfFields(TextPiece piece, int paragraph)
    {
        var depth = piece.Fields;
        for (var element = piece.Element + 1; element < tree[paragraph].Next; element++)
        {
            if (tree.Is(element, "fldChar"u8))
            {
                depth += tree.Attribute(element, "fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };
                if (depth == 0)
                {
                    return RunOf(element);
                }
            }
        }

        return MarkupTree.None;
    }

    private bool IsTransparent(int element)
        => tree.Is(element, "ins"u8) || tree.Is(element, "sdtContent"u8) || (tree.Is(element, "sdt"u8) && !IsClosedControl(element));

    private bool IsClosedControl(int element)
    {
        var properties = tree.Is(element, "sdt"u8) ? tree.Child(element, "sdtPr"u8) : MarkupTree.None;
        for (var child = properties == MarkupTree.None ? MarkupTree.None : tree.FirstChild(properties); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            // The name without its prefix: later kinds of control stand in namespaces of their own.
            var name = Encoding.UTF8.GetString(tree.QName(child));
            name = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
            if (ClosedKinds.Contains(name) || (name == "lock" && tree.Attribute(child, "val") is "contentLocked" or "sdtContentLocked"))
            {
                return true;
            }
        }

        return false;
    }
}
