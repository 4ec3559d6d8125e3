using System.Diagnostics;
using System.Net;
using System.Text;
using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The first page in a real browser.</summary>
public sealed class PageTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    [Fact]
    public async Task The_first_page_shows_a_sample_draft_with_its_questions()
    {
        var page = await OpenAsync();

        Assert.NotEqual(0, await page.Locator("article.page p").CountAsync());
        Assert.NotEqual(0, await page.Locator("article.page mark, article.page .mark").CountAsync());
        Assert.NotEqual(0, await page.Locator("details.card .question").CountAsync());
        Assert.Matches("question|disagreement", await page.Locator("aside h1").InnerTextAsync());
        Assert.NotEqual(0, await page.Locator(".options li").CountAsync());
    }

    [Fact]
    public async Task Another_sample_can_be_chosen()
    {
        var page = await OpenAsync();
        var last = await page.Locator("#sample option").Last.InnerTextAsync();

        await page.SelectOptionAsync("#sample", new SelectOptionValue { Label = last });
        await page.ClickAsync("text=Show");

        Assert.Equal($"Sample: {last}", await page.Locator(".bar h2").InnerTextAsync());
    }

    [Fact]
    public async Task Pasted_text_is_read_and_shown_with_its_disagreement()
    {
        var page = await OpenAsync();

        await page.FillAsync("#text", FictionalDraft.Text);
        await page.ClickAsync("text=Read it");

        Assert.Equal(FictionalDraft.Paragraphs.Count, await page.Locator("article.page p").CountAsync());
        Assert.Contains("left", await page.Locator("article.page .mark.clash").AllInnerTextsAsync());
        Assert.Contains("right", await page.Locator("article.page .mark.clash").AllInnerTextsAsync());
    }

    [Fact]
    public async Task A_Word_file_is_read_and_shown()
    {
        var page = await OpenAsync();

        await page.SetInputFilesAsync("#file", new FilePayload { Name = "mine.docx", MimeType = "application/octet-stream", Buffer = WordFiles.Zip(FictionalDraft.Paragraphs) });
        await page.ClickAsync("text=Read it");

        Assert.Equal("mine.docx", await page.Locator(".bar h2").InnerTextAsync());
        Assert.Equal(FictionalDraft.Paragraphs.Count, await page.Locator("article.page p").CountAsync());
    }

    [Fact]
    public async Task A_click_on_underlined_words_leads_to_the_card_that_asks_about_them()
    {
        var page = await OpenAsync();
        await page.FillAsync("#text", FictionalDraft.Text);
        await page.ClickAsync("text=Read it");

        await page.Locator("article.page .mark.clash").First.ClickAsync();

        Assert.Equal(1, await page.Locator("details.card:target").CountAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_draft_is_refused_with_a_sentence()
    {
        var page = await OpenAsync();

        await page.SetInputFilesAsync("#file", new FilePayload { Name = "half.docx", MimeType = "application/octet-stream", Buffer = WordFiles.Zip(FictionalDraft.Paragraphs)[..200] });
        await page.ClickAsync("text=Read it");

        Assert.EndsWith(".", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_draft_stays_text()
    {
        var page = await OpenAsync();
        var attack = "<script>document.title='owned'</script><img src=x onerror=alert(1)> left & \"right\"";

        await page.FillAsync("#text", attack);
        await page.ClickAsync("text=Read it");

        // A phrase may stand after it.
        Assert.StartsWith(attack, await page.Locator("article.page p").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("article.page img, article.page script").CountAsync());
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1240, ColorScheme.Light)]
    [InlineData(1240, ColorScheme.Dark)]
    [InlineData(340, ColorScheme.Light)]
    public async Task The_page_fits_its_window_and_the_browser_has_nothing_to_complain_of(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(server.Client.BaseAddress!, width, scheme);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task The_page_answers_without_any_script()
    {
        var response = await server.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_sent_with_nothing_in_it_is_answered_with_a_sentence()
    {
        var page = await OpenAsync();

        await page.ClickAsync("text=Read it");

        Assert.Equal("The request carries no draft; send a file or its text.", await page.Locator("[role=alert]").InnerTextAsync());
    }

    [Theory]
    [InlineData("", "", 8000)]
    [InlineData("", ". ", 8000)]
    [InlineData("PROCEDURE: ", "", 8000)]
    public async Task A_paragraph_of_thousands_of_marks_is_shown_without_a_wait(string lead, string end, int times)
    {
        var words = $"left C4-5 interlaminar laminotomy and right C5-6 laminectomy, {end}";
        var text = Encoding.UTF8.GetBytes(lead + string.Concat(Enumerable.Repeat(words, times)));
        using var content = Requests.Content(text, "text/plain");
        var watch = Stopwatch.StartNew();

        var response = await server.Client.PostAsync(new Uri("/", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(6), $"It took {watch.Elapsed.TotalSeconds:0.0} s.");
    }

    [Fact]
    public async Task A_draft_that_takes_longer_than_allowed_ends_with_a_sentence()
    {
        await using var hurried = await WebServer.StartAsync("--Limits:ScanTime=00:00:00.001");
        using var content = Requests.Content(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 10_000))), "text/plain");

        var response = await hurried.Client.PostAsync(new Uri("/", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("longer than the server allows;", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<IPage> OpenAsync() => browser.OpenAsync(server.Client.BaseAddress!, 1240, ColorScheme.Light);
}
