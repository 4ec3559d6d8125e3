using System.Net;
using System.Text.RegularExpressions;

namespace Laminar.Web.Tests;

/// <summary>The pages and the files that they load, as the server gives them out.</summary>
public sealed partial class PageTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Rest = "style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors";

    private const string OfficeHosts =
        "'self' https://*.officeapps.live.com https://*.sharepoint.com https://*.office.com https://*.office365.com "
        + "https://*.microsoft365.com https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://onedrive.live.com";

    public static TheoryData<string> Pages => ["/", "/pane", "/openapi"];

    /// <summary>Every file of the server's wwwroot, by its address.</summary>
    public static TheoryData<string> Files { get; } = [.. PageFolder.Addresses];

    [Theory]
    [InlineData("/", $"default-src 'none'; script-src 'self'; {Rest} 'none'")]
    [InlineData("/pane", $"default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; {Rest} {OfficeHosts}")]
    public async Task A_page_says_what_may_run_on_it_and_who_may_frame_it(string path, string policy)
    {
        using var page = await server.Client.AskAsync(path);

        Assert.Equal(policy, page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.False(page.Headers.Contains("X-Frame-Options"));
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task Who_may_frame_the_pane_can_be_configured()
    {
        await using var other = await WebServer.StartAsync("--Pane:FrameAncestors=https://word.hospital.example");

        using var pane = await other.Client.AskAsync("/pane");
        using var workbench = await other.Client.AskAsync("/");

        Assert.EndsWith("frame-ancestors https://word.hospital.example", pane.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", workbench.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_frame_the_pane_can_say_nothing_else()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => WebServer.StartAsync("--Pane:FrameAncestors=https://a.example; script-src *"));

        Assert.Contains("Pane:FrameAncestors", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_script_or_style_of_its_own(string path)
    {
        var html = await server.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(Inline(), html);
        Assert.All(Script().Matches(html), script => Assert.Matches("""^<script[^>]* src="[^"]+"[^>]*>\s*</script>""", script.Value));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pane")]
    public async Task A_page_says_what_it_needs_where_scripts_are_off(string path) =>
        Assert.Matches(@"<noscript>[^<]*\b(needs|need)\b.*\.\s*</noscript>", await server.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_pane_loads_Office_js_from_the_only_address_that_it_is_served_from() =>
        Assert.Contains(
            "<script src=\"https://appsforoffice.microsoft.com/lib/1/hosted/office.js\"></script>",
            await server.Client.GetStringAsync(new Uri("/pane", UriKind.Relative), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_what_it_says_and_asked_for_anew_each_time(string path)
    {
        using var file = await server.Client.AskAsync(path);

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(PageFolder.TypeOf(path), file.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", file.Headers.CacheControl?.ToString());
        Assert.Equal(await File.ReadAllBytesAsync(PageFolder.PathOf(path), TestContext.Current.CancellationToken), await file.UnpackedAsync());
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, BR;q=0.5", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("zstd", null)]
    [InlineData(null, null)]
    public async Task A_file_comes_as_small_as_the_client_takes_it_and_not_at_all_where_it_is_known(string? accepted, string? coding)
    {
        using var first = await server.Client.AskAsync("/app/workbench-main.js", accepted);
        using var second = await server.Client.AskAsync("/app/workbench-main.js", accepted, first.Headers.ETag);

        Assert.Equal(coding, first.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", first.Headers.Vary.Single());
        Assert.Equal(await File.ReadAllBytesAsync(PageFolder.PathOf("/app/workbench-main.js"), TestContext.Current.CancellationToken), await first.UnpackedAsync());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("no-cache", second.Headers.CacheControl?.ToString());
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_form_of_a_file_has_a_tag_of_its_own()
    {
        string?[] accepted = [null, "gzip", "br"];
        var tags = await Task.WhenAll(accepted.Select(async one => (await server.Client.AskAsync("/tokens.css", one)).Headers.ETag));

        Assert.Equal(3, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("/app/")]
    [InlineData("/app/../appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/index.html")]
    public async Task What_is_no_page_or_file_of_one_is_not_there(string path) =>
        await (await server.Client.AskAsync(path)).AssertProblemAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Drafts_are_not_sent_to_a_page()
    {
        using var content = Requests.Content("PROCEDURE:"u8.ToArray(), "text/plain");

        using var answer = await server.Client.PostAsync(new Uri("/", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await answer.AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "method");
    }

    /// <summary>Style elements and attributes, handlers in attributes, addresses that are scripts.</summary>
    [GeneratedRegex("""<style|<[^>]*\s(style|on\w+)\s*=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("<script.*?</script>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Script();
}
