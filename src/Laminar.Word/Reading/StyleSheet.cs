namespace Laminar.Word;

/// <summary>A style as <c>word/styles.xml</c> defines it.</summary>
internal sealed record Style(string Name, string? BasedOn, RunFormat Run, ParagraphFormat Paragraph);

/// <summary>What a style comes to with all it is based on.</summary>
/// <param name="HeadingLevel">1 to 9, or 0.</param>
internal readonly record struct ResolvedStyle(bool Bold, bool Hidden, bool Numbered, int HeadingLevel);

/// <summary>
/// The styles of a document. Styles that paragraphs have without being told (the default style, the document's defaults)
/// are left out: what all text has says nothing about a lead-in.
/// </summary>
internal sealed class StyleSheet(IReadOnlyDictionary<string, Style> styles)
{
    // Word itself allows 11 levels; the bound ends circles.
    private const int MaxChain = 32;
    private readonly Dictionary<string, ResolvedStyle> resolved = new(StringComparer.Ordinal);

    public static StyleSheet Empty { get; } = new(new Dictionary<string, Style>());

    public ResolvedStyle Resolve(string? id)
    {
        if (id is null)
        {
            return default;
        }

        if (!resolved.TryGetValue(id, out var style))
        {
            style = Inherit(id);
            resolved.Add(id, style);
        }

        return style;
    }

    private ResolvedStyle Inherit(string id)
    {
        bool? bold = null, hidden = null, numbered = null;
        int? heading = null;
        var next = id;
        for (var i = 0; i < MaxChain && next is not null && styles.TryGetValue(next, out var style); i++)
        {
            bold ??= style.Run.Bold;
            hidden ??= style.Run.Hidden;
            numbered ??= style.Paragraph.Numbered;
            heading ??= Heading(style.Paragraph.OutlineLevel) ?? HeadingOf(style.Name);
            next = style.BasedOn;
        }

        // Writers without a style part still call their headings by Word's identifiers.
        heading ??= styles.ContainsKey(id) ? 0 : HeadingOf(id);
        return new ResolvedStyle(bold ?? false, hidden ?? false, numbered ?? false, heading ?? 0);
    }

    /// <summary>The heading level of an outline level as the file counts it, from 0; 9 is body text.</summary>
    public static int? Heading(int? outlineLevel) => outlineLevel is { } level ? (level + 1) % 10 : null;

    /// <summary>
    /// By the style's name, which Word writes in English in every language ("heading 2", "Title"); the identifier is localized.
    /// </summary>
    private static int? HeadingOf(string name)
    {
        if (name.Equals("Title", StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        return name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) && name.AsSpan(7).Trim() is [>= '1' and <= '9' and var level]
            ? level - '0'
            : null;
    }
}
