using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>Every state of the pane against axe-core's rules (WCAG 2.2 A and AA, and its best practices), in each look; and whether it fits.</summary>
public sealed class AccessibilityTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    public static TheoryData<string> States => [.. PaneState.All.Select(static state => state.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_state_breaks_no_rule_in_light_dark_and_high_contrast(string name)
    {
        var page = await OpenAsync(name, 1240, 820);
        await Axe.AssertInEachLookAsync(page, name);
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_state_fits_a_pane_of_320_pixels_and_one_of_320_at_200_percent(string name)
    {
        foreach (var (width, height) in new[] { (320, 700), (160, 350) })
        {
            var page = await OpenAsync(name, width, height);
            var wide = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('aside *')].filter((element) => element.getClientRects().length > 0
                  && !element.closest('.unseen') && element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 80))
                """);
            Assert.Empty(wide);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            await page.CloseAsync();
        }
    }

    private async Task<IPage> OpenAsync(string name, int width, int height)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        await PaneState.All.Single(state => state.Name == name).OpenAsync(page, server.Client.BaseAddress!);
        return page;
    }
}
