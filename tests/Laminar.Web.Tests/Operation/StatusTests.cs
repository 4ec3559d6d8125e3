using System.Text;
using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests.Operation;

/// <summary>The page of whoever looks after the server.</summary>
public sealed class StatusTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_how_the_server_is()
    {
        await ScanAsync();
        var now = await (await server.Client.AskAsync("/api/status")).JsonAsync();

        Assert.Equal("SQLite", now.GetProperty("store").Get("kind"));
        Assert.True(now.GetProperty("store").GetProperty("open").GetBoolean());
        Assert.Equal(64, now.GetProperty("audit").Get("head")?.Length);
        Assert.Equal(0, now.GetProperty("audit").GetProperty("pending").GetInt32());
        Assert.All(now.GetProperty("packs").EnumerateArray(), static pack => Assert.Matches(@"^\d+\.\d+\.\d+$", pack.Get("version")));
        Assert.True(now.GetProperty("traffic").GetProperty("p99").GetDouble() >= now.GetProperty("traffic").GetProperty("p50").GetDouble());
        Assert.True(now.GetProperty("process").GetProperty("workingSetBytes").GetInt64() > 10_000_000);
        Assert.True(now.GetProperty("drafts").GetProperty("mostUploadBytes").GetInt64() >= 4 * 32 * 1024 * 1024);
        Assert.Equal(32 * 1024 * 1024, now.GetProperty("limits").GetProperty("uploadBytes").GetInt64());
    }

    [Fact]
    public async Task The_page_shows_it_breaks_no_rule_and_fits()
    {
        await ScanAsync();
        foreach (var (scheme, contrast) in new[] { (ColorScheme.Light, ForcedColors.None), (ColorScheme.Dark, ForcedColors.None), (ColorScheme.Dark, ForcedColors.Active) })
        {
            var page = await OpenAsync(1280, scheme, contrast);
            var violations = await Axe.ViolationsAsync(page);
            Assert.True(violations.Count == 0, $"{scheme}, {contrast}:\n{string.Join('\n', violations)}");
            await SaveAsync(page, $"{scheme}-{contrast}");
            await page.CloseAsync();
        }

        foreach (var width in new[] { 1280, 900, 640, 400 })
        {
            var page = await OpenAsync(width, ColorScheme.Light, ForcedColors.None);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"It does not fit {width} pixels.");
            await SaveAsync(page, $"{width}");
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task A_server_that_can_not_be_reached_is_said_to_be_so_and_the_last_figures_stay()
    {
        var page = await OpenAsync(1280, ColorScheme.Light, ForcedColors.None);

        await page.RouteAsync("**/api/status", static route => route.AbortAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("can’t be reached");
        await Assertions.Expect(page.Locator("#store dd").First).ToHaveTextAsync("SQLite");
        await SaveAsync(page, "away");

        await page.UnrouteAsync("**/api/status");
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("Ready");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await page.CloseAsync();
    }

    private async Task ScanAsync()
    {
        // A new store is made while the server listens already.
        await server.Client.AskAsync("/api/audit");
        for (var round = 0; round < 20; round++)
        {
            (await server.Client.ScanAsync(Encoding.UTF8.GetBytes(FictionalDraft.Text), "text/plain")).EnsureSuccessStatusCode();
        }

        // Figures are of slots that are over.
        for (var tries = 0; (await (await server.Client.AskAsync("/api/status")).JsonAsync()).GetProperty("traffic").GetProperty("p50").ValueKind == System.Text.Json.JsonValueKind.Null; tries++)
        {
            Assert.True(tries < 100, "The scans never came into the figures.");
            await Task.Delay(100, Cancellation);
        }
    }

    private async Task<IPage> OpenAsync(int width, ColorScheme scheme, ForcedColors contrast)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, ForcedColors = contrast });
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, "/status").ToString());
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("Ready");
        return page;
    }

    /// <summary>To be looked at, where somebody says where.</summary>
    private static async Task SaveAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LAMINAR_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"status-{name}.png"), FullPage = true });
        }
    }
}
