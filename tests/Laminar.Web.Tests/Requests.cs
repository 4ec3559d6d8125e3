using System.Net.Http.Headers;
using System.Text.Json;

namespace Laminar.Web.Tests;

internal static class Requests
{
    public const string Scans = "/api/scans";

    /// <param name="name">The draft's name, in the header that carries it.</param>
    public static ByteArrayContent Content(byte[] bytes, string? type = null, string? name = null)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        content.Headers.ContentDisposition = name is null ? null : new ContentDispositionHeaderValue("attachment") { FileName = name };
        return content;
    }

    public static Task<HttpResponseMessage> ScanAsync(this HttpClient client, byte[] bytes, string? type = null, string query = "", string? name = null) =>
        client.PostAsync(new Uri(Scans + query, UriKind.Relative), Content(bytes, type, name), TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(bytes).RootElement;
    }

    public static string Get(this JsonElement element, string property) => element.GetProperty(property).ToString();
}
