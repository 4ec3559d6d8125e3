namespace Laminar.Engine.Text;

internal enum TokenKind : byte
{
    Word,
    Number,
    Hyphen,
    Slash,
    Comma,
    Period,
    Colon,
    Semicolon,
    Open,
    Close,
    Blank,
    Other,
}

[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>No white space stands between this token and the one before.</summary>
    Glued = 1,

    /// <summary>Written in capitals throughout (at least one letter).</summary>
    Capitals = 2,

    /// <summary>First letter is a capital.</summary>
    Capitalised = 4,

    /// <summary>Joined to the token before by a hyphen that is no token of its own ("inter-laminar").</summary>
    Joined = 8,
}

/// <summary>A word, a number or a mark of one paragraph. Offsets are UTF-16 units of the paragraph's text.</summary>
/// <param name="Word">Number of the word in the pack's lexicon; 0 for a word that no rule knows.</param>
/// <param name="Number">Value of a number token, -1 otherwise; a decimal or a number over 9,999 is -1 as well: no vertebra has it.</param>
internal readonly record struct Token(int Start, int Length, int Word, int Number, TokenKind Kind, TokenFlags Flags)
{
    public int End => Start + Length;

    public bool Is(TokenFlags flag) => (Flags & flag) != 0;
}
