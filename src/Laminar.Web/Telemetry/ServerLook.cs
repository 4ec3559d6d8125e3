using System.Diagnostics;

namespace Laminar.Web;

/// <summary>Looks at the server as it is now.</summary>
internal sealed class ServerLook(
    Readiness readiness, Store store, StoreGlance glance, ShelfFiller filler, PackShelf packs, Recent recent, DraftPlaces places, UploadMemory uploads, AuditPending pending, Limits limits, SignIn signIn)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly DateTime Started = StartOfProcess();

    public async Task<ServerStatus> LookAsync(CancellationToken cancellation)
    {
        // A store that nobody has needed yet is not one that is lost.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await store.NeedAsync(patience.Token);
        return new ServerStatus(
            Measures.ServerVersion,
            Environment.MachineName,
            DateTime.UtcNow,
            Started,
            readiness.Hindrance,
            new StoreStatus(store.Kind, store.IsOpen, store.Since),
            Packs(),
            recent.Now(),
            Places(),
            OfProcess(),
            await AuditAsync(cancellation),
            OfLimits());
    }

    private PackStatus[] Packs()
    {
        var seen = filler.Seen;
        return [.. packs.All.Select(pack => new PackStatus(pack.Id, pack.Title, pack.Version, Since(pack.Id, pack.Version)))];

        DateTime? Since(string id, string version) => seen.Where(use => use.Pack == id && use.Version == version).Select(static use => (DateTime?)use.At).FirstOrDefault();
    }

    private PlacesStatus Places()
    {
        var (waiting, working) = places.Now;
        return new PlacesStatus(waiting, working, limits.ConcurrentDrafts, limits.WaitingDrafts, uploads.Held, limits.UploadMemoryBytes);
    }

    private static DateTime StartOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.StartTime.ToUniversalTime();
    }

    private static ProcessStatus OfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new ProcessStatus(
            process.WorkingSet64,
            GC.GetTotalMemory(forceFullCollection: false),
            GC.GetTotalAllocatedBytes(),
            [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)],
            GC.GetGCMemoryInfo().PauseTimePercentage,
            process.Threads.Count,
            ThreadPool.PendingWorkItemCount,
            process.TotalProcessorTime.TotalSeconds,
            Environment.ProcessorCount);
    }

    private async Task<AuditStatus> AuditAsync(CancellationToken cancellation)
    {
        var head = store.IsOpen ? await HeadAsync(cancellation) : null;
        return new AuditStatus(head?.Number, head?.Hash, pending.Count);
    }

    /// <summary>Null also where the store does not answer: whoever looks wants to know about that, and not to wait for it.</summary>
    private async Task<(long Number, string Hash)?> HeadAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await glance.AuditHeadAsync(patience.Token) ?? (0, "");
        }
        catch (Exception problem) when (StoreFailures.IsUnasked(problem) || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    private LimitsStatus OfLimits() => new(
        limits.UploadBytes,
        limits.DecompressedBytes,
        limits.Parts,
        limits.ScanTime.TotalSeconds,
        limits.ConcurrentDrafts,
        limits.WaitingDrafts,
        limits.WaitingTime.TotalSeconds,
        Traffic.MostOf(limits, signIn.IsConfigured),
        limits.StoppingTime.TotalSeconds);
}
