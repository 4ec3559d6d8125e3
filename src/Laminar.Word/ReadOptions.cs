namespace Laminar.Word;

/// <summary>What else a reading is to take in.</summary>
public sealed record ReadOptions
{
    public static ReadOptions Default { get; } = new();

    /// <summary>
    /// The tool's record (the custom XML part <c>urn:laminar:record:1</c>) from a host whose files come without such parts. Counts
    /// where the file has none of its own; what is no record is passed over.
    /// </summary>
    public ReadOnlyMemory<byte> Record { get; init; }

    /// <summary>Whether <see cref="Laminar.Engine.DraftParagraph.Deleted"/> is filled, for whoever shows the draft.</summary>
    public bool ShowsDeleted { get; init; }

    /// <summary>Whether <see cref="DraftReading.Properties"/> is filled, which takes two parts more.</summary>
    public bool ReadsProperties { get; init; }
}
