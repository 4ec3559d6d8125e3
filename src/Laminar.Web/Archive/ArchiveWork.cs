using Hangfire;

namespace Laminar.Web;

/// <summary>Lends this server's workers to audits of archives, and takes up those that stand still since whoever was to hand out their parts was killed.</summary>
internal sealed partial class ArchiveWork(
    StoreSettings place, ArchiveSettings settings, ArchiveQueue queue, ArchiveRuns runs, IServiceProvider services, Limits limits, IHostApplicationLifetime lifetime, ILogger<ArchiveWork> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Workers == 0 || place.Postgres is null)
        {
            return;
        }

        await ListeningAsync(stoppingToken);
        using var workers = await BeginAsync(stoppingToken);
        using var timer = new PeriodicTimer(settings.Patience / 2);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TakeUpAsync(stoppingToken);
        }
    }

    /// <summary>Whoever wants to be served comes first, at the start as well.</summary>
    private async Task ListeningAsync(CancellationToken cancellation)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(() => listening.TrySetResult());
        await listening.Task.WaitAsync(cancellation);
    }

    private async Task<BackgroundJobServer> BeginAsync(CancellationToken cancellation)
    {
        // It would write what it is told by the database.
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(null);
        for (var isTold = false; ; isTold = true)
        {
            try
            {
                var storage = await queue.OpenAsync(cancellation);
                LogWorkers(logger, settings.Workers, settings.Folders.Count);
                return new BackgroundJobServer(Options(), storage);
            }
            catch (Exception problem) when (!cancellation.IsCancellationRequested)
            {
                if (!isTold && problem is not StoreClosedException)
                {
                    LogWaiting(logger, StoreFailures.KindOf(problem));
                }

                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private BackgroundJobServerOptions Options() => new()
    {
        ServerName = Environment.MachineName,
        WorkerCount = settings.Workers,
        Queues = [.. settings.Folders.Keys.Select(static folder => ArchiveQueue.NameOf(folder, ArchivePacks.Build))],
        Activator = new Activator(services),
        SchedulePollingInterval = Pause,
        HeartbeatInterval = settings.Patience / 4,
        ServerTimeout = settings.Patience,
        // A part that is being read is left, and another server begins it anew.
        StopTimeout = TimeSpan.Zero,
        ShutdownTimeout = limits.StoppingTime,
    };

    private async Task TakeUpAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var run in await runs.StandingAsync(ArchivePacks.Build, [.. settings.Folders.Keys], settings.Patience, cancellation))
            {
                // As long as a part waits for a worker, or for another try, nothing has been lost.
                if (!queue.HasAny(ArchiveQueue.NameOf(run.Folder, ArchivePacks.Build)))
                {
                    queue.Begin(run.Id, run.Folder);
                }
            }
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            if (StoreFailures.IsUnasked(problem))
            {
                return;
            }

            LogWaiting(logger, problem.GetType().Name);
        }
    }

    private sealed class Activator(IServiceProvider services) : JobActivator
    {
        public override object ActivateJob(Type jobType) => services.GetRequiredService(jobType);
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Information, Message = "{Workers} workers take parts of audits of archives, from {Folders} folders")]
    private static partial void LogWorkers(ILogger logger, int workers, int folders);

    [LoggerMessage(EventId = 41, Level = LogLevel.Warning, Message = "Audits of archives wait: their jobs could not be looked at ({Problem}); it is tried again")]
    private static partial void LogWaiting(ILogger logger, string problem);
}
