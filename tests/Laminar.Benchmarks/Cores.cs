using System.Diagnostics;
using System.Globalization;

namespace Laminar.Benchmarks;

/// <summary>The processors of this machine, as Linux counts them.</summary>
internal static class Cores
{
    /// <summary>Of a tick in <c>/proc/stat</c>: the kernel counts in hundredths for whoever looks, whatever it counts in itself.</summary>
    private const double TickSeconds = 0.01;

    /// <summary>How long all processors were busy since the machine began, in seconds of one processor.</summary>
    public static double Busy
    {
        get
        {
            // user nice system idle iowait irq softirq steal …
            var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
                .Select(static count => long.Parse(count, CultureInfo.InvariantCulture)).ToList();
            return (ticks.Sum() - ticks[3] - ticks[4]) * TickSeconds;
        }
    }

    /// <summary>How a program is started, with its output to be read.</summary>
    /// <param name="core">The only one that it may run on; null is any.</param>
    public static ProcessStartInfo Start(int? core, string program, IEnumerable<string> arguments) => core is { } one
        ? new("taskset", ["-c", one.ToString(CultureInfo.InvariantCulture), program, .. arguments]) { RedirectStandardOutput = true }
        : new(program, arguments) { RedirectStandardOutput = true };
}
