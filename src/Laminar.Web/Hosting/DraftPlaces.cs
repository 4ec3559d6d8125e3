using System.Threading.RateLimiting;

namespace Laminar.Web;

/// <summary>
/// Places at which drafts are worked on: a draft takes one when it has come in whole, so that a slow sender keeps nobody waiting, and gives it back
/// when its answer is made. More drafts than processors would only make each other late.
/// </summary>
internal sealed class DraftPlaces(Limits limits) : IDisposable
{
    public static readonly Problem Busy =
        new(503, "busy", "The server has more drafts than it can read right now; this one is unchanged. Try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(2) };

    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Math.Max(1, limits.ConcurrentDrafts),
        QueueLimit = Math.Max(0, limits.WaitingDrafts),
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>How many drafts are waiting and how many are being worked on.</summary>
    public (long Waiting, long Working) Now =>
        places.GetStatistics() is { } now ? (now.CurrentQueuedCount, Math.Max(1, limits.ConcurrentDrafts) - now.CurrentAvailablePermits) : (0, 0);

    /// <summary>A place, to be given back by disposing of it; or why there is none.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async ValueTask<(IDisposable? Place, Problem? Problem)> TakeAsync(CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(limits.WaitingTime);
        try
        {
            var lease = await places.AcquireAsync(1, patience.Token);
            if (lease.IsAcquired)
            {
                return (lease, null);
            }

            lease.Dispose();
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            // It has waited long enough.
        }

        return (null, Busy);
    }

    public void Dispose() => places.Dispose();
}
