using System.IO.Compression;
using System.Text;
using Laminar.Tests;
using Laminar.Web.Tests.Store;
using Microsoft.Playwright;

namespace Laminar.Web.Tests.Studio;

/// <summary>What template authors do in the studio, in a real browser over real databases.</summary>
public sealed class StudioFlowTests(Postgres postgres, Browser browser) : StoreTests(postgres), IClassFixture<Browser>
{
    private const string Reworded = "The instruments went in under {guidance} guidance.";
    private const string Options = "Answers for {guidance}";

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_phrase_and_an_option_are_changed_tried_published_used_and_taken_back(Kind kind)
    {
        var ada = await StartAsync(kind);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance");
        await studio.TypeAsync("Phrase", Reworded);
        await studio.TypeAsync(Options, "cone-beam CT\nCT\nfluoroscopic\nnavigation\nrobotic\nother\nnone used\nunable to state");

        await Assertions.Expect(studio.Verdict).ToContainTextAsync("examples pass");
        await Assertions.Expect(studio.Page.Locator(".effect .sum")).ToContainTextAsync("worded otherwise");
        var cells = studio.Page.Locator(".draft tbody tr").First.Locator("td");
        await Assertions.Expect(cells.Nth(0)).ToContainTextAsync(StudioState.Phrase);
        await Assertions.Expect(cells.Nth(1)).ToContainTextAsync(Reworded);
        await Assertions.Expect(cells.Nth(1)).ToContainTextAsync("robotic");
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());

        await studio.PublishAsync("Plainer words.");
        await Assertions.Expect(studio.Said).ToHaveTextAsync("Version 1.1.0 is published and in use.");
        Assert.Equal(("1.1.0", Reworded), await ada.ScanAsync());

        await studio.Page.GetByRole(AriaRole.Link, new() { Name = "Versions" }).ClickAsync();
        await studio.Field("From").SelectOptionAsync("1.0.0");
        await studio.Button("Compare").ClickAsync();
        await Assertions.Expect(studio.Page.Locator(".diff h3").First).ToContainTextAsync("the pack’s own copy of the shared element");
        await Assertions.Expect(studio.Page.Locator(".lines .out")).ToContainTextAsync([$"phrase: \"{StudioState.Phrase}\"", "options: [cone-beam CT, CT, fluoroscopic, navigation, other", "version: 1.0.0"]);
        await Assertions.Expect(studio.Page.Locator(".lines .in")).ToContainTextAsync([$"phrase: \"{Reworded}\"", "robotic", "version: 1.1.0"]);

