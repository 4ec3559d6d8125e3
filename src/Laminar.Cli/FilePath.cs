namespace Laminar.Cli;

/// <summary>Where a path leads in the end: a link to a file is that file, by whatever folders one comes to it.</summary>
internal static class FilePath
{
    public static bool IsSame(string path, string other) =>
        string.Equals(Real(path), Real(other), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <exception cref="IOException">The path goes round in a circle.</exception>
    public static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } folder)
        {
            return full;
        }

        var own = new FileInfo(Path.Combine(Real(folder), Path.GetFileName(full)));
        return own.LinkTarget is null ? own.FullName : Real(own.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }
}
