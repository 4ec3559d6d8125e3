namespace Laminar.Web;

/// <summary>
/// Opens the store before the server listens, and looks at it again and again: for versions that another server has put in use, and for
/// the store itself where it was lost. Also hands it what was counted meanwhile.
/// </summary>
internal sealed partial class StoreWatch(
    Store store, PackShelf packs, PackTrial trial, ShelfFiller shelf, PersonalPhrases phrases, QuestionCounts counts, ILogger<StoreWatch> logger) : BackgroundService
{
    // A published version is to be used by every server within two seconds.
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);

    // Soon enough for the studio's first page, and not while the first drafts come.
    private const int WarmTurn = 4;

    private readonly HashSet<Type> told = [];
    private Task first = Task.CompletedTask;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var isNew = store.IsNew;
        first = Task.Run(() => TurnAsync(CancellationToken.None), cancellationToken);
        store.Opening = first;
        // A store that is only now made holds what ships, which is on the shelf already.
        if (!isNew)
        {
            await Task.WhenAny(first, Task.Delay(Store.Patience, cancellationToken));
        }

        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (store.IsOpen)
        {
            await GuardedAsync(() => counts.FlushAsync(store, cancellationToken), StoreFailures.Is, cancellationToken);
        }
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
        // What was counted came with requests: that a row of it is not taken says nothing of the store.
        await GuardedAsync(() => WhileOpen(stop => counts.FlushAsync(store, stop)), StoreFailures.Is, cancellation);

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
