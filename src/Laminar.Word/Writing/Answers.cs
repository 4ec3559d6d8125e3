namespace Laminar.Word;

/// <summary>What somebody answers to a finding.</summary>
/// <param name="Finding">The finding's id.</param>
/// <param name="Text">
/// For a finding with one field, or for all of its fields alike: an option, own words, "not performed", "unable to state" or
/// "dismissed: " and a reason; "ask again" takes back what is kept. Null where <paramref name="Fields"/> answers.
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

/// <summary>What an answer writes, for a host that puts it into the document itself.</summary>
/// <param name="Paragraph">Index into the draft's paragraphs.</param>
/// <param name="Offset">UTF-16 units into that paragraph's text.</param>
/// <param name="OwnParagraph">Whether the text gets a new paragraph behind that one.</param>
/// <param name="Lead">What parts it from the text before: a space, a period and a space, or nothing.</param>
/// <param name="Text">The finished sentence.</param>
/// <param name="Trail">What parts it from the text behind.</param>
public sealed record DraftInsertion(string Finding, int Paragraph, int Offset, bool OwnParagraph, string Lead, string Text, string Trail);

/// <summary>What the answers that were taken write, those that were refused, and what is to be kept with the document.</summary>
/// <param name="Insertions">In the order of the answers; an answer that writes nothing is only in the record. A suggestion that stands in the document is replaced where it stands.</param>
/// <param name="Record">The record as XML; null where there is nothing to keep.</param>
public sealed record DraftInsertions(IReadOnlyList<DraftInsertion> Insertions, IReadOnlyList<RefusedAnswer> Refused, string? Record);

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
