namespace Laminar.Web;

/// <summary>What a scan's answer holds beside the result, where it is asked for.</summary>
/// <param name="Paragraphs">The draft as a reader sees it.</param>
/// <param name="Repairs">What in it can be mended without changing what it says.</param>
internal readonly record struct ScanIncludes(bool Paragraphs, bool Repairs)
{
    public static Problem Unknown { get; } = new(400, "no-such-include", "There is no such part of a scan; say include=paragraphs, include=repairs or include=paragraphs,repairs.");

    /// <summary>Null where a name is not known.</summary>
    public static ScanIncludes? Parse(string? names)
    {
        var includes = default(ScanIncludes);
        foreach (var name in (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (name)
            {
                case "paragraphs":
                    includes = includes with { Paragraphs = true };
                    break;
                case "repairs":
                    includes = includes with { Repairs = true };
                    break;
                default:
                    return null;
            }
        }

        return includes;
    }
}
