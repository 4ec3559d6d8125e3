namespace Laminar.Engine.Sections;

/// <summary>A run of tokens of one paragraph that belongs to one section.</summary>
/// <param name="Lead">First token of its heading in the same paragraph, or <paramref name="First"/> where it has none.</param>
/// <param name="Heading">Number of the heading (its place in <see cref="SectionLexicon"/>), or -1.</param>
internal readonly record struct Segment(int Paragraph, int Lead, int First, int End, SectionKind Kind, int Heading);
