namespace Laminar.Web;

/// <summary>Identifiers as people read them.</summary>
internal static class Words
{
    /// <summary>"level-confirmation" is "Level confirmation", "adjunct.ligament" is "Adjunct: ligament".</summary>
    public static string FromId(string id)
    {
        var words = id.Replace('-', ' ').Replace(".", ": ", StringComparison.Ordinal);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>"ligament-hypertrophy" is "ligament hypertrophy"; "C5-C6" and the draft's own words stay.</summary>
    public static string FromValue(string value) =>
        value.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') ? value.Replace('-', ' ') : value;
}
