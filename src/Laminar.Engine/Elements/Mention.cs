using Laminar.Engine.Levels;
using Laminar.Engine.Sections;

namespace Laminar.Engine.Elements;

/// <summary>Words of the draft that say something of an element.</summary>
/// <param name="Value">Normalised value, or the draft's own words; null for a bare denial.</param>
/// <param name="First">First token.</param>
/// <param name="End">Token behind the last.</param>
/// <param name="Uncertain">To be asked: heard wrong, implied, one of several alternatives.</param>
/// <param name="Alternative">One of several values left standing side by side ("laminotomy/laminectomy").</param>
internal sealed record Mention(
    int Element,
    string? Value,
    int First,
    int End,
    int Sentence,
    int Clause,
    SectionKind Section,
    MentionState State,
    bool Uncertain = false,
    bool Alternative = false)
{
    public LevelMention? Level { get; init; }

    public LevelRole? Role { get; init; }

    /// <summary>Taken out of a range: "with the exception of C4-5".</summary>
    public bool Excepted { get; init; }

    /// <summary>How many levels a phrase counts ("two-level"); 0 where it counts none.</summary>
    public int Count { get; init; }

    /// <summary>Whether it stands in a clause about the operation itself, not merely near it.</summary>
    public bool Firm { get; init; }

    /// <summary>Counts only where nothing else gives a value.</summary>
    public bool Fallback { get; init; }

    /// <summary>Rule of the pack that read it, or -1.</summary>
    public int Rule { get; init; } = -1;
}
