using System.Net;
using System.Text;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>A server without sign-in: one user, in a role of that user's choice, on this machine alone.</summary>
public sealed class LocalUserTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly byte[] Word = WordFiles.Zip(FictionalDraft.Paragraphs);

    [Theory]
    [InlineData(Requests.Applied, "surgeon")]
    [InlineData(Requests.Applied, null)]
    [InlineData(Requests.Insertions, "surgeon")]
    [InlineData(Requests.Insertions, null)]
    public async Task Who_has_chosen_to_be_a_transcriptionist_puts_in_no_clinical_value(string address, string? role)
    {
        var finding = (await server.Client.FindingsAsync(Word)).First(static one => one.Get("element") == "guidance").Get("id");
        var answers = new Dictionary<string, object> { ["by"] = "T. Typist", ["answers"] = new[] { new { finding, answer = "fluoroscopic" } } };
        if (role is not null)
        {
            answers["role"] = role;
        }

        using var client = In("transcriptionist");

        await (await client.ApplyAsync(Word, JsonSerializer.Serialize(answers), address: address)).AssertProblemAsync(HttpStatusCode.Forbidden, "role");
    }

    [Theory]
    [InlineData("transcriptionist")]
    [InlineData("author")]
    [InlineData("administrator")]
    public async Task A_role_that_was_chosen_opens_what_it_is_for_and_nothing_else(string role)
    {
        using var client = In(role);

        Assert.Equal(HttpStatusCode.OK, (await client.ScanAsync(Word)).StatusCode);
        Assert.Equal(role is not "transcriptionist", (await client.GetAsync(new Uri("/api/studio/packs", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.Equal(role is "transcriptionist", (await client.SendDraftAsync(Requests.Cleared, Word)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_role_that_there_is_not_opens_nothing()
    {
        using var client = In("chief");

        await (await client.ScanAsync(Word)).AssertProblemAsync(HttpStatusCode.Forbidden, "role");
    }

    [Fact]
    public async Task It_says_that_nobody_has_to_sign_in()
    {
        var signIn = await (await server.Client.GetAsync(new Uri("/api/sign-in", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();

        Assert.All(["clientId", "authority", "scope"], name => Assert.Equal(JsonValueKind.Null, signIn.GetProperty(name).ValueKind));
    }

    [Theory]
    [InlineData("laminar.example.org")]
    [InlineData("localhost.example.org:5080")]
    [InlineData("192.0.2.7")]
    public async Task A_name_that_only_leads_here_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative)) { Headers = { Host = host } };

        await (await server.Client.SendAsync(request, TestContext.Current.CancellationToken)).AssertProblemAsync(HttpStatusCode.Forbidden, "local-only");
    }

    [Theory]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    public async Task Another_site_s_page_can_lead_here_and_can_send_nothing(string site, bool taken)
    {
        using var client = new HttpClient { BaseAddress = server.Client.BaseAddress, DefaultRequestHeaders = { { "Sec-Fetch-Site", site } } };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        var sent = await client.ScanAsync(Encoding.UTF8.GetBytes(FictionalDraft.Text), "text/plain");
        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, sent.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("http://localhost.elsewhere.example", false)]
    [InlineData("null", false)]
    [InlineData("http://localhost:1", false)]
    [InlineData(null, true)]
    public async Task A_browser_that_does_not_say_what_kind_of_page_sends_says_which_one(string? origin, bool taken)
    {
        using var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("Origin", origin ?? server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        var sent = await client.ScanAsync(Encoding.UTF8.GetBytes(FictionalDraft.Text), "text/plain");
        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, sent.StatusCode);
    }

    private HttpClient In(string role) => new() { BaseAddress = server.Client.BaseAddress, DefaultRequestHeaders = { { "Laminar-Role", role } } };
}
