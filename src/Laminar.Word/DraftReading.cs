using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Either a draft or the reason why there is none.</summary>
public sealed record DraftReading(Draft? Draft, DraftError? Error)
{
    /// <summary>What the file says of itself; null unless <see cref="ReadOptions.ReadsProperties"/> asked for it and there is a draft.</summary>
    public DraftProperties? Properties { get; init; }
}

/// <summary>Why a file can't be read.</summary>
/// <param name="Code">For programs: one of the constants of <see cref="DraftErrorCodes"/>.</param>
/// <param name="Message">For people: what is wrong and what to do. Holds no text of the draft.</param>
public sealed record DraftError(string Code, string Message);
