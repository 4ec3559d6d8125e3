using System.Diagnostics;
using System.Runtime;

namespace Laminar.Benchmarks;

/// <summary>Writing, against unzipping, parsing and zipping the same file.</summary>
internal static class WriteTable
{
    /// <summary>
    /// Writing is what the command does, so it is measured under the command's garbage collector: this program runs as the server
    /// does, and starts itself anew for this table.
    /// </summary>
    public static int Run()
    {
        if (GCSettings.IsServerGC)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["write"]) { Environment = { ["DOTNET_gcServer"] = "0" } };
            using var again = Process.Start(start)!;
            again.WaitForExit();
            return again.ExitCode;
        }

        var summary = Bench.Run<WriteBenchmarks>();
        var floor = Bench.Median(summary, nameof(WriteBenchmarks.UnzipParseAndZip));
        var table = new Table();
        Row("annotate with suggestions, against unzip, parse, zip", nameof(WriteBenchmarks.Annotate));
        Row("annotate with questions, against unzip, parse, zip", nameof(WriteBenchmarks.Ask));
        return table.End();

        void Row(string what, string method)
        {
            var median = Bench.Median(summary, method);
            table.AtMost(what, Bench.Micro(median), Bench.Micro(floor), median / floor, 3);
        }
    }
}
