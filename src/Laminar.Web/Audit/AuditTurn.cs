using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Laminar.Web;

/// <summary>
/// A transaction that alone among all servers may add to the end of the trail. Whatever else is written in it is there together with
/// its entry, or not at all.
/// </summary>
internal sealed class AuditTurn : IAsyncDisposable
{
    // Another than the store's own lock, which is held while tables are made and first entries are added.
    private const long Advisory = 0x4C616D41756469;

    // A server that hangs in the middle keeps its connection for hours; the database takes the place from it before that.
    private const int MostSeconds = 5;

    /// <summary>How long a turn may be waited for: one more second than another server can hold it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(MostSeconds + 1);

    // SQLite has whoever comes second sleep and look again, for longer than an entry takes.
    private static readonly SemaphoreSlim One = new(1);

    private readonly StoreContext context;
    private readonly IDbContextTransaction transaction;
    private long number;
    private string hash;

    private AuditTurn(StoreContext context, IDbContextTransaction transaction, long number, string hash) =>
        (this.context, this.transaction, this.number, this.hash) = (context, transaction, number, hash);

    public static async Task<AuditTurn> BeginAsync(StoreContext context, CancellationToken cancellation)
    {
        await One.WaitAsync(cancellation);
        IDbContextTransaction? transaction = null;
        try
        {
            // In SQLite this takes the only place of a writer at once.
            transaction = await context.Database.BeginTransactionAsync(cancellation);
            if (context.Database.IsNpgsql())
            {
                await context.Database.ExecuteSqlAsync(
                    $"SELECT set_config('idle_in_transaction_session_timeout', {$"{MostSeconds}s"}, true), pg_advisory_xact_lock({Advisory})", cancellation);
            }

            var last = await context.Audit.OrderByDescending(entry => entry.Number).Select(entry => new { entry.Number, entry.Hash }).FirstOrDefaultAsync(cancellation);
            return new AuditTurn(context, transaction, last?.Number ?? 0, last?.Hash ?? AuditEntry.NoHash);
        }
        catch
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }

            One.Release();
            throw;
        }
    }

    public void Add(AuditEntry entry)
    {
        var placed = entry.Behind(number, hash);
        (number, hash) = (placed.Number, placed.Hash);
        context.Audit.Add(placed);
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            One.Release();
        }
    }
}
