namespace Laminar.Web;

/// <summary>What may be wrong with a question, by code, and why it may be dismissed, by the words that the pane offers.</summary>
internal static class ReportReasons
{
    public const string Other = "other";

    /// <summary>The codes that a report may have.</summary>
    public static readonly IReadOnlyList<string> Codes = ["wrong-question", "stated-elsewhere", "does-not-fit", "unclear", "option-missing", Other];

    private static readonly Dictionary<string, string> ByWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Does not fit this operation"] = "does-not-fit",
        ["Stated elsewhere in the report"] = "stated-elsewhere",
        ["The question is wrong"] = "wrong-question",
    };

    /// <summary>The code of a reason for dismissing; own words are <see cref="Other"/> and are not kept.</summary>
    public static string CodeOf(string words) => ByWords.TryGetValue(words.Trim().TrimEnd('.'), out var code) ? code : Codes.FirstOrDefault(words.Trim().Equals) ?? Other;
}
