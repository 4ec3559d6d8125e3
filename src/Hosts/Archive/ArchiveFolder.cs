using System.IO.Enumeration;
using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>
/// The reports below a folder, in the order of their names, the same each time. Only the names of one folder at a time are in memory.
/// Symbolic links are not followed: what they lead to lies outside, or comes by itself.
/// </summary>
internal static class ArchiveFolder
{
    private const int HeadBytes = 4096;

    // .doc and .rtf can't be read, and each says so in its line: an archive that holds them is not to look smaller than it is.
    private static readonly HashSet<string> Reports = new([".docx", ".docm", ".dotx", ".dotm", ".txt", ".doc", ".rtf"], StringComparer.OrdinalIgnoreCase);

    private static readonly EnumerationOptions Plainly = new() { IgnoreInaccessible = false, AttributesToSkip = 0, RecurseSubdirectories = false };

    public static IEnumerable<ArchiveFile> Below(string folder) => Below(folder, "");

    private static IEnumerable<ArchiveFile> Below(string folder, string name)
    {
        var (entries, error) = Entries(folder);
        if (error is not null)
        {
            yield return new ArchiveFile(name, folder, error);
        }

        foreach (var (own, isFolder) in entries)
        {
            var path = Path.Combine(folder, own);
            if (isFolder)
            {
                foreach (var file in Below(path, $"{name}{own}/"))
                {
                    yield return file;
                }
            }
            else if (IsReport(path))
            {
                yield return new ArchiveFile(name + own, path);
            }
        }
    }

    private static (List<(string Name, bool IsFolder)> Entries, DraftError? Error) Entries(string folder)
    {
        var entries = new List<(string Name, bool IsFolder)>();
        try
        {
            foreach (var entry in new FileSystemEnumerable<(string, bool)>(folder, static (ref entry) => (entry.FileName.ToString(), entry.IsDirectory), Plainly) { ShouldIncludePredicate = IsWanted })
            {
                entries.Add(entry);
            }
        }
        catch (UnauthorizedAccessException)
        {
            return ([], FileErrors.FolderNoAccess);
        }
        catch (IOException)
        {
            return ([], FileErrors.FolderUnreadable);
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return (entries, null);
    }

    /// <summary>What Word and systems leave for themselves (<c>~$report.docx</c>, <c>._report.docx</c>) is no report.</summary>
    private static bool IsWanted(ref FileSystemEntry entry) =>
        !entry.FileName.StartsWith('.') && !entry.FileName.StartsWith("~$") && (entry.IsDirectory || HasEnding(entry.FileName)) && !IsLink(ref entry);

    // Archived and deduplicated files are reparse points of Windows as well, and no links.
    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.ToFileSystemInfo().LinkTarget is not null;

    private static bool HasEnding(ReadOnlySpan<char> name)
    {
        var ending = Path.GetExtension(name);
        return ending.Equals(".xml", StringComparison.OrdinalIgnoreCase) || Reports.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending);
    }

    /// <summary>Other programs write XML too; only Word's own is a report.</summary>
    private static bool IsReport(string path)
    {
        if (!Path.GetExtension(path.AsSpan()).Equals(".xml", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        try
        {
            using var file = File.OpenHandle(path);
            Span<byte> head = stackalloc byte[HeadBytes];
            return DraftReader.IsFlatOpc(head[..RandomAccess.Read(file, head, 0)]);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Its line will say why.
            return true;
        }
    }
}
