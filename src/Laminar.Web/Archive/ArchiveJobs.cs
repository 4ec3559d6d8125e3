using Hangfire;
using Hangfire.Server;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>
/// What workers do. A job is an audit's id and the number of a part, and may be done any number of times: what is over is left alone. What
/// fails is tried again after a while, by whoever is free, and given up at last.
/// </summary>
internal sealed class ArchiveJobs(ArchiveRuns runs, ArchiveQueue queue, ArchivePacks packs, ArchiveSettings settings)
{
    private const int FilesOfAPart = 200;

    // Over eight minutes in all: as long as a file server may take to come back.
    private const int Tries = 8;

    // A share that goes away in the middle of a part is back, or has taken all of the part, by then.
    private const int TriesOfSome = 2;

    private const string RetryCount = "RetryCount";

    /// <summary>Lists the folder, once, and hands out the parts that are still to be read.</summary>
    [Queue("{0}")]
    [AutomaticRetry(Attempts = Tries, DelaysInSeconds = [1, 5, 15, 30, 60, 120, 120, 120], OnAttemptsExceeded = AttemptsExceededAction.Delete, LogEvents = false)]
    public Task BeginAsync(string name, Guid id, PerformContext? context, CancellationToken cancellation) => GuardedAsync(
        context,
        async () =>
        {
            if (await runs.FindAsync(id, cancellation) is { State: ArchiveStates.Listing } run)
            {
                await runs.ListedAsync(id, Parts(RootOf(run.Folder)), cancellation);
            }

            foreach (var number in await runs.WaitingAsync(id, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                queue.Read(name, id, number);
            }
        },
        () => runs.FailedAsync(id, cancellation),
        cancellation);

    /// <summary>Reads the files of one part.</summary>
    [Queue("{0}")]
    [AutomaticRetry(Attempts = Tries, DelaysInSeconds = [1, 5, 15, 30, 60, 120, 120, 120], OnAttemptsExceeded = AttemptsExceededAction.Delete, LogEvents = false)]
    public Task ReadAsync(string name, Guid id, int number, PerformContext? context, CancellationToken cancellation) => GuardedAsync(
        context,
        async () =>
        {
            if (await runs.WaitingAsync(id, number, cancellation) is var (run, names))
            {
                var (lines, figures) = Read(await packs.ScanAsync(run), RootOf(run.Folder), names, context?.GetJobParameter<int>(RetryCount) ?? 0, cancellation);
                await runs.EndedAsync(id, number, lines, figures, cancellation);
            }
        },
        () => runs.FailedAsync(id, number, cancellation),
        cancellation);

    /// <param name="tried">How often the part has been read before.</param>
    private static (byte[] Lines, ArchiveFigures Figures) Read(ArchiveScan reader, string root, string[] names, int tried, CancellationToken cancellation)
    {
        using var scan = reader;
        using var lines = new MemoryStream();
        var figures = new ArchiveFigures();
        var (lost, broken, denied) = (0, 0, 0);
        foreach (var name in names)
        {
            var path = Path.Combine(root, name);
            // What was listed as a folder is one that could not be looked into.
            var line = scan.Read(new ArchiveFile(name, path, Directory.Exists(path) ? FileErrors.FolderNoAccess : null), cancellation);
            lost += line.Error == FileErrors.NotFound ? 1 : 0;
            broken += line.Error == FileErrors.Unreadable ? 1 : 0;
            denied += line.Error == FileErrors.NoAccess ? 1 : 0;
            figures.Add(line);
            ArchiveJson.Write(lines, line);
        }

        // A share that was taken away leaves an empty folder behind: that is no reason to call all reports lost. One that breaks off, or that does
        // not know its visitor any more, may know better soon; and what one file had against it may have passed.
        return lost == names.Length || (lost + broken + denied == names.Length && tried < Tries) || (lost + broken > 0 && tried < TriesOfSome)
            ? throw new DirectoryNotFoundException()
            : (lines.ToArray(), figures);
    }

    private static List<string[]> Parts(string root)
    {
        var files = ArchiveFolder.Below(root).ToList();
        return files is [{ Name: "", Error: not null }, ..] ? throw new DirectoryNotFoundException() : [.. files.Select(static file => file.Name).Chunk(FilesOfAPart)];
    }

    private string RootOf(string folder) =>
        settings.Folders.TryGetValue(folder, out var root) && Directory.Exists(root) ? root : throw new DirectoryNotFoundException();

    /// <summary>What Hangfire keeps of a failure in its tables is the kind alone: a message may quote a report or the name of a file.</summary>
    private static async Task GuardedAsync(PerformContext? context, Func<Task> work, Func<Task> giveUp, CancellationToken cancellation)
    {
        try
        {
            await work();
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Whatever that has broken: the job goes back.
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            if (context?.GetJobParameter<int>(RetryCount) >= Tries)
            {
                await giveUp();
                return;
            }

            throw new ArchiveJobException(problem.GetType().Name);
        }
    }
}

/// <summary>A job was not done; its message is the kind of what stood against it.</summary>
internal sealed class ArchiveJobException(string kind) : Exception(kind);
