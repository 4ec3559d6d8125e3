using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests.Studio;

/// <summary>The studio in an author's browser.</summary>
internal sealed class AuthorsPage(IPage page)
{
    public IPage Page => page;

    public ILocator Verdict => page.Locator(".verdict");

    public ILocator Said => page.Locator(".bar .said");

    public ILocator State => page.Locator(".bar .sub");

    public ILocator Dialog => page.Locator("dialog");

    public static async Task<AuthorsPage> OpenAsync(Browser browser, WebServer server, string rest)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 900 } });
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, $"studio#/{StudioState.Pack}/{rest}").ToString());
        return new AuthorsPage(page);
    }

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    /// <summary>Until what was typed has been put in, checked and tried.</summary>
    public async Task SettledAsync()
    {
        await Verdict.First.WaitForAsync();
        await page.WaitForTimeoutAsync(900);
        await page.UntilAsync("document.querySelector('.effect')?.getAttribute('aria-busy') !== 'true'");
    }

    public async Task TypeAsync(string label, string text)
    {
        await SettledAsync();
        await Field(label).FillAsync(text);
        await SettledAsync();
    }

    public async Task PublishAsync(string reason)
    {
        await Button("Publish…").ClickAsync();
        await Dialog.GetByLabel("What is better now, in one line").FillAsync(reason);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
    }

    public async Task SaveAsync()
    {
        await Button("Save draft").ClickAsync();
        await Assertions.Expect(State).ToContainTextAsync("The draft was saved");
        await Assertions.Expect(State).Not.ToContainTextAsync("not saved");
    }
}
