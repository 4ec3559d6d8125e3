using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>Brings the tables to the form that this server knows. A file that holds anything is copied first.</summary>
internal static partial class StoreMigration
{
    public static async Task RunAsync(StoreContext store, StoreSettings settings, ILogger logger, CancellationToken cancellation)
    {
        var pending = await store.Database.GetPendingMigrationsAsync(cancellation);
        if (!pending.Any())
        {
            return;
        }

        if (settings.Postgres is null)
        {
            if (new FileInfo(settings.File) is { Exists: true, Length: > 0 })
            {
                await BackUpAsync(settings.File, await store.Database.GetAppliedMigrationsAsync(cancellation), logger, cancellation);
            }

            // Left by a server that was killed in the middle; we hold the real lock.
            await store.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
        }
        else if ((await store.Database.GetAppliedMigrationsAsync(cancellation)).Any())
        {
            LogNoBackup(logger);
        }

        await store.Database.MigrateAsync(cancellation);
    }

    /// <summary>One copy of each state of the tables, however often bringing them up to date is tried: it is named by the state.</summary>
    private static async Task BackUpAsync(string file, IEnumerable<string> applied, ILogger logger, CancellationToken cancellation)
    {
        var backup = $"{file}.{applied.LastOrDefault() ?? "0"}.bak";
        if (File.Exists(backup))
        {
            return;
        }

        var part = $"{backup}.part";
        try
        {
            File.Delete(part);
            await CopyAsync(file, part, cancellation);
            File.Move(part, backup);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        LogBackup(logger, backup);
    }

    /// <summary>A whole file that can be put in the store's place, whatever was being written.</summary>
    private static async Task CopyAsync(string file, string backup, CancellationToken cancellation)
    {
        await using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = backup, Pooling = false }.ToString());
        await from.OpenAsync(cancellation);
        await to.OpenAsync(cancellation);
        from.BackupDatabase(to);
    }

    // A copy of a database that others run is theirs to make; the server has no place for it.
    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "The store in PostgreSQL is brought up to date, and no copy is made of it: backing it up is the operator's")]
    private static partial void LogNoBackup(ILogger logger);

    [LoggerMessage(EventId = 8, Level = LogLevel.Information, Message = "The store is brought up to date; as it was, it is kept in {Backup}")]
    private static partial void LogBackup(ILogger logger, string backup);
}
