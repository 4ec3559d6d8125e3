using System.Net;

namespace Laminar.Web.Tests.Store;

/// <summary>What nobody's page sends is refused in a sentence; the store is not lost by it, and the server makes no mistake.</summary>
public sealed class OddInputTests(Postgres postgres) : StoreTests(postgres)
{
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_no_database_takes_is_refused_and_no_store_is_lost(Kind kind)
    {
        const string Nothing = "\0";
        var ada = await StartAsync(kind);
        var token = await ada.RewordAsync("Tools went in under {guidance} guidance.");

        await StudioClient.RefusedAsync(ReportAsync(ada, "1.0.0", "A" + Nothing), HttpStatusCode.UnprocessableEntity, "sentence");
        await StudioClient.RefusedAsync(PhraseAsync(ada, "Under" + Nothing + " {guidance} guidance."), HttpStatusCode.UnprocessableEntity, "phrase");
        await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.1.0", "A" + Nothing), HttpStatusCode.UnprocessableEntity, "reason");
        await StudioClient.RefusedAsync(ada.UseAsync("1.0" + Nothing, "1.0.0"), HttpStatusCode.NotFound, "no-such-version");
        await StudioClient.RefusedAsync(ada.SendAsync(HttpMethod.Get, $"packs/{StudioClient.Pack}/compare?from=1.0.0%00&to=1.0.0"), HttpStatusCode.NotFound, "no-such-version");
        await StudioClient.RefusedAsync(ada.Server.Client.SendDraftAsync($"/api/studio/packs/{StudioClient.Pack}/notes?reason=a%00b", StudioClient.Draft), HttpStatusCode.UnprocessableEntity, "reason");

        Assert.DoesNotContain("can't be used as the store", ada.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A request failed", ada.Server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Saved_at_the_same_time_a_persons_wording_is_kept(Kind kind)
    {
        var ada = await StartAsync(kind);
        for (var round = 0; round < 5; round++)
        {
            var saved = await Task.WhenAll(PhraseAsync(ada, "Tools went in under {guidance} guidance."), PhraseAsync(ada, "Tools went in under {guidance} guidance."));

            Assert.All(saved, one => Assert.Equal(HttpStatusCode.OK, one.StatusCode));
            await ada.SendAsync(HttpMethod.Delete, $"/api/phrases/{StudioClient.Pack}/guidance");
        }
    }

    [Fact]
    public async Task Nulls_and_what_is_left_out_are_refused_and_what_may_be_null_may_be_left_out()
    {
        const string Pack = $"packs/{StudioClient.Pack}";
        var ada = await StartAsync(Kind.Sqlite);
        async Task RefusedAsync(HttpMethod method, string path, HttpStatusCode status, params string[] bodies)
        {
            foreach (var body in bodies)
            {
                var answer = await SendJsonAsync(ada, method, path, body);
                Assert.True(answer.StatusCode == status, $"{path} {body}: {answer.StatusCode}");
                Assert.EndsWith(".", (await answer.JsonAsync()).Get("detail"), StringComparison.Ordinal);
            }
        }

        await RefusedAsync(HttpMethod.Put, $"{Pack}/draft", HttpStatusCode.BadRequest, "{}", """{"changes":null}""", """{"changes":[{"path":null}]}""", "null");
        await RefusedAsync(HttpMethod.Put, $"{Pack}/draft", HttpStatusCode.UnprocessableEntity, """{"changes":[null]}""");
        await RefusedAsync(HttpMethod.Post, $"{Pack}/check", HttpStatusCode.UnprocessableEntity, """{"changes":[null]}""");
        await RefusedAsync(HttpMethod.Post, $"{Pack}/wording", HttpStatusCode.UnprocessableEntity,
            """{"edits":[null]}""", """{"edits":[{"element":"guidance","key":"words","list":[null]}]}""", """{"edits":[{"element":"guidance","key":"examples.states","add":{"text":[null]}}]}""");
        await RefusedAsync(HttpMethod.Post, $"{Pack}/wording", HttpStatusCode.BadRequest, """{"edits":[{"element":null,"key":"phrase"}]}""", """{"edits":[{"key":"phrase"}]}""");
        await RefusedAsync(HttpMethod.Post, $"{Pack}/publish", HttpStatusCode.BadRequest, """{"reason":"Why."}""");
        await RefusedAsync(HttpMethod.Post, $"{Pack}/uses", HttpStatusCode.BadRequest, """{"version":null,"instead":null,"reason":null}""", "{}");
        await RefusedAsync(HttpMethod.Put, $"/api/phrases/{StudioClient.Pack}/guidance", HttpStatusCode.BadRequest, """{"phrase":null}""", "{}");
        await RefusedAsync(HttpMethod.Post, "/api/reports", HttpStatusCode.BadRequest, """{"pack":null}""", "{}");
        await StudioClient.RefusedAsync(ReportAsync(ada, "9.9.9", null), HttpStatusCode.UnprocessableEntity, "no-such-question");

        Assert.Equal(HttpStatusCode.OK, (await SendJsonAsync(ada, HttpMethod.Post, $"{Pack}/wording", """{"edits":[{"element":"guidance","key":"examples.states","add":{"text":["A word."]}}]}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendJsonAsync(ada, HttpMethod.Put, $"{Pack}/draft", """{"changes":[]}""")).StatusCode);
        Assert.DoesNotContain("A request failed", ada.Server.Output, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendJsonAsync(StudioClient client, HttpMethod method, string path, string body) =>
        client.Server.Client.SendAsync(
            new HttpRequestMessage(method, new Uri(path.StartsWith('/') ? path : $"/api/studio/{path}", UriKind.Relative)) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") },
            TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> PhraseAsync(StudioClient client, string phrase) =>
        client.SendAsync(HttpMethod.Put, $"/api/phrases/{StudioClient.Pack}/guidance", new { phrase });

    private static Task<HttpResponseMessage> ReportAsync(StudioClient client, string version, string? sentence) => client.SendAsync(
        HttpMethod.Post, "/api/reports", new { pack = StudioClient.Pack, version, element = "guidance", kind = "missing", reason = "unclear", sentence });
}
