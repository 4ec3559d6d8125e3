using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Laminar.Tests;

/// <summary>A state that an author can bring the studio into, and how: pictures are made of each, and each is held against the rules of accessibility.</summary>
/// <param name="Name">For a file's name.</param>
/// <param name="Address">Behind <c>/studio</c>.</param>
/// <param name="Reach">What is done then.</param>
internal sealed record StudioState(string Name, string Address, Func<IPage, Task> Reach)
{
    public const string Pack = "percutaneous-interlaminar-decompression";
    public const string Phrase = "Instruments were advanced under {guidance} guidance.";

    public static IReadOnlyList<string> Note { get; } = ["DESCRIPTION OF PROCEDURE:", "The cannula was advanced under [guidance] guidance at left C5-6.", "If stenosis was seen, a foraminotomy was performed."];

    public static IReadOnlyList<StudioState> All { get; } =
    [
        new("studio-packs", "", static page => page.Locator(".packs li").First.WaitForAsync()),
        new("studio-wording", $"#/{Pack}/wording/guidance", static page => EffectAsync(page)),
        new("studio-changed", $"#/{Pack}/wording/guidance", static page => RewordAsync(page)),
        new("studio-broken", $"#/{Pack}/wording/guidance", static async page =>
        {
            await page.GetByLabel("Answers for {guidance}").FillAsync("CT\nfluoroscopic");
            await page.Locator(".verdict.bad").WaitForAsync();
        }),
        new("studio-examples", $"#/{Pack}/wording/adjunct.ligament", static async page =>
        {
            await EffectAsync(page);
            await page.GetByLabel("A sentence that answers it").FillAsync("The patient was turned prone.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add the example" }).First.ClickAsync();
            await page.Locator(".sentences .fails").ScrollIntoViewIfNeededAsync();
        }),
        new("studio-file", $"#/{Pack}/files/{Pack}/pack.yaml", static async page =>
        {
            await EffectAsync(page);
            var code = page.Locator("#code");
            await code.FillAsync((await code.InputValueAsync()).Replace("order: 1", "ordre: 1", StringComparison.Ordinal));
            await page.Locator(".sheet .faults li").First.WaitForAsync();
        }),
        new("studio-publishing", $"#/{Pack}/wording/guidance", static async page =>
        {
            await RewordAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Publish…" }).ClickAsync();
        }),
        new("studio-conflict", $"#/{Pack}/wording/guidance", static async page =>
        {
            await RewordAsync(page);
            await SaveAsAnotherAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
            await page.Locator("dialog .lines").First.WaitForAsync();
        }),
        new("studio-versions", $"#/{Pack}/versions", static async page =>
        {
            await page.GetByLabel("From").SelectOptionAsync("1.0.0");
            await page.GetByLabel("to", new() { Exact = true }).SelectOptionAsync("1.1.0");
            await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
            await page.Locator(".lines").First.WaitForAsync();
        }),
        new("studio-questions", $"#/{Pack}/questions", static page => page.Locator(".stats").WaitForAsync()),
        new("studio-notes", $"#/{Pack}/notes", static page => page.GetByRole(AriaRole.Heading, new() { Name = "Standard notes" }).WaitForAsync()),
        new("studio-note-with-faults", $"#/{Pack}/notes", static async page =>
        {
            await page.Locator("#note").SetInputFilesAsync(new FilePayload { Name = "note.docx", MimeType = "application/octet-stream", Buffer = WordFiles.Zip(Note) });
            await page.Locator(".lint li").First.WaitForAsync();
        }),
    ];

    /// <summary>Brings the store of a fresh server to where there is something to see: a second version, counts, a report.</summary>
    public static async Task PrepareAsync(HttpClient client)
    {
        var studio = $"/api/studio/packs/{Pack}";
        var words = await PostAsync(client, $"{studio}/wording", new { edits = new[] { new { element = "guidance", key = "question", text = "Under which imaging were the instruments placed and steered?" } } });
        var token = (await SendAsync(client, HttpMethod.Put, $"{studio}/draft", new { changes = words.GetProperty("files") })).GetProperty("token").GetString();
        await PostAsync(client, $"{studio}/publish", new { token, version = "1.1.0", reason = "A clearer question about guidance." });
        for (var number = 0; number < 6; number++)
        {
            await AskAsync(client, number);
        }

        await PostAsync(client, "/api/reports", new { pack = Pack, version = "1.1.0", element = "guidance", kind = "missing", reason = "option-missing" });
        await PostAsync(client, "/api/reports", new { pack = Pack, version = "1.1.0", element = "devices", kind = "missing", reason = "stated-elsewhere", sentence = "The tube was passed down to bone." });
    }

    public async Task OpenAsync(IPage page, Uri server)
    {
        await page.GotoAsync(new Uri(server, $"studio{Address}").ToString());
        await Reach(page);
        await page.UntilAsync("document.querySelector('.effect[aria-busy=\"true\"]') === null");
    }

    /// <summary>What others began is given up, so that each state begins alike.</summary>
    public static async Task ResetAsync(HttpClient client)
    {
        var pack = await client.GetFromJsonAsync<JsonElement>($"/api/studio/packs/{Pack}");
        if (pack.GetProperty("draft") is { ValueKind: JsonValueKind.Object } draft)
        {
            (await client.DeleteAsync(new Uri($"/api/studio/packs/{Pack}/draft?token={draft.GetProperty("token").GetString()}", UriKind.Relative))).EnsureSuccessStatusCode();
        }
    }

    private static Task EffectAsync(IPage page) => page.Locator(".verdict").WaitForAsync();

    private static async Task RewordAsync(IPage page)
    {
        await EffectAsync(page);
        await page.GetByLabel("Phrase", new() { Exact = true }).FillAsync("The instruments went in under {guidance} guidance.");
        await page.Locator(".draft table").First.WaitForAsync();
    }

    private static Task SaveAsAnotherAsync(IPage page) => page.EvaluateAsync("""
        async (pack) => {
          const send = async (path, method, body) => (await fetch(`/api/studio/packs/${pack}/${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })).json();
          const { files } = await send('wording', 'POST', { edits: [{ element: 'guidance', key: 'phrase', text: 'Instruments were brought in under {guidance} guidance.' }] });
          await send('draft', 'PUT', { changes: files });
        }
        """, Pack);

    /// <summary>A draft that leaves the guidance open, answered or dismissed.</summary>
    private static async Task AskAsync(HttpClient client, int number)
    {
        async Task<JsonElement> Send(string address, HttpContent body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
            request.Headers.Add("Laminar-Visit", $"visit-{number}");
            var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            return answer.Content.Headers.ContentType?.MediaType == "application/json" ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default;
        }

        var text = FictionalDraft.Text.Replace("right", "left", StringComparison.Ordinal) + $"\nRoom {number + 1}.";
        var findings = (await Send("/api/scans", new StringContent(text))).GetProperty("findings").EnumerateArray().ToDictionary(one => one.GetProperty("element").GetString()!, one => one.GetProperty("id").GetString());
        var answers = new List<object> { new { finding = findings["guidance"], answer = number % 3 == 0 ? "CT" : "fluoroscopic" } };
        if (number > 1)
        {
            answers.Add(new { finding = findings["adjunct"], answer = number > 4 ? "none of these" : "dismissed: stated elsewhere" });
        }

        using var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { by = "Dr. A", role = "surgeon", answers })), "answers" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "draft.txt" },
        };
        await Send("/api/drafts/applied", form);
    }

    private static Task<JsonElement> PostAsync(HttpClient client, string address, object body) => SendAsync(client, HttpMethod.Post, address, body);

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string address, object body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
