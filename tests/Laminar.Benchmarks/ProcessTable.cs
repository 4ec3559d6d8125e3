using System.Diagnostics;

namespace Laminar.Benchmarks;

/// <summary>The whole process of <c>laminar scan</c>, from its start to its end.</summary>
internal static class ProcessTable
{
    private const int Runs = 30;

    public static int Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"laminar-{Environment.ProcessId}.docx");
        File.WriteAllBytes(file, Materials.Docx);
        try
        {
            var times = Enumerable.Range(0, Runs).Select(_ => Milliseconds("scan", file)).Order().ToList();
            var bare = Enumerable.Range(0, Runs).Select(_ => Milliseconds("--version")).Order().ElementAt(Runs / 2);
            var table = new Table();
            table.AtMost("laminar scan of one file, whole process, median ms", $"{times[Runs / 2]:0} ms", $"{bare:0} ms bare", times[Runs / 2], 250);
            table.AtMost("the slowest of thirty", $"{times[^1]:0} ms", "", times[^1], 250);
            return table.End();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double Milliseconds(params string[] arguments)
    {
        var watch = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(ServerProcess.Built("Laminar.Cli", "laminar"), arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 1 ? Stopwatch.GetElapsedTime(watch).TotalMilliseconds : throw new InvalidOperationException("The scan failed.");
    }
}
