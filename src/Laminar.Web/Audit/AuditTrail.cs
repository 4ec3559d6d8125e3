using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>
/// Records what people do, before they are answered: in the store, or for as long as that is away in a file from which the store takes
/// it. What can be recorded nowhere does not go out.
/// </summary>
internal sealed class AuditTrail(Store store, AuditPending pending)
{
    private const int MostAtOnce = 500;

    private static readonly Problem NotRecorded =
        new(503, "no-audit", "What you did can't be recorded, so nothing of it goes out; ask who runs the server to look at its store and its disk.") { RetryAfter = TimeSpan.FromSeconds(2) };

    /// <summary>Null once it is recorded.</summary>
    public async Task<Problem?> RecordAsync(AuditEntry entry) =>
        (store.IsOpen && await TryAppendAsync(entry)) || await pending.TryAddAsync(entry) ? null : NotRecorded;

    /// <summary>Takes what had to wait into the trail, each entry once.</summary>
    public Task CatchUpAsync(CancellationToken cancellation) => pending.HandOverAsync(async waiting =>
    {
        foreach (var some in waiting.DistinctBy(entry => entry.Id).Chunk(MostAtOnce))
        {
            await using var context = store.Context();
            await using var turn = await AuditTurn.BeginAsync(context, cancellation);
            var ids = some.Select(entry => entry.Id).ToArray();
            var known = (await context.Audit.Where(entry => ids.Contains(entry.Id)).Select(entry => entry.Id).ToListAsync(cancellation)).ToHashSet();
            foreach (var entry in some.Where(entry => !known.Contains(entry.Id)))
            {
                turn.Add(entry);
            }

            await turn.CommitAsync(cancellation);
        }
    });

    /// <summary>
    /// Whoever leaves meanwhile has done it all the same. Where the store breaks off, nobody knows whether it has the entry: the file gets
    /// it as well, under the same id.
    /// </summary>
    private async Task<bool> TryAppendAsync(AuditEntry entry)
    {
        using var patience = new CancellationTokenSource(AuditTurn.Patience);
        try
        {
            await using var context = store.Context();
            await using var turn = await AuditTurn.BeginAsync(context, patience.Token);
            turn.Add(entry);
            await turn.CommitAsync(patience.Token);
            return true;
        }
        catch (Exception problem) when (StoreFailures.IsUnasked(problem) || patience.IsCancellationRequested)
        {
            store.Lose(patience.IsCancellationRequested ? new TimeoutException() : problem);
            return false;
        }
    }
}
