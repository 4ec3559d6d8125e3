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
            switch (Arguments.Split(arg))
            {
                case ("--help" or "-h", _):
                    return options with { Help = true };
                case ("--format", var value):
                    options = options with { Format = ToFormat(value ?? Arguments.Take("scan", ref args, arg)) };
                    break;
                case ("--pack", var value):
                    options = options with { Pack = value ?? Arguments.Take("scan", ref args, arg) };
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

    private static OutputFormat ToFormat(string name) => name switch
    {
        "text" => OutputFormat.Text,
        "json" => OutputFormat.Json,
        "jsonl" => OutputFormat.JsonLines,
        _ => throw new UsageException($"There is no format \"{name}\"; choose text, json or jsonl."),
    };
}
