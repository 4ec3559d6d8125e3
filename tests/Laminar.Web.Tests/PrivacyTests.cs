using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

public sealed class PrivacyTests
{
    private const string Canary = "Zephyrine Quillfeather";

    private static readonly string[] Draft = [.. FictionalDraft.Paragraphs, $"The patient, {Canary}, was taken to recovery."];

    [Theory]
    [InlineData("--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace")]
    [InlineData("--Logging:Console:LogLevel:Default=Information")]
    [InlineData("--Logging:Console:LogLevel:Default=Trace", "--Logging:Console:FormatterOptions:IncludeScopes=true")]
    [InlineData("--Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics*=Trace", "--Logging:Console:LogLevel:Microsoft.AspNetCore.*=Trace")]
    public async Task Nothing_of_a_draft_is_logged_or_left_on_the_disk_however_much_is_logged(params string[] settings)
    {
        await using var server = await WebServer.StartAsync(settings);
        var text = Encoding.UTF8.GetBytes(string.Join('\n', Draft));
        var word = WordFiles.Zip(Draft);
        var padded = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(string.Join('\n', Draft), 400)));

        await server.Client.ScanAsync(text, "text/plain", $"?name={Uri.EscapeDataString(Canary)}.docx", $"\"{Canary}.docx\"");
        await server.Client.ScanAsync(word);
        await server.Client.ScanAsync(word[..(word.Length / 2)]);
        await server.Client.ScanAsync(text, "image/png", $"?pack={Uri.EscapeDataString(Canary)}");
        await SendFormAsync(server, "/api/scans", padded);
        await WriteAsync(server, text);
        await WriteAsync(server, word);
        await WriteAsync(server, word[..(word.Length / 2)]);
        await WriteAsync(server, padded);

        Assert.Contains("Now listening", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Zephyrine", server.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Quillfeather", server.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(FilesWithTheCanary(server.Temporary));
    }

    [Fact]
    public async Task Where_a_crash_would_write_the_memory_to_a_file_a_line_says_so_at_the_start()
    {
        await using var server = await WebServer.StartInAsync([new("DOTNET_DbgEnableMiniDump", "1"), new("DOTNET_DbgMiniDumpName", "/dev/null")], "--urls=http://127.0.0.1:0");

        await server.WroteAsync("DOTNET_DbgEnableMiniDump=1: a crash would write this server's memory to a file");
    }

    /// <summary>Each way of writing, well and badly, with the canary in the draft, its name, the answers and who gives them.</summary>
    private static async Task WriteAsync(WebServer server, byte[] draft)
    {
        foreach (var address in new[] { Requests.Lint, Requests.Annotated, $"{Requests.Annotated}?as={Uri.EscapeDataString(Canary)}", Requests.Cleared, Requests.Finalized })
        {
            await server.Client.SendDraftAsync(address, draft, name: $"\"{Canary}.docx\"");
        }

        var asked = (await server.Client.ScanAsync(draft)) is { IsSuccessStatusCode: true } scan
            ? (await scan.JsonAsync()).GetProperty("findings").EnumerateArray().Select(finding => (finding.Get("id"), Canary)).ToArray()
            : [];
        await server.Client.ApplyAsync(draft, Requests.Answers(Canary, "surgeon", [(Canary, Canary), .. asked]), $"{Canary}.docx");
        await server.Client.ApplyAsync(draft, Requests.Answers(Canary, "transcriptionist", [(Canary, Canary), .. asked]), $"{Canary}.docx");
        await server.Client.ApplyAsync(draft, Requests.Answers(Canary, Canary), $"{Canary}.docx");
        await server.Client.ApplyAsync(draft, $"{{\"by\": {Canary}", $"{Canary}.docx");
        await server.Client.ApplyAsync(draft, Requests.Answers(Canary, "surgeon", [(Canary, Canary), .. asked]), $"{Canary}.docx", address: Requests.Insertions);
        var beside = new[]
        {
            ("edits", Requests.Edits(Canary, (0, 0, 1, Canary))), ("edits", Requests.Edits(Canary, (0, 90_000, 90_000, Canary))), ("edits", $"{{\"by\": {Canary}"),
            ("flags", Requests.Flags(Canary, [Canary, .. asked.Select(one => one.Item1)])), ("flags", $"[{Canary}]"), ("record", $"<record>{Canary}"),
        };
        foreach (var part in beside)
        {
            await server.Client.SendFormAsync($"{Requests.Scans}?include=paragraphs,repairs", draft, part);
            await server.Client.SendFormAsync(part.Item1 == "flags" ? Requests.Flagged : Requests.Edited, draft, part);
        }
    }

    private static async Task SendFormAsync(WebServer server, string path, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { Requests.Content(bytes, "text/plain"), "file", $"{Canary}.txt" } };
        var response = await server.Client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        Assert.Contains("Quillfeather", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static IEnumerable<string> FilesWithTheCanary(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length > 0 && File.ReadAllText(file).Contains("Quillfeather", StringComparison.OrdinalIgnoreCase));
}
