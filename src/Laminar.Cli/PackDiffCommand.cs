using System.Globalization;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary><c>laminar pack diff</c>: what differs between two packs, as the authors of both read it.</summary>
internal static class PackDiffCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        switch (args)
        {
            case ["--help" or "-h", ..]:
                return Usage.Print(Usage.PackFiles);
            case [var from, var to] when !from.StartsWith('-') && !to.StartsWith('-'):
                return Run(Packs.ReadAll(from), Packs.ReadAll(to));
            default:
                throw new UsageException("Name two packs, each a folder or a zip: laminar pack diff A B.");
        }
    }

    private static int Run(PackContent from, PackContent to)
    {
        // A pack under another name is compared file by file all the same.
        var files = PackDiff.Of(from, from.Id == to.Id ? to : to.Renamed(from.Id));
        foreach (var file in files)
        {
            Print(file);
        }

        Console.Out.WriteLine(files.Count == 0 ? "No difference." : $"{FindingGroups.Count(files.Count, "file")} differ{(files.Count == 1 ? "s" : "")}.");
        return files.Count == 0 ? ExitCode.Clean : ExitCode.Open;
    }

    private static void Print(FileDiff file)
    {
        Console.Out.WriteLine($"{file.Path}: {file.Change}{(file.Lines is null ? " (no text)" : "")}");
        foreach (var hunk in LineDiff.Hunks(file.Lines ?? []))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"@@ {hunk[0].From?.ToString(CultureInfo.InvariantCulture) ?? "-"} {hunk[0].To?.ToString(CultureInfo.InvariantCulture) ?? "-"} @@"));
            foreach (var line in hunk)
            {
                Console.Out.WriteLine($"{line.Op}{Plain.Text(line.Text.TrimEnd('\r'))}");
            }
        }

        Console.Out.WriteLine();
    }
}
