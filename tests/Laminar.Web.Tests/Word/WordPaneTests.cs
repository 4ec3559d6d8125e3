using System.Text.Json;
using Laminar.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Laminar.Web.Tests;

/// <summary>The pane in Word, as people use it: the real page, server and modules, and the fake Word.</summary>
public sealed class WordPaneTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private const string Added = " Instruments were advanced under fluoroscopic guidance.";
    private const string State = "#pane h1";

    [Fact]
    public async Task A_draft_is_checked_answered_and_taken_back_by_Word_s_own_undo()
    {
        var word = await OpenAsync();
        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 question, 1 disagreement");

        await AnswerAsync(word, "guidance", "Fluoroscopic");

        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
        Assert.Equal(FictionalDraft.Paragraphs[5] + Added, (await word.TextAsync())[5]);
        await Expect(word.Page.Locator(".did")).ToContainTextAsync("Inserted: Image guidance.");
        Assert.Equal(0, await word.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).CountAsync());
        await word.DoAsync("fakeWord.takeBack();");
        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 question, 1 disagreement");
        Assert.Empty(word.Errors);
    }

    [Fact]
    public async Task When_the_words_are_put_right_in_Word_nothing_required_is_open()
    {
        var word = await OpenAsync();
        await AnswerAsync(word, "guidance", "Fluoroscopic");

        await word.DoAsync("fakeWord.replace(6, 'right', 'left', 'Local');");

        await Expect(word.Page.Locator(State)).ToHaveTextAsync("Nothing required is open");
    }

    [Fact]
    public async Task Words_that_a_card_rests_on_are_selected_in_Word()
    {
        var word = await OpenAsync();
        await OpenCardAsync(word, "laterality");

        await word.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "right" }).First.ClickAsync();

        await word.Page.UntilAsync("fakeWord.selected()?.paragraph === 6 && fakeWord.selected().text.includes('right')");
    }

    [Fact]
    public async Task A_transcriptionist_flags_a_question_and_is_offered_no_answer()
    {
        var word = await OpenAsync();
        await word.Page.GetByLabel("Your role").SelectOptionAsync("transcriptionist");
        await OpenCardAsync(word, "guidance");

        Assert.Equal(0, await word.Page.GetByRole(AriaRole.Button, new() { Name = "Insert", Exact = true }).CountAsync());
        await word.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Flag to the surgeon" }).ClickAsync();

        await Expect(word.Page.Locator(".did")).ToContainTextAsync("Flagged to the surgeon: Image guidance");
        Assert.Equal(1, await word.DoAsync<int>("return fakeWord.comments().length;"));
        Assert.Equal(FictionalDraft.Paragraphs, await word.TextAsync());
    }

    [Fact]
    public async Task A_template_author_sees_what_may_not_stand_in_the_note_and_where_and_it_is_looked_at_again_after_a_change()
    {
        var word = await OpenAsync();
        await word.Page.GetByLabel("Your role").SelectOptionAsync("author");
        var side = word.Page.Locator("[data-group=note] .card", new() { HasText = "“right”" });
        await side.Locator("> summary").ClickAsync();
        await side.Locator(".quote").ClickAsync();
        await word.Page.UntilAsync("fakeWord.selected()?.paragraph === 6 && fakeWord.selected().text === 'right'");

        await side.GetByRole(AriaRole.Button, new() { Name = "Put a blank in place of “right”" }).ClickAsync();
        await Expect(side).ToHaveCountAsync(0);
        Assert.Contains("[the left side / the right side", (await word.TextAsync())[6], StringComparison.Ordinal);

        await word.DoAsync("fakeWord.replace(2, ', left T8-T9', '', 'Local');");
        await Expect(word.Page.Locator("[data-group=note] .card", new() { HasText = "“left”" })).ToHaveCountAsync(0);
        Assert.Empty(word.Errors);
    }

    [Fact]
    public async Task Text_that_somebody_else_changes_while_an_answer_is_written_is_left_alone_and_the_card_says_so()
    {
        var word = await OpenAsync();
        await word.Page.RouteAsync("**/api/drafts/insertions*", async route =>
        {
            await word.DoAsync("fakeWord.replace(5, 'A cannula', 'Two cannulas');");
            await route.ContinueAsync();
        });

        await AnswerAsync(word, "guidance", "Fluoroscopic");

        await Expect(word.Page.Locator(".card[open]")).ToContainTextAsync("The text has changed since it was checked, so nothing was written; check it again.");
        Assert.DoesNotContain("guidance", string.Join(' ', await word.TextAsync()), StringComparison.Ordinal);
        await word.Page.UnrouteAsync("**/api/drafts/insertions*");
        await word.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert", Exact = true }).ClickAsync();
        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
        Assert.Contains("Two cannulas", (await word.TextAsync())[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_before_an_answer_is_written_stays()
    {
        var word = await OpenAsync();
        await OpenCardAsync(word, "guidance");
        await word.Page.Locator(".card[open]").GetByLabel("Fluoroscopic").CheckAsync();

        await word.DoAsync("fakeWord.faults.add('#4874'); fakeWord.replace(5, 'A cannula', 'A long cannula'); fakeWord.add(0, 'Hospital of Nowhere');");
        await word.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert", Exact = true }).ClickAsync();

        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
        Assert.Equal(FictionalDraft.Paragraphs[5].Replace("A cannula", "A long cannula", StringComparison.Ordinal) + Added, (await word.TextAsync())[6]);
    }

    [Fact]
    public async Task A_storm_of_events_is_one_check()
    {
        var word = await OpenAsync();
        var scans = Count(word, "/api/scans");

        await word.DoAsync("fakeWord.type(7, ' No contrast was given.'); for (let i = 0; i < 10; i++) { fakeWord.storm(50); await new Promise((done) => setTimeout(done, 40)); }");
        await Expect(word.Page.Locator(".card[data-finding^='contrast.missing']")).ToHaveCountAsync(0);
        await word.Page.WaitForTimeoutAsync(1500);

        Assert.Equal(1, scans.Value);
    }

    [Fact]
    public async Task What_the_pane_writes_itself_is_checked_once()
    {
        var word = await OpenAsync();
        var scans = Count(word, "/api/scans");

        await AnswerAsync(word, "guidance", "Fluoroscopic");
        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
        await word.Page.WaitForTimeoutAsync(2500);

        Assert.Equal(1, scans.Value);
    }

    [Fact]
    public async Task Events_without_a_change_ask_the_server_nothing()
    {
        var word = await OpenAsync();
        var scans = Count(word, "/api/scans");

        await word.DoAsync("fakeWord.storm(500);");
        await word.Page.WaitForTimeoutAsync(2000);

        Assert.Equal(0, scans.Value);
    }

    [Theory]
    [InlineData("#4874", "fakeWord.type(5, ' The cannula was advanced under fluoroscopic guidance.');")]
    [InlineData("#4874", "fakeWord.replace(5, 'A cannula', 'Under fluoroscopic guidance a cannula');")]
    public async Task A_change_that_Word_does_not_tell_of_is_seen_when_the_pane_is_looked_at(string fault, string change)
    {
        var word = await OpenAsync(fault);

        await word.DoAsync(change + " document.dispatchEvent(new Event('visibilitychange'));");

        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
    }

    [Theory]
    [InlineData("#3864")]
    [InlineData("#3864", "#1267")]
    public async Task A_tracked_deletion_that_Word_does_not_tell_of_is_seen_when_the_pane_is_looked_at(params string[] faults)
    {
        var word = await OpenAsync(faults);

        await word.DoAsync("fakeWord.strike(6, 'on the right'); document.dispatchEvent(new Event('visibilitychange'));");

        await Expect(word.Page.Locator(".card[data-finding^='laterality.conflict']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_Word_without_events_is_looked_at_now_and_then()
    {
        var word = await OpenAsync("no requirements");

        await word.DoAsync("fakeWord.type(5, ' The cannula was advanced under fluoroscopic guidance.');");

        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement", new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task Half_an_answer_outlives_a_check()
    {
        var word = await OpenAsync();
        await OpenCardAsync(word, "guidance");
        var own = word.Page.Locator(".card[open] .own input[type=text]");
        await own.FillAsync("a marker");

        await word.DoAsync("fakeWord.type(7, ' No contrast was given.');");
        await Expect(word.Page.Locator(".card[data-finding^='contrast.missing']")).ToHaveCountAsync(0);

        await Expect(own).ToBeFocusedAsync();
        await Expect(own).ToHaveValueAsync("a marker");
    }

    [Fact]
    public async Task A_long_draft_is_checked_and_answered()
    {
        var filler = Enumerable.Range(0, 192).Select(static number => number % 3 == 0 ? "None" : $"The wound was irrigated {number} times.");
        var word = await WordPage.PaneAsync(browser, server.Client, new { paragraphs = FictionalDraft.Paragraphs.Take(5).Concat(FictionalDraft.Paragraphs.Skip(5)).Concat(filler) });

        await AnswerAsync(word, "guidance", "Fluoroscopic");

        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
        Assert.Equal(FictionalDraft.Paragraphs[5] + Added, (await word.TextAsync())[5]);
        Assert.Equal(200, (await word.TextAsync()).Length);
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_once_and_nothing_is_lost()
    {
        var word = await OpenAsync();
        await OpenCardAsync(word, "guidance");
        await word.Page.Locator(".card[open]").GetByLabel("Fluoroscopic").CheckAsync();
        await word.Page.RouteAsync("**/api/**", static route => route.AbortAsync());

        await word.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert", Exact = true }).ClickAsync();
        await Expect(word.Page.Locator(".card[open]")).ToContainTextAsync("The server can’t be reached.");
        Assert.Equal(FictionalDraft.Paragraphs, await word.TextAsync());
        await word.DoAsync("fakeWord.type(7, ' No contrast was given.');");
        await Expect(word.Page.Locator("#pane header .notice", new() { HasText = "Nothing is lost" })).ToBeVisibleAsync();
        await word.Page.UnrouteAsync("**/api/**");

        await Expect(word.Page.Locator("#pane header .notice", new() { HasText = "Nothing is lost" })).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Expect(word.Page.Locator(".card[data-finding^='contrast.missing']")).ToHaveCountAsync(0);
        await Expect(word.Page.Locator(".card[open]").GetByLabel("Fluoroscopic")).ToBeCheckedAsync();
        await word.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert", Exact = true }).ClickAsync();
        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
    }

    [Fact]
    public async Task Dismissals_and_settings_survive_the_closing_of_the_document()
    {
        var word = await OpenAsync();
        await OpenCardAsync(word, "guidance");
        await word.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Dismiss…" }).ClickAsync();
        await word.Page.Locator(".card[open] .dismissal").GetByRole(AriaRole.Button, new() { Name = "Stated elsewhere in the report" }).ClickAsync();
        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
        await word.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await word.Page.GetByLabel("Open with this document").CheckAsync();

        var parts = await word.DoAsync<string[]>("return fakeWord.model.parts.map(({ xml }) => xml);");
        var settings = await word.DoAsync<Dictionary<string, object>>("return fakeWord.model.settings;");
        var again = await WordPage.PaneAsync(browser, server.Client, new { paragraphs = await word.TextAsync(), parts, settings });

        await Expect(again.Page.Locator(State)).ToHaveTextAsync("1 disagreement");
        await again.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await Expect(again.Page.GetByLabel("Open with this document")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Outside_of_Word_the_pane_says_where_to_go()
    {
        var word = await WordPage.PaneAsync(browser, server.Client, new { faults = (string[])["not in Word"] });

        await Expect(word.Page.Locator(".elsewhere")).ToHaveTextAsync("Open this page in Word by “Check report” on the Home tab, or use the workbench instead.");
    }

    [Fact]
    public async Task A_draft_full_of_markup_stays_text()
    {
        var attack = "<img src=x onerror=\"document.title='owned'\"> left & <script>document.title='owned'</script>";
        var word = await WordPage.PaneAsync(browser, server.Client, new { paragraphs = (string[])[.. FictionalDraft.Paragraphs.Take(2), "PROCEDURE PERFORMED: Percutaneous interlaminar laminotomy, left T8-T9. " + attack, .. FictionalDraft.Paragraphs.Skip(3)] });
        await OpenCardAsync(word, "laterality");

        Assert.Equal(0, await word.Page.Locator("#pane img, #pane script").CountAsync());
        Assert.NotEqual("owned", await word.Page.TitleAsync());
        Assert.Empty(word.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not in Word")]
    public async Task No_rule_of_accessibility_is_broken(string fault)
    {
        var word = await WordPage.PaneAsync(browser, server.Client, new { paragraphs = FictionalDraft.Paragraphs, faults = (string[])[fault] });
        if (fault.Length == 0)
        {
            await OpenCardAsync(word, "guidance");
            await word.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        }
        else
        {
            await word.Page.Locator(".elsewhere").WaitForAsync();
        }

        await word.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(NodeTools.Folder, "axe-core", "axe.min.js"), TestContext.Current.CancellationToken));
        Assert.Empty(await word.DoAsync<string[]>("return (await axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);"));
        Assert.True(await word.DoAsync<bool>("return document.documentElement.scrollWidth <= innerWidth;"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, "{\"isDarkTheme\":true,\"bodyBackgroundColor\":\"#262626\"}", "rgb(31, 31, 31)")]
    [InlineData(ColorScheme.Dark, "{\"isDarkTheme\":false,\"bodyBackgroundColor\":\"#FFFFFF\"}", "rgb(255, 255, 255)")]
    [InlineData(ColorScheme.Light, "{\"bodyBackgroundColor\":\"#262626\"}", "rgb(31, 31, 31)")]
    [InlineData(ColorScheme.Dark, "null", "rgb(31, 31, 31)")]
    public async Task The_pane_is_as_dark_as_Office_is_or_else_as_the_system(ColorScheme system, string theme, string ground)
    {
        var word = await WordPage.PaneAsync(browser, server.Client, new { paragraphs = FictionalDraft.Paragraphs, theme = JsonSerializer.Deserialize<JsonElement>(theme) });
        await word.Page.EmulateMediaAsync(new() { ColorScheme = system });
        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 question, 1 disagreement");

        Assert.Equal(ground, await word.DoAsync<string>("return getComputedStyle(document.getElementById('pane')).backgroundColor;"));
    }

    private Task<WordPage> OpenAsync(params string[] faults) => OpenedAsync(WordPage.PaneAsync(browser, server.Client, new { paragraphs = FictionalDraft.Paragraphs, faults }));

    private static async Task<WordPage> OpenedAsync(Task<WordPage> opening)
    {
        var word = await opening;
        await Expect(word.Page.Locator(State)).ToHaveTextAsync("1 question, 1 disagreement", new() { Timeout = 15_000 });
        return word;
    }

    private static async Task OpenCardAsync(WordPage word, string element)
    {
        var card = word.Page.Locator($".card[data-finding^='{element}.']").First;
        await card.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (await card.GetAttributeAsync("open") is null)
        {
            await card.Locator("> summary").ClickAsync();
        }
    }

    private static async Task AnswerAsync(WordPage word, string element, string option)
    {
        await OpenCardAsync(word, element);
        var card = word.Page.Locator(".card[open]");
        await card.GetByLabel(option).CheckAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Insert", Exact = true }).ClickAsync();
    }

    private static Counter Count(WordPage word, string path)
    {
        var counter = new Counter();
        word.Page.Request += (_, request) => counter.Value += request.Url.Contains(path, StringComparison.Ordinal) ? 1 : 0;
        return counter;
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
