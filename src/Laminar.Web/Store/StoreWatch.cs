namespace Laminar.Web;

/// <summary>
/// Opens the store before the server listens, and looks at it again and again: for versions that another server has put in use, and for
/// the store itself where it was lost. Also hands it what was counted and recorded meanwhile.
/// </summary>
internal sealed partial class StoreWatch(
    Store store, PackShelf packs, PackTrial trial, ShelfFiller shelf, PersonalPhrases phrases, QuestionCounts counts, AuditTrail trail,
    IHostApplicationLifetime lifetime, ILogger<StoreWatch> logger) : BackgroundService
{
    // A published version is to be used by every server within two seconds.
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);

    // Soon enough for the studio's first page, and not while the first drafts come.
    private const int WarmTurn = 4;

    private readonly HashSet<Type> told = [];
    private Task first = Task.CompletedTask;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var isNew = store.IsNew;
        first = Task.Run(() => FirstTurnAsync(isNew), cancellationToken);
        store.Opening = first;
        // A store that is only now made holds what ships, which is on the shelf already.
        store.Looked = isNew ? Task.CompletedTask : Task.WhenAny(first, Task.Delay(Store.Patience, cancellationToken));
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Making a store takes the processors for half a second: they are the server's own until it listens, and its first visitors' then, who need none.</summary>
    private async Task FirstTurnAsync(bool isNew)
    {
        if (isNew)
        {
            var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var started = lifetime.ApplicationStarted.Register(() => listening.TrySetResult());
            using var stopped = lifetime.ApplicationStopping.Register(() => listening.TrySetResult());
            await listening.Task;
            await Task.WhenAny(store.Needed, Task.Delay(WarmServer.FirstVisit, lifetime.ApplicationStopping));
        }

        await TurnAsync(CancellationToken.None);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Told to stop as soon as it had begun: the first try to open the store may still be on its way.
        await Task.WhenAny(first, Task.Delay(Store.Patience, CancellationToken.None));
        if (!store.IsOpen)
        {
            return;
        }

        // Requests that took all the time there was for stopping take none of this: what was counted and recorded would be lost.
        using var patience = new CancellationTokenSource(Store.Patience);
        await GuardedAsync(() => trail.CatchUpAsync(patience.Token), StoreFailures.Is, CancellationToken.None);
        await GuardedAsync(() => counts.FlushAsync(store, patience.Token), StoreFailures.Is, CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first;
        using var timer = new PeriodicTimer(Rhythm);
        for (var turn = 1; await timer.WaitForNextTickAsync(stoppingToken); turn++)
        {
            await TurnAsync(stoppingToken);
            if (turn == WarmTurn)
            {
                _ = Task.Run(store.WarmUp, stoppingToken);
            }
        }
    }

    private async Task TurnAsync(CancellationToken cancellation)
    {
        // Nothing comes into the store that has not passed. Where it has not, the server does not start.
        await trial.Passed;
        if (!store.IsOpen)
        {
            await GuardedAsync(() => store.TryOpenAsync(packs.Shipped, cancellation), StoreFailures.IsUnasked, cancellation);
        }

        // Each by itself: what keeps one of them from being done is no reason to leave the others.
        await GuardedAsync(() => WhileOpen(shelf.RefreshAsync), StoreFailures.IsUnasked, cancellation);
        await GuardedAsync(() => WhileOpen(phrases.RefreshAsync), StoreFailures.IsUnasked, cancellation);
        await GuardedAsync(() => WhileOpen(trail.CatchUpAsync), StoreFailures.Is, cancellation);
        // What was counted came with requests: that a row of it is not taken says nothing of the store.
        await GuardedAsync(() => WhileOpen(stop => counts.FlushAsync(store, stop)), StoreFailures.Is, cancellation);
        store.Tell();

        Task WhileOpen(Func<CancellationToken, Task> part) => store.IsOpen ? part(cancellation) : Task.CompletedTask;
    }

    /// <summary>Whatever a row may hold, the server goes on reading drafts.</summary>
    private async Task GuardedAsync(Func<Task> part, Func<Exception, bool> isLost, CancellationToken cancellation)
    {
        try
        {
            await part();
        }
        catch (Exception problem) when (isLost(problem))
        {
            store.Lose(problem);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            // Twice a second the same would fill the log.
            if (told.Add(problem.GetType()))
            {
                LogFailed(logger, problem.GetType().FullName);
            }
        }
    }

    [LoggerMessage(EventId = 13, Level = LogLevel.Error, Message = "A look at the store failed ({Exception}): what it holds may be damaged; the server goes on with what is at hand, and looks again")]
    private static partial void LogFailed(ILogger logger, string? exception);
}
