using Laminar.Tests;
using Laminar.Web.Tests.Store;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Laminar.Web.Tests;

/// <summary>What is seldom wanted of a card: to report its question, and to word its phrase oneself.</summary>
public sealed class AsideTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private const string Own = "The instruments were advanced under {guidance} guidance throughout.";

    [Fact]
    public async Task A_question_is_reported_without_a_word_of_the_draft_unless_a_sentence_is_added_on_purpose()
    {
        var page = await OpenAsync();
        await AskAsync(page, "laterality", "Report this question…");
        var send = page.GetByRole(AriaRole.Button, new() { Name = "Send the report" });
        await Expect(send).ToBeDisabledAsync();
        await Expect(page.GetByLabel("Add a sentence of the draft")).Not.ToBeCheckedAsync();
        await page.Locator(".aside").GetByLabel("It does not fit this operation").CheckAsync();
        await send.ClickAsync();
        await Expect(page.Locator(".card[open]")).ToContainTextAsync("Reported to the authors of the pack.");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.textContent === 'Report this question…'"));

        await AskAsync(page, "laterality", "Report this question…");
        await page.Locator(".aside").GetByLabel("Something else").CheckAsync();
        await page.GetByLabel("Add a sentence of the draft").CheckAsync();
        await Expect(page.Locator(".aside .notice")).ToContainTextAsync("may name the patient");
        var sentence = page.GetByLabel("The sentence, as it is sent");
        await Expect(sentence).ToHaveValueAsync("PROCEDURE PERFORMED: Percutaneous interlaminar laminotomy, left T8-T9.");
        await sentence.FillAsync("Laminotomy, left.");
        await send.ClickAsync();
        await Expect(page.Locator(".aside")).ToHaveCountAsync(0);

        var reports = (await server.Client.GetAsync(new Uri($"/api/studio/packs/{StudioClient.Pack}/reports", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();
        Assert.Equal(["laterality conflict other Laminotomy, left.", "laterality conflict does-not-fit "],
            (await reports).EnumerateArray().Select(report => $"{report.Get("element")} {report.Get("kind")} {report.Get("reason")} {report.Get("sentence")}"));
    }

    [Fact]
    public async Task Without_a_store_the_card_says_why_nothing_was_kept()
    {
        // No file can be made there.
        await using var without = await WebServer.StartAsync("--Store:File=/proc/none/laminar.db");
        var page = await OpenAsync(without.Client);
        await AskAsync(page, "guidance", "Report this question…");
        await page.Locator(".aside").GetByLabel("An answer is missing").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Expect(page.Locator(".aside .refused")).ToContainTextAsync("nothing was kept or published");
    }

    [Fact]
    public async Task A_surgeons_own_wording_is_judged_kept_suggested_inserted_and_taken_back()
    {
        await using var own = await WebServer.StartAsync();
        var page = await OpenAsync(own.Client);
        await AskAsync(page, "guidance", "My own wording…");
        var words = page.GetByLabel("Your wording");
        await Expect(words).ToHaveValueAsync(StudioClient.Phrase);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Back to the pack’s wording" })).ToHaveCountAsync(0);

        await words.FillAsync("Fluoroscopy was used beside {guidance} guidance.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this wording" }).ClickAsync();
        await Expect(page.Locator(".aside .refused")).ToContainTextAsync("by itself");

        await words.FillAsync(Own);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this wording" }).ClickAsync();
        await Expect(page.Locator(".card[open] .phrase")).ToHaveTextAsync("The instruments were advanced under guidance guidance throughout.");
        await Expect(page.Locator(".page .ghost[data-of^='guidance.']")).ToContainTextAsync("throughout");

        await AskAsync(page, "guidance", "My own wording…");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the pack’s wording" }).ClickAsync();
        await Expect(page.Locator(".card[open] .phrase")).ToHaveTextAsync("Instruments were advanced under guidance guidance.");

        await AskAsync(page, "guidance", "My own wording…");
        await words.FillAsync(Own);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this wording" }).ClickAsync();
        await page.Locator(".card[open]").GetByLabel("CT", new() { Exact = true }).CheckAsync();
        await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
        await Expect(page.Locator(".page")).ToContainTextAsync("The instruments were advanced under CT guidance throughout.");
        await Expect(page.Locator("aside [data-finding^='guidance.']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Only_a_surgeon_words_a_phrase_and_a_transcriptionist_reports_too()
    {
        var page = await OpenAsync();
        await page.GetByLabel("Your role").SelectOptionAsync("transcriptionist");
        await OpenCardAsync(page, "guidance");

        await Expect(page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "My own wording…" })).ToHaveCountAsync(0);
        await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Report this question…" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".aside")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_question_that_a_version_words_anew_is_marked_as_new_and_says_since_when()
    {
        await using var own = await WebServer.StartAsync();
        var studio = new StudioClient(own);
        await StudioClient.Ok(await studio.PublishAsync(await studio.RewordAsync("The instruments went in under {guidance} guidance."), "1.1.0"));

        var page = await OpenAsync(own.Client);

        await Expect(page.Locator("aside [data-finding^='guidance.'] .new")).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("^New or changed since .+, version 1\\.1\\.0$"));
        await Expect(page.Locator("aside .new")).ToHaveCountAsync(1);
    }

    private Task<IPage> OpenAsync() => OpenAsync(server.Client);

    private async Task<IPage> OpenAsync(HttpClient client)
    {
        var page = await browser.OpenAsync(client.BaseAddress!, 1240, ColorScheme.Light);
        await page.Locator("aside .card").First.WaitForAsync();
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "mine.docx", MimeType = "application/octet-stream", Buffer = WordFiles.Zip(FictionalDraft.Paragraphs) });
        await page.GetByText("mine.docx").First.WaitForAsync();
        await page.UntilAsync("!document.querySelector('.page').hasAttribute('aria-busy')");
        return page;
    }

    private static async Task AskAsync(IPage page, string element, string what)
    {
        await OpenCardAsync(page, element);
        await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = what }).ClickAsync();
        await page.Locator(".aside").WaitForAsync();
    }

    private static async Task OpenCardAsync(IPage page, string element)
    {
        var card = page.Locator($"aside [data-finding^='{element}.']").First;
        if (await card.GetAttributeAsync("open") is null)
        {
            await card.Locator("> summary").ClickAsync();
        }
    }
}
