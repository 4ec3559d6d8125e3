using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Laminar.Tests;
using Laminar.Web.Tests.Nodes;
using Laminar.Web.Tests.Store;

namespace Laminar.Web.Tests.Operation;

/// <summary>A server that is told to stop while people work: what they have sent is answered.</summary>
public sealed class StoppingTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(FictionalDraft.Text);
    private static readonly byte[] Long = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 3000)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_in_flight_is_answered_whole_and_new_connections_are_refused()
    {
        await using var server = await WebServer.StartAsync("--Limits:ScanTime=00:01:00");
        var scans = Enumerable.Range(0, 4).Select(_ => server.Client.ScanAsync(Long, "text/plain")).ToList();
        using var upload = await HalfSentAsync(server);
        await Task.Delay(300, Cancellation);

        server.Stop();
        await server.WroteAsync("shutting down");
        await RefusedAsync(server);
        await upload.SendAsync(Text.AsMemory(20), Cancellation);

        Assert.StartsWith("HTTP/1.1 200", await ReadAsync(upload), StringComparison.Ordinal);
        foreach (var scan in scans)
        {
            using var answer = await scan;
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("percutaneous-interlaminar-decompression", (await answer.JsonAsync()).GetProperty("pack").Get("id"));
        }

        Assert.Equal(0, await server.EndedAsync());
        Assert.DoesNotContain("fail:", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_never_ends_is_cut_off_and_what_was_counted_is_kept()
    {
        await using var server = await WebServer.StartAsync("--Limits:StoppingTime=00:00:01");
        // A store that is only now made takes as long as the machine is busy.
        await new StudioClient(server).PackAsync();
        using var upload = await HalfSentAsync(server);
        (await server.Client.ScanAsync(Text, "text/plain")).EnsureSuccessStatusCode();

        server.Stop();

        Assert.Equal(0, await server.EndedAsync());
        Assert.True(await RaisedAsync(server) > 0);
    }

    [Fact]
    public async Task It_says_that_it_is_not_ready_before_it_closes()
    {
        await using var server = await WebServer.StartAsync("--Limits:StoppingDelay=00:00:02");
        server.Stop();
        await server.WroteAsync("shutting down");

        using var ready = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        using var live = await server.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stopping"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        (await server.Client.ScanAsync(Text, "text/plain")).EnsureSuccessStatusCode();
        Assert.Equal(0, await server.EndedAsync());
    }

    [Fact]
    public async Task Told_to_stop_while_it_starts_it_ends_as_at_any_other_time() =>
        Assert.Equal(0, await WebServer.StopEarlyAsync(Ports.Free(1)[0]));

    private static async Task<Socket> HalfSentAsync(WebServer server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, Cancellation);
        var head = Encoding.ASCII.GetBytes($"POST {Requests.Scans} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: {Text.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n");
        await socket.SendAsync((byte[])[.. head, .. Text[..20]], Cancellation);
        await Task.Delay(100, Cancellation);
        return socket;
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static async Task RefusedAsync(WebServer server)
    {
        for (var tries = 0; ; tries++)
        {
            Assert.True(tries < 200, "It went on taking connections.");
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, Cancellation);
            }
            catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionRefused or SocketError.ConnectionReset)
            {
                return;
            }

            await Task.Delay(10, Cancellation);
        }
    }

    private static async Task<long> RaisedAsync(WebServer server)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(server.Temporary, "laminar.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM question_counts";
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
