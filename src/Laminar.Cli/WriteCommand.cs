using System.Globalization;
using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Word;

namespace Laminar.Cli;

/// <summary>The commands that write into a draft: <c>annotate</c>, <c>apply</c>, <c>clear</c>, <c>finalize</c>.</summary>
internal static class WriteCommand
{
    public static int Annotate(ReadOnlySpan<string> args) => Run("annotate", args, static (document, options) =>
    {
        var scan = Scan(document, options);
        var bytes = document.Annotate(scan, options.Mode, Now);
        Console.Error.WriteLine($"laminar: {Count(scan.Findings.Count, "finding")} put into the draft.");
        return (bytes, ExitCode.Clean);
    });

    public static int Apply(ReadOnlySpan<string> args) => Run("apply", args, static (document, options) =>
    {
        var answers = AnswersOf(options.Answers!);
        var applied = document.Apply(Scan(document, options), answers.Answers, new Answerer(answers.By, answers.Role), Now);
        foreach (var refused in applied.Refused)
        {
            Console.Error.WriteLine($"laminar: {Plain.Text(refused.Finding)}: {refused.Message}");
        }

        Console.Error.WriteLine($"laminar: {Count(answers.Answers.Count - applied.Refused.Count, "answer")} written, {applied.Refused.Count} refused.");
        return (applied.Bytes, applied.Refused.Count == 0 ? ExitCode.Clean : ExitCode.Open);
    });

    public static int Clear(ReadOnlySpan<string> args) => Run("clear", args, static (document, _) => (document.Clear(Now), ExitCode.Clean));

    public static int Finalize(ReadOnlySpan<string> args) => Run("finalize", args, static (document, options) =>
    {
        var final = document.Finalize(Scan(document, options), Now);
        foreach (var item in final.Open)
        {
            var place = item.Paragraph is { } paragraph ? string.Create(CultureInfo.InvariantCulture, $"paragraph {paragraph + 1}, character {item.Offset.GetValueOrDefault() + 1}: ") : "";
            Console.Error.WriteLine($"laminar: {place}{item.Message}");
        }

        if (final.Bytes is null)
        {
            Console.Error.WriteLine($"laminar: The report can't be finalized yet; {Count(final.Open.Count, "thing")} to settle. Nothing was written.");
        }

        return (final.Bytes, final.Bytes is null ? ExitCode.Open : ExitCode.Clean);
    });

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static int Run(string command, ReadOnlySpan<string> args, Func<DraftDocument, WriteOptions, (byte[]? Bytes, int Exit)> write)
    {
        var options = WriteOptions.Parse(command, args);
        if (options.Help)
        {
            return Usage.Print(Usage.Write);
        }

        var target = options.InPlace ? options.File : OutputFile.Check(options.File, options.Output!);
        var (document, error) = DraftFile.Open(options.File);
        if (document is null)
        {
            throw new UsageException($"{Plain.Text(Path.GetFileName(options.File))}: {error!.Message}");
        }

        OutputFile.CheckEnding(target, document.Extension);
        var (bytes, exit) = write(document, options);
        if (bytes is not null)
        {
            OutputFile.Write(target, bytes, keepsBackup: options.InPlace);
        }

        return exit;
    }

    private static ScanResult Scan(DraftDocument document, WriteOptions options) => Scanner.Scan(document.Draft, Packs.Load(options.Pack));

    private static GivenAnswers AnswersOf(string path)
    {
        try
        {
            var (answers, problem) = GivenAnswers.Parse(File.ReadAllBytes(path));
            return answers ?? throw new UsageException($"{Plain.Text(path)}: {problem}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The answers in {Plain.Text(path)} could not be read.");
        }
    }

    private static string Count(int number, string thing) => string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");
}
