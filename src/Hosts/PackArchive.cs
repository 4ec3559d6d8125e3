using System.IO.Compression;

namespace Laminar.Hosts;

/// <summary>The folder form of a pack as one zip: <c>ID/…</c> and <c>shared/…</c>.</summary>
internal static class PackArchive
{
    private const string Damaged = "This is no zip file, or a damaged one; export the pack again.";

    // The earliest that a zip can say. The same files make the same zip.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(PackContent content)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, file) in content.Files)
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(file);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Either the pack or one sentence about what is wrong with the zip.</summary>
    public static (PackContent? Content, string? Problem) Read(Stream bytes)
    {
        try
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
            return ReadFiles(zip) is { } files ? PackContent.Of(WithoutRoot(files)) : (null, PackContent.TooLarge);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return (null, Damaged);
        }
    }

    /// <summary>Null where there is too much of it, by what the zip says of itself; an entry that is longer than it says is damaged.</summary>
    private static List<KeyValuePair<string, byte[]>>? ReadFiles(ZipArchive zip)
    {
        var left = PackContent.MostBytes;
        if (zip.Entries.Count(IsFile) > PackContent.MostFiles || zip.Entries.Where(IsFile).Any(entry => entry.Length < 0 || (left -= entry.Length) < 0))
        {
            return null;
        }

        var files = new List<KeyValuePair<string, byte[]>>();
        foreach (var entry in zip.Entries.Where(IsFile))
        {
            var file = new byte[entry.Length];
            using var stream = entry.Open();
            stream.ReadExactly(file);
            if (stream.ReadByte() >= 0)
            {
                throw new InvalidDataException();
            }

            files.Add(new(entry.FullName, file));
        }

        return files;
    }

    /// <summary>No folder's own entry, and nothing that a Mac puts beside the files.</summary>
    private static bool IsFile(ZipArchiveEntry entry) => !entry.FullName.EndsWith('/') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    /// <summary>Whoever zips <c>templates/</c> itself has one folder around all.</summary>
    private static IEnumerable<KeyValuePair<string, byte[]>> WithoutRoot(List<KeyValuePair<string, byte[]>> files)
    {
        const string Root = "templates/";
        return files.All(static file => file.Key.StartsWith(Root, StringComparison.Ordinal))
            ? files.Select(static file => KeyValuePair.Create(file.Key[Root.Length..], file.Value))
            : files;
    }
}
