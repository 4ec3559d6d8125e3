using Laminar.Word;

namespace Laminar.Cli;

/// <summary>What was asked of a command that writes into a draft.</summary>
internal sealed record WriteOptions(string File, string? Output, bool InPlace, AnnotationMode Mode, string? Answers, string? Pack, bool Help)
{
    public static WriteOptions Parse(string command, ReadOnlySpan<string> args)
    {
        var options = new WriteOptions("", null, false, AnnotationMode.Suggestions, null, null, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            options = arg switch
            {
                "--help" or "-h" => options with { Help = true },
                "-o" or "--output" => options with { Output = Take(command, ref args, arg) },
                "--in-place" => options with { InPlace = true },
                "--as" when command == "annotate" => options with { Mode = ToMode(Take(command, ref args, arg)) },
                "--answers" when command == "apply" => options with { Answers = Take(command, ref args, arg) },
                "--pack" when command != "clear" => options with { Pack = Take(command, ref args, arg) },
                ['-', _, ..] => throw new UsageException($"{command} has no option {arg}; laminar {command} --help lists them."),
                _ => options.File.Length == 0 ? options with { File = arg } : throw new UsageException($"{command} takes one file."),
            };
        }

        return options.Help ? options : Check(command, options);
    }

    private static WriteOptions Check(string command, WriteOptions options)
        => options.File.Length == 0 ? throw new UsageException($"Name the draft: laminar {command} FILE -o OUT.docx.")
        : options.Output is null && !options.InPlace ? throw new UsageException("Name the file to write with -o, or say --in-place.")
        : options.Output is not null && options.InPlace ? throw new UsageException("Choose between -o and --in-place.")
        : command == "apply" && options.Answers is null ? throw new UsageException("Name the file with the answers: --answers ANSWERS.json.")
        : options;

    private static AnnotationMode ToMode(string name) => name switch
    {
        "suggestions" => AnnotationMode.Suggestions,
        "questions" => AnnotationMode.Questions,
        _ => throw new UsageException($"There is no form \"{name}\"; choose suggestions or questions."),
    };

    private static string Take(string command, ref ReadOnlySpan<string> args, string option)
    {
        if (args is not [var value, .. var rest])
        {
            throw new UsageException($"{option} wants a value; laminar {command} --help lists them.");
        }

        args = rest;
        return value;
    }
}
