using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Benchmarks;

/// <summary>One request, ready to be sent again and again.</summary>
/// <param name="Line">Its first line.</param>
/// <param name="Type">Of the body; null where it has none.</param>
internal sealed record SoakRequest(string Line, string? Type, byte[] Body)
{
    /// <param name="visit">Which draft it is about, as far as the server is told.</param>
    public ArraySegment<byte>[] Compose(long visit)
    {
        var type = Type is null ? "" : $"Content-Type: {Type}\r\nContent-Length: {Body.Length}\r\n";
        return [Encoding.ASCII.GetBytes($"{Line} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nLaminar-Visit: {visit}\r\n{type}\r\n"), Body];
    }
}

/// <param name="Weight">How many of a thousand requests are of this kind; 0 for what comes by the clock.</param>
/// <param name="Requests">One after the other.</param>
internal sealed record SoakKind(string Name, int Weight, params IReadOnlyList<SoakRequest> Requests)
{
    /// <summary>Whether a person waits for the list of questions.</summary>
    public bool IsScan => Name.StartsWith("scan", StringComparison.Ordinal);
}

/// <summary>What people do all day, in the shares in which they do it: mostly scans, one for each pause in somebody's typing.</summary>
internal static class SoakMix
{
    public const string Answers = "answer, recorded";
    public const string Hostile = "file made to do harm";
    public const string Authors = "publication or roll-back";

    private const string Scan = "POST /api/scans";
    private const string Shown = Scan + "?include=paragraphs,repairs";
    private const string Bytes = "application/octet-stream";
    private const string Boundary = "laminar-soak";
    private const int Long = 10;

    /// <param name="client">Of the server: answers name their question as it does.</param>
    public static async Task<IReadOnlyList<SoakKind>> KindsAsync(HttpClient client)
    {
        var finding = await GuidanceAsync(client);
        var flat = WordFiles.FlatOpc(Materials.Paragraphs);
        return
        [
            new("scan: text, 900 words", 150, Post(Scan, "text/plain", Encoding.UTF8.GetBytes(Materials.Text))),
            new("scan: Word file, 130 words", 150, Post(Scan, Bytes, WordFiles.Zip(FictionalDraft.Paragraphs))),
            new("scan: Word file, 900 words", 250, Post(Scan, Bytes, Materials.Docx), Post(Scan, Bytes, Materials.OpenDocx)),
            new("scan: the same, shown with repairs", 100, Post(Shown, Bytes, Materials.OpenDocx)),
            new("scan: Flat OPC of the pane, shown", 100, Post(Shown, "text/xml", flat)),
            new("scan: Word file, 9,000 words", 10, Post(Shown, Bytes, WordFiles.Zip(Enumerable.Repeat(Materials.Paragraphs, Long).SelectMany(static paragraphs => paragraphs)))),
            new("annotated, suggestions or questions", 40, Post("POST /api/drafts/annotated", Bytes, Materials.OpenDocx), Post("POST /api/drafts/annotated?as=questions", Bytes, Materials.OpenDocx)),
            new(Answers, 30, Post("POST /api/drafts/applied", $"multipart/form-data; boundary={Boundary}", Form(finding, Materials.OpenDocx))),
            new("pages and their files", 100, [.. Get("/", "/pane", "/studio", "/pane.css", "/app/session.js", "/app/api.js", "/app/view/pane.js", "/app/pane-main.js", "/health/ready")]),
            new("packs, samples, who one is", 50, [.. Get("/api/packs", $"/api/packs/{SoakAuthor.Pack}", "/api/samples", "/api/me")]),
            new("studio", 20, [.. Get(((string[])["", $"/{SoakAuthor.Pack}", $"/{SoakAuthor.Pack}/versions/1.0.0", $"/{SoakAuthor.Pack}/uses", $"/{SoakAuthor.Pack}/statistics", $"/{SoakAuthor.Pack}/reports"]).Select(static address => "/api/studio/packs" + address))]),
            new(Hostile, 0),
            new(Authors, 0),
        ];
    }

    private static async Task<string> GuidanceAsync(HttpClient client)
    {
        using var answer = await client.PostAsync(new Uri("/api/scans", UriKind.Relative), new ByteArrayContent(Materials.OpenDocx));
        var scan = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("findings").EnumerateArray();
        return scan.Single(static one => one.GetProperty("element").GetString() == "guidance").GetProperty("id").GetString()!;
    }

    private static SoakRequest Post(string line, string type, byte[] body) => new(line, type, body);

    private static IEnumerable<SoakRequest> Get(params IEnumerable<string> addresses) => addresses.Select(static address => new SoakRequest($"GET {address}", null, []));

    private static byte[] Form(string finding, byte[] draft) =>
    [
        .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"answers\"\r\n\r\n"),
        .. JsonSerializer.SerializeToUtf8Bytes(new { by = "Dr. A. Name", role = "surgeon", answers = new[] { new { finding, answer = "fluoroscopic" } } }),
        .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"draft.docx\"\r\n\r\n"),
        .. draft,
        .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n"),
    ];
}
