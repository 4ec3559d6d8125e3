using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Clients that go away, over a real connection to a real server. Alone on the machine, for a time is compared with another.</summary>
[Collection(nameof(DepartureTests))]
[CollectionDefinition(nameof(DepartureTests), DisableParallelization = true)]
public sealed class DepartureTests
{
    private const string Left = "A client left before its answer; the request ended with 499";

    [Theory]
    [InlineData(Requests.Scans)]
    [InlineData(Requests.Annotated)]
    public async Task A_scan_stops_when_its_client_leaves(string path)
    {
        await using var server = await StartAsync();
        var draft = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 3_000)));
        // The first pays for fresh memory and compilation.
        await TimeAsync(server, path, draft, CancellationToken.None);
        var whole = await TimeAsync(server, path, draft, CancellationToken.None);

        using var leaving = new CancellationTokenSource(whole / 4);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TimeAsync(server, path, draft, leaving.Token));
        var watch = Stopwatch.StartNew();
        await server.WroteAsync(Left);

        // What was left to do would have taken three quarters of the whole.
        Assert.True(watch.Elapsed < whole / 2, $"It went on for {watch.Elapsed.TotalSeconds:0.00} s; the whole takes {whole.TotalSeconds:0.00} s.");
        AssertNoError(server);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_an_upload_is_no_error()
    {
        await using var server = await StartAsync();
        var half = Encoding.ASCII.GetBytes($"POST {Requests.Scans} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nPROCEDURE:");
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await client.SendAsync(half, TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);

        // No farewell: a reset. A client that ends its sending in an orderly way may still read, and is told what was wrong.
        client.Close(timeout: 0);

        await server.WroteAsync(Left);
        AssertNoError(server);
    }

    private static Task<WebServer> StartAsync() => WebServer.StartAsync("--Logging:LogLevel:Laminar.Web=Debug", "--Limits:ScanTime=00:05:00");

    private static async Task<TimeSpan> TimeAsync(WebServer server, string path, byte[] draft, CancellationToken leaving)
    {
        using var content = Requests.Content(draft, "text/plain");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        var watch = Stopwatch.StartNew();
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaving);
        response.EnsureSuccessStatusCode();
        return watch.Elapsed;
    }

    private static void AssertNoError(WebServer server)
    {
        Assert.DoesNotContain("fail:", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A request failed", server.Output, StringComparison.Ordinal);
    }
}
