using System.Threading.Channels;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>
/// Reads files with several workers and hands the lines on in the order of the files. As many files are on their way as the window
/// holds: behind a slow one the others wait, so that memory has a bound and two audits of the same files write the same.
/// </summary>
/// <param name="worker">Makes the scanner of one worker.</param>
/// <param name="jobs">Workers.</param>
internal sealed class AuditRun(Func<ArchiveScan> worker, int jobs) : IDisposable
{
    private const int WindowOfAWorker = 32;

    private readonly Channel<Slot> waiting = Channel.CreateBounded<Slot>(new BoundedChannelOptions(2 * jobs) { SingleWriter = true });
    private readonly Channel<Slot> window = Channel.CreateBounded<Slot>(new BoundedChannelOptions(WindowOfAWorker * jobs) { SingleWriter = true, SingleReader = true });
    private readonly CancellationTokenSource failed = new();

    /// <param name="files">With its line where there is one that holds: such a file is not read.</param>
    /// <param name="write">Called by one thread at a time, in the order of <paramref name="files"/>.</param>
    /// <param name="pause">Called when nothing waits to be written.</param>
    /// <param name="stop">Ends <paramref name="files"/> early; those that were taken are read and written.</param>
    public async Task RunAsync(IEnumerable<(ArchiveFile File, ArchiveLine? Line)> files, Action<AuditedFile> write, Action pause, CancellationToken stop)
    {
        List<Task> all = [Guarded(() => FeedAsync(files, stop)), Guarded(() => WriteAsync(write, pause)), .. Enumerable.Range(0, jobs).Select(_ => Guarded(WorkAsync))];
        try
        {
            await Task.WhenAll(all);
        }
        catch (OperationCanceledException)
        {
            // The others were ended by the one that failed.
            await (all.Find(static task => task.IsFaulted) ?? Task.CompletedTask);
            throw;
        }
    }

    public void Dispose() => failed.Dispose();

    /// <summary>Where one part fails, the disk being full for one, the others have nobody to wait for.</summary>
    private Task Guarded(Func<Task> part) => Task.Run(async () =>
    {
        try
        {
            await part();
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    });

    private async Task FeedAsync(IEnumerable<(ArchiveFile File, ArchiveLine? Line)> files, CancellationToken stop)
    {
        foreach (var (file, line) in files)
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            var slot = new Slot(file);
            await window.Writer.WriteAsync(slot, failed.Token);
            if (line is null)
            {
                await waiting.Writer.WriteAsync(slot, failed.Token);
            }
            else
            {
                slot.Set(line, isKept: true);
            }
        }

        waiting.Writer.Complete();
        window.Writer.Complete();
    }

    private async Task WorkAsync()
    {
        using var scan = worker();
        await foreach (var slot in waiting.Reader.ReadAllAsync(failed.Token))
        {
            slot.Set(scan.Read(slot.File, failed.Token), isKept: false);
        }
    }

    private async Task WriteAsync(Action<AuditedFile> write, Action pause)
    {
        while (await window.Reader.WaitToReadAsync(failed.Token))
        {
            while (window.Reader.TryRead(out var slot))
            {
                if (!slot.Done.IsCompleted)
                {
                    pause();
                }

                write(await slot.Done.WaitAsync(failed.Token));
            }
        }

        pause();
    }

    /// <summary>A file's place in the order, until its line is there.</summary>
    private sealed class Slot(ArchiveFile file)
    {
        private readonly TaskCompletionSource<AuditedFile> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ArchiveFile File => file;

        public Task<AuditedFile> Done => done.Task;

        public void Set(ArchiveLine line, bool isKept)
        {
            var json = new MemoryStream(4096);
            ArchiveJson.Write(json, line);
            done.SetResult(new AuditedFile(line, json.GetBuffer().AsMemory(0, (int)json.Length), isKept));
        }
    }
}

/// <param name="Json">The line as it is written, with its end.</param>
/// <param name="IsKept">Whether it was there before, and the file was not read.</param>
internal readonly record struct AuditedFile(ArchiveLine Line, ReadOnlyMemory<byte> Json, bool IsKept);
