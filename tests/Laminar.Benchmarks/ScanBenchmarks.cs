using System.Buffers;
using BenchmarkDotNet.Attributes;
using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Benchmarks;

/// <summary>A draft of about 900 words with split runs, and the floors under it.</summary>
[MemoryDiagnoser]
public class ScanBenchmarks
{
    private readonly SearchValues<string> phrases = SearchValues.Create(Materials.Phrases, StringComparison.OrdinalIgnoreCase);

    [Benchmark]
    public object DocxToResult() =>
        Scanner.Scan(DraftReader.Read(Materials.Docx, "draft.docx", ReadLimits.Default).Draft!, Materials.Pack);

    [Benchmark]
    public int UnzipAndWalk() => Floor.UnzipAndWalk(Materials.Docx);

    [Benchmark]
    public object TextToResult() => Scanner.Scan(Materials.Draft, Materials.Pack);

    [Benchmark]
    public int SearchPass() => Floor.Search(Materials.Text, phrases);

    [Benchmark]
    public object LongTextToResult() => Scanner.Scan(Materials.LongDraft, Materials.Pack);
}
