using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>
/// Held by one server at a time while it changes the tables or puts the first versions in. The system gives it back when its holder is
/// killed, which EF's own lock in a table of SQLite does not.
/// </summary>
internal sealed class StoreLock : IAsyncDisposable
{
    // Any number that no other program on the same database takes.
    private const long Advisory = 0x4C616D696E6172;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream? file;
    private readonly StoreContext store;

    private StoreLock(StoreContext store, FileStream? file) => (this.store, this.file) = (store, file);

    public static async Task<StoreLock> TakeAsync(StoreContext store, StoreSettings settings, CancellationToken cancellation)
    {
        if (settings.Postgres is null)
        {
            return new StoreLock(store, await TakeFileAsync($"{settings.File}.lock", cancellation));
        }

        // The connection stays open: the lock is its session's.
        await store.Database.OpenConnectionAsync(cancellation);
        await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Advisory})", cancellation);
        return new StoreLock(store, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (file is not null)
        {
            await file.DisposeAsync();
            return;
        }

        await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Advisory})");
        await store.Database.CloseConnectionAsync();
    }

    private static async Task<FileStream> TakeFileAsync(string path, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException taken) when (taken.GetType() == typeof(IOException) && tries < 400)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
