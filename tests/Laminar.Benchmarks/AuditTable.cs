using System.Diagnostics;
using System.Globalization;

namespace Laminar.Benchmarks;

/// <summary>
/// <c>laminar audit</c> as a whole process, against one that unzips the same parts of the same files and walks their XML, with as many
/// workers and the same collector; and what memory it takes at its most.
/// </summary>
internal static class AuditTable
{
    private const int Distinct = 1000;
    private const int Files = 10_000;
    private const int Rounds = 3;
    private static readonly int[] Sizes = [1000, 10_000, 100_000];

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("laminar-audit-").FullName;
        try
        {
            AuditArchive.Write(folder, Distinct);
            var (cores, some) = (Environment.ProcessorCount, List(folder, Files));
            var table = new Table();
            Throughput(table, $"files a second, {cores} workers, against unzip and walk", some, cores);
            Throughput(table, "files a second, one worker, against unzip and walk", some, 1);
            Memory(table, folder, cores);
            return table.End();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The floor, in a process of its own: walks the listed files and ends.</summary>
    public static int RunFloor(string list, int workers)
    {
        Parallel.ForEach(File.ReadLines(list), new ParallelOptions { MaxDegreeOfParallelism = workers }, static file => Floor.UnzipAndWalkParts(file, AuditArchive.PartsRead));
        return 0;
    }

    /// <summary>How long an audit of a folder, or of the files of a list, takes as a whole process.</summary>
    public static double SecondsOf(string source, int workers) => Measure(AuditOf(source, workers)).Seconds;

    /// <summary>Rounds that take turns, so that a busy machine is busy for both; the best of each counts.</summary>
    private static void Throughput(Table table, string what, string list, int workers)
    {
        var (audit, floor) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            floor = Math.Min(floor, Measure(FloorOf(list, workers)).Seconds);
            audit = Math.Min(audit, Measure(AuditOf(list, workers)).Seconds);
        }

        table.AtLeast(what, $"{Files / audit:0} /s", $"{Files / floor:0} /s", floor / audit, 0.4);
    }

    private static void Memory(Table table, string folder, int workers)
    {
        var peaks = Sizes.Select(files => (Files: files, Bytes: Measure(AuditOf(List(folder, files), workers)).Peak)).ToList();
        foreach (var (files, bytes) in peaks.Skip(1))
        {
            table.AtMost($"peak memory at {files:n0} files, against {peaks[0].Files:n0}", Megabytes(bytes), Megabytes(peaks[0].Bytes), (double)bytes / peaks[0].Bytes, 1.2);
        }
    }

    private static ProcessStartInfo AuditOf(string source, int workers)
        => new(ServerProcess.Built("Laminar.Cli", "laminar"), ["audit", source, "--out", source + ".jsonl", "--anew", "--jobs", workers.ToString(CultureInfo.InvariantCulture)]);

    private static ProcessStartInfo FloorOf(string list, int workers)
        => new(Environment.ProcessPath!, ["floor", list, workers.ToString(CultureInfo.InvariantCulture)]) { Environment = { ["DOTNET_gcServer"] = "0", ["DOTNET_gcConcurrent"] = "0" } };

    private static (double Seconds, long Peak) Measure(ProcessStartInfo start)
    {
        start.RedirectStandardError = true;
        var watch = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var peak = 0L;
        do
        {
            peak = Math.Max(peak, PeakOf(process));
        }
        while (!process.WaitForExit(20));

        return process.ExitCode == 0 ? (Stopwatch.GetElapsedTime(watch).TotalSeconds, peak) : throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }

    /// <summary>0 where it has just ended.</summary>
    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>So many lines of the same files over and over: what is read is in memory for both, and the disk is not measured.</summary>
    private static string List(string folder, int files)
    {
        var list = Path.Combine(folder, $"{files}.list");
        var names = Directory.GetFiles(folder, "*.docx").Order(StringComparer.Ordinal).ToList();
        File.WriteAllLines(list, Enumerable.Range(0, files).Select(number => names[number % names.Count]));
        return list;
    }

    private static string Megabytes(long bytes) => $"{bytes / (1024.0 * 1024):0} MB";
}
