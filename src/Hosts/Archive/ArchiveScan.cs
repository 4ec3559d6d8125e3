using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Laminar.Engine;
using Laminar.Word;
using Microsoft.Win32.SafeHandles;

namespace Laminar.Hosts;

/// <summary>
/// Reads and scans the files of an archive, one after the other into the same buffer: one of these for each worker. Whatever is wrong with a
/// file becomes a code and a sentence in its line, and the next one goes on.
/// </summary>
/// <param name="packs">What a report chooses from, in their order.</param>
/// <param name="by">As <see cref="By"/> makes it.</param>
internal sealed class ArchiveScan(IEnumerable<Pack> packs, string by) : IDisposable
{
    private const int FirstBytes = 128 * 1024;
    private const int KeptBytes = 4 * 1024 * 1024;
    private static readonly ReadOptions WithProperties = new() { ReadsProperties = true };
    private byte[] buffer = new byte[FirstBytes];

    /// <summary>
    /// Names what reads: the engine and the reader as they were built, and every file of the packs. Two audits that say the same of
    /// themselves give the same lines for the same files.
    /// </summary>
    public static string By(IEnumerable<PackSource> packs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in new[] { typeof(Scanner).Assembly, typeof(DraftReader).Assembly })
        {
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        }

        foreach (var file in packs.SelectMany(static pack => pack.Files))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Text.Length}\n{file.Text}"));
        }

        var version = typeof(Scanner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        return $"{version}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}";
    }

    /// <summary>Length and last write of a file as a line keeps them, without opening it; nothing where there is no such file.</summary>
    public static (long Bytes, DateTime Modified) Stand(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
    }

    /// <summary>Whether a line still holds for a file: the file is the same, and its error, if any, is one of its content.</summary>
    public static bool Holds(ArchiveLine line, ArchiveFile file) =>
        line.Name == file.Name && file.Error is null && line.Modified != default && (line.Bytes, line.Modified) == Stand(file.Path);

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ArchiveLine Read(ArchiveFile file, CancellationToken cancellation = default)
    {
        if (file.Error is { } error)
        {
            return Unreadable(file, error);
        }

        try
        {
            using var handle = File.OpenHandle(file.Path);
            var line = new ArchiveLine(file.Name, by) { Bytes = RandomAccess.GetLength(handle), Modified = File.GetLastWriteTimeUtc(handle) };
            return Scan(line, buffer.AsMemory(0, Fill(handle)), cancellation);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Unreadable(file, FileErrors.NotFound);
        }
        catch (UnauthorizedAccessException)
        {
            return Unreadable(file, Directory.Exists(file.Path) ? FileErrors.IsFolder : FileErrors.NoAccess);
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or NotSupportedException)
        {
            return Unreadable(file, FileErrors.Unreadable);
        }
        finally
        {
            // One huge file is no reason to keep its room for all that follow.
            buffer = buffer.Length > KeptBytes ? new byte[FirstBytes] : buffer;
        }
    }

    /// <summary>Wipes what is left of the last file.</summary>
    public void Dispose() => Array.Clear(buffer);

    private ArchiveLine Scan(ArchiveLine line, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            var reading = DraftReader.Read(bytes, line.Name, ReadLimits.Default, WithProperties, cancellation);
            return reading.Draft is { } draft
                ? Of(line, draft, reading.Properties ?? DraftProperties.None, PackChoice.Scan(draft, packs, cancellation))
                : line with { Error = reading.Error };
        }
        catch (Exception mistake) when (mistake is not (OutOfMemoryException or OperationCanceledException))
        {
            // Its message may quote the report. One file is not to end an audit of a hundred thousand.
            return line with { Modified = default, Error = new DraftError("mistake", $"The program made a mistake with this file ({mistake.GetType().FullName}); please report it.") };
        }
    }

    private static ArchiveLine Of(ArchiveLine line, Draft draft, DraftProperties properties, ScanResult result) => line with
    {
        Sha256 = draft.Sha256,
        Paragraphs = result.Document.Paragraphs,
        Words = result.Document.Words,
        Notices = result.Document.Notices.Count,
        Month = (properties.Created?.UtcDateTime ?? line.Modified).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        MonthFrom = properties.Created is null ? MonthSource.Modified : MonthSource.Created,
        Template = properties.Template,
        StandardNote = draft.Paragraphs.Any(static paragraph => paragraph.Spans.Any(static span => NoteTag.Element(span.Tag) is not null)),
        Pack = result.Pack,
        Applicability = result.Applicability.Status,
        Elements = [.. result.Elements.Select(static element => new ArchiveElement(element.Id, element.Status))],
        Findings = [.. result.Findings.Select(static finding => new ArchiveFinding(finding.Id, finding.Element, finding.Kind, finding.Severity))],
        Blanks = result.Blanks.Count,
        Answered = result.Answered.Count,
    };

    private ArchiveLine Unreadable(ArchiveFile file, DraftError error) => new(file.Name, by) { Error = error };

    /// <summary>The file's bytes into the buffer, up to one more than the reader takes.</summary>
    private int Fill(SafeFileHandle file)
    {
        var most = (int)ReadLimits.Default.MaxFileBytes + 1;
        var length = 0;
        while (length < most && RandomAccess.Read(file, Free(length, most), length) is > 0 and var read)
        {
            length += read;
        }

        return length;
    }

    private Span<byte> Free(int length, int most)
    {
        if (length == buffer.Length)
        {
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, most));
        }

        return buffer.AsSpan(length);
    }
}
