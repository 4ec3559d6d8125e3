namespace Laminar.Cli;

internal enum OutputFormat
{
    Text,
    Json,
    JsonLines,
}

/// <summary>What was asked of <c>laminar scan</c>. Parsed by hand: a parser library would take longer than reading a draft.</summary>
internal sealed record ScanOptions(IReadOnlyList<string> Files, OutputFormat Format, string? Pack, bool Help)
{
    public static ScanOptions Parse(ReadOnlySpan<string> args)
    {
        var files = new List<string>();
        var options = new ScanOptions(files, OutputFormat.Text, null, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            switch (Split(arg))
            {
                case ("--help" or "-h", _):
                    return options with { Help = true };
                case ("--format", var value):
                    options = options with { Format = ToFormat(value ?? Take(ref args, arg)) };
                    break;
                case ("--pack", var value):
                    options = options with { Pack = value ?? Take(ref args, arg) };
                    break;
                case ("--", _):
                    files.AddRange(args);
                    args = [];
                    break;
                case (['-', _, ..], _):
                    throw new UsageException($"scan has no option {arg}; laminar scan --help lists them.");
                default:
                    files.Add(arg);
                    break;
            }
        }

        return files.Count > 0 ? options : throw new UsageException("Name at least one file to scan.");
    }

    /// <summary><c>--format=json</c> is <c>--format json</c>.</summary>
    private static (string Name, string? Value) Split(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (arg[..at], arg[(at + 1)..])
            : (arg, null);

    private static string Take(ref ReadOnlySpan<string> args, string option)
    {
        if (args is not [var value, .. var rest])
        {
            throw new UsageException($"{option} wants a value; laminar scan --help lists them.");
        }

        args = rest;
        return value;
    }

    private static OutputFormat ToFormat(string name) => name switch
    {
        "text" => OutputFormat.Text,
        "json" => OutputFormat.Json,
        "jsonl" => OutputFormat.JsonLines,
        _ => throw new UsageException($"There is no format \"{name}\"; choose text, json or jsonl."),
    };
}
