namespace Laminar.Benchmarks;

/// <summary>
/// Looks for the highest rate that holds the bound: doubles it until it does not hold, then goes up from the last that held in steps of a tenth.
/// A rate holds where p99 of the scans of its twenty seconds is within the bound, and all is answered as expected. A version is published or taken
/// back in each, three times as often as later, so that the rate that is found has room for it. One that did not hold is tried once
/// more, for a machine has moments of its own. What held for so short a time has to hold for two minutes as well; else it goes down by the same steps.
/// </summary>
internal sealed class SoakRamp(OpenLoad load, SoakGuests guests, TimeSpan bound)
{
    private const double FirstRate = 50;
    private const double Coarse = 2;
    private const double Fine = 1.1;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Proof = TimeSpan.FromMinutes(2);

    /// <param name="answered">Gets what was answered on the way.</param>
    /// <returns>Requests a second; 0 where not even the first rate holds.</returns>
    public async Task<double> ClimbAsync(SoakCounts answered)
    {
        var (held, rate) = (0.0, FirstRate);
        for (; await HoldsOnceOfTwiceAsync(rate, answered); rate *= Coarse)
        {
            held = rate;
        }

        for (var (failed, step) = (rate, held * Fine); held > 0 && step < failed * 0.99 && await HoldsOnceOfTwiceAsync(step, answered); step *= Fine)
        {
            held = step;
        }

        while (held >= FirstRate && !await HoldsAsync(held, Proof, answered))
        {
            held /= Fine;
        }

        return held >= FirstRate ? held : 0;
    }

    private async Task<bool> HoldsOnceOfTwiceAsync(double rate, SoakCounts answered) => await HoldsAsync(rate, Step, answered) || await HoldsAsync(rate, Step, answered);

    private async Task<bool> HoldsAsync(double rate, TimeSpan time, SoakCounts answered)
    {
        // A second's requests are under way only where the server has fallen behind for good.
        var offering = Task.Run(() => load.Offer(rate, Settling + time, () => load.UnderWay > rate));
        await Task.WhenAny(offering, Task.Delay(Settling));
        answered.Add(load.Take());
        var publishing = guests.PublishAsync();
        await offering;
        var isLate = load.UnderWay > rate;
        await load.QuietAsync();
        await publishing;
        var counts = load.Take();
        answered.Add(counts);
        var p99 = counts.Scans.Quantile(0.99) ?? 0;
        var holds = p99 <= bound.TotalMilliseconds && counts.Unexpected.Count == 0 && !isLate;
        Console.WriteLine($"{rate,7:0} a second for {time.TotalSeconds:0} s: {(isLate ? "fell behind" : $"p99 of scans {p99:0.0} ms")}{string.Concat(counts.Unexpected.Select(static one => $"; {one.Key}, {one.Value} times"))}: {(holds ? "holds" : "does not hold")}");
        return holds;
    }
}
