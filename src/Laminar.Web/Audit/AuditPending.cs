using System.Buffers;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>
/// Entries that wait for the store, in a file of this server's: a line each, on the disk before anybody is answered. Other servers on
/// the same machine may share it.
/// </summary>
internal sealed partial class AuditPending(StoreSettings settings, IConfiguration configuration, ILogger<AuditPending> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private int count;

    private readonly string path = configuration["Audit:Pending"] is { Length: > 0 } told ? Path.GetFullPath(told, AppContext.BaseDirectory) : $"{settings.File}.audit-pending";

    /// <summary>How many entries wait; what was last known where somebody is writing just now.</summary>
    public int Count
    {
        get
        {
            try
            {
                if (new FileInfo(path) is { Exists: true, Length: > 0 })
                {
                    using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    count = Entries(Read(file)).Entries.Count;
                }
                else
                {
                    count = 0;
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Another look will tell.
            }

            return count;
        }
    }

    /// <summary>Whether the entry is kept.</summary>
    public async Task<bool> TryAddAsync(AuditEntry entry)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        // Killed in the middle of the last line: that one was never answered, and must not spoil this one.
        line.Write("\n"u8);
        AuditLine.Write(line, entry);
        try
        {
            await using var file = await OpenAsync(FileMode.OpenOrCreate);
            file.Seek(0, SeekOrigin.End);
            file.Write(line.WrittenSpan);
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogFailed(logger, path, problem.GetType().Name);
            return false;
        }
    }

    /// <summary>
    /// Hands over what waits, and forgets it when it has been taken. Killed in between, the same is handed over again; whoever takes it
    /// knows it by its id.
    /// </summary>
    public async Task HandOverAsync(Func<IReadOnlyList<AuditEntry>, Task> take)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            return;
        }

        var waiting = await ReadAsync();
        var (entries, halves) = Entries(waiting);
        if (halves > 0)
        {
            LogHalf(logger, halves, path);
        }

        await take(entries);
        await using var file = await OpenAsync(FileMode.OpenOrCreate);
        // What came meanwhile stays, with the rest: the next turn finds that it was taken.
        if (waiting.AsSpan().SequenceEqual(Read(file)))
        {
            file.SetLength(0);
        }
    }

    private static (List<AuditEntry> Entries, int Halves) Entries(byte[] waiting)
    {
        var entries = new List<AuditEntry>();
        var halves = 0;
        for (ReadOnlyMemory<byte> rest = waiting; !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.IsEmpty)
            {
                continue;
            }

            if (AuditLine.Read(line) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                halves++;
            }
        }

        return (entries, halves);
    }

    private async Task<byte[]> ReadAsync()
    {
        await using var file = await OpenAsync(FileMode.OpenOrCreate);
        return Read(file);
    }

    private static byte[] Read(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Alone; whoever has it open has it for a moment.</summary>
    private async Task<FileStream> OpenAsync(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        for (var until = DateTime.UtcNow + Store.Patience; ; await Task.Delay(Pause))
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException taken) when (taken.GetType() == typeof(IOException) && DateTime.UtcNow < until)
            {
            }
        }
    }

    [LoggerMessage(EventId = 14, Level = LogLevel.Error, Message = "What people do can't be recorded: the store is not there, and {File} can't be written ({Exception}). Answers are refused until one of them can")]
    private static partial void LogFailed(ILogger logger, string file, string exception);

    [LoggerMessage(EventId = 15, Level = LogLevel.Warning, Message = "{Lines} half lines in {File} were passed over: their writing was cut off, and nobody was answered")]
    private static partial void LogHalf(ILogger logger, int lines, string file);
}
