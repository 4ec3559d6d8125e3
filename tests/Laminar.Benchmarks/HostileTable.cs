using System.Diagnostics;
using Laminar.Engine;
using Laminar.Tests;
using Laminar.Word;

namespace Laminar.Benchmarks;

/// <summary>
/// Files that were made to do harm: how long each keeps the reader, and the opening for writing, busy, and what memory they take.
/// What is allocated counts, freed again or not, which is more than is ever held at once.
/// </summary>
internal static class HostileTable
{
    private const int Runs = 5;
    private const double MostMilliseconds = 200;
    private const double MostMegabytes = 100;
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static int missed;

    public static int Run()
    {
        Console.WriteLine($"\n{"file",-64}{"bytes",11}  {"read",-24}{"ms",8}{"MB",8}  {"opened and annotated",-24}{"ms",8}{"MB",8}");
        ReadAndWrite(Materials.OpenDocx);
        ReadAndWrite(WordFiles.FlatOpc(FictionalDraft.Paragraphs));
        foreach (var file in HostileFiles.All)
        {
            Measure(file);
        }

        foreach (var (what, answer, work) in HostileGivens.All)
        {
            var given = Best(work);
            var holds = Holds(given, answer);
            missed += holds ? 0 : 1;
            Console.WriteLine($"{what,-64}{"",11}  {Said(given)}  {(holds ? "holds" : "MISSED")}");
        }

        return missed == 0 ? 0 : 1;
    }

    private static void Measure(HostileFile file)
    {
        var bytes = file.Make();
        var read = Best(() => DraftReader.Read(bytes, "draft.docx", ReadLimits.Default).Error?.Code);
        var written = Best(() => Write(bytes));
        var holds = Holds(read, file.Read) & Holds(written, file.Opened);
        missed += holds ? 0 : 1;
        Console.WriteLine($"{file.What,-64}{bytes.Length,11:n0}  {Said(read)}  {Said(written)}  {(holds ? "holds" : $"MISSED ({file.Read}, {file.Opened})")}");
    }

    private static string Said((string? Code, double Milliseconds, double Megabytes) one) => $"{one.Code ?? "read",-24}{one.Milliseconds,8:0.0}{one.Megabytes,8:0.0}";

    private static bool Holds((string? Code, double Milliseconds, double Megabytes) one, string? code)
        => one.Code == code && one.Milliseconds <= MostMilliseconds && one.Megabytes <= MostMegabytes;

    private static (string? Code, double Milliseconds, double Megabytes) Best(Func<string?> work)
    {
        var (code, time, memory) = ((string?)null, double.MaxValue, 0L);
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect();
            var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            code = work();
            time = Math.Min(time, Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            memory = Math.Max(memory, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (code, time, memory / (1024.0 * 1024));
    }

    private static string? Write(byte[] bytes)
    {
        var (document, error) = DraftDocument.Open(bytes, "draft.docx", ReadLimits.Default);
        document?.Annotate(Nothing(document), AnnotationMode.Suggestions, At);
        return error?.Code;
    }

    private static void ReadAndWrite(byte[] bytes)
    {
        for (var run = 0; run < 100; run++)
        {
            DraftReader.Read(bytes, "draft.docx", ReadLimits.Default);
            Write(bytes);
        }
    }

    /// <summary>The scan has limits of its own and is measured elsewhere; what a draft asks without its text is the same for all.</summary>
    private static ScanResult Nothing(DraftDocument document) => Scanner.Scan(document.Draft with { Paragraphs = [.. document.Draft.Paragraphs.Take(50)] }, Materials.Pack);
}
