using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The draft as the workbench shows it.</summary>
public sealed class ShownTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    [Fact]
    public async Task A_Word_draft_is_shown_with_its_headings_lists_and_tables()
    {
        var desk = await RichAsync();

        Assert.Equal("Operative report", await desk.Draft.GetByRole(AriaRole.Heading).InnerTextAsync());
        Assert.Equal("PROCEDURE:", await desk.Draft.Locator("strong").Nth(1).InnerTextAsync());
        Assert.Equal(["Cannula, 4 mm", "Rongeur, 2 mm"], await desk.Draft.Locator(".item").AllInnerTextsAsync());
        Assert.Equal(4, await desk.Draft.Locator("table tr td").CountAsync());
        Assert.Equal(["left", "as consented"], await desk.Draft.Locator("td").Nth(3).Locator("p").AllInnerTextsAsync());
    }

    [Fact]
    public async Task Tracked_changes_content_controls_and_blanks_are_seen_as_such()
    {
        var desk = await RichAsync();

        Assert.Equal("twice ", await desk.Draft.Locator("ins").TextContentAsync());
        Assert.Contains("once ", await desk.Draft.Locator("del").TextContentAsync());
        Assert.Equal("5 mL", await desk.Draft.Locator(".control").InnerTextAsync());
        Assert.Equal("Click to enter a name", await desk.Draft.Locator(".blank").First.InnerTextAsync());
        Assert.Equal("The level was counted twice from T1.", (await desk.TextsAsync())[9]);
    }

    [Fact]
    public async Task What_stands_around_the_body_is_set_apart_under_its_name()
    {
        var desk = await RichAsync();

        Assert.Contains("Example Hospital", await desk.Draft.GetByRole(AriaRole.Region, new() { Name = "Header" }).InnerTextAsync());
        Assert.Contains("As told by the patient.", await desk.Draft.GetByRole(AriaRole.Region, new() { Name = "Footnote" }).InnerTextAsync());
    }

    [Fact]
    public async Task Plain_text_has_its_lead_ins_in_bold()
    {
        var desk = await Desk.OpenAsync(browser, server, [.. FictionalDraft.Paragraphs]);

        Assert.Contains("PROCEDURE PERFORMED:", await desk.Draft.Locator("strong").AllInnerTextsAsync());
        Assert.DoesNotContain(await desk.Draft.Locator("strong").AllInnerTextsAsync(), static bold => bold.Contains("Percutaneous", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_phrase_stands_faint_at_its_place_and_is_no_part_of_the_draft()
    {
        var desk = await Desk.OpenAsync(browser, server, [.. FictionalDraft.Paragraphs]);
        var ghost = desk.Line(5).Locator(".ghost");

        Assert.Equal("guidance", await ghost.Locator(".field").InnerTextAsync());
        Assert.StartsWith("Suggested, not in the draft", await ghost.GetAttributeAsync("aria-label"));
        Assert.Equal(FictionalDraft.Paragraphs, await desk.TextsAsync());
        await desk.CaretAsync(0, 0, 7, 10);
        Assert.DoesNotContain("Instruments", await desk.SendAsync("copy", ""));
    }

    [Fact]
    public async Task Phrases_can_be_put_away_and_stay_away()
    {
        var desk = await Desk.OpenAsync(browser, server, [.. FictionalDraft.Paragraphs]);
        await desk.Page.Locator("[data-group=disagree] summary").First.ClickAsync();
        await desk.Page.Mouse.MoveAsync(20, 500);

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Suggestions" }).ClickAsync();
        Assert.Equal(0, await desk.Draft.Locator(".ghost").CountAsync());

        await desk.Page.ReloadAsync();
        await desk.CheckedAsync();
        Assert.Equal("false", await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Suggestions" }).GetAttributeAsync("aria-pressed"));
    }

    [Fact]
    public async Task A_phrase_reads_as_it_would_be_inserted_while_its_answer_is_chosen()
    {
        var desk = await Desk.OpenAsync(browser, server, [.. FictionalDraft.Paragraphs]);

        await desk.Draft.Locator(".ghost .field").ClickAsync();
        await desk.Page.Locator(".card[open]").GetByLabel("Fluoroscopic").CheckAsync();

        await Assertions.Expect(desk.Draft.Locator(".ghost")).ToHaveTextAsync("Instruments were advanced under fluoroscopic guidance.");
    }

    [Fact]
    public async Task Markup_in_a_draft_stays_text()
    {
        const string attack = "<script>document.title='owned'</script><img src=x onerror=alert(1)> left & \"right\" C5-C6";
        var desk = await Desk.OpenAsync(browser, server, $"PROCEDURE: {attack}", attack);

        Assert.Equal([$"PROCEDURE: {attack}", attack], await desk.TextsAsync());
        Assert.Equal(0, await desk.Page.Locator("img, .page script").CountAsync());
        Assert.DoesNotContain("owned", await desk.Page.TitleAsync(), StringComparison.Ordinal);
    }

    private async Task<Desk> RichAsync()
    {
        var desk = await Desk.OpenAsync(browser, server);
        await desk.UploadAsync("rich.docx", RichDraft.Bytes);
        return desk;
    }
}
