using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Laminar.Benchmarks;

/// <summary>Reading and scanning, against their floors.</summary>
internal static class ScanTable
{
    public static int Run()
    {
        // In this process: a generated project would be built under the repository's own strict settings.
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(15))
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .AddExporter(BenchmarkDotNet.Exporters.MarkdownExporter.Console)
            .AddLogger(ConsoleLogger.Default);
        var summary = BenchmarkRunner.Run<ScanBenchmarks>(config);
        return Print(summary);
    }

    private static int Print(Summary summary)
    {
        var (whole, walk) = (Median(summary, nameof(ScanBenchmarks.DocxToResult)), Median(summary, nameof(ScanBenchmarks.UnzipAndWalk)));
        var (engine, search) = (Median(summary, nameof(ScanBenchmarks.TextToResult)), Median(summary, nameof(ScanBenchmarks.SearchPass)));
        var perWord = engine / Materials.WordsOf(Materials.Draft);
        var perWordOfMany = Median(summary, nameof(ScanBenchmarks.LongTextToResult)) / Materials.WordsOf(Materials.LongDraft);
        var allocated = Report(summary, nameof(ScanBenchmarks.DocxToResult)).GcStats.GetBytesAllocatedPerOperation(Report(summary, nameof(ScanBenchmarks.DocxToResult)).BenchmarkCase) ?? 0;

        var table = new Table();
        table.AtMost("docx bytes to result, against unzip and XmlReader", Micro(whole), Micro(walk), whole / walk, 2.5);
        table.AtMost("engine alone, against one pass of 300 phrases", Micro(engine), Micro(search), engine / search, 10);
        table.AtMost("a word among 90,000, against one among 900", $"{perWordOfMany:0.0} ns", $"{perWord:0.0} ns", perWordOfMany / perWord, 1.2);
        table.AtMost("allocations of a scan, KB", $"{allocated / 1024.0:0} KB", "", allocated / 1024.0, 300);
        return table.End();
    }

    private static BenchmarkReport Report(Summary summary, string method) =>
        summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);

    private static double Median(Summary summary, string method) => Report(summary, method).ResultStatistics!.Median;

    private static string Micro(double nanoseconds) => $"{nanoseconds / 1000:0.0} µs";
}
