using System.Globalization;
using Laminar.Engine.Findings;

namespace Laminar.Word;

/// <summary>
/// The tags of the content controls that Laminar puts into a draft: <c>laminar:ELEMENT:HASH</c> around a suggestion and
/// <c>laminar:ELEMENT:HASH:N</c> around its field N. Tags are the only name that survives saving in every host. Word takes no
/// more than 64 characters in a tag (the schema of <c>w:tag</c>), so the finding's kind, which its hash covers, stays out.
/// </summary>
/// <param name="Field">The field's number, or -1 for the whole suggestion.</param>
internal readonly record struct SuggestionTag(string Element, string Hash, int Field)
{
    private const string Prefix = "laminar:";
    private const int HashLength = 16;

    /// <summary>The tag of the suggestion for a finding.</summary>
    /// <param name="findingId">Element, kind and hash, with dots between them.</param>
    public static SuggestionTag Of(string findingId)
        => FindingId.Parse(findingId) is var (element, _)
            ? new SuggestionTag(element, findingId[(findingId.LastIndexOf('.') + 1)..], -1)
            : throw new ArgumentException("Not the id of a finding.", nameof(findingId));

    public static bool IsSuggestion(string? tag) => TryParse(tag, out var parsed) && parsed.Field < 0;

    public static bool IsField(string? tag) => TryParse(tag, out var parsed) && parsed.Field >= 0;

    /// <summary>Whether a field's text leaves it open: nothing, or the invitation to write something.</summary>
    public static bool IsNoAnswer(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IsEmpty || text.Equals("other", StringComparison.OrdinalIgnoreCase);
    }

    public static bool TryParse(string? tag, out SuggestionTag parsed)
    {
        parsed = default;
        if (tag is null || !tag.StartsWith(Prefix, StringComparison.Ordinal) || tag.Split(':') is not [_, var element, var hash, .. var rest] || hash.Length != HashLength)
        {
            return false;
        }

        var field = -1;
        if (rest.Length > 1 || (rest.Length == 1 && !int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out field)))
        {
            return false;
        }

        parsed = new SuggestionTag(element, hash, field);
        return true;
    }

    public SuggestionTag OfField(int number) => this with { Field = number };

    public bool IsOf(string findingId) => findingId.StartsWith(Element, StringComparison.Ordinal) && findingId.EndsWith(Hash, StringComparison.Ordinal);

    public override string ToString() => Field < 0
        ? $"{Prefix}{Element}:{Hash}"
        : string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Element}:{Hash}:{Field}");
}
