using System.Globalization;

namespace Laminar.Cli;

/// <summary>Writes a whole file or none: to a temporary file beside the target, which then takes its name.</summary>
internal static class OutputFile
{
    /// <summary>The target, unless it is the draft itself.</summary>
    /// <exception cref="UsageException">It is.</exception>
    public static string Check(string draft, string output)
    {
        var isSame = string.Equals(Resolved(draft), Resolved(output), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        return isSame ? throw new UsageException("The output is the draft itself; name another file, or say --in-place to keep a backup beside it.") : output;
    }

    /// <summary>Word does not open a file whose name says another kind than its content.</summary>
    /// <exception cref="UsageException">The ending is another.</exception>
    public static void CheckEnding(string output, string extension)
    {
        if (!Path.GetExtension(output).Equals(extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"The written file is a Word file of the kind {extension}; name it so.");
        }
    }

    /// <exception cref="UsageException">The file can't be written; the target is as it was.</exception>
    public static void Write(string path, byte[] bytes, bool keepsBackup)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".laminar-{Guid.NewGuid():n}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            if (keepsBackup)
            {
                File.Copy(path, FreeBackup(path));
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new UsageException($"{Plain.Text(path)} could not be written; nothing was changed.");
        }
    }

    private static string FreeBackup(string path)
    {
        var backup = $"{path}.bak";
        for (var number = 2; File.Exists(backup); number++)
        {
            backup = string.Create(CultureInfo.InvariantCulture, $"{path}.{number}.bak");
        }

        return backup;
    }

    /// <summary>Where a path leads in the end: a link to the draft is the draft.</summary>
    private static string Resolved(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
    }
}
