using System.Net;
using System.Text.Json;

namespace Laminar.Web.Tests;

/// <summary>What a page asks for before there is a draft: who is there, the packs, the samples.</summary>
public sealed class CatalogueTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Pack = "percutaneous-interlaminar-decompression";

    [Fact]
    public async Task Without_sign_in_nobody_is_named_and_each_role_may_be_chosen()
    {
        var me = await GetAsync("/api/me");

        Assert.Equal(JsonValueKind.Null, me.GetProperty("name").ValueKind);
        Assert.Equal(["surgeon", "transcriptionist", "author"], me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.True(me.GetProperty("switchable").GetBoolean());
    }

    [Fact]
    public async Task Each_sample_can_be_had_and_scanned_with_its_pack()
    {
        var samples = (await GetAsync("/api/samples")).EnumerateArray().ToList();

        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            var bytes = await server.Client.GetByteArrayAsync(new Uri($"/api/samples/{sample.Get("name")}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(File.ReadAllBytes(Samples.PathOf(sample.Get("fileName"), sample.Get("pack"))), bytes);
            Assert.Equal(HttpStatusCode.OK, (await server.Client.ScanAsync(bytes, query: $"?pack={sample.Get("pack")}")).StatusCode);
        }
    }

    [Fact]
    public async Task One_sample_is_to_be_shown_first_and_leaves_something_open()
    {
        var first = Assert.Single((await GetAsync("/api/samples")).EnumerateArray(), sample => sample.TryGetProperty("first", out _));

        Assert.True(first.GetProperty("first").GetBoolean());
        var findings = await server.Client.FindingsAsync(File.ReadAllBytes(Samples.PathOf(first.Get("fileName"))));
        Assert.Contains(findings, finding => finding.Get("severity") is "required" or "consistency");
    }

    [Fact]
    public async Task A_pack_says_what_it_asks_for_with_phrases_and_options()
    {
        var pack = await GetAsync($"/api/packs/{Pack}");

        Assert.Equal(Pack, pack.Get("id"));
        Assert.NotEmpty(pack.Get("version"));
        Assert.NotEmpty(pack.Get("title"));
        var guidance = pack.GetProperty("elements").EnumerateArray().Single(element => element.Get("id") == "guidance");
        Assert.Equal("required", guidance.Get("severity"));
        Assert.EndsWith("?", guidance.Get("question"), StringComparison.Ordinal);
        Assert.Contains("{guidance}", guidance.Get("phrase"), StringComparison.Ordinal);
        Assert.True(guidance.GetProperty("patient").GetBoolean());
        var options = guidance.GetProperty("fields")[0].GetProperty("options").EnumerateArray().Select(option => option.GetString()).ToList();
        Assert.Contains("fluoroscopic", options);
        Assert.Contains("unable to state", options);
    }

    [Fact]
    public async Task The_elements_of_a_pack_are_those_that_a_scan_reports()
    {
        var elements = (await GetAsync($"/api/packs/{Pack}")).GetProperty("elements").EnumerateArray().Select(element => element.Get("id"));

        var scan = await (await server.Client.ScanAsync("PROCEDURE: C5-6 laminotomy."u8.ToArray())).JsonAsync();

        Assert.Equal(scan.GetProperty("elements").EnumerateArray().Select(element => element.Get("id")), elements);
    }

    [Theory]
    [InlineData("/api/samples/nothing-like-it", "no-such-sample")]
    [InlineData("/api/samples/..%2Fpack", "no-such-sample")]
    [InlineData("/api/packs/nothing-like-it", "no-such-pack")]
    public async Task What_is_not_there_is_said_with_where_to_look(string path, string code) =>
        await (await server.Client.AskAsync(path)).AssertProblemAsync(HttpStatusCode.NotFound, code);

    [Theory]
    [InlineData("/api/me")]
    [InlineData("/api/packs")]
    [InlineData($"/api/packs/{Pack}")]
    [InlineData("/api/samples")]
    [InlineData("/api/samples/cervical-one-level-complete")]
    public async Task Answers_of_the_api_are_kept_by_nobody(string path) =>
        Assert.Equal("no-store", (await server.Client.AskAsync(path)).Headers.CacheControl?.ToString());

    private async Task<JsonElement> GetAsync(string path) => await (await server.Client.AskAsync(path)).JsonAsync();
}
