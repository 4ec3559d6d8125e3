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

    [Theory]
    [InlineData("/")]
    [InlineData("/pane")]
    public async Task A_page_names_every_module_that_it_runs_so_that_none_waits_for_another(string path)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions());
        await page.RouteAsync("https://appsforoffice.microsoft.com/**", static route => route.AbortAsync());
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        var late = await page.EvaluateAsync<string[]>("""
            () => performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)
              .filter((module) => module.endsWith('.js') && module.startsWith('/app/') && !document.querySelector(`link[href="${module}"], script[src="${module}"]`))
            """);

        Assert.Empty(late);
        await page.CloseAsync();
    }
}
