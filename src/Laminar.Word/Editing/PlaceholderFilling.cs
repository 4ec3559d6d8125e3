namespace Laminar.Word;

/// <summary>Placeholders that edits touch: each is replaced whole, and its control is a filled one then.</summary>
internal sealed class PlaceholderFilling(WritingSession session, EditGround ground)
{
    private readonly SortedDictionary<int, int> touched = [];
    private readonly HashSet<int> deleted = [];

    public void NoteDeleted(EditPiece piece, bool isWhole)
    {
        NoteInserted(piece.Container);
        if (isWhole)
        {
            deleted.Add(piece.Piece.Element);
        }
    }

    public void NoteInserted(int container)
    {
        foreach (var (control, mark) in ground.Placeholders(container))
        {
            touched[control] = mark;
        }
    }

    /// <exception cref="RefusalException">A part of a placeholder would be left.</exception>
    public void WriteTo(Splices splices)
    {
        foreach (var (control, mark) in touched)
        {
            if (TextIn(control).Any(element => !deleted.Contains(element)))
            {
                throw new RefusalException(DraftErrors.EditPlaceholder);
            }

            splices.Delete(session.Tree[mark].Start, session.Tree[mark].End);
        }
    }

    private IEnumerable<int> TextIn(int control)
        => from paragraph in session.Draft.Paragraphs
           from piece in session.Map.Of(paragraph)?.Pieces ?? []
           where piece.Element > control && piece.Element < session.Tree[control].Next
           select piece.Element;
}
