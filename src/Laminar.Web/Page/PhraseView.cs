using Laminar.Engine;

namespace Laminar.Web;

/// <summary>A phrase with each open field as a chip.</summary>
internal static class PhraseView
{
    public static void Write(Html html, Suggestion suggestion)
    {
        var rest = suggestion.Text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            html.Add($"{rest[..open]}");
            Field(html, suggestion, rest.Slice(open + 1, length - 1).ToString());
            rest = rest[(open + length + 1)..];
        }

        html.Add($"{rest}");
    }

    private static void Field(Html html, Suggestion suggestion, string name)
    {
        var field = suggestion.Fields.FirstOrDefault(known => known.Name == name);
        if (field?.Value is { } value)
        {
            html.Add($"""<span class="field filled" title="From the draft">{value}</span>""");
        }
        else
        {
            html.Add($"""<span class="field" title="{string.Join(", ", field?.Options ?? [])}">{name.Replace('-', ' ')}</span>""");
        }
    }
}
