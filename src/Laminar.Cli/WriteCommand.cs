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
        return new Written(bytes, ExitCode.Clean, [scan.Findings.Count switch
        {
            0 => "Nothing to ask; the draft is written without a suggestion.",
            1 => "1 finding stands in the draft.",
            var count => $"{Number(count)} findings stand in the draft.",
        }]);
    });

    public static int Apply(ReadOnlySpan<string> args) => Run("apply", args, static (document, options) =>
    {
        var answers = AnswersFile.Read(options.Answers!);
        var applied = document.Apply(Scan(document, options), answers.Answers, new Answerer(answers.By, answers.Role ?? AnswererRole.Surgeon), Now);
        var refused = applied.Refused.Select(static one => $"{Plain.Text(one.Finding)}: {one.Message}");
        var taken = FindingGroups.Count(answers.Answers.Count - applied.Refused.Count, "answer");
        return applied.Refused.Count == 0
            ? new Written(applied.Bytes, ExitCode.Clean, [$"{taken} written."])
            : new Written(applied.Bytes, ExitCode.Open, [.. refused, $"{taken} written, {Number(applied.Refused.Count)} refused."]);
    });

    public static int Clear(ReadOnlySpan<string> args) => Run("clear", args, static (document, _) => new Written(document.Clear(Now), ExitCode.Clean, []));

    public static int Finalize(ReadOnlySpan<string> args) => Run("finalize", args, static (document, options) =>
    {
        var final = document.Finalize(Scan(document, options), Now);
        return final.Bytes is { } bytes
            ? new Written(bytes, ExitCode.Clean, [])
            : new Written(null, ExitCode.Open,
                [.. final.Open.Select(Line), $"The report can't be finalized yet; {FindingGroups.Count(final.Open.Count, "thing")} to settle. Nothing was written."]);
    });

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static int Run(string command, ReadOnlySpan<string> args, Func<DraftDocument, WriteOptions, Written> write)
    {
        var options = WriteOptions.Parse(command, args);
        if (options.Help)
        {
            return Usage.Print(Usage.Write);
        }

        OutputFile.Check(options);
        var (document, error) = DraftFile.Open(options.File);
        if (document is null)
        {
            throw new UsageException($"{Plain.Text(Path.GetFileName(options.File))}: {error!.Message}");
        }

        OutputFile.CheckEnding(options, document.Extension);
        var written = write(document, options);
        if (written.Bytes is { } bytes)
        {
            OutputFile.Write(options.Target, bytes, keepsBackup: options.InPlace);
        }

        // Only now is it true.
        foreach (var line in written.Said)
        {
            Console.Error.WriteLine($"laminar: {line}");
        }

        return written.Exit;
    }

    private static ScanResult Scan(DraftDocument document, WriteOptions options) => PackChoice.Scan(document.Draft, Packs.Load(options.Pack));

    /// <summary>What is open, behind its place as an editor counts: from one.</summary>
    private static string Line(OpenItem item) => item.Paragraph is { } paragraph
        ? $"paragraph {Number(paragraph + 1)}, character {Number(item.Offset.GetValueOrDefault() + 1)}: {item.Message}"
        : item.Message;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a command came to.</summary>
    /// <param name="Bytes">The whole file; null where none is to be written.</param>
    /// <param name="Said">Lines for the person; nothing of the draft.</param>
    private sealed record Written(byte[]? Bytes, int Exit, IReadOnlyList<string> Said);
}
