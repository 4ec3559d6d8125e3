using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary><c>laminar scan</c>: each file is read, scanned and written out before the next is opened.</summary>
internal static class ScanCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var options = ScanOptions.Parse(args);
        if (options.Help)
        {
            return Usage.Print(Usage.Scan);
        }

        var packs = Packs.Load(options.Pack);
        using var output = Output(options);
        var exit = ExitCode.Clean;
        foreach (var file in options.Files)
        {
            exit = Math.Max(exit, Scan(file, packs, output));
        }

        return exit;
    }

    private static IScanOutput Output(ScanOptions options) => options.Format switch
    {
        OutputFormat.Text => new TextOutput(Terminal.Detect(), options.Files.Count),
        OutputFormat.Json => new JsonOutput(Console.OpenStandardOutput(), options.Files.Count),
        _ => new JsonLinesOutput(Console.OpenStandardOutput()),
    };

    private static int Scan(string file, IEnumerable<Pack> packs, IScanOutput output)
    {
        var reading = DraftFile.Read(file);
        if (reading.Draft is not { } draft)
        {
            output.Unreadable(file, reading.Error!);
            return ExitCode.CouldNotRun;
        }

        var result = PackChoice.Scan(draft, packs);
        output.Result(draft, result);
        return new FindingGroups(result).AnyOpen ? ExitCode.Open : ExitCode.Clean;
    }
}
