using System.Globalization;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>What was asked of <c>laminar audit</c>.</summary>
/// <param name="Source">A folder, a list of files, or <c>-</c> for a list on standard input.</param>
/// <param name="Jobs">Files that are read at the same time.</param>
internal sealed record AuditOptions(string Source, string? Results, string? Summary, string? Pack, int Jobs, bool Anew, bool Help)
{
    private const int MostJobs = 256;

    public static AuditOptions Parse(ReadOnlySpan<string> args)
    {
        var options = new AuditOptions("", null, null, null, Environment.ProcessorCount, false, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            options = Arguments.Split(arg) switch
            {
                ("--help" or "-h", _) => options with { Help = true },
                ("-o" or "--out", var value) => options with { Results = value ?? Arguments.Take("audit", ref args, arg) },
                ("--summary", var value) => options with { Summary = value ?? Arguments.Take("audit", ref args, arg) },
                ("--pack", var value) => options with { Pack = value ?? Arguments.Take("audit", ref args, arg) },
                ("--jobs", var value) => options with { Jobs = ToJobs(value ?? Arguments.Take("audit", ref args, arg)) },
                ("--anew", null) => options with { Anew = true },
                ("--", _) => Last(options, ref args),
                (['-', _, ..], _) => throw new UsageException($"audit has no option {arg}; laminar audit --help lists them."),
                _ => WithSource(options, arg),
            };
        }

        return options.Help ? options : Check(options);
    }

    private static AuditOptions Last(AuditOptions options, ref ReadOnlySpan<string> args)
    {
        foreach (var source in args)
        {
            options = WithSource(options, source);
        }

        args = [];
        return options;
    }

    private static AuditOptions WithSource(AuditOptions options, string source) =>
        options.Source.Length == 0 ? options with { Source = source } : throw new UsageException("audit takes one folder or one list of files; put several folders into a list.");

    private static AuditOptions Check(AuditOptions options)
        => options.Source.Length == 0 ? throw new UsageException("Name the folder of the archive, or a file with a path a line: laminar audit DIR --out RESULTS.jsonl.")
        : options.Results is "" ? throw new UsageException("The file after --out has no name; give it one.")
        : options.Anew && options.Results is null ? throw new UsageException("--anew begins the file of --out anew; name one.")
        : options.Summary is { } summary && !SummaryFile.IsKnown(summary) ? throw new UsageException("A summary is an .xlsx or an .html; end the name after --summary so.")
        : options;

    private static int ToJobs(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is > 0 and <= MostJobs ? jobs
        : throw new UsageException($"--jobs takes a number from 1 to {MostJobs}.");
}
