using System.Globalization;

namespace Laminar.Cli;

/// <summary>Writes a whole file or none: to a temporary file beside the target, which then takes its name.</summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">The target is the draft itself, and nobody said that it may be.</exception>
    public static void Check(WriteOptions options)
    {
        if (!options.InPlace && FilePath.IsSame(options.File, options.Target))
        {
            throw new UsageException("The output is the draft itself; name another file, or say --in-place to keep a backup beside it.");
        }
    }

    /// <summary>Word does not open a file whose name says another kind than its content.</summary>
    /// <exception cref="UsageException">The ending is another.</exception>
    public static void CheckEnding(WriteOptions options, string extension)
    {
        if (!Path.GetExtension(options.Target).Equals(extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException(options.InPlace
                ? $"What is written is a Word file of the kind {extension}, which can't take this draft's name; name a file that ends so with -o."
                : $"What is written is a Word file of the kind {extension}; end the name after -o so.");
        }
    }

    /// <param name="keepsBackup">Whether the file that is written over stays beside it.</param>
    /// <exception cref="UsageException">The file can't be written; all is as it was.</exception>
    public static void Write(string path, byte[] bytes, bool keepsBackup)
    {
        // What leads to a file elsewhere goes on doing so: the file there is the one that changes.
        var target = FilePath.Real(path);
        var (written, kept, backup) = (Beside(target), Beside(target), "");
        try
        {
            WriteNew(written, bytes, like: target);
            if (keepsBackup)
            {
                // By way of another name, so that a backup is whole as well.
                File.Copy(target, kept);
                var free = FreeBackup(target);
                File.Move(kept, free);
                backup = free;
            }

            File.Move(written, target, overwrite: true);
            backup = "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last of them is how .NET says that a file may not grow so large.
            throw new UsageException($"{Plain.Text(path)} could not be written, and nothing was changed: {Reason(problem, target)}");
        }
        finally
        {
            Array.ForEach([.. new[] { written, kept, backup }.Where(File.Exists)], File.Delete);
        }
    }

    private static string Beside(string target) => Path.Combine(Path.GetDirectoryName(target)!, $".laminar-{Guid.NewGuid():n}.tmp");

    /// <summary>A file that takes another's place is as open to others as that one was.</summary>
    private static void WriteNew(string path, byte[] bytes, string like)
    {
        UnixFileMode? mode = !OperatingSystem.IsWindows() && File.Exists(like) ? File.GetUnixFileMode(like) : null;
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        if (!OperatingSystem.IsWindows() && mode is { } known)
        {
            // Before there is anything to read.
            File.SetUnixFileMode(file.SafeFileHandle, known);
        }

        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private static string FreeBackup(string target)
    {
        var backup = $"{target}.bak";
        for (var number = 2; Path.Exists(backup); number++)
        {
            backup = string.Create(CultureInfo.InvariantCulture, $"{target}.{number}.bak");
        }

        return backup;
    }

    private static string Reason(Exception problem, string target) => problem switch
    {
        _ when Directory.Exists(target) => "a folder has that name.",
        DirectoryNotFoundException => "its folder does not exist; make it first.",
        UnauthorizedAccessException => "this user may not write there.",
        _ => "the disk does not take it.",
    };
}
