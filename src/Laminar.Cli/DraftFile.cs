using Laminar.Word;

namespace Laminar.Cli;

/// <summary>Reads one file of the command line. Whatever is wrong with it becomes a code and a sentence, never an exception.</summary>
internal static class DraftFile
{
    public static DraftReading Read(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (Refuse(info) is { } error)
            {
                return new DraftReading(null, error);
            }

            return DraftReader.Read(File.ReadAllBytes(path), info.Name, ReadLimits.Default);
        }
        catch (UnauthorizedAccessException)
        {
            return Error("no-access", "The file may not be opened by this user.");
        }
        catch (IOException)
        {
            return Error("unreadable", "The file could not be read from the disk.");
        }
    }

    private static DraftError? Refuse(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
        {
            return new DraftError("is-folder", "This is a folder; name the files in it.");
        }

        if (!file.Exists)
        {
            return new DraftError("not-found", "There is no such file.");
        }

        // The reader would refuse it too, but only once all of it is in memory.
        return file.Length > ReadLimits.Default.MaxFileBytes
            ? new DraftError(DraftErrorCodes.TooLarge, $"The file is larger than {ReadLimits.Default.MaxFileBytes >> 20} MB.")
            : null;
    }

    private static DraftReading Error(string code, string message) => new(null, new DraftError(code, message));
}
