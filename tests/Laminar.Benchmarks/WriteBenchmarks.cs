using BenchmarkDotNet.Attributes;
using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Benchmarks;

/// <summary>Annotating a draft of about 900 words with split runs, and the floor under it.</summary>
[MemoryDiagnoser]
public class WriteBenchmarks
{
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Bytes to bytes: opening, reading, scanning, writing.</summary>
    [Benchmark]
    public object Annotate() => Annotate(AnnotationMode.Suggestions);

    [Benchmark]
    public object Ask() => Annotate(AnnotationMode.Questions);

    [Benchmark]
    public int UnzipParseAndZip() => Floor.UnzipParseAndZip(Materials.OpenDocx);

    private static byte[] Annotate(AnnotationMode mode)
    {
        var document = DraftDocument.Open(Materials.OpenDocx, "draft.docx", ReadLimits.Default).Document!;
        return document.Annotate(Scanner.Scan(document.Draft, Materials.Pack), mode, At);
    }
}
