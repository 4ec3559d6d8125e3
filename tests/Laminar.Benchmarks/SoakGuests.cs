using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Laminar.Tests;

namespace Laminar.Benchmarks;

/// <summary>
/// What comes now and then, by the clock and not by the rate: files that were made to do harm, clients that leave in the middle of an upload or
/// before their answer, an author.
/// </summary>
internal sealed class SoakGuests(Uri server, HttpClient client, OpenLoad load)
{
    private static readonly TimeSpan BetweenHostile = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenDepartures = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenVersions = TimeSpan.FromMinutes(1);

    /// <summary>One of each kind: what they are about is the memory and the time that the server gives to them.</summary>
    private static readonly (HostileFile File, byte[] Bytes)[] Hostile =
    [
        .. new[]
        {
            HostileFiles.Bombs, HostileFiles.Deep, HostileFiles.Wide, HostileFiles.Long, HostileFiles.Circles, HostileFiles.Outside, HostileFiles.Paths, HostileFiles.Flat, HostileFiles.PlainText,
        }.Select(static kind => kind.First()).Select(static file => (file, file.Make())),
    ];

    private readonly SoakAuthor author = new(client);

    /// <summary>All but the author.</summary>
    public Task ComeAsync(CancellationToken stop) => Task.WhenAll(
        EveryAsync(BetweenHostile, SendHostileAsync, stop),
        EveryAsync(BetweenDepartures, turn => TryAsync("leaving", () => Task.Run(() => Leave(turn))), stop));

    public Task PublishAsync(CancellationToken stop) => EveryAsync(BetweenVersions, _ => PublishAsync(), stop);

    /// <summary>Puts the next version in use, or the one before.</summary>
    public Task PublishAsync() => TryAsync(SoakMix.Authors, async () =>
    {
        var watch = Stopwatch.GetTimestamp();
        await author.WorkAsync();
        load.Tell(SoakMix.Authors, Stopwatch.GetElapsedTime(watch));
    });

    private static async Task EveryAsync(TimeSpan rhythm, Func<int, Task> work, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(rhythm);
        try
        {
            for (var turn = 0; await timer.WaitForNextTickAsync(stop); turn++)
            {
                await work(turn);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <summary>Whatever becomes of one of them, the next one comes.</summary>
    private async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            load.TellUnexpected($"{what}: {broken.Message}");
        }
    }

    private Task SendHostileAsync(int turn) => TryAsync(SoakMix.Hostile, async () =>
    {
        var (file, bytes) = Hostile[turn % Hostile.Length];
        var watch = Stopwatch.GetTimestamp();
        using var content = new ByteArrayContent(bytes);
        using var answer = await client.PostAsync(new Uri("/api/scans", UriKind.Relative), content);
        if (file.Read is null ? answer.StatusCode == HttpStatusCode.OK : answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity)
        {
            load.Tell(SoakMix.Hostile, Stopwatch.GetElapsedTime(watch));
        }
        else
        {
            load.TellUnexpected($"{file.What}: {(int)answer.StatusCode}");
        }
    });

    /// <summary>With half of the draft sent, or all of it and no answer received.</summary>
    private void Leave(int turn)
    {
        byte[] request =
        [
            .. Encoding.ASCII.GetBytes($"POST /api/scans?include=paragraphs HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Materials.OpenDocx.Length}\r\n\r\n"),
            .. Materials.OpenDocx,
        ];
        using var connection = new Connection(server);
        connection.SendAndLeave(turn % 2 == 0 ? request.AsSpan(..(request.Length / 2)) : request);
    }
}
