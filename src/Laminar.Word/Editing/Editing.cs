using System.Globalization;
using System.Text;

namespace Laminar.Word;

/// <summary>Writes edits of the text into a document as tracked changes in somebody's name.</summary>
internal sealed class Editing
{
    private readonly WritingSession session;
    private readonly MarkupTree tree;
    private readonly WordMarkup markup;
    private readonly Formats formats;
    private readonly EditGround ground;
    private readonly EditSpotFinder spots;
    private readonly RunCuts cuts;
    private readonly ParagraphMarks marks;
    private readonly PlaceholderFilling placeholders;
    private readonly List<NewText> texts = [];

    public Editing(WritingSession session, Stamp stamp)
    {
        (this.session, tree) = (session, session.Tree);
        markup = new WordMarkup(tree, stamp, session.Ids);
        formats = new Formats(tree);
        ground = new EditGround(tree, stamp.Author);
        spots = new EditSpotFinder(tree, ground);
        cuts = new RunCuts(tree, markup, session.Ids, ground);
        marks = new ParagraphMarks(tree, markup, formats);
        placeholders = new PlaceholderFilling(session, ground);
    }

    /// <exception cref="RefusalException">One of the edits can't be made; nothing is noted then that could be saved.</exception>
    public void Write(EditPlan plan)
    {
        foreach (var edit in plan.Edits)
        {
            Plan(edit);
        }

        foreach (var paragraph in plan.Joins)
        {
            Join(paragraph);
        }

        placeholders.WriteTo(session.Splices);
        var beside = texts.ConvertAll(Put);
        marks.WriteTo(session.Splices);
        beside.ForEach(static put => put());
        cuts.WriteTo(session.Splices);
        RemoveEmptied();
    }

    private void Plan(ParagraphEdit edit)
    {
        var paragraph = session.Draft.Paragraphs[edit.Paragraph];
        var place = session.Map.Of(paragraph) ?? throw new RefusalException(DraftErrors.EditLocked);
        var deleted = place.Pieces.Where(piece => piece.Start < edit.End && piece.End > edit.Start).Select(ground.Of).ToList();
        foreach (var piece in deleted)
        {
            Delete(piece, paragraph.Text, edit);
        }

        if (edit.Text.Length > 0)
        {
            PlanText(edit, place, deleted);
        }
    }

    private void Delete(EditPiece piece, string text, ParagraphEdit edit)
    {
        ground.RefuseFixed(piece);
        var (start, end) = (piece.Piece.Start, piece.Piece.End);
        var (from, to) = (Math.Max(edit.Start, start), Math.Min(edit.End, end));
        if (to - from < end - start && !tree.Is(piece.Piece.Element, "t"u8))
        {
            throw new RefusalException(DraftErrors.EditLocked);
        }

        cuts.Delete(piece.Run, piece.Piece.Element, text[start..end], from - start, to - start);
        placeholders.NoteDeleted(piece, isWhole: to - from == end - start);
    }

    private void PlanText(ParagraphEdit edit, ParagraphPlace place, List<EditPiece> deleted)
    {
        EditPiece? before = null, after = null;
        EditSpot spot;
        if (deleted.Count > 0)
        {
            spot = spots.Instead(deleted, edit.End);
        }
        else
        {
            before = SeatFinder.PieceBefore(place, edit.Start) is { } last ? ground.Of(last) : null;
            after = place.Pieces.Any(piece => piece.End > edit.Start) ? ground.Of(place.Pieces.First(piece => piece.End > edit.Start)) : null;
            spot = spots.Between(before, after, edit.Start, place.Element, edit.BreaksParagraph);
        }

        if (edit.BreaksParagraph && (spot.Container != spot.Paragraph || spot.Fields > 0))
        {
            throw new RefusalException(DraftErrors.EditBreak);
        }

        ground.RefuseLocked(spot.Container);
        placeholders.NoteInserted(spot.Container);
        marks.Expect(spot.Paragraph, edit.Text.Count(static character => character == '\n'));
        var text = spot.Child == MarkupTree.None ? "" : TextOf(place, edit.Paragraph, spot.Child);
        texts.Add(new NewText(spot, text, edit.Text, FormatSource(spot, place, deleted.Count > 0 ? [deleted[0]] : [before, after], edit.Start)));
    }

    private string TextOf(ParagraphPlace place, int paragraph, int element)
    {
        var piece = place.Pieces.First(piece => piece.Element == element);
        return session.Draft.Paragraphs[paragraph].Text[piece.Start..piece.End];
    }

    /// <summary>What the new text is to look like: what it replaces or continues, in the same container; else the nearest such text before, else the mark.</summary>
    private int FormatSource(EditSpot spot, ParagraphPlace place, IEnumerable<EditPiece?> nearest, int offset)
    {
        if (ground.Placeholders(spot.Container).FirstOrDefault() is (> 0 and var control, _))
        {
            return tree.Child(control, "sdtPr"u8);
        }

        var found = nearest.FirstOrDefault(piece => piece is not null && IsModel(piece, spot))
            ?? place.Pieces.Where(piece => piece.Start < offset).Reverse().Concat(place.Pieces).Select(ground.Of).FirstOrDefault(piece => IsModel(piece, spot));
        return found?.Run ?? tree.Child(spot.Paragraph, "pPr"u8);
    }

    private bool IsModel(EditPiece piece, EditSpot spot)
        => piece.Run != piece.Piece.Element && piece.Container == spot.Container && !ground.Placeholders(piece.Container).Any();

