using Laminar.Engine;

namespace Laminar.Cli;

/// <summary><c>laminar template lint</c>: what in a standard note would be wrong in somebody's report.</summary>
internal static class TemplateLintCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var (file, id, isJson, help) = Parse(args);
        if (help)
        {
            return Usage.Print(Usage.Template);
        }

        var path = file ?? throw new UsageException("Name the standard note: laminar template lint FILE.");
        var packs = Packs.Load(id, notes: true);
        var (note, error) = DraftFile.Read(path);
        if (note is null)
        {
            throw new UsageException($"{Plain.Text(path)}: {error!.Message} ({error.Code})");
        }

        var result = NoteLint.Check(note, PackChoice.For(note, packs));
        if (isJson)
        {
            using var output = Console.OpenStandardOutput();
            NoteLintWriter.Write(output, result, indented: true);
            output.Write("\n"u8);
        }
        else
        {
            using var terminal = Terminal.Detect();
            new LintText(terminal, note).Write(result);
        }

        return result.AnyOpen ? ExitCode.Open : ExitCode.Clean;
    }

    private static (string? File, string? Pack, bool IsJson, bool Help) Parse(ReadOnlySpan<string> args)
    {
        var (file, pack, isJson, help) = ((string?)null, (string?)null, false, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            switch (Arguments.Split(arg))
            {
                case ("--help" or "-h", _):
                    help = true;
                    break;
                case ("--format", var value):
                    isJson = IsJson(value ?? Arguments.Take("template", ref args, arg));
                    break;
                case ("--pack", var value):
                    pack = value ?? Arguments.Take("template", ref args, arg);
                    break;
                case (['-', _, ..], _):
                    throw new UsageException($"template lint has no option {arg}; laminar template --help lists them.");
                default:
                    file = file is null ? arg : throw new UsageException("Check one standard note at a time: laminar template lint FILE.");
                    break;
            }
        }

        return (file, pack, isJson, help);
    }

    private static bool IsJson(string format) => format switch
    {
        "text" => false,
        "json" => true,
        _ => throw new UsageException($"There is no format \"{format}\"; choose text or json."),
    };
}
