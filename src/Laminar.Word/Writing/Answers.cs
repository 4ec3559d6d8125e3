namespace Laminar.Word;

/// <summary>What somebody answers to a finding.</summary>
/// <param name="Finding">The finding's id.</param>
/// <param name="Text">
/// For a finding with one field, or for all of its fields alike: an option, own words, "not performed", "unable to state" or
/// "dismissed: " and a reason. Null where <paramref name="Fields"/> answers.
/// </param>
/// <param name="Fields">An answer for each field by its name; null where <paramref name="Text"/> answers.</param>
public sealed record Answer(string Finding, string? Text, IReadOnlyDictionary<string, string>? Fields = null);

/// <summary>Who may do what with a draft (the contract, "What a suggestion may say", 5).</summary>
public enum AnswererRole
{
    /// <summary>Answers.</summary>
    Surgeon,

    /// <summary>Closes an optional question by a reason; states nothing.</summary>
    Transcriptionist,
}

/// <param name="Name">The author of the tracked changes.</param>
public sealed record Answerer(string Name, AnswererRole Role = AnswererRole.Surgeon);

/// <summary>An answer that could not be taken.</summary>
/// <param name="Code">For programs: one of the constants of <see cref="RefusalCodes"/>.</param>
/// <param name="Message">For people; holds no text of the draft and none of the answer.</param>
public sealed record RefusedAnswer(string Finding, string Code, string Message);

/// <summary>The file with the answers that were taken, and those that were not.</summary>
public sealed record AppliedAnswers(byte[] Bytes, IReadOnlyList<RefusedAnswer> Refused);

/// <summary>Why an answer is refused. They are part of the contract with callers and don't change.</summary>
public static class RefusalCodes
{
    /// <summary>The draft no longer asks it.</summary>
    public const string Gone = "gone";

    /// <summary>The draft asks something else about the element now, or somebody has changed the words of the suggestion.</summary>
    public const string Changed = "changed";

    /// <summary>The answer leaves a field open.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>The question is about words that stand in the draft; they have to change.</summary>
    public const string NoPhrase = "no-phrase";

    /// <summary>The answer has been written already; what is left of the question are the words that raise it.</summary>
    public const string Answered = "answered";

    /// <summary>The role may not state a clinical fact.</summary>
    public const string Role = "role";

    /// <summary>The document has no place where it may be written.</summary>
    public const string NoPlace = "no-place";
}
