using System.Text.Json;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>axe-core: WCAG 2.2 A and AA, and its best practices.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Script = new(static () => File.ReadAllText(Path.Combine(NodeTools.Folder, "axe-core", "axe.min.js")));

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        // Evaluated by the test and no script of the page: the page's own policy allows none.
        await page.EvaluateAsync(Script.Value);
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        return [.. found.EnumerateArray().Select(static rule => $"{rule.GetProperty("id")}: {string.Join(" | ", rule.GetProperty("nodes").EnumerateArray().Take(3).Select(static node => $"{node.GetProperty("html")} ({node.GetProperty("failureSummary")})"))}")];
    }

    /// <summary>The page as it stands, in the light, in the dark and in high contrast, as somebody changes the system's look while it is open.</summary>
    public static async Task AssertInEachLookAsync(IPage page, string name)
    {
        foreach (var (scheme, contrast) in new[] { (ColorScheme.Light, ForcedColors.None), (ColorScheme.Dark, ForcedColors.None), (ColorScheme.Dark, ForcedColors.Active) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ForcedColors = contrast, ReducedMotion = ReducedMotion.Reduce });
            var violations = await ViolationsAsync(page);
            Assert.True(violations.Count == 0, $"{name}, {scheme}, {contrast}:\n{string.Join('\n', violations)}");
        }
    }
}
