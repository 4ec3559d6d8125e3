using System.Reflection;

namespace Laminar.Tests;

/// <summary>The add-in's manifest as it stands in the repository, and the icons that the server has for it.</summary>
internal static class ManifestFiles
{
    private static string Repository { get; } = typeof(ManifestFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Repository").Value!;

    public static string Manifest { get; } = File.ReadAllText(Path.Combine(Repository, "manifest", "manifest.xml"));

    public static string Readme { get; } = File.ReadAllText(Path.Combine(Repository, "manifest", "README.md"));

    public static IReadOnlyList<string> Icons { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository, "src", "Laminar.Web", "wwwroot", "icons")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>What the server has at a path; null where it has nothing.</summary>
    public static byte[]? At(string path)
    {
        var file = Path.Combine(Repository, "src", "Laminar.Web", "wwwroot", path.TrimStart('/'));
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
