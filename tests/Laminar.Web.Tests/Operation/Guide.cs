using System.Reflection;

namespace Laminar.Web.Tests.Operation;

/// <summary>The operator's guide.</summary>
internal static class Guide
{
    public static string Repository { get; } =
        typeof(Guide).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Repository").Value!;

    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository, "src/Laminar.Web/README.md"));

    /// <summary>What stands under a heading, up to the next of its level.</summary>
    /// <param name="heading">With its number signs.</param>
    public static string Chapter(string heading)
    {
        var from = Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(from >= 0, $"The guide has no chapter “{heading}”.");
        var begin = from + heading.Length + 2;
        var level = $"\n{heading[..(heading.LastIndexOf('#') + 1)]} ";
        var end = Text.IndexOf(level, begin, StringComparison.Ordinal);
        return end < 0 ? Text[begin..] : Text[begin..end];
    }

    /// <summary>The commands of a chapter, block for block.</summary>
    public static List<string> Commands(string heading) =>
        [.. Chapter(heading).Split("```sh\n").Skip(1).Select(static block => block[..block.IndexOf("```", StringComparison.Ordinal)])];

    /// <summary>The rows of a chapter's tables without their heads, cell for cell.</summary>
    public static List<string[]> Rows(string heading) =>
    [
        .. Chapter(heading).Split("\n|---").Skip(1).SelectMany(static table => table.Split('\n').Skip(1).TakeWhile(static line => line.StartsWith('|')))
            .Select(static line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];
}
