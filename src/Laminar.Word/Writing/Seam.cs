namespace Laminar.Word;

/// <summary>
/// The marks of a cut. What goes into the middle of a run cuts it in two, and so the insertion around the run; the second half
/// carries a mark by which the halves are found and joined again when what stood between is taken out. Both marks are values
/// that mean nothing to a reader: a revision-save id of a run that no writer sets in practice, the number of a tracked insertion. Where a later save has
/// changed them the halves stay two, with the same text and formatting.
/// </summary>
internal static class Seam
{
    /// <summary>The attribute of a run that holds the mark. A run that has it already stays two when it has been cut.</summary>
    public const string Attribute = "rsidDel";

    /// <summary>Cut between two elements of the run.</summary>
    public const string BetweenElements = "4C414D30";

    /// <summary>Cut inside a text that says itself that its spaces count.</summary>
    public const string InText = "4C414D31";

    /// <summary>Cut inside a text that did not say so, and whose first half does now.</summary>
    public const string InTightText = "4C414D32";

    /// <summary>Numbers of the second halves of insertions start here.</summary>
    public const int FirstInsertion = 0x4C4D0000;

    // XML allows white space there, and nobody writes it.
    private const string ExpandedEnd = " >";
    private const int LastInsertion = FirstInsertion + 0xFFFF;

    /// <summary>The end tag of an element that had none before something was put into it.</summary>
    public static string EndOfExpanded(MarkupTree tree, int element) => tree.EndTag(element)[..^1] + ExpandedEnd;

    public static bool IsExpanded(MarkupTree tree, int element)
        => tree[element] is { IsEmpty: false } place && tree.Slice(place.ContentEnd, place.End).EndsWith(" >"u8);

    public static bool IsInsertion(string? id) => int.TryParse(id, out var number) && number is >= FirstInsertion and <= LastInsertion;
}
