namespace Laminar.Engine;

/// <summary>
/// The tag of a standard note's field: <c>laminar:ELEMENT</c>. A suggestion's tag has a hash behind its element, so neither is
/// ever taken for the other.
/// </summary>
public static class NoteTag
{
    private const string Prefix = "laminar:";

    /// <summary>The tag of the field for an element of a pack.</summary>
    public static string Of(string element) => Prefix + element;

    /// <summary>The element that a tag names, whether any pack has it or not; null for a tag that is no field's of a note.</summary>
    public static string? Element(string? tag)
        => tag is not null && tag.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && tag.AsSpan(Prefix.Length).IndexOf(':') < 0 ? tag[Prefix.Length..].Trim() : null;

    /// <summary>Whether a filled field's words only invite to write some: nobody has answered.</summary>
    internal static bool IsOpen(string? tag, ReadOnlySpan<char> words)
        => Element(tag) is not null && words.Trim().Equals(AnswerWords.Other, StringComparison.OrdinalIgnoreCase);
}
