namespace Laminar.Word;

/// <summary>What a Word file says of itself beside its text.</summary>
/// <param name="Created">When the document was begun, in UTC; null where the file doesn't say, or says what can't be.</param>
/// <param name="Template">Name of the template's file, without a folder: <c>Normal.dotm</c>; null where the file names none.</param>
public sealed record DraftProperties(DateTimeOffset? Created, string? Template)
{
    public static DraftProperties None { get; } = new(null, null);
}
