using System.Text.Json;
using Microsoft.Playwright;

namespace Laminar.Tests;

/// <summary>A state that a person can bring the pane into, and how: pictures are made of each, and each is held against the rules of accessibility.</summary>
/// <param name="Name">For a file's name.</param>
/// <param name="Draft">What is uploaded first; null for the page as it opens.</param>
/// <param name="Reach">What is done then.</param>
internal sealed record PaneState(string Name, string? Draft, Func<IPage, Task> Reach)
{
    private static readonly string Open = FictionalDraft.Text;

    private static readonly string Complete = string.Join('\n',
        "PREOPERATIVE DIAGNOSIS: Stenosis at C5-C6.",
        "PROCEDURE PERFORMED: Percutaneous interlaminar laminotomy, left C5-C6.",
        "INDICATIONS: MRI of the cervical spine showed stenosis at C5-C6 from ligament overgrowth.",
        "DESCRIPTION OF PROCEDURE: Under fluoroscopic guidance a cannula was advanced percutaneously through a stab incision onto the left C5 lamina. The interlaminar space at C5-C6 was entered on the left, and a laminotomy was made with a rongeur. The spinal cord was decompressed.");

    private static readonly string Blanks = Complete.Replace("Under fluoroscopic guidance a", "Under *** guidance a", StringComparison.Ordinal);

    private static readonly string Untidy = Complete.Replace("A cannula", "A a cannula", StringComparison.Ordinal)
        .Replace("was entered", "was was entered", StringComparison.Ordinal).Replace("with a rongeur.", "with  a rongeur .", StringComparison.Ordinal);

    private static readonly string Lumbar = "PROCEDURE PERFORMED: Percutaneous interlaminar laminotomy, left L4-L5.\nDESCRIPTION OF PROCEDURE: The cannula was advanced to the left L4 lamina and the L4-L5 interlaminar space was entered.";

    private static readonly string Markup = "PROCEDURE: <script>document.title='owned'</script> <img src=x onerror=\"document.title='owned'\">\nDESCRIPTION: <b>left</b> & \"right\" C5-C6 laminotomy.";

    public static IReadOnlyList<PaneState> All { get; } =
    [
        new("first", null, static _ => Task.CompletedTask),
        new("disagreement", Open, static page => CardAsync(page, "disagree")),
        new("question", Open, static page => CardAsync(page, "open")),
        new("answer-chosen", Open, static page => ChooseAsync(page)),
        new("own-words", Open, static async page =>
        {
            await CardAsync(page, "open");
            await page.Locator(".card[open] .own input[type=text]").FillAsync("biplanar fluoroscopic");
        }),
        new("inserted", Open, static async page =>
        {
            await ChooseAsync(page);
            await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
            await page.Locator(".did").WaitForAsync();
        }),
        new("dismissing", Open, static async page =>
        {
            await CardAsync(page, "open");
            await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Dismiss…" }).ClickAsync();
        }),
        new("dismissed", Open, static async page =>
        {
            await CardAsync(page, "open");
            await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Dismiss…" }).ClickAsync();
            await page.Locator(".card[open] .choice").First.ClickAsync();
            await page.Locator(".did").WaitForAsync();
            await OpenGroupAsync(page, "glance");
            await page.Locator("aside .answered").ScrollIntoViewIfNeededAsync();
        }),
        new("several-fields", Open, static async page =>
        {
            await OpenGroupAsync(page, "more");
            await page.Locator("aside [data-finding^='adjunct.missing'] > summary").ClickAsync();
        }),
        new("blank", Blanks, static page => CardAsync(page, "open")),
        new("nothing-open", Complete, static page => page.Locator(".nothing").WaitForAsync()),
        new("at-a-glance", Open, static page => OpenGroupAsync(page, "glance")),
        new("settings", Open, static page => page.Locator(".settings-button").ClickAsync()),
        new("transcriptionist", Open, static async page =>
        {
            await RoleAsync(page, "transcriptionist");
            await CardAsync(page, "open");
        }),
        new("flagged", Open, static async page =>
        {
            await RoleAsync(page, "transcriptionist");
            await CardAsync(page, "open");
            await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Flag to the surgeon" }).ClickAsync();
            await page.Locator(".did").WaitForAsync();
        }),
        new("repairs-of-form", Untidy, static page => RoleAsync(page, "transcriptionist")),
        new("template-author", Open, static async page =>
        {
            await RoleAsync(page, "author");
            await page.Locator("aside [data-group=hard-coded] summary").First.ClickAsync();
        }),
        new("does-not-apply", Lumbar, static page => page.Locator("header .notice:not([hidden])").WaitForAsync()),
        new("markup", Markup, static _ => Task.CompletedTask),
        new("refused", Open, static async page =>
        {
            await page.RouteAsync("**/api/drafts/applied*", static route => route.FulfillAsync(new()
            {
                Status = 422,
                ContentType = "application/problem+json",
                Body = JsonSerializer.Serialize(new { detail = "The place in the document where the answer belongs is locked or missing; write it there yourself.", code = "no-place" }),
            }));
            await ChooseAsync(page);
            await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
            await page.Locator(".refused:not([hidden])").WaitForAsync();
        }),
        new("server-away", Open, static async page =>
        {
            await page.RouteAsync("**/api/**", static route => route.AbortAsync());
            await page.Locator("footer .link").First.ClickAsync();
            await page.Locator("header .notice:not([hidden])").WaitForAsync();
        }),
    ];

