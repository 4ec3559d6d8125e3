using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The pages in a real browser: nothing that they do is against their own policies.</summary>
public sealed class BrowserTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("/", 1240, ColorScheme.Light)]
    [InlineData("/", 1240, ColorScheme.Dark)]
    [InlineData("/", 340, ColorScheme.Light)]
    [InlineData("/openapi", 1240, ColorScheme.Light)]
    public async Task A_page_fits_its_window_and_the_browser_has_nothing_to_complain_of(string path, int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(new Uri(server.Client.BaseAddress!, path), width, scheme);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(browser.Complaints);
    }
}
