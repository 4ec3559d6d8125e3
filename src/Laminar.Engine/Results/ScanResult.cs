using System.Text.Json.Serialization;

namespace Laminar.Engine;

/// <summary>What a scan says of one draft: the JSON of the contract, field for field.</summary>
/// <param name="Blanks">What nobody has filled in, in the draft's order, whatever it belongs to: while one stands, the draft is not finished.</param>
/// <param name="Answered">The answers kept with the draft that hold: their questions are not among <paramref name="Findings"/>.</param>
public sealed record ScanResult(
    DocumentInfo Document,
    PackInfo Pack,
    Applicability Applicability,
    IReadOnlyList<ElementResult> Elements,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Evidence> Blanks,
    IReadOnlyList<AnsweredFinding> Answered);

/// <param name="Words">Words of the paragraphs as a reader sees them.</param>
/// <param name="Notices">What was in the file and could not be read, one sentence each.</param>
public sealed record DocumentInfo(string Name, string Sha256, int Paragraphs, int Words, IReadOnlyList<string> Notices);

public sealed record PackInfo(string Id, string Version);

/// <param name="Status">One of <see cref="ApplicabilityStatus"/>.</param>
/// <param name="Reason">One sentence.</param>
public sealed record Applicability(string Status, string Reason, IReadOnlyList<Evidence> Evidence);

/// <param name="Status">One of <see cref="ElementStatus"/>.</param>
/// <param name="Values">Normalised values; empty for <c>missing</c> and <c>not-performed</c>.</param>
/// <param name="Name">The element's name for people.</param>
public sealed record ElementResult(string Id, string Name, string Status, IReadOnlyList<string> Values, IReadOnlyList<Evidence> Evidence);

/// <summary>Words of the draft that a statement rests on. Offsets are UTF-16 units of the paragraph's text.</summary>
/// <param name="Part">Null in the body; else <c>header</c>, <c>footer</c>, <c>footnote</c> or <c>endnote</c>.</param>
/// <param name="Section">Where it stands: <c>heading</c>, <c>indication</c>, <c>consent</c>, <c>description</c> …</param>
/// <param name="State">One of <see cref="MentionState"/>.</param>
/// <param name="Role">A level's role (<c>treated</c>, <c>historical</c> …); null for other mentions.</param>
/// <param name="Pending">True where the words stand in a tracked insertion that nobody has accepted yet.</param>
public sealed record Evidence(
    int Paragraph,
    int Start,
    int Length,
    string Text,
    string Section,
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Part = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Pending = null);

/// <summary>Something that the draft leaves open.</summary>
/// <param name="Id">Stays the same when text elsewhere in the draft changes.</param>
/// <param name="Kind">One of <see cref="FindingKind"/>.</param>
/// <param name="Severity"><c>required</c>, <c>recommended</c> or <c>consistency</c>.</param>
/// <param name="Title">Names the gap, never the answer.</param>
/// <param name="Placement">Where a careful writer would put the phrase; null where the finding is a question about words that stand already.</param>
public sealed record Finding(
    string Id,
    string Element,
    string Kind,
    string Severity,
    string Title,
    string Question,
    string Why,
    IReadOnlyList<Evidence> Evidence,
    Placement? Placement,
    Suggestion? Suggestion);

/// <param name="Offset">UTF-16 units into the paragraph's text; always the end of a sentence or of the paragraph.</param>
/// <param name="OwnParagraph">
/// Whether the phrase needs a paragraph of its own, behind this one: a line of the heading block holds one fact, and words
/// that no mark ends would run on into the phrase.
/// </param>
public sealed record Placement(int Paragraph, int Offset, string Section, bool OwnParagraph = false);

/// <param name="Text">The phrase with its open fields in braces.</param>
/// <param name="NotPerformed">The sentence that stands instead of the phrase where it was not done; null where "not performed" goes into the fields.</param>
/// <param name="UnableToState">The sentence that stands instead of the phrase where it can't be stated; null likewise.</param>
public sealed record Suggestion(
    string Text,
    IReadOnlyList<SuggestionField> Fields,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NotPerformed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? UnableToState = null);

/// <param name="Value">Set only from the same draft, and then <paramref name="Source"/> says from where.</param>
public sealed record SuggestionField(string Name, IReadOnlyList<string> Options, string? Value, Evidence? Source);

/// <summary>The contract's words for whether the pack fits the report.</summary>
public static class ApplicabilityStatus
{
    public const string Applies = "applies";
    public const string Uncertain = "uncertain";
    public const string DoesNotApply = "does-not-apply";
}

/// <summary>An answer that is kept with the draft and holds.</summary>
/// <param name="Id">The finding's id.</param>
/// <param name="Element">The element or group that the finding asked for.</param>
/// <param name="Answer">An option of the finding, or one of <see cref="AnswerWords"/>.</param>
public sealed record AnsweredFinding(string Id, string Element, string Answer);

/// <summary>The contract's statuses of an element.</summary>
public static class ElementStatus
{
    public const string Documented = "documented";
    public const string NotPerformed = "not-performed";
    public const string TitleOnly = "title-only";
    public const string Ambiguous = "ambiguous";
    public const string Conflict = "conflict";
    public const string Missing = "missing";
}

/// <summary>The contract's kinds of finding.</summary>
public static class FindingKind
{
    public const string Missing = "missing";
    public const string Ambiguous = "ambiguous";
    public const string Conflict = "conflict";
    public const string TitleOnly = "title-only";
    public const string Placeholder = "placeholder";
    public const string Applicability = "applicability";
}

/// <summary>The contract's severities.</summary>
public static class Severity
{
    public const string Required = "required";
    public const string Recommended = "recommended";
    public const string Consistency = "consistency";
}
