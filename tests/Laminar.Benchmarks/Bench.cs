using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Laminar.Benchmarks;

/// <summary>How the tables run their benchmarks and read the figures.</summary>
internal static class Bench
{
    public static Summary Run<T>()
    {
        // In this process: a generated project would be built under the repository's own strict settings.
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(15))
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .AddExporter(BenchmarkDotNet.Exporters.MarkdownExporter.Console)
            .AddLogger(ConsoleLogger.Default);
        return BenchmarkRunner.Run<T>(config);
    }

    public static BenchmarkReport Report(Summary summary, string method) =>
        summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);

    public static double Median(Summary summary, string method) => Report(summary, method).ResultStatistics!.Median;

    public static string Micro(double nanoseconds) => $"{nanoseconds / 1000:0.0} µs";
}
