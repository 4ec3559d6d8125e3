namespace Laminar.Web;

/// <summary>Durations in steps of a tenth more each: what share of them was how long, within a tenth, whatever their number.</summary>
internal sealed class Durations
{
    private const double Shortest = 0.0001;
    private const double Step = 1.1;

    // Up to more than a minute.
    private readonly int[] counts = new int[142];

    public int Count { get; private set; }

    public void Add(TimeSpan duration)
    {
        var step = duration.TotalSeconds <= Shortest ? 0 : (int)Math.Ceiling(Math.Log(duration.TotalSeconds / Shortest, Step));
        counts[Math.Min(step, counts.Length - 1)]++;
        Count++;
    }

    public void Add(Durations others)
    {
        for (var step = 0; step < counts.Length; step++)
        {
            counts[step] += others.counts[step];
        }

        Count += others.Count;
    }

    /// <summary>The time in ms that this share of them did not exceed; null where there are none.</summary>
    public double? Quantile(double share)
    {
        var wanted = (int)Math.Ceiling(share * Count);
        for (var (step, passed) = (0, 0); step < counts.Length; step++)
        {
            passed += counts[step];
            if (passed >= wanted && passed > 0)
            {
                return 1000 * Shortest * Math.Pow(Step, step);
            }
        }

        return null;
    }
}
