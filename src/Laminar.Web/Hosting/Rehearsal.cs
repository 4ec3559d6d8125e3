using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security;
using System.Text;

namespace Laminar.Web;

/// <summary>Requests over a real socket that take every step a visitor's will take, often enough to be compiled for speed.</summary>
internal static class Rehearsal
{
    /// <summary>
    /// By which its requests are told from a person's: nothing of them is counted or limited, and nobody has to sign in for them. Nobody else knows
    /// it, and another start has another.
    /// </summary>
    public static string Visit { get; } = Guid.NewGuid().ToString();

    public static bool Is(HttpRequest request) => Is(request.Headers);

    public static bool Is(IHeaderDictionary headers) => headers[Web.Visit.Header] == Visit;

    /// <summary>What a browser asks for when a page is opened for the first time: of the files one of each kind, since all go the same way.</summary>
    public static Task OpenPageAsync(IPEndPoint server, PageFiles pages, CancellationToken cancellation) =>
        GetAsync(server, [.. pages.All.Where(file => file.IsText).DistinctBy(file => file.Type).Select(file => file.Address), "/api/me"], cancellation);

    /// <summary>What it asks for then, and drafts.</summary>
    public static async Task ScanAsync(IPEndPoint server, IReadOnlyList<Sample> samples, int rounds, CancellationToken cancellation)
    {
        await GetAsync(
            server,
            [
                "/api/samples",
                .. samples.Take(1).Select(sample => $"/api/samples/{Uri.EscapeDataString(sample.Name)}"),
                "/api/packs",
                .. samples.Take(1).Select(sample => $"/api/packs/{sample.Pack}"),
            ],
            cancellation);

        var text = samples is [var sample, ..] ? sample.Bytes : "PROCEDURE:\nNothing yet."u8.ToArray();
        var scans = new[] { Post(DraftTypes.Bytes, Docx(Encoding.UTF8.GetString(text))), Post(DraftTypes.Text, text) };
        for (var round = 0; round < rounds; round++)
        {
            await SendAsync(server, scans[round % scans.Length], cancellation);
        }
    }

    private static async Task GetAsync(IPEndPoint server, IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            await SendAsync(server, Get(path), cancellation);
        }
    }

    private static byte[] Get(string path) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{Web.Visit.Header}: {Visit}\r\nAccept-Encoding: gzip, br\r\n\r\n");

    private static byte[] Post(string type, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"POST /api/scans?include=paragraphs,repairs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{Web.Visit.Header}: {Visit}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    private static async Task SendAsync(IPEndPoint server, byte[] request, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server, cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(request, cancellation);
        await stream.CopyToAsync(Stream.Null, cancellation);
    }

    /// <summary>The smallest Word file that holds a text.</summary>
    private static byte[] Docx(string text)
    {
        const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        var paragraphs = text.Split('\n').Select(line => $"<w:p><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(line.Trim())}</w:t></w:r></w:p>");
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{DraftTypes.Docx}.main+xml"/></Types>""");
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relation}" Target="word/document.xml"/></Relationships>""");
            Add(zip, "word/document.xml", $"""<w:document xmlns:w="{Word}"><w:body>{string.Concat(paragraphs)}</w:body></w:document>""");
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(xml);
    }
}
