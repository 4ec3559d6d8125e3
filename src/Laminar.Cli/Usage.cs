using System.Reflection;

namespace Laminar.Cli;

/// <summary>The command line itself can't be followed; the message is for the person who typed it.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal static class Usage
{
    public const string Scan = """
        laminar scan FILE… [--format text|json|jsonl] [--pack ID]

        Reads drafts of operative reports and says what they leave open.
        Files: .docx .docm .dotx .dotm, Flat OPC .xml, .txt (a line is a paragraph).

          --format text    for people (the default): the sentence, the words meant, the question, the reason
          --format json    one indented result; an array where several files are named
          --format jsonl   one result a line, in the order of the files; a file that can't be read gets a line
                           with "error" and the rest go on
          --pack ID        the pack to read with (by default the first by id)

        Exit code 0: nothing required is open and nothing disagrees. 1: something is. 2: a file could not be read.
        """;

    public const string PackTest = """
        laminar pack test DIR [--coverage]

        Compiles the pack in DIR (its shared vocabulary stands beside it, in DIR/../shared) and runs its examples.

          --coverage       also name every vocabulary entry, option and frame that no example exercises

        Exit code 0: all pass. 1: an example fails, the pack has an error, or coverage was asked for and has a gap.
        2: there is no pack in DIR.
        """;

    public static string All { get; } = $"""
        laminar: reads a draft of an operative report as a careful colleague would.

        {Scan}

        {PackTest}

        laminar --version
        """;

    public static string Version =>
        typeof(Usage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static int Print(string text)
    {
        Console.Out.WriteLine(text);
        return ExitCode.Clean;
    }
}
