using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary><c>laminar pack export</c> and <c>import</c>: a pack's folder as one zip and back, byte for byte.</summary>
internal static class PackZipCommand
{
    public static int Export(ReadOnlySpan<string> args)
    {
        var (pack, output, _, help) = Parse("export", args);
        if (help)
        {
            return Usage.Print(Usage.PackFiles);
        }

        var content = Packs.ReadAll(pack);
        OutputFile.Write(output, PackArchive.Write(content), keepsBackup: false);
        Console.Out.WriteLine($"{content.Id}: {FindingGroups.Count(content.Files.Count, "file")} in {Plain.Text(output)}");
        return ExitCode.Clean;
    }

    public static int Import(ReadOnlySpan<string> args)
    {
        var (zip, templates, replaces, help) = Parse("import", args);
        if (help)
        {
            return Usage.Print(Usage.PackFiles);
        }

        var content = Packs.ReadAll(zip);
        try
        {
            Write(content, templates, replaces);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Plain.Text(templates)} could not be written; see what is in it before you use it.");
        }

        Console.Out.WriteLine($"{content.Id}: {FindingGroups.Count(content.Files.Count, "file")} in {Plain.Text(templates)}");
        return ExitCode.Clean;
    }

    private static void Write(PackContent content, string templates, bool replaces)
    {
        var other = content.Files.Where(file => Differs(Path.Combine(templates, file.Key), file.Value)).Select(file => file.Key).ToList();
        if (other.Count > 0 && !replaces)
        {
            throw new UsageException($"{FindingGroups.Count(other.Count, "file")} in {Plain.Text(templates)} would be lost, {other[0]} first; say --replace if that is meant. Nothing was written.");
        }

        foreach (var (path, bytes) in content.Files)
        {
            var target = Path.Combine(templates, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }

        if (replaces)
        {
            var own = Directory.EnumerateFiles(Path.Combine(templates, content.Id), "*", SearchOption.AllDirectories);
            foreach (var path in Stale([.. own.Select(file => PackFolder.PathIn(templates, file))], content.Files.Keys))
            {
                File.Delete(Path.Combine(templates, path));
            }
        }
    }

    /// <summary>
    /// What the pack no longer holds. Where capital letters make no other file, what was just written is found under its former name:
    /// it is stale only where the written name is there beside it. What is no part of a pack stays.
    /// </summary>
    internal static IReadOnlyList<string> Stale(IReadOnlyList<string> found, IEnumerable<string> written)
    {
        var kept = written.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var there = found.ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(PackFolder.IsPart).Where(path => !kept.TryGetValue(path, out var now) || now != path && there.Contains(now))];
    }

    private static bool Differs(string file, byte[] bytes) => File.Exists(file) && !File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes);

    private static (string Input, string Output, bool Replaces, bool Help) Parse(string command, ReadOnlySpan<string> args)
    {
        var (input, output, replaces) = ((string?)null, (string?)null, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            switch (Arguments.Split(arg))
            {
                case ("--help" or "-h", _):
                    return ("", "", false, true);
                case ("-o" or "--output", var value):
                    output = value ?? Arguments.Take($"pack {command}", ref args, arg);
                    break;
                case ("--replace", null) when command == "import":
                    replaces = true;
                    break;
                case (['-', ..], _):
                    throw new UsageException($"pack {command} has no option {arg}; laminar pack {command} --help lists them.");
                default:
                    input = input is null ? arg : throw new UsageException($"Name one pack at a time; laminar pack {command} --help says how.");
                    break;
            }
        }

        return input is { Length: > 0 } && output is { Length: > 0 }
            ? (input, output, replaces, false)
            : throw new UsageException($"Say what to read and, after -o, what to write; laminar pack {command} --help says how.");
    }
}
