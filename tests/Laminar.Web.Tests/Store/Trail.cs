using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json;

namespace Laminar.Web.Tests.Store;

/// <summary>The audit trail as an operator takes it out and has it checked.</summary>
internal static class Trail
{
    public const string Address = "/api/audit";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<List<string>> ExportAsync(HttpClient client, string query = "")
    {
        var response = await client.GetAsync(new Uri(Address + query, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/jsonl", response.Content.Headers.ContentType?.MediaType);
        return [.. (await response.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    public static List<JsonElement> Entries(IEnumerable<string> lines) => [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>What <c>laminar audit verify</c> says of an export, by its exit code.</summary>
    public static async Task<int> VerifyAsync(string folder, IEnumerable<string> lines, params string[] options)
    {
        var file = Path.Combine(folder, "trail.jsonl");
        await File.WriteAllLinesAsync(file, lines, Cancellation);
        var dll = typeof(Trail).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "laminar").Value!;
        using var laminar = Process.Start(new ProcessStartInfo("dotnet", [dll, "audit", "verify", file, .. options]) { RedirectStandardOutput = true })!;
        await laminar.StandardOutput.ReadToEndAsync(Cancellation);
        await laminar.WaitForExitAsync(Cancellation);
        return laminar.ExitCode;
    }
}
