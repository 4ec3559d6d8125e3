using System.IO.Compression;

namespace Laminar.Word;

/// <summary>
/// The parts of a zip as they are to be written: parts that nobody replaces go out as they came in, compressed bytes and all.
/// </summary>
internal sealed class EditablePackage(ReadOnlyMemory<byte> file, ZipPackage zip)
{
    private const int Large = 16 << 10;
    private readonly Dictionary<string, byte[]?> changed = new(StringComparer.OrdinalIgnoreCase);

    public bool Has(string part) => changed.TryGetValue(part, out var bytes) ? bytes is not null : zip.Has(part);

    /// <summary>The part's bytes in UTF-8; null where there is none.</summary>
    public byte[]? Read(string part) => changed.TryGetValue(part, out var bytes) ? bytes : zip.ReadAll(part) is { } read ? XmlBytes.ToUtf8(read) : null;

    public void Write(string part, byte[] bytes) => changed[part] = bytes;

    public void Remove(string part) => changed[part] = null;

    /// <param name="at">Time stamp of the entries that are new or changed; a zip knows no time zone and no year before 1980.</param>
    public byte[] Save(DateTimeOffset at)
    {
        if (changed.Count == 0)
        {
            return file.ToArray();
        }

        var stream = new MemoryStream(file.Length + (16 << 10) + (changed.Values.Sum(static part => part?.Length ?? 0) / 8));
        stream.Write(file.Span);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, bytes) in changed)
            {
                Change(archive, name, bytes, at);
            }
        }

        return stream.ToArray();
    }

    private static void Change(ZipArchive archive, string name, byte[]? bytes, DateTimeOffset at)
    {
        var entry = archive.Entries.FirstOrDefault(entry => string.Equals(ZipPackage.PartName(entry.FullName), name, StringComparison.OrdinalIgnoreCase));
        if (bytes is null)
        {
            entry?.Delete();
            return;
        }

        if (bytes.Length > Large)
        {
            // A third of the time for a few kilobytes that Word packs again at its next save. The small parts stay where they are:
            // programs tell a Word file by its first entry.
            entry?.Delete();
            entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        }

        entry ??= archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = at.Year is >= 1980 and < 2107 ? at : new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var target = entry.Open();
        target.SetLength(0);
        target.Write(bytes);
    }
}
