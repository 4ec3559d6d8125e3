using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>
/// Audits and their parts in PostgreSQL. A part's results, that it is over, and what the audit comes to are written in one transaction
/// that holds the audit's row: however often a part is read, it counts once.
/// </summary>
internal sealed class ArchiveRuns(Store store, ArchiveSeal seal)
{
    private const int PageParts = 20;

    /// <summary>All that run, and of the others the newest, each with its figures; the newest first. And whether there are more.</summary>
    public async Task<(List<ArchiveRun> Runs, bool More)> LastAsync(int most, CancellationToken cancellation)
    {
        await using var context = Context();
        var running = await context.Runs.AsNoTracking().Where(static run => run.State == ArchiveStates.Listing || run.State == ArchiveStates.Running).ToListAsync(cancellation);
        var others = await context.Runs.AsNoTracking().Where(static run => run.State != ArchiveStates.Listing && run.State != ArchiveStates.Running)
            .OrderByDescending(static run => run.At).Take(most + 1).ToListAsync(cancellation);
        return ([.. running.Concat(others.Take(most)).DistinctBy(static run => run.Id).OrderByDescending(static run => run.At)], others.Count > most);
    }

    public async Task<ArchiveRun?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = Context();
        return await context.Runs.AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellation);
    }

    public async Task BeginAsync(ArchiveRun run, Person person, CancellationToken cancellation)
    {
        await using var context = Context();
        await using var turn = await AuditTurn.BeginAsync(context, cancellation);
        context.Runs.Add(run);
        turn.Add(Note(person, AuditActions.ArchiveBegun, run));
        await turn.CommitAsync(cancellation);
    }

    /// <summary>Gives a listed audit its parts, once.</summary>
    /// <param name="parts">The names of the files of each.</param>
    public async Task ListedAsync(Guid id, IReadOnlyList<string[]> parts, CancellationToken cancellation)
    {
        await using var context = Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await LockedAsync(context, id, cancellation) is not { State: ArchiveStates.Listing } run)
        {
            return;
        }

        var now = DateTime.UtcNow;
        (run.State, run.Parts, run.Files, run.Touched) = (ArchiveStates.Running, parts.Count, parts.Sum(static names => names.Length), now);
        if (parts.Count == 0)
        {
            (run.State, run.Ended) = (ArchiveStates.Ended, now);
        }

        context.Parts.AddRange(parts.Select((names, number) => new ArchivePart { Run = id, Number = number, State = ArchiveStates.Waiting, Names = seal.SealNames(names) }));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>An audit that runs, and a part of it that is still to be read; null where there is nothing to do any more.</summary>
    public async Task<(ArchiveRun Run, string[] Names)?> WaitingAsync(Guid id, int number, CancellationToken cancellation)
    {
        await using var context = Context();
        var run = await context.Runs.AsNoTracking().FirstOrDefaultAsync(run => run.Id == id && run.State == ArchiveStates.Running, cancellation);
        var part = run is null ? null : await context.Parts.AsNoTracking()
            .FirstOrDefaultAsync(part => part.Run == id && part.Number == number && part.State == ArchiveStates.Waiting, cancellation);
        return part is null ? null : (run!, seal.Names(part.Names));
    }

    public async Task<List<int>> WaitingAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = Context();
        return await context.Parts.Where(part => part.Run == id && part.State == ArchiveStates.Waiting).OrderBy(static part => part.Number).Select(static part => part.Number).ToListAsync(cancellation);
    }

    public Task EndedAsync(Guid id, int number, byte[] lines, ArchiveFigures figures, CancellationToken cancellation) =>
        OverAsync(id, number, ArchiveStates.Ended, seal.SealLines(lines), figures, cancellation);

    public Task FailedAsync(Guid id, int number, CancellationToken cancellation) =>
        OverAsync(id, number, ArchiveStates.Failed, null, new ArchiveFigures(), cancellation);

    /// <summary>The folder could not be listed.</summary>
    public async Task FailedAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = Context();
        var now = DateTime.UtcNow;
        await context.Runs.Where(run => run.Id == id && run.State == ArchiveStates.Listing)
            .ExecuteUpdateAsync(row => row.SetProperty(static run => run.State, ArchiveStates.Failed).SetProperty(static run => run.Ended, now), cancellation);
    }

    /// <summary>Whether it ran, and runs no more: parts that are being read come to nothing.</summary>
    public async Task<bool> StopAsync(ArchiveRun run, Person person, CancellationToken cancellation)
    {
        await using var context = Context();
        await using var turn = await AuditTurn.BeginAsync(context, cancellation);
        var now = DateTime.UtcNow;
        var stopped = await context.Runs.Where(row => row.Id == run.Id && (row.State == ArchiveStates.Running || row.State == ArchiveStates.Listing))
            .ExecuteUpdateAsync(row => row.SetProperty(static run => run.State, ArchiveStates.Stopped).SetProperty(static run => run.Ended, now), cancellation);
        turn.Add(Note(person, AuditActions.ArchiveStopped, run));
        return await CommittedAsync(turn, stopped, cancellation);
    }

    /// <summary>Has what was stopped or failed go on: parts that were given up wait again. False where nothing is left to do.</summary>
    public async Task<bool> GoOnAsync(Guid id, Person person, CancellationToken cancellation)
    {
        await using var context = Context();
        await using var turn = await AuditTurn.BeginAsync(context, cancellation);
        if (await LockedAsync(context, id, cancellation) is not { } run || (run.State is ArchiveStates.Ended && run.Failed == 0) || run.State is ArchiveStates.Listing or ArchiveStates.Running)
        {
            return false;
        }

        await context.Parts.Where(part => part.Run == id && part.State == ArchiveStates.Failed).ExecuteUpdateAsync(static row => row.SetProperty(static part => part.State, ArchiveStates.Waiting), cancellation);
        // Of an audit that was stopped before it was listed there is no part.
        (run.State, run.Ended, run.Touched) = (run.Parts == 0 ? ArchiveStates.Listing : ArchiveStates.Running, null, DateTime.UtcNow);
        (run.Over, run.Failed) = (run.Over - run.Failed, 0);
        turn.Add(Note(person, AuditActions.ArchiveResumed, run));
        await turn.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Forgets an audit and its results. False where it runs.</summary>
    public async Task<bool> DeleteAsync(ArchiveRun run, Person person, CancellationToken cancellation)
    {
        await using var context = Context();
        await using var turn = await AuditTurn.BeginAsync(context, cancellation);
        var deleted = await context.Runs.Where(row => row.Id == run.Id && row.State != ArchiveStates.Running && row.State != ArchiveStates.Listing).ExecuteDeleteAsync(cancellation);
        turn.Add(Note(person, AuditActions.ArchiveDeleted, run));
        return await CommittedAsync(turn, deleted, cancellation);
    }

    /// <summary>Audits that should go on and that nobody has touched for a while; whoever asks is the only one that is told, until it is as long again.</summary>
    public async Task<List<ArchiveRun>> StandingAsync(string build, IReadOnlyCollection<string> folders, TimeSpan patience, CancellationToken cancellation)
    {
        await using var context = Context();
        var (now, before) = (DateTime.UtcNow, DateTime.UtcNow - patience);
        var standing = await context.Runs.AsNoTracking()
            .Where(run => (run.State == ArchiveStates.Listing || run.State == ArchiveStates.Running) && run.Build == build && run.Touched < before && folders.Contains(run.Folder))
            .ToListAsync(cancellation);
        var mine = new List<ArchiveRun>();
        foreach (var run in standing)
        {
            var touched = run.Touched;
            if (await context.Runs.Where(row => row.Id == run.Id && row.Touched == touched).ExecuteUpdateAsync(row => row.SetProperty(static row => row.Touched, now), cancellation) > 0)
            {
                mine.Add(run);
            }
        }

        return mine;
    }

    /// <summary>The lines of the parts that are over, part by part in the order of the files.</summary>
    public async IAsyncEnumerable<byte[]> LinesAsync(Guid id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = 0;
        while (true)
        {
            await using var context = Context();
            var (run, from) = (id, next);
            var page = await context.Parts.AsNoTracking().Where(part => part.Run == run && part.Number >= from && part.Lines != null).OrderBy(static part => part.Number)
                .Take(PageParts).Select(static part => new { part.Number, part.Lines }).ToListAsync(cancellation);
            foreach (var part in page)
            {
                yield return seal.Lines(part.Lines!);
            }

            if (page.Count < PageParts)
            {
                yield break;
            }

            next = page[^1].Number + 1;
        }
    }

    private async Task OverAsync(Guid id, int number, string state, byte[]? lines, ArchiveFigures figures, CancellationToken cancellation)
    {
        await using var context = Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await LockedAsync(context, id, cancellation) is not { State: ArchiveStates.Running } run
            || await context.Parts.Where(part => part.Run == id && part.Number == number && part.State == ArchiveStates.Waiting)
                .ExecuteUpdateAsync(row => row.SetProperty(static part => part.State, state).SetProperty(static part => part.Lines, lines), cancellation) == 0)
        {
            // Another worker was faster, or nobody wants it any more.
            return;
        }

        var all = JsonSerializer.Deserialize(run.Figures, ArchiveStatusJson.Default.ArchiveFigures)!;
        all.Add(figures);
        run.Figures = JsonSerializer.Serialize(all, ArchiveStatusJson.Default.ArchiveFigures);
        run.Over++;
        run.Failed += state == ArchiveStates.Failed ? 1 : 0;
        run.Touched = DateTime.UtcNow;
        if (run.Over == run.Parts)
        {
            (run.State, run.Ended) = (ArchiveStates.Ended, run.Touched);
        }

        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<bool> CommittedAsync(AuditTurn turn, int rows, CancellationToken cancellation)
    {
        if (rows > 0)
        {
            await turn.CommitAsync(cancellation);
        }

        return rows > 0;
    }

    private static Hosts.AuditEntry Note(Person person, string action, ArchiveRun run) => AuditNote.Of(person, RoleWords.Administrator, action, "", "", json =>
    {
        json.WriteString("audit", run.Id);
        json.WriteString("folder", run.Folder);
    });

    private static Task<ArchiveRun?> LockedAsync(PostgresContext context, Guid id, CancellationToken cancellation) =>
        context.Runs.FromSql($"SELECT * FROM archive_runs WHERE id = {id} FOR UPDATE").FirstOrDefaultAsync(cancellation);

    private PostgresContext Context() => (PostgresContext)store.Context();
}
