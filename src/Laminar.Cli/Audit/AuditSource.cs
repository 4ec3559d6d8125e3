using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>Where the files of an audit come from. They are come to one after the other; nobody holds all of their names.</summary>
internal static class AuditSource
{
    private const int LinesToTry = 10;
    private const string StandardInput = "-";

    private static readonly HashSet<string> Drafts = new([".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf", ".xml"], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UsageException">It is neither a folder nor a list.</exception>
    public static IEnumerable<ArchiveFile> Files(string source)
    {
        if (source == StandardInput)
        {
            return Listed(Console.In);
        }

        if (Directory.Exists(source))
        {
            return ArchiveFolder.Below(source);
        }

        CheckList(source);
        return Lines(source);
    }

    /// <summary>How many files there are, where that can be told without reading what can be read once; for the progress alone.</summary>
    public static int? Count(string source) => source == StandardInput ? null : Files(source).Count();

    /// <summary>Where a file of earlier results would be found.</summary>
    public static string PathOf(string source, string name) => Directory.Exists(source) ? Path.Combine(source, name) : name;

    /// <summary>A draft is a text file too: who names one instead of a list is told so, and gets no audit of its sentences.</summary>
    private static void CheckList(string source)
    {
        if (!File.Exists(source))
        {
            throw new UsageException($"There is no folder and no file {Plain.Text(source)}.");
        }

        if (Drafts.Contains(Path.GetExtension(source)))
        {
            throw new UsageException($"{Plain.Text(source)} is a single draft; name its folder, or read it with laminar scan.");
        }

        try
        {
            if (Path.GetExtension(source).Equals(".txt", StringComparison.OrdinalIgnoreCase) && !Lines(source).Take(LinesToTry).Any(static file => File.Exists(file.Path)))
            {
                throw new UsageException($"{Plain.Text(source)} is neither a folder nor a list: none of its first {LinesToTry} lines is the path of a file; name a folder, or read a draft with laminar scan.");
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Plain.Text(source)} could not be read.");
        }
    }

    private static IEnumerable<ArchiveFile> Lines(string list)
    {
        using var reader = new StreamReader(list);
        foreach (var file in Listed(reader))
        {
            yield return file;
        }
    }

    private static IEnumerable<ArchiveFile> Listed(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new ArchiveFile(line, line);
            }
        }
    }
}
