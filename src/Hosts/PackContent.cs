using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Laminar.Engine;

namespace Laminar.Hosts;

/// <summary>
/// A pack in the folder form of <c>templates/</c>, byte for byte: its own folder and the vocabulary that all packs share, as it
/// was when the pack was put together. Whoever has this has everything that the pack is compiled from.
/// </summary>
internal sealed partial class PackContent
{
    public const string Shared = "shared";
    public const string Manifest = "pack.yaml";

    public const int MostFiles = 5000;
    public const long MostBytes = 64 * 1024 * 1024;
    public const string TooLarge = "This is more than a pack can be (64 MB, 5,000 files).";

    // What no file's name may hold on one system or another.
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("<>:\"|?*\\");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SortedDictionary<string, byte[]> files;

    private PackContent(string id, SortedDictionary<string, byte[]> files) => (Id, this.files) = (id, files);

    /// <summary>The name of the pack's folder, which is the pack's id.</summary>
    public string Id { get; }

    /// <summary>By path inside <c>templates/</c> with forward slashes, in ordinal order.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>Changes with any byte of any file, and with nothing else.</summary>
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> length = stackalloc byte[4];
            foreach (var bytes in files.SelectMany(file => new[] { Encoding.UTF8.GetBytes(file.Key), file.Value }))
            {
                // With its length before it, no two lists of files run into the same bytes.
                BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
                hash.AppendData(length);
                hash.AppendData(bytes);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>All files of a pack and of the shared vocabulary, byte for byte; or one sentence about why they are none.</summary>
    /// <param name="folder">The pack's folder; <c>shared/</c> stands beside it.</param>
    public static (PackContent? Content, string? Problem) Read(string folder)
    {
        var own = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var templates = Path.GetDirectoryName(own) ?? own;
        return Of(new[] { Path.Combine(templates, Shared), own }
            .Where(Directory.Exists)
            .SelectMany(one => Directory.EnumerateFiles(one, "*", SearchOption.AllDirectories))
            .Select(file => (File: file, Path: PackFolder.PathIn(templates, file)))
            .Where(file => PackFolder.IsPart(file.Path))
            .Select(file => KeyValuePair.Create(file.Path, File.ReadAllBytes(file.File))));
    }

    /// <summary>Either the pack or one sentence about why these files are none.</summary>
    public static (PackContent? Content, string? Problem) Of(IEnumerable<KeyValuePair<string, byte[]>> given)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = MostBytes;
        foreach (var (path, bytes) in given)
        {
            // Before the rest is read: a folder may be of any size.
            if ((left -= bytes.Length) < 0 || files.Count == MostFiles)
            {
                return (null, TooLarge);
            }

            if (!IsPath(path))
            {
                return (null, "A file's path has to be a folder's name and the names below it, with forward slashes.");
            }

            if (!names.Add(path) && !files.ContainsKey(path))
            {
                return (null, "Two files differ in their names by capital letters alone; not every system can keep both.");
            }

            files[path] = bytes;
        }

        var owners = files.Keys.Select(OwnerOf).Distinct().Where(owner => owner != Shared).ToList();
        return owners switch
        {
            [var id] when files.ContainsKey($"{id}/{Manifest}") => (new PackContent(id, files), null),
            [_] => (null, $"The pack's folder holds no {Manifest}."),
            [] => (null, "There is no pack's folder."),
            _ => (null, $"There is more than one folder beside {Shared}/; send one pack at a time."),
        };
    }

    /// <summary>The same pack with some files put in, or taken out where their bytes are null.</summary>
    public (PackContent? Content, string? Problem) With(IEnumerable<KeyValuePair<string, byte[]?>> changes)
    {
        var changed = new Dictionary<string, byte[]>(files);
        foreach (var (path, bytes) in changes)
        {
            if (bytes is null)
            {
                changed.Remove(path);
            }
            else
            {
                changed[path] = bytes;
            }
        }

        return Of(changed) switch
        {
            ({ } content, _) when content.Id != Id => (null, $"The files have to be in the folders {Id}/ and {Shared}/."),
            var other => other,
        };
    }

    /// <summary>What the engine compiles: the YAML files, but for those of the sample drafts.</summary>
    public PackSource Source() => new([.. files.Where(file => PackFolder.IsSource(file.Key)).Select(file => new PackFile(file.Key, Decode(file.Value)))]);

    /// <summary>The text of a file that is text, its byte order mark included; null for any other.</summary>
    public static string? TextOf(byte[] bytes)
    {
        try
        {
            return bytes.AsSpan().Contains((byte)0) ? null : Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The version that the manifest states; null where it states none on a line of its own.</summary>
    public string? Version => VersionLine().Match(ManifestText) is { Success: true } line ? line.Groups["version"].Value : null;

    /// <summary>The same pack under another version. The rest of the manifest stays as its author wrote it; null where it states no version.</summary>
    public PackContent? WithVersion(string version)
    {
        if (VersionLine().Match(ManifestText).Groups["version"] is not { Success: true } place)
        {
            return null;
        }

        var text = string.Concat(ManifestText.AsSpan(0, place.Index), version, ManifestText.AsSpan(place.Index + place.Length));
        return new PackContent(Id, new SortedDictionary<string, byte[]>(files, StringComparer.Ordinal) { [$"{Id}/{Manifest}"] = Encoding.UTF8.GetBytes(text) });
    }

    /// <summary>The same files in a folder of another name; what they say of themselves stays.</summary>
    public PackContent Renamed(string id) => new(id, new SortedDictionary<string, byte[]>(
        files.ToDictionary(file => OwnerOf(file.Key) == Id ? id + file.Key[Id.Length..] : file.Key, file => file.Value), StringComparer.Ordinal));

    private string ManifestText => Encoding.UTF8.GetString(files[$"{Id}/{Manifest}"]);

    private static string OwnerOf(string path) => path[..path.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>A path that leads nowhere else on any system.</summary>
    private static bool IsPath(string path) =>
        path.Split('/') is [_, _, ..] names && path.Length <= 250 && names.All(static name => name.Length > 0 && name.Trim(' ', '.').Length > 0
            && !name.EndsWith('.') && !name.AsSpan().ContainsAny(NeverInNames) && !name.Any(char.IsControl));

    /// <summary>As reading a file does: without its byte order mark.</summary>
    private static string Decode(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');

    [GeneratedRegex("""^version:[ \t]*(?<quote>["']?)(?<version>[^\s"'#]+)\k<quote>""", RegexOptions.Multiline)]
    private static partial Regex VersionLine();
}
