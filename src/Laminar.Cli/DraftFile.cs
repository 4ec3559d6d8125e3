using Laminar.Hosts;
using Laminar.Word;

namespace Laminar.Cli;

/// <summary>Reads one file of the command line. Whatever is wrong with it becomes a code and a sentence, never an exception.</summary>
internal static class DraftFile
{
    public static DraftReading Read(string path)
        => Load(path, ReadLimits.Default.MaxFileBytes) switch
        {
            ({ } bytes, _) => DraftReader.Read(bytes, Path.GetFileName(path), ReadLimits.Default),
            var (_, error) => new DraftReading(null, error),
        };

    /// <summary>Opens the file for writing into its draft; the file itself is left alone.</summary>
    public static (DraftDocument? Document, DraftError? Error) Open(string path)
        => Load(path, ReadLimits.Default.MaxFileBytes) switch
        {
            ({ } bytes, _) => DraftDocument.Open(bytes, Path.GetFileName(path), ReadLimits.Default),
            var (_, error) => (null, error),
        };

    /// <summary>The file's bytes, up to one more than the reader takes, or why there are none.</summary>
    public static (ReadOnlyMemory<byte>? Bytes, DraftError? Error) Load(string path, long most)
    {
        if (Refuse(path) is { } error)
        {
            return (null, error);
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return (Bytes(file, most + 1), null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, FileErrors.NoAccess);
        }
        catch (IOException)
        {
            return (null, FileErrors.Unreadable);
        }
    }

    private static DraftError? Refuse(string path) =>
        Directory.Exists(path) ? FileErrors.IsFolder
        : File.Exists(path) ? null
        : FileErrors.NotFound;

    /// <summary>All of the file, or its first bytes: a pipe or a device does not say how long it is.</summary>
    private static ReadOnlyMemory<byte> Bytes(FileStream file, long most)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (file.Read(buffer, 0, (int)Math.Min(buffer.Length, most - bytes.Length)) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