    /// <summary>Notes new text; what stands beside runs is answered, to be noted when what belongs before it has been.</summary>
    private Action Put(NewText text)
    {
        var spot = text.Spot;
        var isEdge = spot.Side is EditSide.Start or EditSide.End;
        var (seat, isOwn) = isEdge ? (Seat.At(tree[spot.Element].ContentEnd), false) : Lift(spot, text.Text.Contains('\n', StringComparison.Ordinal));
        var written = seat.Before + Markup(text, isOwn) + seat.After;
        if (spot.Side == EditSide.Start || (isEdge && tree[spot.Element].IsEmpty))
        {
            marks.PutAtStart(spot.Element, written);
        }
        else if (spot.Side == EditSide.Inside)
        {
            cuts.Insert(spot.Element, spot.Child, text.ChildText, spot.Unit, written);
        }
        else
        {
            return () => session.Splices.Insert(seat.Offset, written);
        }

        return static () => { };
    }

    private string Markup(NewText text, bool isInOwn)
    {
        var format = formats.OfEdited(text.Format);
        var written = new StringBuilder();
        foreach (var (number, line) in text.Text.Split('\n').Index())
        {
            written.Append(number == 0 ? "" : marks.Break(text.Spot.Paragraph));
            if (line.Length > 0)
            {
                var run = markup.EditedRun(format, line);
                written.Append(isInOwn ? run : markup.Insertion(run));
            }
        }

        return written.ToString();
    }

    /// <summary>
    /// Carries new text out of the insertions around it, which are cut where they have to be. In the author's own it stays, unless it
    /// breaks the paragraph.
    /// </summary>
    private (Seat Seat, bool IsOwn) Lift(EditSpot spot, bool breaksParagraph)
    {
        var seat = Seat.At(spot.Side switch { EditSide.Before => tree[spot.Element].Start, EditSide.Behind => tree[spot.Element].End, _ => -1 });
        var outer = tree.Parent(spot.Element);
        for (; ground.IsRevision(outer) && (breaksParagraph || !ground.IsOwn(outer)); outer = tree.Parent(outer))
        {
            var isWhole = seat.Before.Length == 0 && seat.Offset >= 0;
            seat = isWhole && tree.Slice(seat.Offset, tree[outer].ContentEnd).Trim(" \t\r\n"u8).IsEmpty ? Seat.At(tree[outer].End)
                : isWhole && tree.Slice(tree[outer].ContentStart, seat.Offset).Trim(" \t\r\n"u8).IsEmpty ? Seat.At(tree[outer].Start)
                : seat with { Before = seat.Before + tree.EndTag(outer), After = Reopened(outer) + seat.After };
        }

        return (seat, ground.IsOwn(outer));
    }

    private string Reopened(int revision)
    {
        var tag = Seam.Marked(tree.StartTag(revision), SeamKind.None);
        return tree.WordAttributeRange(tag, "id") is var (start, end)
            ? $"{tag[..start]}{session.Ids.Next().ToString(CultureInfo.InvariantCulture)}{tag[end..]}"
            : tag;
    }

    /// <summary>Deletes the mark of a paragraph, and those of paragraphs that stand before the next one and are none to a reader.</summary>
    private void Join(int number)
    {
        var (last, next) = (PlaceOf(number), PlaceOf(number + 1));
        if (last is null || next is null || tree.Parent(last.Element) != tree.Parent(next.Element))
        {
            throw new RefusalException(DraftErrors.EditJoin);
        }

        ground.RefuseLocked(last.Element);
        for (var block = last.Element; ; block = NextParagraph(block))
        {
            if (block != last.Element && (block == next.Element || ground.RunsOn(block)))
            {
                return;
            }

            if (ground.EndsSection(block))
            {
                throw new RefusalException(DraftErrors.EditJoin);
            }

            marks.Delete(block);
        }
    }

    private ParagraphPlace? PlaceOf(int number) => session.Map.Of(session.Draft.Paragraphs[number]);

    /// <exception cref="RefusalException">Something else stands between.</exception>
    private int NextParagraph(int block)
    {
        var next = tree.NextSibling(block);
        while (next != MarkupTree.None && !tree.Is(next, "p"u8) && ground.IsMarker(next))
        {
            next = tree.NextSibling(next);
        }

        return next != MarkupTree.None && tree.Is(next, "p"u8) ? next : throw new RefusalException(DraftErrors.EditJoin);
    }

    /// <summary>Takes out insertions of the author's own of which nothing is left.</summary>
    private void RemoveEmptied()
    {
        foreach (var insertion in cuts.Gone.Select(tree.Parent).Distinct().Where(ground.IsOwn))
        {
            var isEmpty = !texts.Exists(text => text.Spot.Side != EditSide.Inside && tree.Parent(text.Spot.Element) == insertion);
            for (var child = tree.FirstChild(insertion); child != MarkupTree.None; child = tree.NextSibling(child))
            {
                isEmpty &= cuts.Gone.Contains(child);
            }

            if (isEmpty)
            {
                session.Splices.Delete(tree[insertion].Start, tree[insertion].End);
            }
        }
    }

    /// <param name="ChildText">The text of the element that the spot stands in, as it is read.</param>
    /// <param name="Format">The element whose formatting the text takes.</param>
    private sealed record NewText(EditSpot Spot, string ChildText, string Text, int Format);
}
