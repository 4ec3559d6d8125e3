using System.Diagnostics;

namespace Laminar.Fuzz;

/// <summary>Runs inputs that were kept, and says of each whether it still fails.</summary>
internal static class Replay
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    /// <returns>0 where none fails.</returns>
    public static int Run(Action<byte[]> target, IEnumerable<string> files)
    {
        var faults = 0;
        foreach (var file in files)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                target(File.ReadAllBytes(file));
                if (watch.Elapsed > Most)
                {
                    faults++;
                    Console.WriteLine($"{file}: {watch.Elapsed.TotalSeconds:0.0} s");
                }
            }
            catch (Exception fault)
            {
                faults++;
                Console.WriteLine($"{file}: {fault}");
            }
        }

        return faults == 0 ? 0 : 1;
    }
}
