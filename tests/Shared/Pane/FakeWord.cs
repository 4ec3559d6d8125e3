using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;

namespace Laminar.Tests;

/// <summary>The fake Word of the tests (tests/Laminar.Web.Tests/FakeWord), which stands in for Office.js at its own address.</summary>
internal static class FakeWord
{
    private const string OfficeAddress = "https://appsforoffice.microsoft.com/lib/1/hosted/";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static string Folder { get; } = Path.Combine(
        typeof(FakeWord).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Repository").Value!,
        "tests", "Laminar.Web.Tests", "FakeWord");

    /// <summary>Lets a page find it; before the page is opened.</summary>
    /// <param name="setup">As FakeWord/start.js takes it: paragraphs, faults, settings.</param>
    public static async Task ServeAsync(IPage page, object setup)
    {
        await page.AddInitScriptAsync($"window.fakeSetup = {JsonSerializer.Serialize(setup, Json)};");
        await page.RouteAsync("https://appsforoffice.microsoft.com/**", static route => route.FulfillAsync(new RouteFulfillOptions
        {
            Path = Path.Combine(Folder, route.Request.Url[OfficeAddress.Length..]),
            ContentType = "text/javascript",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));
    }
}