        await studio.Button("Put 1.0.0 in use…").ClickAsync();
        await studio.Dialog.GetByLabel("Why, in one line").FillAsync("The old words were clearer.");
        await studio.Dialog.GetByRole(AriaRole.Button, new() { Name = "Put in use", Exact = true }).ClickAsync();
        await Assertions.Expect(studio.Said).ToHaveTextAsync("Version 1.0.0 is in use.");
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
        await Assertions.Expect(studio.Page.Locator(".uses li").First).ToContainTextAsync("The old words were clearer.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_second_of_two_authors_is_shown_the_difference_and_decides(Kind kind)
    {
        var (ada, ben) = (await StartAsync(kind, "Ada"), await StartAsync(kind, "Ben"));
        var (hers, his) = (await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance"), await AuthorsPage.OpenAsync(browser, ben.Server, "wording/guidance"));
        await hers.TypeAsync("Phrase", Reworded);
        await his.TypeAsync("Phrase", "Steered under {guidance} guidance.");
        await hers.SaveAsync();

        await his.Button("Save draft").ClickAsync();
        await Assertions.Expect(his.Dialog).ToContainTextAsync("Ada saved at");
        await Assertions.Expect(his.Dialog.Locator(".lines .out")).ToContainTextAsync(Reworded);
        await Assertions.Expect(his.Dialog.Locator(".lines .in")).ToContainTextAsync("Steered under");
        await his.Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        Assert.Equal("Ada", (await ada.PackAsync()).GetProperty("draft").Get("author"));
        await Assertions.Expect(his.Field("Phrase")).ToHaveValueAsync("Steered under {guidance} guidance.");

        await his.Button("Save draft").ClickAsync();
        await his.Dialog.GetByRole(AriaRole.Button, new() { Name = "Put mine in its place" }).ClickAsync();
        await Assertions.Expect(his.State).ToContainTextAsync("by Ben");

        await hers.TypeAsync("Question", "What guided the instruments?");
        await hers.Button("Save draft").ClickAsync();
        await hers.Dialog.GetByRole(AriaRole.Button, new() { Name = "Take theirs, without mine" }).ClickAsync();
        await Assertions.Expect(hers.Said).ToHaveTextAsync("This is what the other author has saved.");
        await Assertions.Expect(hers.Field("Phrase")).ToHaveValueAsync("Steered under {guidance} guidance.");
        await Assertions.Expect(hers.Field("Question")).ToHaveValueAsync("Which imaging was used to place and steer the instruments?");
    }

    [Fact]
    public async Task A_broken_pack_is_saved_and_not_published_and_says_where_it_is_broken()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance");
        await studio.TypeAsync(Options, "CT\nfluoroscopic\nother\nnone used");

        await Assertions.Expect(studio.Verdict).ToHaveTextAsync("1 error: the pack can’t be read.");
        await Assertions.Expect(studio.Page.Locator(".form .refused").Filter(new() { HasText = "needs the option \"unable to state\"" })).ToBeVisibleAsync();
        await studio.SaveAsync();
        await studio.Button("Publish…").ClickAsync();
        await Assertions.Expect(studio.Said).ToContainTextAsync("1 thing stands in the way");
        await Assertions.Expect(studio.Dialog).ToHaveCountAsync(0);

        var line = studio.Page.Locator(".effect .faults a");
        await line.ClickAsync();
        await Assertions.Expect(studio.Page.Locator(".sheet h2")).ToHaveTextAsync($"{StudioState.Pack}/elements/guidance.yaml");
        Assert.Contains("guidance: { options: [CT, fluoroscopic, other, none used] }", await studio.Page.EvaluateAsync<string>("(() => { const code = document.querySelector('#code'); return code.value.slice(code.selectionStart, code.selectionEnd); })()"), StringComparison.Ordinal);
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
    }

    [Fact]
    public async Task An_example_that_fails_is_marked_and_keeps_the_pack_from_being_published()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/adjunct.ligament");
        await studio.TypeAsync("A sentence that answers it", "The patient was turned prone.");
        await studio.Button("Add the example").First.ClickAsync();

        var failing = studio.Page.Locator(".sentences .fails");
        await Assertions.Expect(failing).ToContainTextAsync("The patient was turned prone.");
        await Assertions.Expect(studio.Verdict).ToContainTextAsync("1 example fails");
        await studio.Button("Publish…").ClickAsync();
        await Assertions.Expect(studio.Said).ToContainTextAsync("1 thing stands in the way");

        await failing.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(failing).ToHaveCountAsync(0);
        await Assertions.Expect(studio.Verdict).ToContainTextAsync("examples pass");
    }

