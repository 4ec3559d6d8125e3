namespace Laminar.Word;

/// <summary>Whose the text of a suggestion is: the tool's alone, or a person's too, who wrote into it.</summary>
/// <param name="tool">The name that the tool bears in this document, where names may have been taken out.</param>
internal sealed class SuggestionText(string tool)
{
    private bool isTracked;
    private bool hasPlain;
    private bool hasOthers;

    /// <summary>Text that is no insertion is the tool's only where all of it has been accepted.</summary>
    public bool HoldsOthers => hasOthers || (hasPlain && isTracked);

    /// <summary>Notes a piece of text outside of the fields.</summary>
    /// <param name="author">Who inserted it; null where it is no insertion.</param>
    public void Note(string? author)
    {
        isTracked |= author == tool || author == Stamp.Tool;
        hasPlain |= author is null;
        hasOthers |= author is not null && author != tool && author != Stamp.Tool;
    }
}
