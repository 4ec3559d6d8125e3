using Laminar.Engine.Sections;

namespace Laminar.Engine.Elements;

/// <summary>How an element comes to its values.</summary>
internal enum ElementKind : byte
{
    /// <summary>One or more of a list of values.</summary>
    Choice,

    /// <summary>An act beside the main one: performed or not.</summary>
    Act,

    /// <summary>Interspaces, by the level grammar.</summary>
    Levels,

    /// <summary>Sides, bound to acts and levels.</summary>
    Side,

    /// <summary>Follows from the levels where the words do not state it.</summary>
    Region,

    /// <summary>Stated or not, without a value of its own.</summary>
    Stated,

    /// <summary>The draft's own words: its readings name no value.</summary>
    Words,
}

/// <summary>What kind of word a reading rests on: each is asserted and denied in its own way.</summary>
internal enum AnchorKind : byte
{
    /// <summary>The noun of an act: "foraminotomy".</summary>
    Act,

    /// <summary>A thing that is used: "fluoroscopy", "cannula".</summary>
    Thing,

    /// <summary>Something found: "stenosis".</summary>
    Finding,

    /// <summary>A thing with a verb: "disc" with "removed".</summary>
    Frame,
}

/// <summary>Which statements of a reading count.</summary>
internal enum Polarity : byte
{
    Any,
    Stated,
    Denied,

    /// <summary>A denial states it as well: "no improvement in flow was seen" is an assessment.</summary>
    Either,
}

/// <summary>One way in which a draft can state an element, as the pack's author wrote it.</summary>
internal sealed record ReadRule
{
    public required int Number { get; init; }

    public required int Element { get; init; }

    public required AnchorKind Anchor { get; init; }

    public required int[] Anchors { get; init; }

    /// <summary>Verb terms of a frame.</summary>
    public int[] Verbs { get; init; } = [];

    public string? Value { get; init; }

    /// <summary>Each group: at least one of its terms stands in the clause.</summary>
    public int[][] With { get; init; } = [];

    public int[][] WithSentence { get; init; } = [];

    /// <summary>At least one of these stands in the sentence, the two before it or the one behind.</summary>
    public int[][] Near { get; init; } = [];

    public int[] Without { get; init; } = [];

    public int[] WithoutSentence { get; init; } = [];

    public SectionMask Sections { get; init; }

    public Polarity Only { get; init; }

    /// <summary>What an affirmed reading means, where it is not "performed" ("the facet was spared": not performed).</summary>
    public MentionState? Means { get; init; }

    /// <summary>The value can't be taken for granted: it is asked.</summary>
    public bool Uncertain { get; init; }

    /// <summary>Counts only where no other reading gives a value.</summary>
    public bool Fallback { get; init; }

    /// <summary>Past counts: a study of last month is a study.</summary>
    public bool Past { get; init; }

    /// <summary>The words are the unit of an amount: with a blank before them, nothing is said.</summary>
    public bool Amount { get; init; }

    /// <summary>Place in the pack's file, for coverage.</summary>
    public required string Source { get; init; }
}

/// <summary>A set of sections.</summary>
internal readonly record struct SectionMask(uint Bits)
{
    /// <summary>What tells of the operation itself, or stands under no heading that is known: "body" in a pack's readings.</summary>
    public static readonly SectionMask Operation = Of(SectionKind.Body, SectionKind.Description, SectionKind.Findings, SectionKind.Summary);

    public static SectionMask Of(params ReadOnlySpan<SectionKind> kinds)
    {
        var bits = 0u;
        foreach (var kind in kinds)
        {
            bits |= 1u << (int)kind;
        }

        return new SectionMask(bits);
    }

    public bool Has(SectionKind kind) => (Bits & (1u << (int)kind)) != 0;
}

/// <summary>An element of a pack: what is asked, how it is read and how the gap is worded.</summary>
internal sealed record ElementRule
{
    public required int Number { get; init; }

    public required string Id { get; init; }

    /// <summary>The element's name for people: "Image guidance".</summary>
    public required string Name { get; init; }

    public required ElementKind Kind { get; init; }

    public required string Severity { get; init; }

    public required string Question { get; init; }

    public required string Why { get; init; }

    public string? Group { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Values that leave a question about how, or null: the contract's ruling 6.</summary>
    public WeakRule? Weak { get; init; }

    /// <summary>Whether "not done" answers it (the contract's ruling 5).</summary>
    public bool Deniable { get; init; }

    /// <summary>Whether title and body must share a value, or disagree.</summary>
    public bool Compared { get; init; }

    /// <summary>Whether a heading block is the proper place for it.</summary>
    public bool HeadingDocuments { get; init; }

    /// <summary>Whether a mention in a sentence about other levels than the treated ones is left out.</summary>
    public bool ByLevel { get; init; }

    /// <summary>Value of a diagnosis that no reading knows, unless it holds one of <see cref="OtherwiseNot"/>; null for none.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Terms of a diagnosis that states none: "see clinic letter".</summary>
    public int[] OtherwiseNot { get; init; } = [];

    /// <summary>Sections that are asked for it before all others; the others count only where these say nothing.</summary>
    public SectionMask First { get; init; }

    /// <summary>Asked only where this element is documented.</summary>
    public string? OnlyWith { get; init; }

    public bool Asked { get; init; } = true;

    /// <summary>The fact belongs to one patient: a standard note may not state it beforehand.</summary>
    public bool Patient { get; init; }

    /// <summary>A value of the body that was only tried where a sign of the pack says so: percutaneous, then converted.</summary>
    public IReadOnlyList<SupersededRule> Superseded { get; init; } = [];

    public required string Phrase { get; init; }

    /// <summary>The sentence instead of the phrase where it was not done; null for an element that is not asked.</summary>
    public string? NotDone { get; init; }

    /// <summary>The sentence instead of the phrase where it can't be stated.</summary>
    public string? Unable { get; init; }

    public required IReadOnlyList<FieldRule> Fields { get; init; }

    public required PlaceRule Place { get; init; }

    /// <summary>Terms beside a blank that make it this element's.</summary>
    public int[] BlankNear { get; init; } = [];
}

/// <summary>Values that answer an element in part: where nothing else is stated, the gap is asked for in these words.</summary>
internal sealed record WeakRule(IReadOnlyList<string> Values, string Gap, string Why);

/// <param name="Value">The value that gives way.</param>
/// <param name="Sign">The sign that says so, with one of its values.</param>
internal sealed record SupersededRule(string Value, string Sign, string Has);

internal sealed record FieldRule(string Name, IReadOnlyList<string> Options, string? From);

/// <summary>Where the phrase goes: after the first sentence with one of <paramref name="AfterFirst"/>, after the last with one of <paramref name="After"/>, else at the sensible end of the section.</summary>
internal sealed record PlaceRule(SectionKind Section, int[] After, int[] AfterFirst);
