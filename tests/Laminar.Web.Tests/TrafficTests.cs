using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>More than the server can do, or than one person may ask for.</summary>
public sealed class TrafficTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(FictionalDraft.Text);

    // So long that it is still read when the last of several has come in, on a busy machine too.
    private static readonly byte[] Long = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 2500)));

    [Fact]
    public async Task One_person_can_not_take_the_server_from_the_others_and_may_go_on_in_a_moment()
    {
        await using var server = await WebServer.StartAsync("--Limits:RequestsPerMinute=20");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await ScanAsync(server, Text), await ScanAsync(server, Text)]);
        using var refused = await server.Client.ScanAsync(Text, "text/plain");
        await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        var later = refused.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;

        Assert.Equal(TimeSpan.FromSeconds(6), later);
        Assert.Equal("no-store", refused.Headers.CacheControl?.ToString());
        // Whoever watches the server, or opens a page, is told no less.
        Assert.Equal("ready", await server.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken));
        (await server.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Task.Delay(later, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, await ScanAsync(server, Text));
    }

    [Fact]
    public async Task Where_all_places_are_taken_and_enough_are_waiting_the_next_is_told_so()
    {
        await using var server = await WebServer.StartAsync("--Limits:ConcurrentDrafts=1", "--Limits:WaitingDrafts=1", "--Limits:WaitingTime=00:01:00");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.Client.ScanAsync(Long, "text/plain")));

        var refused = answers.Where(answer => !answer.IsSuccessStatusCode).ToList();
        Assert.InRange(refused.Count, 1, 6);
        foreach (var answer in refused)
        {
            await answer.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "busy");
            Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter?.Delta);
        }

        Assert.Equal(HttpStatusCode.OK, await ScanAsync(server, Text));
    }

    [Fact]
    public async Task A_draft_waits_no_longer_than_the_limit()
    {
        await using var server = await WebServer.StartAsync("--Limits:ConcurrentDrafts=1", "--Limits:WaitingTime=00:00:00.001");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ScanAsync(server, Long)));

        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.Contains(HttpStatusCode.ServiceUnavailable, answers);
    }

    [Fact]
    public async Task Who_sends_slowly_keeps_nobody_waiting()
    {
        await using var server = await WebServer.StartAsync("--Limits:ConcurrentDrafts=1", "--Limits:WaitingDrafts=0");
        using var slow = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await slow.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        var half = Encoding.ASCII.GetBytes($"POST {Requests.Scans} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nPROCEDURE:");
        await slow.SendAsync(half, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await ScanAsync(server, Text));
    }

    [Fact]
    public async Task Uploads_together_hold_no_more_memory_than_they_may_and_give_back_what_they_held()
    {
        await using var server = await WebServer.StartAsync("--Limits:UploadBytes=1000000", "--Limits:AnswerBytes=1000", "--Limits:UploadMemoryBytes=4000000");
        var large = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 900_000 / FictionalDraft.Text.Length)));
        var slow = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendHalfAsync(server, large)));
        await HeldAsync(server, held => held >= 3_000_000);

        using (var refused = await server.Client.ScanAsync(large, "text/plain"))
        {
            await refused.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "busy");
        }

        Assert.Equal(HttpStatusCode.OK, await ScanAsync(server, Text));
        Array.ForEach(slow, static sender => sender.Dispose());
        await HeldAsync(server, static held => held == 0);
        Assert.Equal(HttpStatusCode.OK, await ScanAsync(server, large));
        await HeldAsync(server, static held => held == 0);
    }

    [Fact]
    public async Task An_upload_that_takes_too_long_to_come_in_is_told_so_and_gives_back_what_it_held()
    {
        await using var server = await WebServer.StartAsync("--Limits:UploadTime=00:00:01");
        using var slow = await SendHalfAsync(server, Text);

        var answer = await AnswerAsync(slow);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"too-slow\"", answer, StringComparison.Ordinal);
        Assert.Contains("1 seconds", answer, StringComparison.Ordinal);
        await HeldAsync(server, static held => held == 0);
        Assert.Equal(HttpStatusCode.OK, await ScanAsync(server, Text));
    }

    [Fact]
    public async Task The_limit_is_the_same_however_the_address_is_written()
    {
        await using var server = await WebServer.StartAsync("--Limits:RequestsPerMinute=20");

        var answers = new List<HttpStatusCode>();
        foreach (var address in new[] { "/api/scans", "/API/scans", "/Api/Scans" })
        {
            using var answer = await server.Client.SendDraftAsync(address, Text, "text/plain");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData("POST", "/api/reports", 100_000)]
    [InlineData("PUT", "/api/phrases/percutaneous-interlaminar-decompression/guidance", 100_000)]
    [InlineData("PUT", "/api/studio/packs/percutaneous-interlaminar-decompression/draft", 10_000_000)]
    [InlineData("POST", "/api/studio/packs/percutaneous-interlaminar-decompression/publish", 100_000)]
    [InlineData("POST", "/api/archive/runs", 100_000)]
    public async Task What_is_read_as_JSON_is_small(string method, string address, int length)
    {
        await using var server = await WebServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative))
        {
            Content = Requests.Content(Encoding.UTF8.GetBytes($"{{\"reason\":\"{new string('a', length)}\"}}"), "application/json"),
        };

        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await answer.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_page_that_was_told_to_wait_goes_on_by_itself()
    {
        await using var server = await WebServer.StartAsync("--Limits:RequestsPerMinute=60");
        var desk = new Desk(await browser.OpenAsync(server.Client.BaseAddress!, 1240, ColorScheme.Light));
        var refused = 0;
        desk.Page.Response += (_, answer) => refused += answer.Status == (int)HttpStatusCode.TooManyRequests ? 1 : 0;

        for (var draft = 0; refused == 0; draft++)
        {
            await desk.UploadAsync($"mine-{draft}.txt", Text);
        }

        await Assertions.Expect(desk.Headline).ToHaveTextAsync("1 question, 1 disagreement");
        await Assertions.Expect(desk.Page.Locator(".notice:visible")).ToHaveCountAsync(0);
    }

    /// <summary>All but the end of a draft, from somebody whose line is slow.</summary>
    private static async Task<Socket> SendHalfAsync(WebServer server, byte[] draft)
    {
        var sender = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await sender.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await sender.SendAsync(Encoding.ASCII.GetBytes($"POST {Requests.Scans} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: {draft.Length}\r\n\r\n"), TestContext.Current.CancellationToken);
        for (var rest = draft.AsMemory(0, draft.Length - 100); !rest.IsEmpty;)
        {
            rest = rest[await sender.SendAsync(rest, TestContext.Current.CancellationToken)..];
        }

        return sender;
    }

    /// <summary>All that the server says, up to the end of the connection.</summary>
    private static async Task<string> AnswerAsync(Socket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(patience.Token);
    }

    /// <summary>Until what uploads hold, as operators are told it, is as expected.</summary>
    private static async Task HeldAsync(WebServer server, Func<double, bool> expected)
    {
        const string Gauge = "laminar_uploads_memory_bytes";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var metrics = await server.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), patience.Token);
            var line = metrics.Split('\n').Single(line => line.StartsWith(Gauge, StringComparison.Ordinal));
            if (expected(double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)))
            {
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<HttpStatusCode> ScanAsync(WebServer server, byte[] draft)
    {
        using var answer = await server.Client.ScanAsync(draft, "text/plain");
        return answer.StatusCode;
    }
}
