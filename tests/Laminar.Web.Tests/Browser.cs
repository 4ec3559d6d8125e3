using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The system's Chromium (tests/run.sh installs it), one for the tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly ConcurrentBag<string> complaints = [];
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>Errors on the console and answers with an error status, of pages that were opened and not sent on.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public async ValueTask InitializeAsync()
    {
        // What takes a moment here may take seconds on a machine that runs all tests at once; a test that fails waits no shorter.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task<IPage> OpenAsync(Uri address, int width, ColorScheme scheme)
    {
        complaints.Clear();
        var page = await chromium!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>An empty page with a look of its own.</summary>
    public Task<IPage> NewPageAsync(BrowserNewPageOptions options) => chromium!.NewPageAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
