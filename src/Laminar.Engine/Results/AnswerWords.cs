namespace Laminar.Engine;

/// <summary>The answers that every question offers beside its own options.</summary>
public static class AnswerWords
{
    /// <summary>Own words follow.</summary>
    public const string Other = "other";

    public const string NotPerformed = "not performed";

    public const string UnableToState = "unable to state";

    /// <summary>The question is closed without an answer in the draft; never an option of a field.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>Takes a kept answer back, so that the question is asked again; never an option of a field, and nothing that is kept.</summary>
    public const string AskAgain = "ask again";

    /// <summary>The wordings of "not done"; every field offers one of them.</summary>
    public static IReadOnlyList<string> NotDone { get; } = [NotPerformed, "none used", "none"];

    /// <summary>Whether an option says that it was not done.</summary>
    public static bool IsNotDone(string option) => NotDone.Contains(option, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an answer is one of these words, however it is capitalised.</summary>
    internal static bool Is(string answer, string word) => answer.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether every question offers the answer: no text of a draft can state it.</summary>
    internal static bool IsAlwaysOffered(string option) => option is Other or UnableToState || IsNotDone(option);
}
