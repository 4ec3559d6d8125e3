using BenchmarkDotNet.Reports;

namespace Laminar.Benchmarks;

/// <summary>Reading and scanning, against their floors.</summary>
internal static class ScanTable
{
    public static int Run() => Print(Bench.Run<ScanBenchmarks>());

    private static int Print(Summary summary)
    {
        var (whole, walk) = (Bench.Median(summary, nameof(ScanBenchmarks.DocxToResult)), Bench.Median(summary, nameof(ScanBenchmarks.UnzipAndWalk)));
        var (engine, search) = (Bench.Median(summary, nameof(ScanBenchmarks.TextToResult)), Bench.Median(summary, nameof(ScanBenchmarks.SearchPass)));
        var perWord = engine / Materials.WordsOf(Materials.Draft);
        var perWordOfMany = Bench.Median(summary, nameof(ScanBenchmarks.LongTextToResult)) / Materials.WordsOf(Materials.LongDraft);
        var allocated = Bench.Report(summary, nameof(ScanBenchmarks.DocxToResult)).GcStats.GetBytesAllocatedPerOperation(Bench.Report(summary, nameof(ScanBenchmarks.DocxToResult)).BenchmarkCase) ?? 0;

        var table = new Table();
        table.AtMost("docx bytes to result, against unzip and XmlReader", Bench.Micro(whole), Bench.Micro(walk), whole / walk, 2.5);
        table.AtMost("engine alone, against one pass of 300 phrases", Bench.Micro(engine), Bench.Micro(search), engine / search, 10);
        table.AtMost("a word among 90,000, against one among 900", $"{perWordOfMany:0.0} ns", $"{perWord:0.0} ns", perWordOfMany / perWord, 1.2);
        table.AtMost("allocations of a scan, KB", $"{allocated / 1024.0:0} KB", "", allocated / 1024.0, 300);
        return table.End();
    }
}
