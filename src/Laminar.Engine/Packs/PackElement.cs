namespace Laminar.Engine;

/// <summary>An element of a pack as whoever writes a standard note sees it: what is asked, and in which words it would be answered.</summary>
/// <param name="Id">As in <see cref="ElementResult.Id"/>.</param>
/// <param name="Name">The element's name for people.</param>
/// <param name="Severity"><see cref="Engine.Severity.Required"/> or <see cref="Engine.Severity.Recommended"/>.</param>
/// <param name="Question">What a draft that leaves it open is asked.</param>
/// <param name="Patient">Whether the fact belongs to one patient, so that no standard note may state it beforehand.</param>
/// <param name="Phrase">The phrase with its open fields in braces, as a finding of the kind missing suggests it; null for an element that is never asked for.</param>
/// <param name="Fields">The phrase's fields; empty where there is no phrase.</param>
public sealed record PackElement(
    string Id,
    string Name,
    string Severity,
    string Question,
    bool Patient,
    string? Phrase,
    IReadOnlyList<PackField> Fields);

/// <summary>A field of a phrase.</summary>
/// <param name="Options">In the pack's order, the ways out ("other", "unable to state") among them.</param>
public sealed record PackField(string Name, IReadOnlyList<string> Options);