    [Fact]
    public async Task New_words_are_read_in_a_draft_that_the_author_drops_in()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/adjunct.ligament");
        await studio.SettledAsync();
        await studio.Page.Locator("#try").SetInputFilesAsync(new FilePayload { Name = "mine.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(FictionalDraft.Text) });
        var mine = studio.Page.Locator(".draft").Filter(new() { HasText = "mine.txt" });
        await Assertions.Expect(mine).ToContainTextAsync("Nothing changes");

        await studio.Page.GetByRole(AriaRole.Link, new() { Name = "Image guidance" }).ClickAsync();
        await studio.Field("Severity").SelectOptionAsync("recommended");
        await Assertions.Expect(mine.Locator("td").Nth(0)).ToContainTextAsync("required");
        await Assertions.Expect(mine.Locator("td").Nth(1)).ToContainTextAsync("recommended");

        await mine.GetByRole(AriaRole.Button, new() { Name = "Take mine.txt away" }).ClickAsync();
        await Assertions.Expect(mine).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_a_moment_ago_is_saved()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance");
        await studio.TypeAsync("Why it is asked", "The record leaves it open.");
        await studio.Field("Question").FillAsync("What guided the instruments?");
        await studio.Button("Save draft").ClickAsync();
        await Assertions.Expect(studio.State).ToContainTextAsync("The draft was saved");
        await Assertions.Expect(studio.State).Not.ToContainTextAsync("not saved");

        Assert.Contains("What guided the instruments?", await DraftOfAsync(ada, "guidance"), StringComparison.Ordinal);
        Assert.Contains("The record leaves it open.", await DraftOfAsync(ada, "guidance"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_goes_on_from_what_another_has_published_meanwhile_and_is_looked_at_where_both_changed_the_same()
    {
        var (ada, ben) = (await StartAsync(Kind.Sqlite, "Ada"), await StartAsync(Kind.Sqlite, "Ben"));
        var hers = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance");
        await hers.TypeAsync("Question", "What guided the instruments?");
        await PublishAsync(ben, "levels", "Which levels were treated?", "1.0.1");

        await hers.SaveAsync();
        Assert.Contains("What guided the instruments?", await DraftOfAsync(ada, "guidance"), StringComparison.Ordinal);
        Assert.Contains("Which levels were treated?", await DraftOfAsync(ada, "levels"), StringComparison.Ordinal);
        await hers.PublishAsync("Shorter.");
        await Assertions.Expect(hers.Said).ToContainTextAsync("is published and in use.");

        await hers.TypeAsync("Question", "What steered the instruments?");
        await PublishAsync(ben, "guidance", "Which imaging was it?", "1.1.1");
        await hers.Button("Save draft").ClickAsync();
        await Assertions.Expect(hers.Said).ToContainTextAsync("Version 1.1.1 was published meanwhile");
        await Assertions.Expect(hers.Field("Question")).ToHaveValueAsync("What steered the instruments?");
        await hers.SaveAsync();
    }

    [Fact]
    public async Task The_form_shows_what_was_changed_in_the_file()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance");
        await studio.SettledAsync();
        await studio.Page.GetByRole(AriaRole.Link, new() { Name = "Open its file" }).ClickAsync();
        var code = studio.Page.Locator("#code");
        await Assertions.Expect(code).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("id: guidance"));
        await code.FillAsync((await code.InputValueAsync()).Replace("name: Image guidance", "name: Guidance by images", StringComparison.Ordinal));
        await studio.SettledAsync();
        await studio.Page.GetByRole(AriaRole.Link, new() { Name = "Wording", Exact = true }).ClickAsync();

        await Assertions.Expect(studio.Field("Name")).ToHaveValueAsync("Guidance by images");
    }

    [Fact]
    public async Task Unsaved_work_is_asked_about_before_another_pack_is_opened()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance");
        await studio.TypeAsync("Question", "What guided the instruments?");
        var asked = 0;
        var stayed = new TaskCompletionSource();
        studio.Page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.DismissAsync();
            stayed.TrySetResult();
        };
        await studio.Page.GetByRole(AriaRole.Link, new() { Name = "Laminar studio" }).ClickAsync();
        await stayed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        // The page puts its address back once it has the answer.
        await Assertions.Expect(studio.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/wording/guidance$"));
        await Assertions.Expect(studio.Field("Question")).ToHaveValueAsync("What guided the instruments?");
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_standard_note_with_a_hard_coded_side_is_caught_and_a_mended_one_is_published()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "notes");
        async Task LookAsync(string name, byte[] file) => await studio.Page.Locator("#note").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });

        await LookAsync("our note.docx", WordFiles.Zip(["DESCRIPTION OF PROCEDURE:", "The interspace was entered on the left."]));
        await Assertions.Expect(studio.Page.Locator(".lint")).ToContainTextAsync("Side: a fact of one patient stands in the note");
        await studio.Page.GetByRole(AriaRole.Button, new() { Name = "Show “left”" }).ClickAsync();
        await Assertions.Expect(studio.Page.Locator(".paper mark.pointed")).ToHaveTextAsync("left");
        await Assertions.Expect(studio.Button("Publish this note")).ToHaveCountAsync(0);

        var mended = await System.IO.File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "templates", StudioState.Pack, "standard-note.docx"), TestContext.Current.CancellationToken);
        await LookAsync("our note.docx", mended);
        await Assertions.Expect(studio.Verdict).ToContainTextAsync("Nothing stands in it");
        await studio.Field("Why, in one line").FillAsync("The side is a field.");
        await studio.Button("Publish this note").ClickAsync();
        await Assertions.Expect(studio.Page.Locator(".note").Filter(new() { HasText = "our note.docx" })).ToContainTextAsync("The side is a field.");

        var download = await studio.Page.RunAndWaitForDownloadAsync(() => studio.Page.Locator(".note").Filter(new() { HasText = "our note.docx" }).GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        Assert.Equal(mended, await System.IO.File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_pack_goes_out_as_a_zip_and_another_comes_in_as_a_draft()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "versions");
        var download = await studio.Page.RunAndWaitForDownloadAsync(() => studio.Page.GetByRole(AriaRole.Link, new() { Name = "Export 1.0.0" }).ClickAsync());
        var zip = await System.IO.File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        await studio.Page.GetByRole(AriaRole.Link, new() { Name = "Laminar studio" }).ClickAsync();
        await studio.Page.Locator("#zip").SetInputFilesAsync(new FilePayload { Name = "pack.zip", MimeType = "application/zip", Buffer = Renamed(zip, "another-pack") });

        await Assertions.Expect(studio.State).ToContainTextAsync("Not published yet.");
        await Assertions.Expect(studio.Verdict).ToContainTextAsync("examples pass");
        await studio.PublishAsync("Ours.");
        await Assertions.Expect(studio.Said).ToContainTextAsync("is published and in use.");
        Assert.Contains((await ada.GetAsync("/api/packs")).EnumerateArray(), pack => pack.Get("id") == "another-pack");

        await studio.Page.GetByRole(AriaRole.Link, new() { Name = "Laminar studio" }).ClickAsync();
        await studio.Page.Locator("#zip").SetInputFilesAsync(new FilePayload { Name = "no.zip", MimeType = "application/zip", Buffer = [1, 2, 3] });
        await Assertions.Expect(studio.Page.Locator(".home .said")).Not.ToBeEmptyAsync();
    }

    [Fact]
    public async Task What_is_dismissed_more_than_answered_stands_first_and_reports_are_read()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await StudioState.PrepareAsync(ada.Server.Client);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "questions");

        await Assertions.Expect(studio.Page.Locator(".stats tbody tr").First).ToContainTextAsync("more dismissed than answered");
        await Assertions.Expect(studio.Page.Locator(".stats tr").Filter(new() { HasText = "Image guidance" })).ToContainTextAsync("6 answered, 0 dismissed.");
        await Assertions.Expect(studio.Page.Locator(".reports")).ToContainTextAsync("An answer is missing");
        await Assertions.Expect(studio.Page.Locator(".reports blockquote")).ToHaveTextAsync("The tube was passed down to bone.");
    }

    [Fact]
    public async Task An_author_who_has_the_keyboard_alone_changes_and_publishes()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance");
        await studio.SettledAsync();
        async Task TabToAsync(ILocator target)
        {
            for (var presses = 0; presses < 120 && !await target.EvaluateAsync<bool>("(element) => element === document.activeElement"); presses++)
            {
                await studio.Page.Keyboard.PressAsync("Tab");
            }

            await Assertions.Expect(target).ToBeFocusedAsync();
        }

        await TabToAsync(studio.Field("Question"));
        await studio.Page.Keyboard.PressAsync("Control+A");
        await studio.Page.Keyboard.TypeAsync("What guided the instruments?");
        await studio.SettledAsync();
        await Assertions.Expect(studio.Field("Question")).ToBeFocusedAsync();
        await TabToAsync(studio.Button("Publish…"));
        await studio.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(studio.Dialog.GetByLabel("What is better now, in one line"));
        await studio.Page.Keyboard.TypeAsync("Shorter.");
        await TabToAsync(studio.Dialog.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }));
        await studio.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(studio.Said).ToHaveTextAsync("Version 1.1.0 is published and in use.");
    }

    [Fact]
    public async Task Where_the_store_is_away_the_studio_says_so()
    {
        var server = await WebServer.StartAsync("--ConnectionStrings:Laminar=Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=1");
        await using (server)
        {
            var page = await browser.NewPageAsync(new BrowserNewPageOptions());
            await page.GotoAsync(new Uri(server.Client.BaseAddress!, "studio").ToString());
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("store");
        }
    }

    private static async Task<string> DraftOfAsync(StudioClient client, string element) =>
        (await client.GetAsync($"packs/{StudioState.Pack}/draft")).GetProperty("files").EnumerateArray()
            .Where(file => file.Get("path").EndsWith($"elements/{element}.yaml", StringComparison.Ordinal)).OrderBy(file => file.Get("path").StartsWith("shared", StringComparison.Ordinal)).First().Get("text");

    private static async Task PublishAsync(StudioClient client, string element, string question, string version)
    {
        var words = await StudioClient.Ok(await client.SendAsync(HttpMethod.Post, $"packs/{StudioState.Pack}/wording", new { edits = new[] { new { element, key = "question", text = question } } }));
        var saved = await StudioClient.Ok(await client.SendAsync(HttpMethod.Put, $"packs/{StudioState.Pack}/draft", new { changes = words.GetProperty("files") }));
        await StudioClient.Ok(await client.PublishAsync(saved.Get("token"), version));
    }

    private static byte[] Renamed(byte[] zip, string id)
    {
        var renamed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(zip)))
        using (var to = new ZipArchive(renamed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = new MemoryStream();
                using (var read = entry.Open())
                {
                    read.CopyTo(content);
                }

                var bytes = content.ToArray();
                if (entry.FullName == $"{StudioState.Pack}/pack.yaml")
                {
                    bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace($"id: {StudioState.Pack}", $"id: {id}", StringComparison.Ordinal).Replace("order: 1", "order: 9", StringComparison.Ordinal));
                }

                using var write = to.CreateEntry(entry.FullName.Replace($"{StudioState.Pack}/", $"{id}/", StringComparison.Ordinal)).Open();
                write.Write(bytes);
            }
        }

        return renamed.ToArray();
    }
}
