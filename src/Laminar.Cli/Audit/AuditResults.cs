using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>
/// The results of an audit: a line a file, in the order of the files. Lines that stand already are kept as long as their files are the
/// same, so that an audit that was stopped or killed goes on where it was. Where a file in between has changed, come or gone, the lines
/// behind it wait in a second file (<c>RESULTS.jsonl.rest</c>) until their turn comes; at no moment is a line in neither.
/// </summary>
internal sealed class AuditResults : IDisposable
{
    private const int Lookahead = 100;

    private readonly string path;
    private readonly string rest;
    private readonly string by;
    private readonly FileStream file;
    private readonly LineReader lines;
    private readonly Dictionary<string, (long Start, int Length)> former = new(StringComparer.Ordinal);
    private FileStream? formerFile;

    private AuditResults(string path, string by, FileStream file)
    {
        (this.path, rest, this.by, this.file) = (path, path + ".rest", by, file);
        lines = new LineReader(file);
        lines.Next();
    }

    /// <param name="by">Who reads now; lines of another reader are not mixed with new ones.</param>
    /// <param name="anew">Whether to begin with nothing, whatever stands in the file.</param>
    /// <exception cref="UsageException">The file can't be written, or is no results of an audit.</exception>
    public static AuditResults Open(string path, string by, bool anew)
    {
        try
        {
            // Nobody else may write meanwhile, nor another audit.
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
            var results = new AuditResults(path, by, file);
            if (anew)
            {
                results.Empty();
            }

            return results;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Directory.Exists(path) ? $"{Plain.Text(path)} is a folder; name a file after --out."
                : File.Exists(path) ? $"{Plain.Text(path)} can't be opened for writing: it may be another audit's, or not yours to write."
                : $"{Plain.Text(path)} could not be made; see that its folder exists and is yours to write.");
        }
    }

    /// <summary>
    /// The next line that stands, where it is of this file as it is now. The first time it is not, what follows comes from
    /// <see cref="Former"/>, after <see cref="Part"/>.
    /// </summary>
    /// <exception cref="UsageException">The line is no audit's, or of another reader.</exception>
    public ArchiveLine? Next(ArchiveFile of)
    {
        if (Current() is { } line && ArchiveScan.Holds(line, of))
        {
            lines.Next();
            return line;
        }

        return null;
    }

    /// <summary>Ends the lines that stand where they are: those behind wait until their files come, and new ones follow.</summary>
    /// <param name="pathOf">Where a file of a line would be.</param>
    /// <exception cref="UsageException">None of the lines is of these files: they are of another archive.</exception>
    public void Part(Func<string, string> pathOf)
    {
        Current();
        if (lines.Start < lines.WholeLength)
        {
            RefuseOthers(pathOf);
            SetAside();
        }

        file.SetLength(lines.Start);
        file.Position = lines.Start;
        if (File.Exists(rest))
        {
            Index();
        }
    }

    /// <summary>The line that waits for this file, where that is as it was.</summary>
    public ArchiveLine? Former(ArchiveFile of)
    {
        if (formerFile is null || !former.TryGetValue(of.Name, out var place))
        {
            return null;
        }

        var line = new byte[place.Length];
        RandomAccess.Read(formerFile.SafeFileHandle, line, place.Start);
        return ArchiveJson.Read(line) is { } read && read.By == by && ArchiveScan.Holds(read, of) ? read : null;
    }

    public void Add(ReadOnlySpan<byte> line) => file.Write(line);

    /// <summary>Hands what was added to the system, so that it survives the end of this process, however it comes.</summary>
    public void Flush() => file.Flush();

    /// <summary>All files have their lines.</summary>
    public void Complete()
    {
        file.Flush(flushToDisk: true);
        formerFile?.Dispose();
        formerFile = null;
        File.Delete(rest);
    }

    public void Dispose()
    {
        formerFile?.Dispose();
        file.Dispose();
    }

    private void Empty()
    {
        if (lines.HasLine ? ArchiveJson.Read(lines.Line) is null : !IsCutOff())
        {
            throw NoResults();
        }

        file.SetLength(0);
        File.Delete(rest);
        lines.Restart();
    }

    private ArchiveLine? Current()
    {
        if (!lines.HasLine)
        {
            return lines.WholeLength > 0 || IsCutOff() ? null : throw NoResults();
        }

        var line = ArchiveJson.Read(lines.Line) ?? throw NoResults();
        return line.By == by ? line
            : throw new UsageException($"{Plain.Text(path)} was made with other packs or another version of Laminar, and lines of both don't compare; name another file, or say --anew to begin it anew.");
    }

    /// <summary>What a kill has cut off is the beginning of a line, or nothing at all.</summary>
    private bool IsCutOff() => lines.IsBeginning("{\"audit\":"u8);

    private UsageException NoResults() => new($"{Plain.Text(path)} holds something else than the results of an audit; name another file after --out.");

    private void RefuseOthers(Func<string, string> pathOf)
    {
        if (lines.Start > 0)
        {
            return;
        }

        var looked = new LineReader(file);
        for (var i = 0; i < Lookahead && looked.Next(); i++)
        {
            if (ArchiveJson.Read(looked.Line) is { } line && File.Exists(pathOf(line.Name)))
            {
                return;
            }
        }

        throw new UsageException($"{Plain.Text(path)} holds the results of other files; name another file after --out, or say --anew to begin it anew.");
    }

    /// <summary>What waited before goes behind: of two lines of one file the earlier counts.</summary>
    private void SetAside()
    {
        var fresh = rest + ".new";
        using (var target = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Position = lines.Start;
            Copy(file, target, lines.WholeLength - lines.Start);
            if (File.Exists(rest))
            {
                using var earlier = File.OpenRead(rest);
                earlier.CopyTo(target);
            }

            target.Flush(flushToDisk: true);
        }

        File.Move(fresh, rest, overwrite: true);
    }

    private static void Copy(FileStream from, FileStream to, long count)
    {
        var buffer = new byte[1 << 16];
        while (count > 0 && from.Read(buffer, 0, (int)Math.Min(buffer.Length, count)) is > 0 and var read)
        {
            to.Write(buffer, 0, read);
            count -= read;
        }
    }

    private void Index()
    {
        formerFile = new FileStream(rest, FileMode.Open, FileAccess.Read, FileShare.Read);
        var waiting = new LineReader(formerFile);
        while (waiting.Next())
        {
            if (ArchiveJson.Read(waiting.Line) is { } line)
            {
                former.TryAdd(line.Name, (waiting.Start, waiting.Line.Length));
            }
        }
    }
}
