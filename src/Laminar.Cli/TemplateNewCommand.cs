using Laminar.Word;

namespace Laminar.Cli;

/// <summary><c>laminar template new</c>: the Word file of a pack's standard note, for its author to go on from.</summary>
internal static class TemplateNewCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var (id, output, help) = Parse(args);
        if (help)
        {
            return Usage.Print(Usage.Template);
        }

        var target = output ?? throw new UsageException("Say which file to write: laminar template new --pack ID -o note.dotx.");
        var template = Path.GetExtension(target).ToUpperInvariant() switch
        {
            ".DOTX" => true,
            ".DOCX" => false,
            _ => throw new UsageException("A standard note is a .dotx, or a .docx to start one report from; end the name after -o so."),
        };

        var pack = Packs.One(id);
        if (pack.Note is null)
        {
            throw new UsageException($"The pack \"{pack.Id}\" has no standard note; lay one out in its note.yaml.");
        }

        OutputFile.Write(target, StandardNoteFile.Make(pack, template, AddIn.Of(ManifestCommand.Template())), keepsBackup: false);
        return ExitCode.Clean;
    }

    private static (string? Pack, string? Output, bool Help) Parse(ReadOnlySpan<string> args)
    {
        var (pack, output, help) = ((string?)null, (string?)null, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            (pack, output, help) = Arguments.Split(arg) switch
            {
                ("--help" or "-h", _) => (pack, output, true),
                ("--pack", var value) => (value ?? Arguments.Take("template new", ref args, arg), output, help),
                ("-o" or "--output", var value) => (pack, value ?? Arguments.Take("template new", ref args, arg), help),
                _ => throw new UsageException("template new takes --pack and -o alone; laminar template --help says how."),
            };
        }

        return (pack, output, help);
    }
}
