using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Laminar.Benchmarks;

/// <summary>
/// Requests that come when they come, whether or not those before them have been answered: as people do, who know nothing of each other. Each has
/// its time, by chance (a Poisson process), and is late from that moment on, wherever it waits: for the client, for one of its connections
/// or for the server. The client looks at the clock each millisecond, which counts as well.
/// </summary>
internal sealed class OpenLoad : IDisposable
{
    /// <summary>More than drafts may be worked on and wait at a server, so that it is the server where they wait.</summary>
    public const int Connections = 96;

    // A draft is scanned at each pause of who types it.
    private const int ScansOfADraft = 10;

    private readonly Uri server;
    private readonly IReadOnlyList<SoakKind> kinds;
    private readonly int[] lots;
    private readonly BlockingCollection<Due> waiting = [];
    private readonly List<Thread> people;
    private readonly Random chance = new(6);
    private readonly Lock gate = new();
    private SoakCounts counts;
    private long number;
    private int underWay;

    public OpenLoad(Uri server, IReadOnlyList<SoakKind> kinds)
    {
        (this.server, this.kinds, counts) = (server, kinds, new SoakCounts(kinds));
        lots = [.. kinds.SelectMany(static (kind, index) => Enumerable.Repeat(index, kind.Weight))];
        people = [.. Enumerable.Range(0, Connections).Select(_ => new Thread(Work, 256 * 1024) { IsBackground = true })];
        people.ForEach(static person => person.Start());
    }

    /// <summary>Requests whose time has come and that have no answer yet.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Offers requests at a rate for some time, and does not wait for the last answers.</summary>
    /// <param name="rate">A second.</param>
    /// <param name="enough">Says when to end before that.</param>
    /// <returns>How many.</returns>
    public long Offer(double rate, TimeSpan time, Func<bool>? enough = null)
    {
        var next = Stopwatch.GetTimestamp();
        var (end, offered) = (next + (long)(time.TotalSeconds * Stopwatch.Frequency), 0L);
        while (next < end && enough?.Invoke() != true)
        {
            for (var now = Stopwatch.GetTimestamp(); next <= now && next < end; offered++)
            {
                Interlocked.Increment(ref underWay);
                waiting.Add(DueAt(next));
                next += (long)(-Math.Log(1 - chance.NextDouble()) / rate * Stopwatch.Frequency);
            }

            Thread.Sleep(1);
        }

        return offered;
    }

    /// <summary>Waits until all have been answered.</summary>
    public async Task QuietAsync()
    {
        while (UnderWay > 0)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>What came since it was last taken.</summary>
    public SoakCounts Take()
    {
        lock (gate)
        {
            (var taken, counts) = (counts, new SoakCounts(kinds));
            return taken;
        }
    }

    public void Tell(string kind, TimeSpan took)
    {
        lock (gate)
        {
            counts.Add(kinds.Index().First(one => one.Item.Name == kind).Index, took);
        }
    }

    public void TellUnexpected(string what)
    {
        lock (gate)
        {
            counts.Add(what);
        }
    }

    public void Dispose()
    {
        waiting.CompleteAdding();
        people.ForEach(static person => person.Join());
        waiting.Dispose();
    }

    private Due DueAt(long time)
    {
        var kind = lots[chance.Next(lots.Length)];
        var requests = kinds[kind].Requests;
        return new Due(kind, requests[(int)(number % requests.Count)], number++ / ScansOfADraft, time);
    }

    private void Work()
    {
        Connection? connection = null;
        foreach (var due in waiting.GetConsumingEnumerable())
        {
            try
            {
                connection ??= new Connection(server);
                var status = connection.Exchange(due.Request.Compose(due.Visit));
                Tell(due, status == 200 ? null : $"{status}");
            }
            catch (Exception broken) when (broken is IOException or SocketException)
            {
                connection?.Dispose();
                connection = null;
                Tell(due, broken.Message);
            }

            Interlocked.Decrement(ref underWay);
        }

        connection?.Dispose();
    }

    private void Tell(Due due, string? unexpected)
    {
        var took = Stopwatch.GetElapsedTime(due.Time);
        lock (gate)
        {
            if (unexpected is null)
            {
                counts.Add(due.Kind, took);
            }
            else
            {
                counts.Add($"{kinds[due.Kind].Name}: {unexpected}");
            }
        }
    }

    /// <param name="Time">When it was to be sent.</param>
    private readonly record struct Due(int Kind, SoakRequest Request, long Visit, long Time);
}
