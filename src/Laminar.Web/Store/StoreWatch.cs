namespace Laminar.Web;

/// <summary>
/// Opens the store before the server listens, and looks at it again and again: for versions that another server has put in use, and for
/// the store itself where it was lost. Also hands it what was counted meanwhile.
/// </summary>
internal sealed class StoreWatch(Store store, PackShelf packs, PackTrial trial, ShelfFiller shelf, PersonalPhrases phrases, QuestionCounts counts) : BackgroundService
{
    // A published version is to be used by every server within two seconds.
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);

    // Soon enough for the studio's first page, and not while the first drafts come.
    private const int WarmTurn = 4;

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
            await GuardedAsync(() => counts.FlushAsync(store, cancellationToken));
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

    private Task TurnAsync(CancellationToken cancellation) => GuardedAsync(async () =>
    {
        // Nothing comes into the store that has not passed.
        await trial.Passed;
        if (store.IsOpen || await store.TryOpenAsync(packs.Shipped, cancellation))
        {
            await shelf.RefreshAsync(cancellation);
            await phrases.RefreshAsync(cancellation);
            await counts.FlushAsync(store, cancellation);
        }
    });

    private async Task GuardedAsync(Func<Task> turn)
    {
        try
        {
            await turn();
        }
        catch (Exception problem) when (StoreFailures.IsUnasked(problem))
        {
            store.Lose(problem);
        }
    }
}
