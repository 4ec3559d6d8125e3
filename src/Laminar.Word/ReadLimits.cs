namespace Laminar.Word;

/// <summary>Bounds on what a file may hold; a file beyond one of them is refused with that bound in the sentence.</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    /// <summary>For what has been read within limits before.</summary>
    internal static ReadLimits None { get; } = new() { MaxFileBytes = long.MaxValue, MaxDecompressedBytes = long.MaxValue, MaxParts = int.MaxValue, MaxDepth = int.MaxValue, MaxNodes = int.MaxValue, MaxEntries = int.MaxValue, MaxParagraphs = int.MaxValue, MaxCharacters = int.MaxValue };

    /// <summary>Length of the file as it is, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>
    /// Bytes of all parts that are read, unpacked, together. Pictures and other parts that hold no text are never unpacked
    /// and don't count.
    /// </summary>
    public long MaxDecompressedBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Parts in the package (entries of the zip), read or not.</summary>
    public int MaxParts { get; init; } = 5_000;

    /// <summary>Elements inside one another in one part. Word's own files stay below 60.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>
    /// Tags, texts, comments and the like in all parts that are read, together. Word writes about 15 for a run of text; a report of
    /// 900 words has some thousand.
    /// </summary>
    public int MaxNodes { get; init; } = 1_000_000;

    /// <summary>Entries of a list that is kept whole: styles, comments, answers. Word itself makes some thousand styles at most.</summary>
    public int MaxEntries { get; init; } = 50_000;

    /// <summary>Paragraphs of the draft: body, headers, footers and notes together.</summary>
    public int MaxParagraphs { get; init; } = 200_000;

    /// <summary>Characters of the draft's text, in UTF-16 units, as the file holds it: some five hundred reports.</summary>
    public int MaxCharacters { get; init; } = 3_000_000;
}
