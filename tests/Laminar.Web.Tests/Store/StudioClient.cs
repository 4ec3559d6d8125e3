using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Laminar.Web.Tests.Store;

/// <summary>What an author's browser does.</summary>
/// <param name="front">Where it sends everything to; null is the server itself.</param>
internal sealed class StudioClient(WebServer server, HttpClient? front = null)
{
    public const string Pack = "percutaneous-interlaminar-decompression";
    public const string Guidance = "shared/elements/guidance.yaml";
    public const string Phrase = "Instruments were advanced under {guidance} guidance.";

    /// <summary>Leaves the guidance open, so that its phrase is suggested.</summary>
    public static byte[] Draft { get; } = Encoding.UTF8.GetBytes("""
        PROCEDURE PERFORMED: Percutaneous interlaminar decompression, left C5-C6.
        DESCRIPTION OF PROCEDURE:
        The patient was placed prone. A cannula was advanced through the skin to the lamina at C5-C6 on the left. Ligament was removed.
        """);

    public WebServer Server => server;

    private HttpClient Client => front ?? server.Client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<JsonElement> GetAsync(string path) => await Ok(await Client.GetAsync(Address(path), Cancellation));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        Client.SendAsync(new HttpRequestMessage(method, Address(path)) { Content = body is null ? null : JsonContent.Create(body) }, Cancellation);

    public async Task<JsonElement> PackAsync() => await GetAsync($"packs/{Pack}");

    public async Task<string> TextAsync(string path, string version = "1.0.0") =>
        (await GetAsync($"packs/{Pack}/versions/{version}")).GetProperty("files").EnumerateArray().Single(file => file.Get("path") == path).Get("text");

    public Task<HttpResponseMessage> SaveAsync(string? token, params (string Path, string? Text)[] changes) =>
        SendAsync(HttpMethod.Put, $"packs/{Pack}/draft", new { token, changes = changes.Select(change => new { path = change.Path, text = change.Text }) });

    /// <summary>Saves the guidance element with another phrase.</summary>
    /// <returns>The token of the draft.</returns>
    public async Task<string> RewordAsync(string phrase, string? token = null) =>
        (await Ok(await SaveAsync(token, (Guidance, (await TextAsync(Guidance)).Replace(Phrase, phrase, StringComparison.Ordinal))))).Get("token");

    public Task<HttpResponseMessage> PublishAsync(string token, string? version, string reason = "Better words.") =>
        SendAsync(HttpMethod.Post, $"packs/{Pack}/publish", new { token, version, reason });

    public Task<HttpResponseMessage> UseAsync(string version, string instead) =>
        SendAsync(HttpMethod.Post, $"packs/{Pack}/uses", new { version, instead, reason = "Back." });

    /// <summary>The version that a scan names, and the phrase that it suggests for the guidance.</summary>
    public async Task<(string Version, string Phrase)> ScanAsync()
    {
        var result = await Ok(await Client.ScanAsync(Draft, "text/plain"));
        var guidance = result.GetProperty("findings").EnumerateArray().Single(finding => finding.Get("element") == "guidance");
        return (result.GetProperty("pack").Get("version"), guidance.GetProperty("suggestion").Get("text"));
    }

    public static async Task<JsonElement> Ok(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.JsonAsync();
    }

    public static async Task<JsonElement> RefusedAsync(Task<HttpResponseMessage> response, HttpStatusCode status, string code) =>
        await (await response).AssertProblemAsync(status, code);

    private static Uri Address(string path) => new(path.StartsWith('/') ? path : $"/api/studio/{path}", UriKind.Relative);
}
