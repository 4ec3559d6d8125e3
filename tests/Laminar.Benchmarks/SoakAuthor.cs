using System.Net.Http.Json;
using System.Text.Json;

namespace Laminar.Benchmarks;

/// <summary>An author who publishes a version, finds it wrong, goes back, and publishes the next.</summary>
internal sealed class SoakAuthor(HttpClient client)
{
    public const string Pack = "percutaneous-interlaminar-decompression";

    private const string First = "1.0.0";
    private const string File = "shared/elements/guidance.yaml";

    private int publications;
    private string inUse = First;

    /// <summary>Does the next step, and looks whether drafts are read with what it has put in use.</summary>
    /// <exception cref="HttpRequestException">The server refused it.</exception>
    public async Task WorkAsync()
    {
        inUse = inUse == First ? await PublishAsync() : await GoBackAsync();
        var packs = await client.GetFromJsonAsync<JsonElement>("/api/packs");
        if (!packs.EnumerateArray().Any(pack => pack.GetProperty("id").GetString() == Pack && pack.GetProperty("version").GetString() == inUse))
        {
            throw new HttpRequestException($"Version {inUse} is not in use.");
        }
    }

    private async Task<string> PublishAsync()
    {
        var version = $"1.{++publications}.0";
        var files = (await client.GetFromJsonAsync<JsonElement>($"/api/studio/packs/{Pack}/versions/{First}")).GetProperty("files");
        var text = files.EnumerateArray().Single(static file => file.GetProperty("path").GetString() == File).GetProperty("text").GetString();
        var draft = await SendAsync(HttpMethod.Put, "draft", new { changes = new[] { new { path = File, text = $"{text}# Looked over {publications} times.\n" } } });
        await SendAsync(HttpMethod.Post, "publish", new { token = draft.GetProperty("token").GetString(), version, reason = "Looked over." });
        return version;
    }

    private async Task<string> GoBackAsync()
    {
        await SendAsync(HttpMethod.Post, "uses", new { version = First, instead = inUse, reason = "Back." });
        return First;
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string what, object body)
    {
        using var request = new HttpRequestMessage(method, $"/api/studio/packs/{Pack}/{what}") { Content = JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
