using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests.Studio;

/// <summary>Every state of the studio against axe-core's rules, in each look; and whether it fits.</summary>
public sealed class StudioAccessibilityTests(StudioServer server, Browser browser) : IClassFixture<StudioServer>, IClassFixture<Browser>
{
    public static TheoryData<string> States => [.. StudioState.All.Select(static state => state.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_state_breaks_no_rule_in_light_dark_and_high_contrast(string name)
    {
        var page = await OpenAsync(name, 1400);
        await Axe.AssertInEachLookAsync(page, name);
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_state_fits_a_wide_a_narrow_and_a_magnified_window(string name)
    {
        foreach (var width in new[] { 1280, 900, 400 })
        {
            var page = await OpenAsync(name, width);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.querySelector('main').scrollWidth <= innerWidth"), $"{name} does not fit {width} pixels");
            await page.CloseAsync();
        }
    }

    private async Task<IPage> OpenAsync(string name, int width)
    {
        await StudioState.ResetAsync(server.Client);
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await StudioState.All.Single(state => state.Name == name).OpenAsync(page, server.Client.BaseAddress!);
        return page;
    }
}

/// <summary>A server whose studio has something to show.</summary>
public sealed class StudioServer : IAsyncLifetime
{
    private WebServer? server;

    public HttpClient Client => server!.Client;

    public async ValueTask InitializeAsync()
    {
        server = await WebServer.StartAsync();
        await StudioState.PrepareAsync(server.Client);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
