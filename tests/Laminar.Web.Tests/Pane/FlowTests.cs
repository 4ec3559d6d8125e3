using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The whole way of a draft through the workbench, as a surgeon goes it.</summary>
public sealed class FlowTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private static readonly string[] WithBlank = ["SURGEON: ____", .. FictionalDraft.Paragraphs];

    [Fact]
    public async Task A_draft_is_opened_answered_corrected_downloaded_and_found_answered_again()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));
        Assert.Equal("1 question, 1 disagreement", await page.Locator("aside h1").InnerTextAsync());

        // A gap: an option.
        await ChooseAsync(page, "guidance", "Fluoroscopic");
        await InsertAsync(page);
        await Assertions.Expect(page.Locator("aside h1")).ToHaveTextAsync("1 disagreement");
        await Assertions.Expect(page.Locator(".page")).ToContainTextAsync("Instruments were advanced under fluoroscopic guidance.");

        // Several fields at once, own words among them.
        await page.Locator("aside [data-group=more] > summary").ClickAsync();
        await OpenCardAsync(page, "adjunct");
        foreach (var name in new[] { "Ligament", "Disc", "Facet" })
        {
            await page.Locator(".card[open] fieldset", new() { HasText = name }).GetByLabel("Not performed").CheckAsync();
        }

        await page.GetByLabel("Foramen, in your words").FillAsync("probed and found wide");
        await InsertAsync(page);
        await Assertions.Expect(page.Locator("aside [data-finding^='adjunct.missing']")).ToHaveCountAsync(0);

        // Not done, unable to state, dismissed.
        await ChooseAsync(page, "contrast", "None used");
        await InsertAsync(page);
        await ChooseAsync(page, "general.specimens", "Unable to state");
        await InsertAsync(page);
        await DismissAsync(page, "general.condition");

        // A blank.
        await OpenCardAsync(page, "general.surgeon");
        await page.Locator(".card[open] .own input[type=text]").FillAsync("A. Example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fill in" }).ClickAsync();
        await Assertions.Expect(page.Locator(".page p", new() { HasText = "SURGEON:" })).ToContainTextAsync("A. Example");
        await Assertions.Expect(page.Locator("aside [data-finding^='general.surgeon']")).ToHaveCountAsync(0);

        // A disagreement: the words are changed where they stand.
        await ReplaceInTextAsync(page, "right", "left");
        await Assertions.Expect(page.Locator("aside h1")).ToHaveTextAsync("Nothing required is open");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Settled: Side");

        var written = await DownloadAsync(page);
        await UploadAsync(page, "again.docx", written);

        await Assertions.Expect(page.Locator("aside h1")).ToHaveTextAsync("Nothing required is open");
        foreach (var gone in new[] { "guidance", "adjunct", "contrast", "general.specimens", "general.condition", "general.surgeon", "laterality" })
        {
            await Assertions.Expect(page.Locator($"aside [data-finding^='{gone}.']")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task One_undo_takes_an_insertion_back()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));
        await ChooseAsync(page, "guidance", "CT");
        await InsertAsync(page);

        await page.Locator(".did").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(page.Locator("aside h1")).ToHaveTextAsync("1 question, 1 disagreement");
        await Assertions.Expect(page.Locator(".page")).Not.ToContainTextAsync("under CT guidance");
    }

    [Fact]
    public async Task An_undo_that_would_take_back_something_else_is_not_offered()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));
        await ChooseAsync(page, "guidance", "CT");
        await InsertAsync(page);
        await Assertions.Expect(page.Locator(".did").GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();

        await ReplaceInTextAsync(page, "strip", "stitch");

        await Assertions.Expect(page.Locator(".did")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".page")).ToContainTextAsync("under CT guidance");
    }

    [Fact]
    public async Task A_card_that_was_closed_is_opened_again_from_the_same_words()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));
        var (words, card) = (page.Locator(".page .ghost[data-of^='guidance.']"), page.Locator("aside [data-finding^='guidance.']"));

        for (var time = 0; time < 2; time++)
        {
            await words.ClickAsync();
            await Assertions.Expect(card).ToHaveAttributeAsync("open", "");
            await card.Locator("> summary").ClickAsync();
            await Assertions.Expect(card).Not.ToHaveAttributeAsync("open", "");
        }
    }

    [Fact]
    public async Task A_refusal_that_belongs_to_no_card_is_said_all_the_same()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip([.. FictionalDraft.Paragraphs, "The the wound was closed."]));
        await page.Locator("footer .bar select").SelectOptionAsync("transcriptionist");
        var mend = page.GetByRole(AriaRole.Button, new() { Name = "Mend all" });
        await mend.WaitForAsync();

        // Nothing is scanned meanwhile: the list still shows what the draft no longer says.
        await page.RouteAsync("**/api/scans*", static route => route.AbortAsync());
        await ReplaceInTextAsync(page, "The the", "The");
        await mend.ClickAsync();

        await Assertions.Expect(page.Locator(".did")).ToContainTextAsync("These words have changed in the draft since it was checked. Check it again.");
    }

    [Fact]
    public async Task An_answer_is_scanned_once()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));
        await ChooseAsync(page, "guidance", "CT");
        await page.WaitForTimeoutAsync(1000);
        var scans = 0;
        page.Request += (_, request) => scans += request.Url.Contains("/api/scans", StringComparison.Ordinal) ? 1 : 0;

        await InsertAsync(page);
        await page.WaitForTimeoutAsync(1000);

        Assert.Equal(1, scans);
    }

    [Fact]
    public async Task What_was_dismissed_can_be_asked_again()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));
        await DismissAsync(page, "guidance");

        await page.Locator("aside [data-group=glance] > summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask again: Image guidance" }).ClickAsync();

        await Assertions.Expect(page.Locator("aside [data-finding^='guidance.missing']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_transcriptionist_flags_and_mends_and_is_offered_no_answer()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip([.. FictionalDraft.Paragraphs, "The the wound was closed with a strip of tape ."]));
        await page.Locator("footer .bar select").SelectOptionAsync("transcriptionist");
        await OpenCardAsync(page, "guidance");

        Assert.Equal(0, await page.Locator("aside .options input").CountAsync());
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Insert", Exact = true }).CountAsync());
        Assert.Equal(0, await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Dismiss…" }).CountAsync());

        // Around a slip stand whole words, and a sign where they are cut off.
        await Assertions.Expect(page.Locator(".repair p").First).ToHaveTextAsync("The theThe wound was closed with a…");
        await Assertions.Expect(page.Locator(".repair p:first-child").Last).ToHaveTextAsync("…with a strip of tape ..");

        await page.GetByRole(AriaRole.Button, new() { Name = "Mend all" }).ClickAsync();
        // What was deleted is shown in its place; the draft's own words are what is read.
        await page.UntilAsync("async () => { const { textIn } = await import('/app/workbench/caret.js'); return textIn([...document.querySelectorAll('.page p')].at(-1)) === 'The wound was closed with a strip of tape.'; }");
        await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Flag to the surgeon" }).ClickAsync();
        await Assertions.Expect(page.Locator(".did")).ToContainTextAsync("Flagged to the surgeon: Image guidance");

        using var written = new System.IO.Compression.ZipArchive(new MemoryStream(await DownloadAsync(page)));
        using var comments = new StreamReader(written.Entries.Single(static part => part.FullName.EndsWith("comments.xml", StringComparison.Ordinal)).Open());
        Assert.Contains("Image guidance", await comments.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_author_sees_what_is_hard_coded_and_puts_a_field_there()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "note.docx", WordFiles.Zip(["DESCRIPTION OF PROCEDURE:", "The cannula was advanced under fluoroscopic guidance to the left C5 lamina at C5-C6, and a laminotomy was made."]));
        await page.Locator("footer .bar select").SelectOptionAsync("author");

        foreach (var name in new[] { "Image guidance", "Level", "Side" })
        {
            await Assertions.Expect(page.Locator("aside [data-group=hard-coded] .name", new() { HasTextRegex = new($"^{name}$") })).ToHaveCountAsync(1);
        }

        Assert.Equal(0, await page.Locator("aside [data-finding]").CountAsync());
        var side = page.Locator("aside [data-group=hard-coded] .card", new() { HasText = "Side" }).First;
        await side.Locator("> summary").ClickAsync();
        await side.GetByRole(AriaRole.Button, new() { Name = "Put a field in place of “left”" }).ClickAsync();

        await Assertions.Expect(page.Locator(".page")).ToContainTextAsync("[the left side / the right side");
        await Assertions.Expect(page.Locator("aside [data-group=hard-coded] .name", new() { HasTextRegex = new("^Side$") })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_the_draft_states_is_shown_in_the_pack_s_spelling_as_soon_as_the_pack_is_there()
    {
        var page = await OpenAsync();
        await page.RouteAsync("**/api/packs/*", static route => route.AbortAsync());
        await page.ReloadAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip([.. FictionalDraft.Paragraphs, "The cannula was advanced under cone-beam CT guidance."]));
        await page.Locator("aside [data-group=glance] > summary").ClickAsync();
        ILocator Value(string name) => page.Locator(".element", new() { Has = page.GetByText(name, new() { Exact = true }) }).Locator(".value");
        await Assertions.Expect(Value("Preoperative imaging")).ToHaveTextAsync("mri");
        await Assertions.Expect(Value("Image guidance")).ToHaveTextAsync("cone beam ct");

        await page.UnrouteAsync("**/api/packs/*");
        await page.Locator("footer .link").First.ClickAsync();

        await Assertions.Expect(Value("Preoperative imaging")).ToHaveTextAsync("MRI");
        await Assertions.Expect(Value("Image guidance")).ToHaveTextAsync("cone-beam CT");
        // No option of the pack, and no word of a vocabulary.
        await Assertions.Expect(Value("Visualization")).ToHaveTextAsync("indirect");
        await Assertions.Expect(Value("Level")).ToHaveTextAsync("T8-T9");

        await page.Locator("footer .bar select").SelectOptionAsync("author");
        await Assertions.Expect(page.Locator("[data-group=hard-coded] .card", new() { HasText = "Preoperative imaging" }).Locator(".rest")).ToHaveTextAsync("MRI");
    }

    [Fact]
    public async Task The_whole_way_can_be_gone_by_keyboard()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));

        // From the list's first summary on, by Tab, Space, arrows and Enter alone.
        await page.Locator("aside [data-finding^='guidance.missing'] > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await PressUntilAsync(page, "Tab", "input[type=radio]");
        await page.Keyboard.PressAsync("Space");
        await PressUntilAsync(page, "Tab", "button.primary");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("aside h1")).ToHaveTextAsync("1 disagreement");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('aside .card > summary')"), "The focus goes to the next question.");

        // Back to what was done, and undone; then another question is dismissed with a reason, and the file is reached.
        await PressUntilAsync(page, "Shift+Tab", ".did button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("aside h1")).ToHaveTextAsync("1 question, 1 disagreement");
        await page.Locator("aside [data-group=more] > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await PressUntilAsync(page, "Tab", "[data-finding^='visualization.missing'] > summary");
        await page.Keyboard.PressAsync("Enter");
        await PressUntilAsync(page, "Tab", "button[aria-expanded]");
        await page.Keyboard.PressAsync("Enter");
        await PressUntilAsync(page, "Tab", ".choice");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("aside [data-finding^='visualization.']")).ToHaveCountAsync(0);
        await page.Locator(".samples").FocusAsync();
        await PressUntilAsync(page, "Tab", "button:nth-of-type(3)");
        await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
    }

    [Fact]
    public async Task A_new_scan_takes_away_no_open_card_no_focus_and_no_half_typed_answer()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));
        await OpenCardAsync(page, "guidance");
        var words = page.Locator(".card[open] .own input[type=text]");
        await words.FillAsync("biplanar fl");
        await words.EvaluateAsync("(input) => { window.kept = input; input.setSelectionRange(3, 3); }");

        await page.EvaluateAsync("document.querySelector('.page p:last-of-type').dispatchEvent(new InputEvent('input', { bubbles: true }))");
        await page.Locator("footer .link").First.ClickAsync();
        await words.FocusAsync();
        await page.WaitForTimeoutAsync(700);

        Assert.True(await page.EvaluateAsync<bool>("window.kept.isConnected && document.activeElement === window.kept && window.kept.value === 'biplanar fl'"));
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_once_and_nothing_is_lost()
    {
        var page = await OpenAsync();
        await UploadAsync(page, "mine.docx", WordFiles.Zip(WithBlank));
        await page.EvaluateAsync("""
            () => { window.spoken = []; new MutationObserver(() => { const text = document.querySelector('[role=status]').textContent; if (text) { window.spoken.push(text); } }).observe(document.querySelector('[role=status]'), { childList: true }); }
            """);
        await page.RouteAsync("**/api/**", static route => route.AbortAsync());
        await ReplaceInTextAsync(page, "right", "left");
        await Assertions.Expect(page.Locator("header .notice", new() { HasText = "can’t be reached" })).ToBeVisibleAsync();
        await page.WaitForTimeoutAsync(3500);

        await page.UnrouteAsync("**/api/**");
        await Assertions.Expect(page.Locator("aside h1")).ToHaveTextAsync("1 question", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".page ins")).ToHaveTextAsync("left");
        await Assertions.Expect(page.Locator(".page del")).ToContainTextAsync("right");
        Assert.Equal(1, (await page.EvaluateAsync<string[]>("window.spoken")).Count(static text => text.Contains("can’t be reached", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_draft_full_of_markup_is_shown_as_what_it_is()
    {
        const string Attack = "PROCEDURE: <script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> left & \"right\" {guidance} </p>";
        var page = await OpenAsync();
        await UploadAsync(page, "attack.docx", WordFiles.Zip([Attack, .. FictionalDraft.Paragraphs]));

        await Assertions.Expect(page.Locator(".page")).ToContainTextAsync(Attack);
        Assert.Equal(0, await page.Locator(".page img, .page script, aside img, aside script").CountAsync());
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
    }

    private Task<IPage> OpenAsync() => browser.OpenAsync(server.Client.BaseAddress!, 1240, ColorScheme.Light);

    private static async Task UploadAsync(IPage page, string name, byte[] bytes)
    {
        await page.Locator("aside .card, aside .nothing:not([hidden])").First.WaitForAsync();
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await page.GetByText(name).First.WaitForAsync();
        await page.UntilAsync("!document.querySelector('.page').hasAttribute('aria-busy')");
    }

    private static async Task OpenCardAsync(IPage page, string element)
    {
        var card = page.Locator($"aside [data-finding^='{element}.']").First;
        if (!await card.IsVisibleAsync())
        {
            await page.Locator("aside [data-group=more] > summary").ClickAsync();
        }

        if (await card.GetAttributeAsync("open") is null)
        {
            await card.Locator("> summary").ClickAsync();
        }
    }

    private static async Task ChooseAsync(IPage page, string element, string option)
    {
        await OpenCardAsync(page, element);
        await page.Locator(".card[open]").GetByLabel(option, new() { Exact = true }).CheckAsync();
    }

    private static async Task InsertAsync(IPage page)
    {
        var id = await page.Locator(".card[open]").GetAttributeAsync("data-finding");
        await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
        await Assertions.Expect(page.Locator($"aside [data-finding='{id}']")).ToHaveCountAsync(0);
    }

    private static async Task DismissAsync(IPage page, string element)
    {
        await OpenCardAsync(page, element);
        await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Dismiss…" }).ClickAsync();
        await page.Locator(".card[open] .choice").First.ClickAsync();
        await Assertions.Expect(page.Locator($"aside [data-finding^='{element}.']")).ToHaveCountAsync(0);
    }

    /// <summary>As a person does it: selects the word in the draft and types another.</summary>
    private static async Task ReplaceInTextAsync(IPage page, string word, string other)
    {
        await page.EvaluateAsync("""
            (word) => {
              const page = document.querySelector('.page');
              const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = new RegExp(`\\b${word}\\b`).exec(node.data)?.index ?? -1;
                if (at >= 0 && !node.parentElement.closest('[contenteditable=false]')) {
                  (node.parentElement.closest('[contenteditable]') ?? page).focus();
                  getSelection().setBaseAndExtent(node, at, node, at + word.length);
                  return;
                }
              }
              throw new Error('not found');
            }
            """, word);
        await page.Keyboard.TypeAsync(other);
    }

    private static async Task<byte[]> DownloadAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        var bytes = new MemoryStream();
        await using (var stream = await download.CreateReadStreamAsync())
        {
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        }

        return bytes.ToArray();
    }

    private static async Task PressUntilAsync(IPage page, string key, string selector)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{key} never came to {selector}.");
    }
}
