using Laminar.Engine.Elements;

namespace Laminar.Engine.Applying;

/// <summary>One rule of the gate: where all conditions hold, the pack applies or not, for this reason. The first that holds decides.</summary>
internal sealed record ApplicabilityRule(string Status, string Reason, IReadOnlyList<Condition> Conditions);

/// <summary>Several elements that are asked in one finding.</summary>
internal sealed record GroupRule(string Id, string Name, string Question, string Why, PlaceRule Place);

/// <summary>An example of a pack: a draft and what it must come to for one element.</summary>
/// <param name="File">The file it stands in, and where.</param>
/// <param name="Positive">False for an example that must leave the element open.</param>
internal sealed record PackExample(PackFile File, int Line, int Column, string Element, IReadOnlyList<string> Paragraphs, string Status, IReadOnlyList<string>? Values, bool Positive);
