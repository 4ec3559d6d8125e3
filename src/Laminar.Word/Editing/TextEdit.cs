namespace Laminar.Word;

/// <summary>A place in a draft's text.</summary>
/// <param name="Paragraph">Index into the draft's paragraphs.</param>
/// <param name="Offset">UTF-16 units into that paragraph's text.</param>
public readonly record struct TextPlace(int Paragraph, int Offset) : IComparable<TextPlace>
{
    public int CompareTo(TextPlace other) => (Paragraph, Offset).CompareTo((other.Paragraph, other.Offset));

    public static bool operator <(TextPlace one, TextPlace other) => one.CompareTo(other) < 0;

    public static bool operator <=(TextPlace one, TextPlace other) => one.CompareTo(other) <= 0;

    public static bool operator >(TextPlace one, TextPlace other) => one.CompareTo(other) > 0;

    public static bool operator >=(TextPlace one, TextPlace other) => one.CompareTo(other) >= 0;
}

/// <summary>Text that takes the place of a stretch of the draft, in the coordinates of the draft before any edit.</summary>
/// <param name="To">The end of the stretch, not part of it; in another paragraph where paragraphs are joined.</param>
/// <param name="Text">A line feed ends a paragraph, a vertical tab only the line.</param>
public sealed record TextEdit(TextPlace From, TextPlace To, string Text);

/// <summary>Either the whole file with the edits in it or the reason why nothing was changed.</summary>
public sealed record EditedDraft(byte[]? Bytes, DraftError? Error);
