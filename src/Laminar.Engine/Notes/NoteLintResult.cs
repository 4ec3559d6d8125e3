using System.Text.Json.Serialization;

namespace Laminar.Engine;

/// <summary>What the lint of a standard note found.</summary>
/// <param name="Elements">Every element that the pack asks for, in its order, and what the note has for it.</param>
/// <param name="Findings">In the note's order; what it lacks comes last.</param>
public sealed record NoteLintResult(DocumentInfo Document, PackInfo Pack, IReadOnlyList<NoteElement> Elements, IReadOnlyList<NoteFinding> Findings)
{
    /// <summary>Whether something stands in the note that may not stay in it, or a required element is lacking.</summary>
    [JsonIgnore]
    public bool AnyOpen => Findings.Any(f => f.Severity != Severity.Recommended);
}

/// <param name="Covered">One of <see cref="NoteCoverage"/>.</param>
public sealed record NoteElement(string Id, string Name, string Severity, string Covered);

/// <summary>What a standard note has for an element.</summary>
public static class NoteCoverage
{
    /// <summary>A tagged field.</summary>
    public const string Field = "field";

    /// <summary>Fixed words, for an element that is the same in every report of the pack.</summary>
    public const string Wording = "wording";

    public const string Lacking = "lacking";
}

/// <param name="Rule">One of <see cref="NoteRules"/>.</param>
/// <param name="Element">The element that it is about; null where it is about none.</param>
/// <param name="Do">What to do, in a sentence.</param>
/// <param name="Place">The words meant; null for what the note lacks.</param>
/// <param name="Field">The field to put there instead; null where none is proposed.</param>
public sealed record NoteFinding(
    string Rule,
    string Severity,
    string? Element,
    string Title,
    string Do,
    NotePlace? Place,
    NoteProposal? Field);

/// <param name="Start">UTF-16 units into the paragraph's text, as in a scan.</param>
/// <param name="Text">The note's own words.</param>
public sealed record NotePlace(int Paragraph, int Start, int Length, string Text);

/// <summary>A field that a note could have: its tag, a sentence with the field in braces that reads with each of its options, the options.</summary>
public sealed record NoteProposal(string Tag, string Text, IReadOnlyList<string> Options);

/// <summary>The rules of the lint. Their wording and their examples stand in the packs' shared data.</summary>
public static class NoteRules
{
    public const string HardCodedFact = "hard-coded-fact";
    public const string AnsweredField = "answered-field";
    public const string PerformedOutsideField = "performed-outside-field";
    public const string ConditionalStatement = "conditional-statement";
    public const string Alternatives = "alternatives-without-field";
    public const string DescriptorLanguage = "descriptor-language";
    public const string Residue = "residue";
    public const string UnknownTag = "unknown-tag";
    public const string DoubledTag = "doubled-tag";
    public const string NoWayOut = "field-without-way-out";
    public const string LackingField = "lacking-field";

    public static IReadOnlyList<string> All { get; } =
        [HardCodedFact, AnsweredField, PerformedOutsideField, ConditionalStatement, Alternatives, DescriptorLanguage, Residue, UnknownTag, DoubledTag, NoWayOut, LackingField];
}
