using Laminar.Tests;

namespace Laminar.Benchmarks;

/// <summary>
/// A long time of mixed load on one server over one PostgreSQL, at the highest rate that holds p99 of the scans: a tenth of a second, which is what
/// people take for at once, and leaves the pane's own promise (the list 60 ms after the quiet moment, median) its place. Server, database and
/// client share the machine, so the rate is a floor of what the server does alone. The database keeps what it is told on its disk, as an operator's does.
/// Flat is what rises by less than a tenth of itself over the last two thirds of the time; a few minutes say nothing about that.
/// </summary>
internal static class SoakTable
{
    /// <summary>Of the pool of connections to the database, as it is by default.</summary>
    private const int MostConnections = 100;

    /// <summary>Handles and threads come and go by a few: those that are open at one moment are no leak.</summary>
    private const int MostMore = 10;

    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(int minutes)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        var database = postgres.ConnectionTo(await postgres.CreateAsync());
        // Nobody is to be turned away for how many come: whether they are answered in time is what is asked.
        using var server = new ServerProcess($"--ConnectionStrings:Laminar={database}", "--Limits:RequestsPerMinute=0", $"--Limits:WaitingDrafts={2 * OpenLoad.Connections}");
        using var client = new HttpClient { BaseAddress = server.Address };
        var kinds = await SoakMix.KindsAsync(client);
        // Who asks for the store first waits until it is made.
        await client.GetStringAsync(new Uri($"/api/studio/packs/{SoakAuthor.Pack}", UriKind.Relative));
        using var load = new OpenLoad(server.Address, kinds);
        using var stop = new CancellationTokenSource();
        var guests = new SoakGuests(server.Address, client, load);
        var coming = guests.ComeAsync(stop.Token);
        var watch = new SoakWatch(server, client, database);

        var before = new SoakCounts(kinds);
        var rate = await new SoakRamp(load, guests, Bound).ClimbAsync(before);
        if (rate == 0)
        {
            await EndGuestsAsync();
            Console.WriteLine("Not even the first rate held.");
            return 1;
        }

        coming = Task.WhenAll(coming, guests.PublishAsync(stop.Token));
        var result = await new Soak(load, kinds, watch).RunAsync(rate, TimeSpan.FromMinutes(minutes), EndGuestsAsync);
        result.Answered.Print();
        var answered = before[SoakMix.Answers].Count + result.Answered[SoakMix.Answers].Count;
        return Say(result, answered - await watch.AnsweredAsync(), server.Errors);

        async Task EndGuestsAsync()
        {
            await stop.CancelAsync();
            await coming;
        }
    }

    /// <param name="lacking">Answers that went out and that the trail does not have.</param>
    private static int Say(SoakResult soak, long lacking, int errors)
    {
        var (scans, unexpected) = (soak.Answered.Scans, soak.Answered.Unexpected);
        foreach (var (what, times) in unexpected)
        {
            Console.WriteLine($"unexpected: {what}, {times} times");
        }

        var table = new Table();
        table.AtLeast("requests answered, of those offered", $"{soak.Answered.Done:n0}", $"{soak.Offered:n0}", (double)soak.Answered.Done / soak.Offered, 1);
        table.AtMost($"p99 of scans over all at {soak.Rate:0} requests a second (ms)", $"{scans.Count:n0} scans", $"p50 {scans.Quantile(0.5):0.0}", scans.Quantile(0.99)!.Value, Bound.TotalMilliseconds);
        table.AtMost("p99 of scans in the worst minute (ms)", $"{soak.WorstMinute:0.0} ms", "", soak.WorstMinute, 2 * Bound.TotalMilliseconds);
        table.AtMost("unexpected answers, and errors in the server's log", $"{unexpected.Values.Sum()}", $"{errors} in log", unexpected.Values.Sum() + errors, 0);
        table.AtMost("answers that the audit trail lacks", $"{soak.Answered[SoakMix.Answers].Count:n0} sent", "", lacking, 0);
        Flat("working set, rise in the last two thirds", static look => look.WorkingSet);
        Flat("managed heap, rise in the last two thirds", static look => look.Heap);
        Steady("open handles", static look => look.Handles);
        Steady("threads", static look => look.Threads);
        table.AtMost("connections to the database", $"{soak.Looks.Max(static look => look.Connections)} at most", $"{soak.Looks[0].Connections} at first", soak.Looks.Max(static look => look.Connections), MostConnections);
        table.AtMost("temporary files, drafts and entries left behind", $"{soak.After.Temporary} files", $"{soak.After.Waiting:0} waiting", soak.After.Temporary + soak.After.Waiting, 0);
        return table.End();

        void Flat(string what, Func<SoakLook, double> figure)
        {
            var trend = soak.TrendOf(figure);
            table.AtMost(what, trend.ToString(), $"{trend.Mean:0} MB", trend.Rise, 0.1);
        }

        void Steady(string what, Func<SoakLook, int> figure)
        {
            var all = soak.Looks.Select(figure).ToList();
            var some = Math.Max(1, all.Count / 10);
            table.AtMost($"{what}: last, against first (most {all.Max()})", $"{all[^1]}", $"{all[0]}", all.TakeLast(some).Average() - all.Take(some).Average(), MostMore);
        }
    }
}
