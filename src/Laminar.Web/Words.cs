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
}