    /// <summary>Those of the pane in Word that the workbench has not: it says what Word can't do, and what has changed there.</summary>
    public static IReadOnlyList<PaneState> InWord { get; } =
    [
        new("word-first", Open, static page => page.Locator("#pane .card").First.WaitForAsync()),
        new("word-inserted", Open, static async page =>
        {
            await ChooseAsync(page);
            await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
            await page.Locator(".did").WaitForAsync();
        }),
        new("word-settings", Open, static page => page.Locator(".settings-button").ClickAsync()),
        new("word-changed", Open, static async page =>
        {
            await page.RouteAsync("**/api/drafts/insertions*", async route =>
            {
                await page.EvaluateAsync("fakeWord.replace(5, 'A cannula', 'Two cannulas')");
                await route.ContinueAsync();
            });
            await ChooseAsync(page);
            await page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
            await page.Locator(".refused:not([hidden])").WaitForAsync();
        }),
        new("word-elsewhere", null, static page => page.Locator(".elsewhere").WaitForAsync()),
    ];

    /// <summary>Opens Word's pane in this state, in the fake Word.</summary>
    public async Task OpenInWordAsync(IPage page, Uri server)
    {
        await FakeWord.ServeAsync(page, new { paragraphs = Draft?.Split('\n') ?? [], faults = Draft is null ? ["not in Word"] : Array.Empty<string>() });
        await page.GotoAsync(new Uri(server, "/pane").ToString());
        await Reach(page);
    }

    /// <summary>Opens the workbench in this state.</summary>
    public async Task OpenAsync(IPage page, Uri server)
    {
        await page.GotoAsync(server.ToString());
        await page.Locator("aside .card, aside .nothing:not([hidden])").First.WaitForAsync();
        if (Draft is not null)
        {
            await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "draft.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Draft) });
            await page.GetByText("draft.txt").First.WaitForAsync();
            await page.UntilAsync("!document.querySelector('.page').hasAttribute('aria-busy')");
        }

        await Reach(page);
    }

    private static async Task CardAsync(IPage page, string group)
    {
        var card = page.Locator($".pane [data-group={group}] .card").First;
        if (await card.GetAttributeAsync("open") is null)
        {
            await card.Locator("> summary").ClickAsync();
        }
    }

    private static async Task ChooseAsync(IPage page)
    {
        await CardAsync(page, "open");
        await page.Locator(".card[open] .options input[type=radio]").First.CheckAsync();
    }

    private static async Task OpenGroupAsync(IPage page, string group)
    {
        await page.Locator($"aside [data-group={group}] > summary").ClickAsync();
        await page.Locator($"aside [data-group={group}]").ScrollIntoViewIfNeededAsync();
    }

    private static Task RoleAsync(IPage page, string role) => page.Locator("footer .bar select").SelectOptionAsync(role);
}
