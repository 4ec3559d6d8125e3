namespace Laminar.Engine.Notes;

/// <summary>The language of the lint as the packs' shared data has it.</summary>
/// <param name="Descriptors">Phrases of pasted descriptors, in lower case, beside the cues for alternatives.</param>
internal sealed record NoteGuide(IReadOnlyDictionary<string, NoteRuleText> Rules, IReadOnlyList<string> Descriptors, IReadOnlyList<NoteExample> Examples)
{
    public static NoteGuide Empty { get; } = new(new Dictionary<string, NoteRuleText>(), [], []);
}

/// <param name="Severity">Null where it is the element's own.</param>
/// <param name="Title">With <c>{element}</c> where the element's name goes.</param>
internal sealed record NoteRuleText(string? Severity, string Title, string Do);

/// <param name="Names">The elements that the rule has to name, or may not name; null where any finding of the rule is meant.</param>
internal sealed record NoteExample(PackFile File, int Line, int Column, string Rule, bool Flags, IReadOnlyList<string> Paragraphs, IReadOnlyList<string>? Names);
