using System.Text;
using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>Drafts come to the workbench and leave it.</summary>
public sealed class FileTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    [Fact]
    public async Task A_sample_is_there_at_once_and_another_can_be_chosen()
    {
        var desk = await Desk.OpenAsync(browser, server);
        Assert.NotEmpty(await desk.TextsAsync());

        await desk.Page.Locator(".samples").SelectOptionAsync("thoracic-guidance-not-stated");
        await desk.CheckedAsync();

        Assert.Equal(Samples.Lines("thoracic-guidance-not-stated"), await desk.TextsAsync());
        Assert.StartsWith("Sample: Thoracic guidance not stated", await desk.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_opened_where_it_is_dropped()
    {
        var desk = await Desk.OpenAsync(browser, server);
        await desk.Page.EvaluateAsync("""
            (bytes) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], 'dropped.docx'));
              document.querySelector('.page p').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """, Convert.ToBase64String(WordFiles.Zip(FictionalDraft.Paragraphs)));

        await Assertions.Expect(desk.Page.Locator(".draft-name")).ToHaveTextAsync("dropped.docx");
        Assert.Equal(FictionalDraft.Paragraphs, await desk.TextsAsync());
    }

    [Fact]
    public async Task A_report_is_typed_and_pasted_into_an_empty_page()
    {
        var desk = await Desk.OpenAsync(browser, server);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "New" }).ClickAsync();
        await Assertions.Expect(desk.Draft).ToHaveAttributeAsync("data-empty", "");
        await desk.SendAsync("paste", string.Join("\r\n", FictionalDraft.Paragraphs));

        await Assertions.Expect(desk.Headline).ToHaveTextAsync("1 question, 1 disagreement");
        Assert.Equal(FictionalDraft.Paragraphs, await desk.TextsAsync());
        Assert.Equal(["OPERATIVE REPORT", "PREOPERATIVE DIAGNOSIS:"], (await desk.Draft.Locator("strong").AllInnerTextsAsync()).Take(2));
    }

    [Theory]
    [InlineData("mine.txt")]
    [InlineData("mine.docx")]
    public async Task What_was_typed_is_downloaded_as_a_Word_file(string name)
    {
        var desk = await Desk.OpenAsync(browser, server);
        await desk.UploadAsync(name, name.EndsWith(".txt", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(FictionalDraft.Text) : WordFiles.Zip(FictionalDraft.Paragraphs));
        await desk.CaretAsync(7, 4);
        await desk.TypeAsync("narrow ");
        await desk.PressAsync("Enter");
        var texts = await desk.TextsAsync();

        var written = await desk.DownloadAsync();

        Assert.Contains("narrow", WrittenFiles.Document(written), StringComparison.Ordinal);
        await desk.UploadAsync("again.docx", written);
        Assert.Equal(texts, await desk.TextsAsync());
    }

    [Fact]
    public async Task A_draft_that_is_opened_while_another_is_being_read_takes_its_place()
    {
        var desk = await Desk.OpenAsync(browser, server, "An unremarkable day.");
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await desk.Page.RouteAsync("**/api/scans*", async route =>
        {
            if (asked.TrySetResult())
            {
                await answer.Task;
            }

            await route.ContinueAsync();
        });
        await desk.Page.GetByTitle("Check again").ClickAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await desk.UploadAsync("another.docx", WordFiles.Zip(FictionalDraft.Paragraphs));

        await Assertions.Expect(desk.Headline).ToHaveTextAsync("1 question, 1 disagreement");
        answer.SetResult();
    }

    [Fact]
    public async Task A_file_that_nobody_has_changed_is_downloaded_as_it_came()
    {
        var desk = await Desk.OpenAsync(browser, server);
        await desk.UploadAsync("rich.docx", RichDraft.Bytes);

        Assert.Equal(RichDraft.Bytes.Length, (await desk.DownloadAsync()).Length);
    }

    [Fact]
    public async Task What_can_not_be_read_is_refused_with_a_sentence_and_the_draft_before_stays()
    {
        var desk = await Desk.OpenAsync(browser, server, "PROCEDURE: left C5-C6 laminotomy.");

        await desk.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "half.docx", MimeType = "application/octet-stream", Buffer = RichDraft.Bytes[..200] });

        await Assertions.Expect(desk.Page.Locator(".desk-head .notice")).ToBeVisibleAsync();
        Assert.EndsWith(".", await desk.Page.Locator(".desk-head .notice").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["PROCEDURE: left C5-C6 laminotomy."], await desk.TextsAsync());
    }

    [Fact]
    public async Task Only_changes_that_would_be_lost_are_asked_about()
    {
        var desk = await Desk.OpenAsync(browser, server, "One.");
        await desk.CaretAsync(0, 4);
        await desk.TypeAsync(" Two.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "New" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Go back to the draft" }).ClickAsync();
        Assert.Equal(["One. Two."], await desk.TextsAsync());

        await desk.DownloadAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "New" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("dialog")).ToBeHiddenAsync();
        Assert.Equal([""], await desk.TextsAsync());

        await desk.TypeAsync("Three.");
        await desk.Page.Locator(".samples").SelectOptionAsync("thoracic-guidance-not-stated");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Discard them" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".samples")).ToHaveValueAsync("thoracic-guidance-not-stated");
        await desk.CheckedAsync();
        Assert.Equal(Samples.Lines("thoracic-guidance-not-stated"), await desk.TextsAsync());
    }

    [Fact]
    public async Task Nothing_of_a_draft_is_kept_in_the_browser_or_its_address()
    {
        var desk = await Desk.OpenAsync(browser, server, "PROCEDURE: Zebrafish left C5-C6 laminotomy.");
        await desk.CaretAsync(0, 5);
        await desk.TypeAsync("Zebrafish");
        await desk.CheckedAsync();

        Assert.DoesNotContain("Zebrafish", await desk.Page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])"), StringComparison.Ordinal);
    }
}
