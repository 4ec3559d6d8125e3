using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The pages in a real browser: nothing that they do is against their own policies.</summary>
public sealed partial class BrowserTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
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

    [Theory]
    [InlineData("/", 0)]
    [InlineData("/pane", 1)]
    public async Task Nothing_is_asked_of_others_but_Office_js_of_its_own_address(string path, int others)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions());
        var asked = new List<Uri>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url));
        await page.RouteAsync("https://**", static route => route.AbortAsync());
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        var strange = asked.Where(address => address.Authority != server.Client.BaseAddress!.Authority).ToList();

        Assert.Equal(others, strange.Count);
        Assert.All(strange, static address => Assert.Equal("https://appsforoffice.microsoft.com/lib/1/hosted/office.js", address.ToString()));
        await page.CloseAsync();
    }

    [Fact]
    public void Only_what_stands_in_its_folder_knows_Word()
    {
        var scripts = Directory.GetFiles(Path.GetDirectoryName(PageFolder.PathOf("/app/api.js"))!, "*.js", SearchOption.AllDirectories);
        var knowing = scripts.Where(static script => Office().IsMatch(File.ReadAllText(script))).Select(static script => Path.GetFileName(Path.GetDirectoryName(script)!)).Distinct();

        Assert.Equal(["word"], knowing);
    }

    [GeneratedRegex(@"\b(?:Office|Word)\.[A-Za-z]")]
    private static partial Regex Office();
}
