using System.Collections.Concurrent;
using Laminar.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Laminar.Web.Tests;

/// <summary>Which pack a draft is read with, and what tells one opened draft from the next, in both hosts of the pane.</summary>
public sealed class PackChoiceTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private const string Lumbar = "percutaneous-interlaminar-decompression-lumbar";

    [Fact]
    public async Task The_draft_chooses_and_the_user_overrules_it_until_another_draft_is_opened()
    {
        var page = await browser.OpenAsync(server.Client.BaseAddress!, 1240, ColorScheme.Light);
        await UploadAsync(page, "mine.docx");
        await Expect(page.Locator("header .sub")).ToContainTextAsync("cervical or thoracic 1.0.0");
        var sent = Sent(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Read it as")).ToBeFocusedAsync();
        await page.GetByLabel("Read it as").SelectOptionAsync(Lumbar);
        await Expect(page.Locator("header .sub")).ToContainTextAsync("lumbar 1.0.0, chosen by you");
        await page.Locator("aside [data-finding^='laterality.'] > summary").ClickAsync();
        await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Unable to state" }).ClickAsync();
        await Expect(page.Locator(".did")).ToContainTextAsync("Unable to state");
        Assert.Contains(sent, static request => request.Path == "/api/drafts/applied");
        Assert.All(sent, static request => Assert.Contains($"pack={Lumbar}", request.Query, StringComparison.Ordinal));

        await UploadAsync(page, "other.docx");
        await Expect(page.Locator("header .sub")).ToContainTextAsync("cervical or thoracic 1.0.0");
        await Expect(page.Locator("header .sub")).Not.ToContainTextAsync("chosen by you");
    }

    [Fact]
    public async Task A_pack_that_does_not_apply_is_exchanged_from_where_that_is_said()
    {
        var page = await browser.OpenAsync(server.Client.BaseAddress!, 1240, ColorScheme.Light);
        await UploadAsync(page, "mine.docx");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await page.GetByLabel("Read it as").SelectOptionAsync(Lumbar);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();

        await page.Locator("header .notice").GetByRole(AriaRole.Button, new() { Name = "Read it as something else" }).ClickAsync();
        await Expect(page.GetByLabel("Read it as")).ToBeFocusedAsync();
        await page.GetByLabel("Read it as").SelectOptionAsync("What the draft says it is");

        await Expect(page.Locator("header .notice:visible")).ToHaveCountAsync(0);
        await Expect(page.Locator("aside h1")).ToHaveTextAsync("1 question, 1 disagreement");
    }

    [Fact]
    public async Task One_draft_is_one_visit_and_the_next_is_another()
    {
        var page = await browser.OpenAsync(server.Client.BaseAddress!, 1240, ColorScheme.Light);
        await page.Locator("aside .card").First.WaitForAsync();
        var sent = Sent(page);
        await UploadAsync(page, "mine.docx");
        await page.Locator("aside [data-finding^='guidance.'] > summary").ClickAsync();
        await page.Locator(".card[open]").GetByLabel("CT", new() { Exact = true }).CheckAsync();
        await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
        await page.Locator(".did").WaitForAsync();
        var first = sent.Select(static request => request.Visit).Distinct().ToList();

        await UploadAsync(page, "other.docx");

        Assert.Equal(32, Assert.Single(first)!.Length);
        Assert.Equal(2, sent.Select(static request => request.Visit).Distinct().Count());
        Assert.DoesNotContain(first[0]!, await page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Word_the_choice_is_kept_with_the_document_and_its_visit_is_one()
    {
        var word = await WordPage.PaneAsync(browser, server.Client, new { paragraphs = FictionalDraft.Paragraphs });
        await word.Page.Locator("#pane .card").First.WaitForAsync();
        var sent = Sent(word.Page);
        await word.Page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await word.Page.GetByLabel("Read it as").SelectOptionAsync(Lumbar);
        await Expect(word.Page.Locator("header .sub")).ToContainTextAsync("lumbar 1.0.0, chosen by you");

        Assert.Equal(Lumbar, await word.DoAsync<string>("return Office.context.document.settings.get('laminar.pack');"));
        await word.Page.Locator("#pane [data-finding^='laterality.'] > summary").ClickAsync();
        await word.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Unable to state" }).ClickAsync();
        await Expect(word.Page.Locator(".did")).ToContainTextAsync("Unable to state");
        Assert.Contains(sent, static request => request.Path == "/api/drafts/insertions");
        Assert.All(sent, static request => Assert.Contains($"pack={Lumbar}", request.Query, StringComparison.Ordinal));
        Assert.Single(sent.Select(static request => request.Visit).Distinct());

        await word.Page.GetByLabel("Read it as").SelectOptionAsync("What the draft says it is");
        await Expect(word.Page.Locator("header .sub")).Not.ToContainTextAsync("chosen by you");
        Assert.Empty(word.Errors);
    }

    [Fact]
    public async Task A_choice_that_a_document_brings_and_the_server_does_not_know_is_given_up()
    {
        var word = await WordPage.PaneAsync(browser, server.Client, new
        {
            paragraphs = FictionalDraft.Paragraphs, settings = new Dictionary<string, string> { ["laminar.pack"] = "of-another-server" },
        });

        await Expect(word.Page.Locator("#pane h1")).ToHaveTextAsync("1 question, 1 disagreement");
        await Expect(word.Page.Locator("header .sub")).ToContainTextAsync("cervical or thoracic 1.0.0");
        Assert.Equal("", await word.DoAsync<string>("return Office.context.document.settings.get('laminar.pack');"));
    }

    /// <summary>Drafts that go to the server from now on.</summary>
    private static ConcurrentQueue<(string Path, string Query, string? Visit)> Sent(IPage page)
    {
        var sent = new ConcurrentQueue<(string, string, string?)>();
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (request.Method == "POST" && address.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal))
            {
                sent.Enqueue((address.AbsolutePath, address.Query, request.Headers.GetValueOrDefault("laminar-visit")));
            }
        };
        return sent;
    }

    private static async Task UploadAsync(IPage page, string name)
    {
        await page.Locator("header .sub", new() { HasText = "1.0.0" }).WaitForAsync();
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = WordFiles.Zip(FictionalDraft.Paragraphs) });
        var (leave, title) = (page.GetByRole(AriaRole.Button, new() { Name = "Discard them" }), page.GetByText(name));
        await leave.Or(title).First.WaitForAsync();
        if (await leave.IsVisibleAsync())
        {
            await leave.ClickAsync();
        }

        await title.First.WaitForAsync();
        await page.UntilAsync("!document.querySelector('.page').hasAttribute('aria-busy')");
    }
}
