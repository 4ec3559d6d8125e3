using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary><c>laminar pack test</c>: what an author runs after each change. Every error has its file, line and column.</summary>
internal static class PackTestCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        string? folder = null;
        var coverage = false;
        foreach (var arg in args)
        {
            switch (arg)
            {
                case "--help" or "-h":
                    return Usage.Print(Usage.PackTest);
                case "--coverage":
                    coverage = true;
                    break;
                case ['-', _, ..]:
                    throw new UsageException($"pack test has no option {arg}; laminar pack test --help lists them.");
                default:
                    folder = folder is null ? arg : throw new UsageException("Test one pack at a time: laminar pack test DIR.");
                    break;
            }
        }

        return Run(folder ?? throw new UsageException("Name the pack's folder: laminar pack test DIR."), coverage);
    }

    private static int Run(string folder, bool coverage)
    {
        if (!PackFolder.IsPack(folder))
        {
            throw new UsageException($"There is no pack in {folder}: a pack's folder holds a pack.yaml.");
        }

        try
        {
            var source = Packs.Read(folder);
            return Run(Pack.Compile(source), source, coverage);
        }
        catch (PackException broken)
        {
            Print(broken.Errors);
            Console.Out.WriteLine($"{FindingGroups.Count(broken.Errors.Count, "error")}; no example was run");
            return ExitCode.Open;
        }
    }

    private static int Run(Pack pack, PackSource source, bool coverage)
    {
        var report = PackExamples.Run(pack);
        Print(report.Failures);
        var gaps = coverage ? PackExamples.Coverage(pack, source).Where(IsOwn).ToList() : [];
        Print(gaps);
        var covered = coverage ? $", {gaps.Count} not exercised by any example" : "";
        Console.Out.WriteLine($"{pack.Id} {pack.Version}: {report.Passed} passed, {report.Failures.Count} failed{covered}");
        return report.Failures.Count + gaps.Count == 0 ? ExitCode.Clean : ExitCode.Open;
    }

    /// <summary>What all packs share is not exercised by each of them, and not theirs to mend.</summary>
    private static bool IsOwn(PackError gap) => !gap.File.StartsWith("shared/", StringComparison.Ordinal);

    private static void Print(IReadOnlyList<PackError> errors)
    {
        foreach (var error in errors)
        {
            Console.Out.WriteLine(error.ToString().TrimEnd());
            Console.Out.WriteLine();
        }
    }
}
