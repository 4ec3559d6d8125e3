namespace Laminar.Word.Tests;

/// <summary>Says what the laws found, whole; xunit would cut it short.</summary>
internal static class Lawful
{
    public static void Kept(IReadOnlyList<string> violations) => Assert.True(violations.Count == 0, string.Join("\n", violations));

    public static void Broken(string violation, IReadOnlyList<string> violations)
        => Assert.True(violations.Any(found => found.Contains(violation, StringComparison.Ordinal)), $"Not found: {violation}. Found: {string.Join("\n", violations)}");
}
