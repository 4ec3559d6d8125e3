using System.IO.Compression;
using System.Text;

namespace Laminar.Web.Tests.Canaries;

/// <summary>
/// Finds a word in whatever was written: as text in UTF-8 or UTF-16 in any case of letters, in base64 at each of its three places, in
/// hexadecimal, and all of it again inside archives and compressed bytes.
/// </summary>
internal sealed class Searcher(string word)
{
    // Archives in archives, and no farther.
    private const int Deepest = 4;

    private readonly List<(string Form, byte[] Bytes)> folded =
    [
        ("UTF-8", Encoding.UTF8.GetBytes(word.ToLowerInvariant())),
        // Without its last byte, which makes it the other order of bytes as well.
        ("UTF-16", Encoding.Unicode.GetBytes(word.ToLowerInvariant())[..^1]),
        ("hexadecimal", Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)))),
    ];

    private readonly List<(string Form, byte[] Bytes)> exact =
        [.. new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.SelectMany(encoding => Enumerable.Range(0, 3).Select(shift => ($"base64 of {encoding.WebName}", Base64(encoding.GetBytes(word), shift))))];

    /// <summary>Where it stands: what was searched, the form, and some letters around it.</summary>
    public IEnumerable<string> In(string name, byte[] bytes) => In(name, bytes, 0);

    public IEnumerable<string> In(string name, string text) => In(name, Encoding.UTF8.GetBytes(text));

    /// <summary>All files of a folder, with their names. A runtime's pipes have no length, and who opens one waits for ever.</summary>
    public IEnumerable<string> InFolder(string folder) => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
        .SelectMany(path => In("the name of a file", Path.GetFileName(path)).Concat(new FileInfo(path) is { Exists: true, Length: > 0 } ? In(path, Read(path)) : []));

    private IEnumerable<string> In(string name, byte[] bytes, int depth)
    {
        var lower = new byte[bytes.Length];
        for (var at = 0; at < bytes.Length; at++)
        {
            lower[at] = bytes[at] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[at] | 0x20) : bytes[at];
        }

        foreach (var (form, pattern) in folded)
        {
            if (lower.AsSpan().IndexOf(pattern) is >= 0 and var at)
            {
                yield return $"{name} ({form}): {Around(bytes, at)}";
            }
        }

        foreach (var (form, pattern) in exact)
        {
            if (bytes.AsSpan().IndexOf(pattern) is >= 0 and var at)
            {
                yield return $"{name} ({form}): {Around(bytes, at)}";
            }
        }

        if (depth < Deepest)
        {
            foreach (var found in Members(name, bytes).SelectMany(member => In(member.Name, member.Bytes, depth + 1)))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Members(string name, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            var members = new List<(string, byte[])>();
            try
            {
                using var zip = new ZipArchive(new MemoryStream(bytes));
                foreach (var entry in zip.Entries)
                {
                    members.Add(($"{name}, the name of a member", Encoding.UTF8.GetBytes(entry.FullName)));
                    members.Add(($"{name}, {entry.FullName}", All(entry.Open())));
                }
            }
            catch (InvalidDataException)
            {
                // Half of an archive: what could be read of it was.
            }

            return members;
        }

        return bytes is [0x1F, 0x8B, ..] ? [($"{name}, unpacked", All(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)))] : [];
    }

    private static byte[] All(Stream stream)
    {
        using (stream)
        {
            var all = new MemoryStream();
            stream.CopyTo(all);
            return all.ToArray();
        }
    }

    /// <summary>Of whatever else has it open as well.</summary>
    private static byte[] Read(string path)
    {
        try
        {
            return All(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (IOException)
        {
            // A socket, or a file that is gone by now.
            return [];
        }
    }

    /// <summary>Those digits of base64 that depend on nothing before or behind.</summary>
    private static byte[] Base64(byte[] bytes, int shift)
    {
        var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
        var from = ((shift * 8) + 5) / 6;
        return Encoding.ASCII.GetBytes(text[from..(((shift + bytes.Length) * 8) / 6)]);
    }

    private static string Around(byte[] bytes, int at) =>
        Encoding.Latin1.GetString(bytes.AsSpan(Math.Max(0, at - 120), Math.Min(bytes.Length - Math.Max(0, at - 120), 300))).Replace("\0", "", StringComparison.Ordinal);
}
