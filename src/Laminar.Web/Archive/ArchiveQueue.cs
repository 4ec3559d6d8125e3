using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;

namespace Laminar.Web;

/// <summary>The jobs of audits in the store's own database, by Hangfire, in a schema of its own.</summary>
internal sealed class ArchiveQueue(Store store, StoreSettings place, ArchiveSettings settings, ArchiveSeal seal) : IDisposable
{
    private const string Schema = "laminar_jobs";
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim one = new(1);
    private PostgreSqlStorage? storage;

    /// <summary>A queue holds the parts of one folder for one build: whoever has another build, or not that folder, leaves them alone.</summary>
    public static string NameOf(string folder, string build) => $"{folder}-{build}";

    /// <summary>Makes its tables where they are not there, alone among all servers.</summary>
    /// <exception cref="StoreClosedException">The store is not there.</exception>
    public async Task<JobStorage> OpenAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            return storage ??= await MakeAsync(cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    public void Begin(Guid run, string folder) => Put(Job.FromExpression<ArchiveJobs>(jobs => jobs.BeginAsync(NameOf(folder, ArchivePacks.Build), run, null, CancellationToken.None)), folder);

    public void Read(string name, Guid run, int part) => new BackgroundJobClient(storage).Create(Job.FromExpression<ArchiveJobs>(jobs => jobs.ReadAsync(name, run, part, null, CancellationToken.None)), new EnqueuedState(name));

    /// <summary>The servers that lend workers, each with the queues that it takes from.</summary>
    public IReadOnlyList<Hangfire.Storage.Monitoring.ServerDto> Servers() =>
        storage is null ? [] : [.. storage.GetMonitoringApi().Servers().Where(server => server.Heartbeat > DateTime.UtcNow - settings.Patience)];

    /// <summary>Whether a job of the queue waits, is done, or will be tried again.</summary>
    public bool HasAny(string name)
    {
        var monitor = storage!.GetMonitoringApi();
        return monitor.EnqueuedCount(name) + monitor.FetchedCount(name) + monitor.ScheduledCount() > 0;
    }

    public void Dispose() => one.Dispose();

    private void Put(Job job, string folder) => new BackgroundJobClient(storage).Create(job, new EnqueuedState(NameOf(folder, ArchivePacks.Build)));

    private async Task<PostgreSqlStorage> MakeAsync(CancellationToken cancellation)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            QueuePollInterval = Rhythm,
            InvisibilityTimeout = settings.Patience,
            // Renewed as long as the worker lives: a part may take longer than that.
            UseSlidingInvisibilityTimeout = true,
            // Its locks are rows: whoever is killed while it holds one leaves it behind, and nobody would touch that job for ten minutes.
            DistributedLockTimeout = settings.Patience,
        };
        await using var context = store.Context();
        await using var alone = await StoreLock.TakeAsync(context, place, cancellation);
        // The first key, too, is made by one server alone: another one's would not be known here before tomorrow.
        _ = seal.SealNames([]);
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(place.Postgres!, options), options);
    }
}
