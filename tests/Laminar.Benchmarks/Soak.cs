using System.Globalization;

namespace Laminar.Benchmarks;

/// <summary>What a soak came to.</summary>
/// <param name="Rate">Requests a second that were offered.</param>
/// <param name="Offered">In all.</param>
/// <param name="Answered">What came of them.</param>
/// <param name="WorstMinute">p99 of the scans in that minute, in ms.</param>
/// <param name="Looks">The server at the beginning and every ten seconds.</param>
/// <param name="After">The server some seconds after all had been answered and nobody came any more.</param>
internal sealed record SoakResult(double Rate, long Offered, SoakCounts Answered, double WorstMinute, IReadOnlyList<SoakLook> Looks, SoakLook After)
{
    public const int LooksInAMinute = 6;

    private const int FewMinutes = 5;

    public TimeSpan Time => Looks[^1].At - Looks[0].At;

    /// <summary>
    /// Of the last two thirds of the time: the first is for what fills up once. Of each minute the least counts, which is what stays; the buffers of a
    /// large upload stay for a moment. Where there are few minutes, all looks count.
    /// </summary>
    public Trend TrendOf(Func<SoakLook, double> figure)
    {
        var last = Looks.Where(look => look.At - Looks[0].At >= Time / 3).ToList();
        return Trend.Of([.. last.Chunk(last.Count > FewMinutes * LooksInAMinute ? LooksInAMinute : 1).Select(minute => minute.MinBy(figure)!).Select(look => (look.At, figure(look)))]);
    }
}

/// <summary>Offers a rate for a long time and looks at the server again and again.</summary>
internal sealed class Soak(OpenLoad load, IReadOnlyList<SoakKind> kinds, SoakWatch watch)
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly List<SoakLook> looks = [];
    private readonly SoakCounts whole = new(kinds);
    private SoakCounts minute = new(kinds);
    private double worst;

    /// <param name="rate">A second.</param>
    /// <param name="endGuests">Ends what comes beside, and waits for its last.</param>
    public async Task<SoakResult> RunAsync(double rate, TimeSpan time, Func<Task> endGuests)
    {
        Console.WriteLine($"\n{rate:0} requests a second for {time.TotalMinutes:0.#} minutes; a line a minute");
        Console.WriteLine($"{"time",-7}{"/s",7}{"scans: p50",12}{"p99",8}{"answers p99",13}{"unexpected",12}{"set MB",8}{"heap MB",9}{"pauses",8}{"full GC",8}{"handles",9}{"sockets",9}{"threads",9}{"database",10}{"waiting",9}{"cpu: server",13}{"client",8}{"all",6}");
        load.Take();
        looks.Add(await watch.LookAsync());
        var offering = Task.Run(() => load.Offer(rate, time));
        using var timer = new PeriodicTimer(Rhythm);
        while (!offering.IsCompleted && await timer.WaitForNextTickAsync())
        {
            Take();
            looks.Add(await watch.LookAsync());
            if (looks.Count % SoakResult.LooksInAMinute == 1)
            {
                EndMinute();
            }
        }

        var offered = await offering;
        await load.QuietAsync();
        await endGuests();
        Take();
        await Task.Delay(Rest);
        return new SoakResult(rate, offered, whole, worst, looks, await watch.LookAsync());
    }

    private void Take()
    {
        var counts = load.Take();
        minute.Add(counts);
        whole.Add(counts);
    }

    private void EndMinute()
    {
        var (now, before) = (looks[^1], looks[^(SoakResult.LooksInAMinute + 1)]);
        var seconds = (now.At - before.At).TotalSeconds;
        var scans = minute.Scans;
        worst = Math.Max(worst, scans.Quantile(0.99) ?? 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{now.At - looks[0].At,-7:mm\\:ss}{minute.Done / seconds,7:0}{scans.Quantile(0.5),12:0.0}{scans.Quantile(0.99),8:0.0}{minute[SoakMix.Answers].Quantile(0.99),13:0.0}{minute.Unexpected.Values.Sum(),12}{now.WorkingSet,8:0}{now.Heap,9:0}{(now.Pauses - before.Pauses) / seconds,8:0.0%}{now.Full - before.Full,8:0}{now.Handles,9}{now.Sockets,9}{now.Threads,9}{now.Connections,10}{now.Waiting,9:0}{(now.Cpu - before.Cpu) / seconds,13:0.00}{(now.ClientCpu - before.ClientCpu) / seconds,8:0.00}{(now.AllCpu - before.AllCpu) / seconds,6:0.00}"));
        minute = new SoakCounts(kinds);
    }
}
