using Laminar.Engine.Elements;

namespace Laminar.Engine.Applying;

/// <summary>One rule of the gate: where all conditions hold, the pack applies or not, for this reason. The first that holds decides.</summary>
internal sealed record ApplicabilityRule(string Status, string Reason, IReadOnlyList<ApplicabilityCondition> Conditions);

/// <param name="Id">An element or a sign of the pack.</param>
/// <param name="In">Where its mentions are looked for; without it the element's values count, wherever they come from.</param>
/// <param name="Attempted">Whether mentions that were only attempted count too.</param>
internal sealed record ApplicabilityCondition(
    string Id, IReadOnlyList<string> Has, IReadOnlyList<string> Lacks, IReadOnlyList<string> Only, IReadOnlyList<string> Status, SectionMask? In, bool Attempted);

/// <summary>Several elements that are asked in one finding.</summary>
internal sealed record GroupRule(string Id, string Name, string Question, string Why, string Phrase, IReadOnlyList<FieldRule> Fields, PlaceRule Place);

/// <summary>An example of a pack: a draft and what it must come to for one element.</summary>
/// <param name="File">The file it stands in, and where.</param>
/// <param name="Positive">False for an example that must leave the element open.</param>
internal sealed record PackExample(PackFile File, int Line, int Column, string Element, IReadOnlyList<string> Paragraphs, string Status, IReadOnlyList<string>? Values, bool Positive);
