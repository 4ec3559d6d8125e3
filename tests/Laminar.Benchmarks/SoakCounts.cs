using Laminar.Web;

namespace Laminar.Benchmarks;

/// <summary>What came of the requests of some time, kind by kind, in an amount of memory that does not grow with their number.</summary>
internal sealed class SoakCounts(IReadOnlyList<SoakKind> kinds)
{
    private readonly Durations[] durations = [.. kinds.Select(static _ => new Durations())];
    private readonly TimeSpan[] longest = new TimeSpan[kinds.Count];

    /// <summary>What was answered otherwise than expected, or not at all, and how often.</summary>
    public Dictionary<string, int> Unexpected { get; } = [];

    /// <summary>Of those that come at the rate.</summary>
    public int Done => Sum(static kind => kind.Weight > 0).Count;

    public Durations Scans => Sum(static kind => kind.IsScan);

    public Durations this[string kind] => Sum(one => one.Name == kind);

    public void Add(int kind, TimeSpan took)
    {
        durations[kind].Add(took);
        longest[kind] = took > longest[kind] ? took : longest[kind];
    }

    public void Add(string unexpected, int times = 1) => Unexpected[unexpected] = Unexpected.GetValueOrDefault(unexpected) + times;

    public void Add(SoakCounts others)
    {
        for (var kind = 0; kind < durations.Length; kind++)
        {
            durations[kind].Add(others.durations[kind]);
            longest[kind] = others.longest[kind] > longest[kind] ? others.longest[kind] : longest[kind];
        }

        foreach (var (unexpected, times) in others.Unexpected)
        {
            Add(unexpected, times);
        }
    }

    /// <summary>Within a tenth, the upper end of it.</summary>
    public void Print()
    {
        Console.WriteLine($"\n{"kind of request",-40}{"requests",12}{"p50 ms",10}{"p99 ms",10}{"longest ms",12}");
        for (var kind = 0; kind < durations.Length; kind++)
        {
            Console.WriteLine($"{kinds[kind].Name,-40}{durations[kind].Count,12:n0}{durations[kind].Quantile(0.5),10:0.0}{durations[kind].Quantile(0.99),10:0.0}{longest[kind].TotalMilliseconds,12:0.0}");
        }
    }

    private Durations Sum(Func<SoakKind, bool> which)
    {
        var sum = new Durations();
        for (var kind = 0; kind < durations.Length; kind++)
        {
            if (which(kinds[kind]))
            {
                sum.Add(durations[kind]);
            }
        }

        return sum;
    }
}
