using Laminar.Engine;

namespace Laminar.Hosts;

/// <summary>Reads packs from the folder form of <c>templates/</c>; the engine itself touches no files.</summary>
internal static class PackFolder
{
    /// <summary>The folder that is shipped beside the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The ids of the packs in a templates folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids(string templates)
    {
        if (!Directory.Exists(templates))
        {
            return [];
        }

        var ids = Directory.EnumerateDirectories(templates)
            .Where(IsPack)
            .Select(folder => Path.GetFileName(folder))
            .ToList();
        ids.Sort(StringComparer.Ordinal);
        return ids;
    }

    public static bool IsPack(string folder) => File.Exists(Path.Combine(folder, "pack.yaml"));

    /// <summary>
    /// A pack's own YAML files and the vocabulary that all packs share, by path. Drafts are no part of a pack.
    /// </summary>
    /// <param name="folder">The pack's folder; <c>shared/</c> stands beside it.</param>
    public static PackSource Read(string folder)
    {
        var own = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var templates = Path.GetDirectoryName(own) ?? own;
        var files = new List<PackFile>();
        AddFiles(files, templates, Path.Combine(templates, "shared"));
        AddFiles(files, templates, own);
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new PackSource(files);
    }

    /// <summary>Whether a file is part of what is compiled: YAML, and no sample draft.</summary>
    /// <param name="path">Inside <c>templates/</c>, with forward slashes.</param>
    public static bool IsSource(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) && !path.Contains("/drafts/", StringComparison.Ordinal);

    /// <summary>All files of a pack and of the shared vocabulary, byte for byte.</summary>
    /// <param name="folder">The pack's folder; <c>shared/</c> stands beside it.</param>
    public static (PackContent? Content, string? Problem) ReadAll(string folder)
    {
        var own = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var templates = Path.GetDirectoryName(own) ?? own;
        return PackContent.Of(new[] { Path.Combine(templates, PackContent.Shared), own }
            .Where(Directory.Exists)
            .SelectMany(one => Directory.EnumerateFiles(one, "*", SearchOption.AllDirectories))
            .Select(file => KeyValuePair.Create(PathIn(templates, file), File.ReadAllBytes(file))));
    }

    private static void AddFiles(List<PackFile> files, string templates, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            var path = PathIn(templates, file);
            if (IsSource(path))
            {
                files.Add(new PackFile(path, File.ReadAllText(file)));
            }
        }
    }

    private static string PathIn(string templates, string file) => Path.GetRelativePath(templates, file).Replace('\\', '/');
}
