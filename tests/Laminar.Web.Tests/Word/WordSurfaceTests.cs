using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Findings shown in Word's own text: underlines where Word draws them, placeholders where it takes controls.</summary>
public sealed class WordSurfaceTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private const string Underline = "await host.show('underlines', scan.findings.filter(({ severity }) => severity !== 'recommended')); ";
    private const string Place = "await host.show('placeholders', scan.findings.filter(({ severity }) => severity === 'required')); ";
    private const string Anchor = "A cannula was advanced percutaneously through a stab incision onto the lower edge of the T8 lamina.";

    [Theory]
    [InlineData("", "list,underlines,placeholders")]
    [InlineData("#4953", "list,placeholders")]
    [InlineData("no requirements", "list,placeholders")]
    public async Task What_Word_can_show_is_tried_and_not_believed(string fault, string surfaces)
    {
        var word = await CheckedAsync(fault);

        Assert.Equal(surfaces, await word.DoAsync<string>("return (await host.surfaces()).join();"));
    }

    [Fact]
    public async Task A_gap_is_underlined_at_the_sentence_before_it_and_its_suggestion_leaves_the_field_open()
    {
        var word = await CheckedAsync("");

        var shown = await word.DoAsync<string[]>(Underline + "const { words, popup } = fakeWord.underlines().find(({ words }) => words.startsWith('A cannula')); return [words, ...popup.suggestions, popup.titleResourceId, popup.subtitleResourceId, popup.brandingTextResourceId];");

        Assert.Equal([Anchor, Anchor + " Instruments were advanced under [guidance] guidance.", "Laminar.Popup.Title", "Laminar.Popup.Subtitle", "Laminar.Popup.Brand"], shown);
    }

    [Fact]
    public async Task A_disagreement_is_underlined_at_its_words_and_nothing_is_suggested()
    {
        var word = await CheckedAsync("");

        Assert.Equal("left Red 0", await word.DoAsync<string>(Underline + "const { words, colour, popup } = fakeWord.underlines().find(({ colour }) => colour === 'Red'); return `${words} ${colour} ${popup.suggestions.length}`;"));
    }

    [Theory]
    [InlineData("#5672")]
    [InlineData("#1267")]
    public async Task Words_that_are_struck_out_shift_no_underline(string fault)
    {
        var word = await WordPage.HostAsync(browser, server.Client, new
        {
            faults = (string[])[fault],
            paragraphs = (object[])[.. FictionalDraft.Paragraphs.Take(6), new { pieces = (object[])[new { text = "Then " }, new { text = "at last ", del = "Dr. Other" }, new { text = FictionalDraft.Paragraphs[6] }] }, FictionalDraft.Paragraphs[7]],
        });
        await word.DoAsync("await check();");

        // One side of the disagreement is enough to show it; here it is the one behind what is struck out.
        Assert.Equal(["right"], await word.DoAsync<string[]>("""
            const conflict = scan.findings.find(({ kind }) => kind === 'conflict');
            await host.show('underlines', [{ ...conflict, evidence: conflict.evidence.filter(({ paragraph }) => paragraph === 6) }]);
            return fakeWord.underlines().map(({ words }) => words);
            """));
    }

    [Fact]
    public async Task The_mark_of_a_note_shifts_no_underline_4997()
    {
        var word = await WordPage.HostAsync(browser, server.Client, new { faults = (string[])["#4997"], paragraphs = (string[])[.. FictionalDraft.Paragraphs.Take(5), "\u0002 " + FictionalDraft.Paragraphs[5], .. FictionalDraft.Paragraphs.Skip(6)] });
        await word.DoAsync("await check();");

        Assert.Contains(Anchor, await word.DoAsync<string[]>(Underline + "return fakeWord.underlines().map(({ words }) => words);"));
    }

    [Theory]
    [InlineData("#4317")]
    [InlineData("#6595")]
    public async Task Underlines_that_Word_draws_only_after_a_click_are_put_in_by_a_click(string fault)
    {
        var word = await WordPage.PaneAsync(browser, server.Client, new { paragraphs = FictionalDraft.Paragraphs, faults = (string[])[fault], settings = new Dictionary<string, string> { ["laminar.surface"] = "underlines" } });
        await word.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Settings" }).WaitForAsync();
        await word.Page.Locator(".card").First.WaitForAsync();

        Assert.Equal(0, await word.DoAsync<int>("return fakeWord.underlines().length;"));
        await word.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await word.Page.GetByLabel("Show in the text").SelectOptionAsync("underlines");

        await word.Page.UntilAsync("fakeWord.underlines().length > 0 && fakeWord.underlines().every(({ visible }) => visible)");
    }

    [Theory]
    [InlineData("")]
    [InlineData("#6644")]
    public async Task A_suggestion_that_is_accepted_in_Word_stands_there_once(string fault)
    {
        var word = await CheckedAsync(fault);

        await word.DoAsync("host.listen({ changed: () => window.changedOnce = true, pointed: () => {}, opened: () => {} }); await new Promise((done) => setTimeout(done, 50)); "
            + Underline + "fakeWord.accept(fakeWord.underlines().find(({ words }) => words.startsWith('A cannula')).id);");
        await word.Page.UntilAsync("window.changedOnce === true && fakeWord.text()[5].includes('[guidance]')");
        await word.DoAsync("await new Promise((done) => setTimeout(done, 500));");

        Assert.Equal(FictionalDraft.Paragraphs[5] + " Instruments were advanced under [guidance] guidance.", (await word.TextAsync())[5]);
        Assert.True(await word.DoAsync<bool>("await check(); return scan.elements.find(({ id }) => id === 'guidance').status === 'missing';"));
    }

    [Fact]
    public async Task A_click_on_an_underline_opens_its_card()
    {
        var word = await CheckedAsync("");

        Assert.True(await word.DoAsync<bool>("""
            const opened = new Promise((open) => host.listen({ changed: () => {}, pointed: () => {}, opened: open }));
            await new Promise((done) => setTimeout(done, 50));
            await host.show('underlines', [of('guidance')]);
            fakeWord.click(fakeWord.underlines()[0].id);
            return await opened === of('guidance').id;
            """));
    }

    [Fact]
    public async Task Only_underlines_that_have_changed_are_put_in_anew()
    {
        var word = await CheckedAsync("");

        var kept = await word.DoAsync<int>(Underline + """
            const before = fakeWord.underlines().map(({ id }) => id);
            fakeWord.replace(2, 'left', 'right');
            await check();
            await host.show('underlines', scan.findings);
            return fakeWord.underlines().filter(({ id }) => before.includes(id)).length - fakeWord.underlines().length + fakeWord.underlines().filter(({ id }) => !before.includes(id)).length;
            """);

        Assert.Equal(0, kept);
        Assert.Equal(0, await word.DoAsync<int>("return fakeWord.underlines().filter(({ words }) => words === 'left').length;"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#4258")]
    [InlineData("tracking")]
    public async Task A_placeholder_asks_and_is_no_part_of_the_draft(string fault)
    {
        var word = await WordPage.HostAsync(browser, server.Client, new { paragraphs = FictionalDraft.Paragraphs, faults = (string[])[fault], tracking = fault == "tracking" ? "TrackAll" : "Off" });
        await word.DoAsync("await check(); window.first = scan;");

        var tags = await word.DoAsync<string[]>(Place + "return fakeWord.tags().flatMap(({ tag, placeholder, options }) => [tag, placeholder, options.join(';')]);");

        Assert.Matches("^laminar:guidance:[0-9a-f]{16}$", tags.First(static tag => tag.StartsWith("laminar:guidance", StringComparison.Ordinal)));
        Assert.Contains("[guidance]", tags);
        Assert.Contains(tags, static tag => tag.Contains("fluoroscopic;", StringComparison.Ordinal) && tag.EndsWith("unable to state", StringComparison.Ordinal));
        Assert.Contains("Instruments were advanced under [guidance] guidance.", (await word.TextAsync())[5], StringComparison.Ordinal);
        // The same scan: what is only asked is not read, and nothing has to be read again for it.
        Assert.True(await word.DoAsync<bool>("return await host.read(false) === null;"));
        Assert.True(await word.DoAsync<bool>("await check(); return JSON.stringify(scan.findings) === JSON.stringify(first.findings) && JSON.stringify(scan.paragraphs.map(({ text }) => text)) === JSON.stringify(first.paragraphs.map(({ text }) => text));"));
        Assert.Empty(await word.DoAsync<object[]>("return fakeWord.revisions();"));
    }

    [Fact]
    public async Task An_answer_goes_where_its_placeholder_stands_and_one_undo_brings_that_back()
    {
        var word = await CheckedAsync("");
        await word.DoAsync(Place);
        var before = await word.TextAsync();

        await word.DoAsync("await answered(of('guidance'), 'fluoroscopic');");

        Assert.Equal(FictionalDraft.Paragraphs[5] + " Instruments were advanced under fluoroscopic guidance.", (await word.TextAsync())[5]);
        Assert.DoesNotContain(await word.DoAsync<string[]>("return fakeWord.tags().map(({ tag }) => tag);"), static tag => tag.StartsWith("laminar:guidance", StringComparison.Ordinal));
        Assert.Equal(["inserted  Instruments were advanced under fluoroscopic guidance."], await word.DoAsync<string[]>("return fakeWord.revisions().map(({ kind, text }) => `${kind} ${text}`);"));
        await word.DoAsync("await host.undo();");
        Assert.Equal(before, await word.TextAsync());
    }

    [Fact]
    public async Task A_dismissed_question_takes_its_placeholder_with_it()
    {
        var word = await CheckedAsync("");

        await word.DoAsync(Place + "await host.answer([{ finding: of('guidance').id, answer: 'dismissed: seen elsewhere' }], surgeon);");

        Assert.Equal(FictionalDraft.Paragraphs[5], (await word.TextAsync())[5]);
    }

    [Fact]
    public async Task A_choice_made_in_the_document_is_text_and_stays()
    {
        var word = await CheckedAsync("");

        await word.DoAsync(Place + "fakeWord.choose(fakeWord.tags().find(({ tag }) => /guidance:.*:0/.test(tag)).tag, 'fluoroscopic'); await check(); await host.show('list', []);");

        Assert.EndsWith("Instruments were advanced under fluoroscopic guidance.", (await word.TextAsync())[5], StringComparison.Ordinal);
        Assert.True(await word.DoAsync<bool>("await check(); return scan.elements.find(({ id }) => id === 'guidance').status === 'documented';"));
    }

    [Theory]
    [InlineData("placeholders")]
    [InlineData("underlines")]
    public async Task The_list_alone_leaves_the_text_as_it_was(string surface)
    {
        var word = await CheckedAsync("");
        var before = await word.TextAsync();

        await word.DoAsync($"await host.show('{surface}', scan.findings); await host.show('list', []);");

        Assert.Equal(before, await word.TextAsync());
        Assert.Equal(0, await word.DoAsync<int>("return fakeWord.tags().length + fakeWord.underlines().length;"));
    }

    [Fact]
    public async Task Placeholders_are_put_in_though_a_comment_is_selected_6046()
    {
        var word = await CheckedAsync("#6046");

        await word.DoAsync("fakeWord.model.inComment = true; " + Place);

        Assert.Contains("Instruments were advanced under [guidance] guidance.", (await word.TextAsync())[5], StringComparison.Ordinal);
        Assert.Equal("Off", await word.DoAsync<string>("return fakeWord.model.tracking;"));
    }

    [Fact]
    public async Task A_Word_that_takes_no_controls_is_left_as_it_was()
    {
        var word = await CheckedAsync("no controls");

        Assert.StartsWith("Word takes no placeholders here.", await word.DoAsync<string>($"return (async () => {{ {Place} }})().then(() => 'done', ({{ message }}) => message);"), StringComparison.Ordinal);
        Assert.Equal(FictionalDraft.Paragraphs, await word.TextAsync());
        Assert.Equal("Off", await word.DoAsync<string>("return fakeWord.model.tracking;"));
    }

    private async Task<WordPage> CheckedAsync(string fault)
    {
        var word = await WordPage.HostAsync(browser, server.Client, fault);
        await word.DoAsync("await check();");
        return word;
    }
}
