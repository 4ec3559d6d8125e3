namespace Laminar.Engine.Form;

/// <summary>What the letters of a typed word look like.</summary>
[Flags]
internal enum WordLook : byte
{
    None = 0,

    /// <summary>Letters alone between its brackets and quotation marks.</summary>
    Letters = 1,
    Lower = 2,
    Capitalised = 4,
    Capitals = 8,

    /// <summary>Has a digit somewhere: a number, a level, a size.</summary>
    Digit = 16,

    /// <summary>Has a letter somewhere.</summary>
    Letter = 32,

    /// <summary>Belongs to a blank, a list of options or a placeholder: what is to stand there is the surgeon's to say.</summary>
    Kept = 64,

    /// <summary>The first of its line.</summary>
    First = 128,
}

/// <summary>What stands between white space and marks. A word that stands several times in a row by a slip is one.</summary>
/// <param name="Start">With the brackets and quotation marks around it.</param>
/// <param name="FirstEnd">The end of the word; of the first one where it stands several times.</param>
/// <param name="End">The end of the last one.</param>
/// <param name="CoreStart">Without brackets and quotation marks.</param>
/// <param name="Right">The right form of a misspelling, in lower case.</param>
internal readonly record struct TypedWord(int Start, int FirstEnd, int End, int CoreStart, int CoreEnd, WordLook Look, string? Right)
{
    public int Letters => Right?.Length ?? CoreEnd - CoreStart;

    public bool IsBare => CoreStart == Start && CoreEnd == FirstEnd;

    public bool IsRepeated => End > FirstEnd;

    public bool Is(WordLook look) => (Look & look) != 0;
}
