using Laminar.Word;

namespace Laminar.Cli;

/// <summary>What was asked of a command that writes into a draft.</summary>
internal sealed record WriteOptions(string File, string? Output, bool InPlace, AnnotationMode Mode, string? Answers, string? Pack, bool Help)
{
    /// <summary>The file to write.</summary>
    public string Target => Output ?? File;

    public static WriteOptions Parse(string command, ReadOnlySpan<string> args)
    {
        var options = new WriteOptions("", null, false, AnnotationMode.Suggestions, null, null, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            options = Arguments.Split(arg) switch
            {
                ("--help" or "-h", _) => options with { Help = true },
                ("-o" or "--output", var value) => options with { Output = value ?? Arguments.Take(command, ref args, arg) },
                ("--in-place", null) => options with { InPlace = true },
                ("--as", var value) when command == "annotate" => options with { Mode = ToMode(value ?? Arguments.Take(command, ref args, arg)) },
                ("--answers", var value) when command == "apply" => options with { Answers = value ?? Arguments.Take(command, ref args, arg) },
                ("--pack", var value) when command != "clear" => options with { Pack = value ?? Arguments.Take(command, ref args, arg) },
                ("--", _) => Files(command, options, ref args),
                (['-', _, ..], _) => throw new UsageException($"{command} has no option {arg}; laminar {command} --help lists them."),
                _ => WithFile(command, options, arg),
            };
        }

        return options.Help ? options : Check(command, options);
    }

    /// <summary>What follows <c>--</c> is a file, whatever it begins with.</summary>
    private static WriteOptions Files(string command, WriteOptions options, ref ReadOnlySpan<string> args)
    {
        foreach (var file in args)
        {
            options = WithFile(command, options, file);
        }

        args = [];
        return options;
    }

    private static WriteOptions WithFile(string command, WriteOptions options, string file) =>
        options.File.Length == 0 ? options with { File = file } : throw new UsageException($"{command} takes one file; call it once for each.");

    private static WriteOptions Check(string command, WriteOptions options)
        => options.File.Length == 0 ? throw new UsageException($"Name the draft: laminar {command} FILE -o OUT.docx.")
        : options.Output is null && !options.InPlace ? throw new UsageException("Name the file to write with -o, or say --in-place.")
        : options.Output is not null && options.InPlace ? throw new UsageException("Choose between -o and --in-place.")
        : options.Output is "" ? throw new UsageException("The file after -o has no name; give it one.")
        : command == "apply" && options.Answers is null ? throw new UsageException("Name the file with the answers: --answers ANSWERS.json.")
        : options;

    private static AnnotationMode ToMode(string name) => name switch
    {
        "suggestions" => AnnotationMode.Suggestions,
        "questions" => AnnotationMode.Questions,
        _ => throw new UsageException($"There is no form \"{name}\"; choose suggestions or questions."),
    };
}
