using System.IO.Compression;
using System.Net.Http.Headers;

namespace Laminar.Web.Tests;

/// <summary>The built server's wwwroot, and how its files are asked for.</summary>
internal static class PageFolder
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
    };

    public static string Root { get; } = Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "wwwroot");

    /// <summary>Of pages, scripts and styles.</summary>
    public static IEnumerable<string> Addresses =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(file => Types.ContainsKey(Path.GetExtension(file)))
            .Select(file => "/" + Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Select(file => file == "/index.html" ? "/" : file.Replace(".html", "", StringComparison.Ordinal));

    public static string PathOf(string address) => address switch
    {
        "/" => Path.Combine(Root, "index.html"),
        _ when Path.HasExtension(address) => Root + address,
        _ => $"{Root}{address}.html",
    };

    public static string TypeOf(string address) => Types[Path.GetExtension(PathOf(address))];

    /// <param name="accepted">The header Accept-Encoding; null sends none.</param>
    /// <param name="known">The tag of what the client has already.</param>
    public static async Task<HttpResponseMessage> AskAsync(this HttpClient client, string path, string? accepted = null, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The file within an answer, whichever way it was made smaller.</summary>
    public static async Task<byte[]> UnpackedAsync(this HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream unpacked = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        var file = new MemoryStream();
        await unpacked.CopyToAsync(file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
