namespace Laminar.Word;

/// <summary>Where new text stands, seen from an element.</summary>
internal enum EditSide
{
    /// <summary>In the middle of a run.</summary>
    Inside,
    Before,
    Behind,

    /// <summary>At the start of a paragraph.</summary>
    Start,

    /// <summary>At the end of a paragraph.</summary>
    End,
}

/// <summary>A place for new text.</summary>
/// <param name="Element">A run, something around runs, or a paragraph.</param>
/// <param name="Container">What holds it: the paragraph, or a link, a control …</param>
/// <param name="Fields">How many fields are open there.</param>
internal sealed record EditSpot(EditSide Side, int Element, int Paragraph, int Container, int Fields)
{
    /// <summary>Of a place inside a run: the element of the text.</summary>
    public int Child { get; init; } = MarkupTree.None;

    /// <summary>UTF-16 units into that element's text.</summary>
    public int Unit { get; init; }
}

/// <summary>Finds the place for new text. Text between a link, a field or a closed control and its surroundings goes outside.</summary>
internal sealed class EditSpotFinder(MarkupTree tree, EditGround ground)
{
    /// <summary>The place for text instead of other text: any between what is deleted, as little deep inside something as there is.</summary>
    /// <param name="end">The end of what is deleted, in the paragraph's text.</param>
    public EditSpot Instead(IReadOnlyList<EditPiece> deleted, int end)
    {
        var same = deleted.TakeWhile(piece => piece.Paragraph == deleted[0].Paragraph).ToList();
        var depth = same.Min(piece => Common(piece, same[0]));
        var fields = same.Min(static piece => piece.Piece.Fields);
        var first = same.FindIndex(piece => piece.Containers.Count == depth && piece.Piece.Fields == fields);
        if (first < 0)
        {
            return Beside(same[0], depth, EditSide.Behind);
        }

        var last = first;
        while (last + 1 < same.Count && tree.Parent(same[last + 1].Run) == tree.Parent(same[first].Run) && same[last + 1].Piece.Fields == fields)
        {
            last++;
        }

        return After(same[last], Math.Min(end, same[last].Piece.End));
    }

    /// <summary>The place for text between two pieces, or inside one.</summary>
    /// <param name="before">The last piece that starts before the place.</param>
    /// <param name="after">The first that ends behind it.</param>
    /// <param name="paragraph">The paragraph, where there is neither.</param>
    /// <param name="breaksParagraph">Then it has to stand in the paragraph itself.</param>
    public EditSpot Between(EditPiece? before, EditPiece? after, int offset, int paragraph, bool breaksParagraph)
    {
        if (before is not null && before.Piece.End > offset)
        {
            return After(before, offset);
        }

        if (before is null)
        {
            return after is null ? AtEdge(EditSide.Start, paragraph)
                : after.Piece.Fields > 0 ? AtEdge(EditSide.Start, after.Paragraph)
                : BeforeOrBeside(after, 1);
        }

        if (after is null || after.Paragraph != before.Paragraph)
        {
            return IsOpen(before, 1, breaksParagraph) && before.Piece.Fields == 0 ? After(before, offset)
                : before.Piece.Fields > 0 ? AtEdge(EditSide.End, before.Paragraph)
                : Beside(before, 1, EditSide.Behind);
        }

        var depth = Common(before, after);
        return before.Piece.Fields > after.Piece.Fields ? BeforeOrBeside(after, depth)
            : IsOpen(before, depth, breaksParagraph) ? After(before, offset)
            : after.Containers.Count == depth && after.Piece.Fields == before.Piece.Fields ? BeforeOrBeside(after, depth)
            : Beside(before, depth, EditSide.Behind);
    }

    private static int Common(EditPiece one, EditPiece other)
        => one.Containers.Zip(other.Containers).TakeWhile(static pair => pair.First == pair.Second).Count();

    private bool IsOpen(EditPiece piece, int depth, bool breaksParagraph)
        => piece.Containers.Count == depth || (!breaksParagraph && piece.Run != piece.Piece.Element && piece.Containers.Skip(depth).All(ground.IsOpen));

    private static EditSpot AtEdge(EditSide side, int paragraph) => new(side, paragraph, paragraph, paragraph, 0);

    private EditSpot BeforeOrBeside(EditPiece piece, int depth)
    {
        if (piece.Containers.Count > depth || piece.Run == piece.Piece.Element)
        {
            return Beside(piece, depth, EditSide.Before);
        }

        return IsAlone(piece.Piece.Element, tree.PreviousSibling)
            ? new EditSpot(EditSide.Before, piece.Run, piece.Paragraph, piece.Container, piece.Piece.Fields)
            : Inside(piece, 0);
    }

    private EditSpot After(EditPiece piece, int offset)
    {
        if (piece.Run == piece.Piece.Element)
        {
            return Beside(piece, piece.Containers.Count, EditSide.Behind);
        }

        var units = offset - piece.Piece.Start;
        return units == piece.Piece.Length && IsAlone(piece.Piece.Element, tree.NextSibling)
            ? new EditSpot(EditSide.Behind, piece.Run, piece.Paragraph, piece.Container, piece.Piece.Fields)
            : Inside(piece, units);
    }

    /// <summary>Whether nothing of the run stands on one side of an element.</summary>
    private bool IsAlone(int element, Func<int, int> step)
    {
        var next = step(element);
        while (next != MarkupTree.None && (TextInMarkup.IsEmpty(tree, next) || tree.Is(next, "rPr"u8)))
        {
            next = step(next);
        }

        return next == MarkupTree.None;
    }

    /// <summary>Beside what stands around the piece in the container of the depth.</summary>
    private static EditSpot Beside(EditPiece piece, int depth, EditSide side)
        => new(side, piece.Containers.Count > depth ? piece.Containers[depth] : piece.Run, piece.Paragraph, piece.Containers[depth - 1], piece.Piece.Fields);

    private EditSpot Inside(EditPiece piece, int units)
        => units == 0 || units == piece.Piece.Length || tree.Is(piece.Piece.Element, "t"u8)
            ? new EditSpot(EditSide.Inside, piece.Run, piece.Paragraph, piece.Container, piece.Piece.Fields) { Child = piece.Piece.Element, Unit = units }
            : throw new RefusalException(DraftErrors.EditLocked);
}
