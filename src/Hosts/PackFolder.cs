using System.Globalization;
using Laminar.Engine;

namespace Laminar.Hosts;

/// <summary>Reads packs from the folder form of <c>templates/</c>; the engine itself touches no files.</summary>
internal static class PackFolder
{
    private const string OrderKey = "order:";

    /// <summary>The folder that is shipped beside the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The ids of the packs in a templates folder, in the order in which drafts choose from them.</summary>
    public static IReadOnlyList<string> Ids(string templates)
    {
        if (!Directory.Exists(templates))
        {
            return [];
        }

        var ids = Directory.EnumerateDirectories(templates)
            .Where(IsPack)
            .Select(folder => (Order: OrderOf(folder), Id: Path.GetFileName(folder)))
            .ToList();
        ids.Sort(static (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : string.CompareOrdinal(a.Id, b.Id));
        return ids.ConvertAll(static pack => pack.Id);
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

    /// <summary>
    /// What <see cref="Pack.Order"/> will be, from the manifest's text: a command that ends with the first pack compiles no other.
    /// </summary>
    private static int OrderOf(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "pack.yaml")))
        {
            if (line.StartsWith(OrderKey, StringComparison.Ordinal) && int.TryParse(line.AsSpan(OrderKey.Length), CultureInfo.InvariantCulture, out var order))
            {
                return order;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Whether a file is part of what is compiled: YAML, and no sample draft.</summary>
    /// <param name="path">Inside <c>templates/</c>, with forward slashes.</param>
    public static bool IsSource(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) && !path.Contains("/drafts/", StringComparison.Ordinal) && IsPart(path);

    /// <summary>What systems and programs leave in a folder for themselves is no part of a pack.</summary>
    /// <param name="path">Inside <c>templates/</c>, with forward slashes.</param>
    public static bool IsPart(string path) => path.Split('/').Skip(1).All(static name => !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal)
        && !name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) && !name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase));

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

    /// <summary>As packs name their files: inside <c>templates/</c>, with forward slashes.</summary>
    public static string PathIn(string templates, string file) => Path.GetRelativePath(templates, file).Replace('\\', '/');
}
