using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>
/// What outlives the process: packs with their versions, standard notes, counts, reports, phrases. The server reads drafts without it,
/// and goes on doing so when it is lost.
/// </summary>
internal sealed partial class Store(StoreSettings settings, StoreGlance glance, ILogger<Store> logger)
{
    /// <summary>A database that does not answer must not keep the server from reading drafts.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>
    /// How long who needs the store waits for the first try to open it: tables are made as slowly as the machine may be, and a database that
    /// does not answer ends the try sooner.
    /// </summary>
    public static readonly TimeSpan OpeningPatience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource needed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool isOpen;
    private volatile bool isTold;
    private volatile bool isLost;
    private long since = DateTime.UtcNow.Ticks;

    /// <summary>Whether it was there when it was last asked for anything.</summary>
    public bool IsOpen => isOpen;

    /// <summary>Since when it is, or is not.</summary>
    public DateTime Since => new(Interlocked.Read(ref since), DateTimeKind.Utc);

    public string Kind => settings.Postgres is null ? "SQLite" : "PostgreSQL";

    /// <summary>Whether there is nothing yet to be read from it.</summary>
    public bool IsNew => settings.Postgres is null && !File.Exists(settings.File);

    /// <summary>The first try to open it.</summary>
    public Task Opening { get; set; } = Task.CompletedTask;

    /// <summary>Completes as soon as somebody needs it, see <see cref="NeedAsync"/>.</summary>
    public Task Needed => needed.Task;

    /// <summary>Whatever of that has to be over before anybody is served: the versions that are in use are to be on the shelf by then.</summary>
    public Task Looked { get; set; } = Task.CompletedTask;

    /// <summary>Waits for the first try to open it, which begins now if it has not begun yet.</summary>
    public async Task NeedAsync(CancellationToken cancellation)
    {
        needed.TrySetResult();
        if (!Opening.IsCompleted)
        {
            await Task.WhenAny(Opening, Task.Delay(OpeningPatience, cancellation));
        }
    }

    /// <exception cref="StoreClosedException">The store has never been there, or is lost.</exception>
    public StoreContext Context() => isOpen ? NewContext() : throw new StoreClosedException();

    /// <summary>Creates the store or brings it up to date, alone among all servers that share it. It is said when it holds: see <see cref="Tell"/>.</summary>
    /// <param name="shipped">What it has to hold before anybody else may open it.</param>
    /// <returns>Whether it can be used.</returns>
    public async Task<bool> TryOpenAsync(IReadOnlyList<ShelvedPack> shipped, CancellationToken cancellation)
    {
        try
        {
            if (!await glance.IsCurrentAsync(shipped, cancellation))
            {
                await PrepareAsync(shipped, cancellation);
            }

            isOpen = true;
        }
        catch (Exception problem) when (StoreFailures.IsUnasked(problem))
        {
            Lose(problem);
        }

        return isOpen;
    }

    /// <summary>
    /// Says once that the store is there: when it was opened and has taken what waited for it. One that can be read and not written, as on a full
    /// disk, would otherwise be lost and found twice a second, each time with a line in the log.
    /// </summary>
    public void Tell()
    {
        if (isOpen && !isTold)
        {
            (isTold, isLost) = (true, false);
            Interlocked.Exchange(ref since, DateTime.UtcNow.Ticks);
            LogOpen(logger, settings.Postgres is null ? settings.File : "PostgreSQL");
        }
    }

    /// <summary>Says once that the store is lost; the watch opens it again.</summary>
    public void Lose(Exception problem)
    {
        (isOpen, isTold) = (false, false);
        if (!isLost)
        {
            isLost = true;
            Interlocked.Exchange(ref since, DateTime.UtcNow.Ticks);
            LogLost(logger, settings.Postgres is null ? $"The file {settings.File}" : "PostgreSQL", StoreFailures.KindOf(problem));
        }
    }

    /// <summary>
    /// A look at what was just written. It is written, whatever becomes of the look: where that fails, the store is lost and the watch looks again.
    /// </summary>
    public async Task LookAsync(Func<CancellationToken, Task> look, CancellationToken cancellation)
    {
        try
        {
            await look(cancellation);
        }
        catch (Exception problem) when (StoreFailures.IsUnasked(problem))
        {
            Lose(problem);
        }
    }

    private async Task PrepareAsync(IReadOnlyList<ShelvedPack> shipped, CancellationToken cancellation)
    {
        await using var store = NewContext();
        await using var alone = await StoreLock.TakeAsync(store, settings, cancellation);
        await StoreMigration.RunAsync(store, settings, logger, cancellation);
        await PackSeed.RunAsync(store, shipped, cancellation);
    }

    /// <summary>Does what every context needs once and no database: the model, a first query.</summary>
    public void WarmUp()
    {
        using var context = NewContext();
        _ = context.Uses.OrderByDescending(use => use.Number).ToQueryString();
    }

    private StoreContext NewContext() => settings.Postgres is { } postgres
        ? new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(postgres).Options)
        : new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(settings.Sqlite).Options);

    [LoggerMessage(EventId = 6, Level = LogLevel.Information, Message = "The store is {Place}")]
    private static partial void LogOpen(ILogger logger, string place);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning, Message = "{Place} can't be used as the store ({Exception}): drafts are read with the packs that are at hand, and nothing can be published or counted until it can")]
    private static partial void LogLost(ILogger logger, string place, string exception);
}

/// <summary>The store is not there; what needs it answers with 503.</summary>
internal sealed class StoreClosedException() : Exception("The store is not there.");
