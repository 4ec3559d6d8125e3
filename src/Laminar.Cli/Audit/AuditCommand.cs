using System.Globalization;
using System.Runtime.InteropServices;
using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary><c>laminar audit</c>: reads all reports of an archive and keeps what they leave open, without a word of them.</summary>
internal sealed class AuditCommand : IDisposable
{
    private readonly AuditOptions options;
    private readonly IEnumerable<Pack> packs;
    private readonly string by;
    private readonly ArchiveCounts counts = new();
    private readonly CancellationTokenSource stop = new();
    private readonly AuditProgress progress;
    private readonly IEnumerable<ArchiveFile> files;
    private readonly AuditResults? results;
    private readonly Stream? output;

    private AuditCommand(AuditOptions options)
    {
        this.options = options;
        files = AuditSource.Files(options.Source);
        var folders = Packs.Folders(options.Pack);
        by = ArchiveScan.By(folders.Select(Packs.Read));
        packs = Packs.Load(options.Pack);
        results = options.Results is { } path ? AuditResults.Open(path, by, options.Anew) : null;
        output = options.Results is null && options.Summary is null ? Console.OpenStandardOutput() : null;
        progress = new AuditProgress(() => AuditSource.Count(options.Source));
    }

    public static int Run(ReadOnlySpan<string> args)
    {
        var options = AuditOptions.Parse(args);
        if (options.Help)
        {
            return Usage.Print(Usage.Audit);
        }

        using var audit = new AuditCommand(options);
        return audit.Run();
    }

    public void Dispose()
    {
        progress.Dispose();
        results?.Dispose();
        output?.Dispose();
        stop.Dispose();
    }

    private int Run()
    {
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        ReadAll();
        progress.Dispose();
        if (stop.IsCancellationRequested)
        {
            Say($"Stopped after {Number(progress.Files, "file")}; {HowToGoOn()}");
            return ExitCode.CouldNotRun;
        }

        results?.Complete();
        WriteSummary();
        Say($"{Number(progress.Files, "file")} audited{OfThem()} in {AuditProgress.Span(progress.Elapsed)}.");
        return progress.Unreadable > 0 ? ExitCode.Open : ExitCode.Clean;
    }

    /// <summary>The first time, the files on their way are finished; the second, the system ends the process as it would have.</summary>
    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }

    private void ReadAll()
    {
        using var each = files.GetEnumerator();
        var more = KeepStanding(each);
        using var run = new AuditRun(() => new ArchiveScan(packs, by), options.Jobs);
        run.RunAsync(Remaining(each, more), Take, () => results?.Flush(), stop.Token).GetAwaiter().GetResult();
    }

    /// <summary>Passes the files whose lines stand. Answers whether the enumerator stands at a file that is still to come.</summary>
    private bool KeepStanding(IEnumerator<ArchiveFile> each)
    {
        bool more;
        while ((more = !stop.IsCancellationRequested && each.MoveNext()) && results?.Next(each.Current) is { } line)
        {
            Count(line, isKept: true);
        }

        if (!stop.IsCancellationRequested)
        {
            results?.Part(name => AuditSource.PathOf(options.Source, name));
        }

        return more;
    }

    private IEnumerable<(ArchiveFile File, ArchiveLine? Line)> Remaining(IEnumerator<ArchiveFile> each, bool more)
    {
        for (; more; more = each.MoveNext())
        {
            yield return (each.Current, results?.Former(each.Current));
        }
    }

    private void Take(AuditedFile file)
    {
        results?.Add(file.Json.Span);
        output?.Write(file.Json.Span);
        Count(file.Line, file.IsKept);
    }

    private void Count(ArchiveLine line, bool isKept)
    {
        counts.Add(line);
        progress.Add(isKept, line.Error is not null);
    }

    private void WriteSummary()
    {
        if (options.Summary is { } path)
        {
            OutputFile.Write(path, SummaryFile.Make(path, counts, packs, Plain.Text(options.Source), DateTimeOffset.Now), keepsBackup: false);
        }
    }

    private string OfThem() =>
        (progress.Files - progress.Read, progress.Unreadable) switch
        {
            (0, 0) => "",
            (var kept, 0) => string.Create(CultureInfo.InvariantCulture, $" ({kept:n0} of them before)"),
            (0, var unreadable) => string.Create(CultureInfo.InvariantCulture, $" ({unreadable:n0} could not be read)"),
            var (kept, unreadable) => string.Create(CultureInfo.InvariantCulture, $" ({kept:n0} of them before; {unreadable:n0} could not be read)"),
        };

    private string HowToGoOn() => options.Results is null
        ? "with --out RESULTS.jsonl an audit can go on where it was stopped."
        : "the same command goes on from there.";

    private static string Number(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:n0} {noun}{(number == 1 ? "" : "s")}");

    private static void Say(string sentence) => Console.Error.WriteLine($"laminar: {sentence}");
}
