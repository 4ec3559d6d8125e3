using System.Globalization;

namespace Laminar.Word;

/// <summary>Whose name and which time a tracked change or a comment bears.</summary>
/// <param name="At">Written in UTC, to the second, as Word does.</param>
public sealed record Stamp(string Author, DateTimeOffset At)
{
    /// <summary>The author of all that nobody has confirmed yet.</summary>
    public const string Tool = "Laminar";

    /// <summary>The tool's own stamp.</summary>
    public static Stamp OfTool(DateTimeOffset at) => new(Tool, at);

    internal string Date => At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
