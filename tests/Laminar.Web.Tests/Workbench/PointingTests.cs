using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>A card and its place in the text belong together, from either side.</summary>
public sealed class PointingTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    [Fact]
    public async Task A_card_that_is_pointed_at_lights_its_words_up()
    {
        var desk = await OpenAsync();

        await desk.Page.Locator("[data-group=disagree] summary").First.HoverAsync();

        Assert.Equal(["left", "right"], await desk.Draft.Locator("mark.here").AllInnerTextsAsync());
        await desk.Page.Locator("[data-group=open] summary").First.HoverAsync();
        await Assertions.Expect(desk.Draft.Locator("mark.clash.here")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Draft.Locator(".ghost.here")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Words_that_are_pointed_at_light_their_card_up_by_pointer_and_by_caret()
    {
        var desk = await OpenAsync();
        var card = desk.Page.Locator("[data-group=disagree] .card").First;

        await desk.Draft.Locator("mark.clash").First.HoverAsync();
        await Assertions.Expect(card).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("pointed"));

        await desk.Page.Mouse.MoveAsync(5, 5);
        await Assertions.Expect(card).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("pointed"));

        await desk.CaretAsync(6, FictionalDraft.Paragraphs[6].IndexOf("right", StringComparison.Ordinal) + 2);
        await Assertions.Expect(card).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("pointed"));
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Space")]
    public async Task A_phrase_opens_its_card_by_keyboard_and_keeps_the_focus(string key)
    {
        var desk = await OpenAsync();
        await desk.Draft.Locator(".ghost").FocusAsync();

        await desk.PressAsync(key);

        await Assertions.Expect(desk.Page.Locator("[data-group=open] .card")).ToHaveAttributeAsync("open", "");
        Assert.Equal(FictionalDraft.Paragraphs, await desk.TextsAsync());
        Assert.True(await desk.Draft.Locator(".ghost").EvaluateAsync<bool>("(ghost) => ghost === document.activeElement"));
    }

    [Fact]
    public async Task Alt_and_Enter_open_the_card_of_the_words_at_the_caret()
    {
        var desk = await OpenAsync();
        await desk.Page.Locator("[data-group=open] summary").First.ClickAsync();
        await desk.CaretAsync(6, FictionalDraft.Paragraphs[6].IndexOf("right", StringComparison.Ordinal) + 2);

        await desk.PressAsync("Alt+Enter");

        await Assertions.Expect(desk.Page.Locator("[data-group=disagree] .card").First).ToHaveAttributeAsync("open", "");
        Assert.Equal(FictionalDraft.Paragraphs, await desk.TextsAsync());
    }

    [Fact]
    public async Task A_quote_on_a_card_selects_its_words_in_the_text()
    {
        var desk = await OpenAsync();

        await desk.Page.Locator("[data-group=disagree] summary").First.ClickAsync();
        await desk.Page.Locator("[data-group=disagree] .quote").Last.ClickAsync();

        Assert.Equal("right", await desk.Page.EvaluateAsync<string>("getSelection().toString()"));
    }

    [Fact]
    public async Task What_is_worth_adding_stands_in_the_text_while_its_card_is_open()
    {
        var desk = await OpenAsync();
        await desk.Page.Locator("[data-group=more] > summary").ClickAsync();
        Assert.Equal(1, await desk.Draft.Locator(".ghost").CountAsync());

        await desk.Page.Locator("[data-finding^='general.condition'] > summary").ClickAsync();
        await desk.Page.Mouse.MoveAsync(5, 5);

        await Assertions.Expect(desk.Draft.Locator(".ghost[data-of^='general.condition']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_narrow_window_has_the_pane_below_the_draft()
    {
        var desk = await OpenAsync();
        await desk.Page.SetViewportSizeAsync(620, 800);

        Assert.True(await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await desk.Page.Locator("[data-group=open] summary").First.ScrollIntoViewIfNeededAsync();
        Assert.True(await desk.Page.Locator("aside").EvaluateAsync<bool>("(pane) => pane.getBoundingClientRect().width > 600"));
    }

    private Task<Desk> OpenAsync() => Desk.OpenAsync(browser, server, [.. FictionalDraft.Paragraphs]);
}
