namespace Laminar.Benchmarks;

/// <summary>A straight line through samples, by least squares.</summary>
/// <param name="PerHour">How much it rises in an hour.</param>
/// <param name="Range">How far the rise may be from that on either side, with 95 % likelihood if the samples knew nothing of each other; memory's do, so it is rather more.</param>
/// <param name="Mean">Of the samples.</param>
/// <param name="Hours">From the first sample to the last.</param>
internal readonly record struct Trend(double PerHour, double Range, double Mean, double Hours)
{
    /// <summary>What it rose from the first sample to the last, as a share of the mean.</summary>
    public double Rise => PerHour * Hours / Mean;

    public static Trend Of(IReadOnlyList<(TimeSpan At, double Value)> samples)
    {
        var (hours, mean) = (samples.Average(static sample => sample.At.TotalHours), samples.Average(static sample => sample.Value));
        var spread = samples.Sum(sample => Square(sample.At.TotalHours - hours));
        var slope = samples.Sum(sample => (sample.At.TotalHours - hours) * (sample.Value - mean)) / spread;
        var rest = samples.Sum(sample => Square(sample.Value - mean - (slope * (sample.At.TotalHours - hours))));
        return new Trend(slope, 1.96 * Math.Sqrt(rest / Math.Max(1, samples.Count - 2) / spread), mean, (samples[^1].At - samples[0].At).TotalHours);
    }

    public override string ToString() => $"{PerHour:+0;-0}±{Range:0} MB/h";

    private static double Square(double value) => value * value;
}
