using System.Text.Json;
using Hangfire;
using Hangfire.Storage.Monitoring;

namespace Laminar.Web;

/// <summary>Begins audits, and says how they are.</summary>
internal sealed class ArchiveDesk(ArchiveSettings settings, StoreSettings place, ArchiveRuns runs, ArchiveQueue queue, PackShelf shelf)
{
    private static readonly Problem NoPostgres =
        new(409, "no-postgres", "Audits over several servers need PostgreSQL (the setting ConnectionStrings:Laminar); on one machine use laminar audit.");

    private static readonly Problem NoFolders =
        new(409, "no-folders", "No folder may be audited from this server; name one in the setting Archive:Folders, or use laminar audit.");

    private static readonly Problem OtherBuild =
        new(409, "other-build", "The audit was begun by another build of Laminar, whose results don't compare with this one's; delete it and audit the folder again.");

    private static readonly Problem Over = new(409, "over", "Nothing of the audit is left to do.");

    public async Task<ArchiveStatus> LookAsync(int most, CancellationToken cancellation)
    {
        if (place.Postgres is null)
        {
            return new ArchiveStatus(NoPostgres.Sentence, [], [], [], false);
        }

        if (settings.Folders.Count > 0)
        {
            await queue.OpenAsync(cancellation);
        }

        var servers = queue.Servers();
        var (last, more) = await runs.LastAsync(most, cancellation);
        return new ArchiveStatus(
            Hindrance?.Sentence,
            [.. settings.Folders.Keys.Order(StringComparer.Ordinal)],
            [.. servers.Select(static server => new ArchiveServer(string.Join(':', server.Name.Split(':').Take(2)), server.WorkersCount))],
            [.. last.Select(run => Status(run, servers))],
            more);
    }

    /// <summary>Either the audit or why it was not begun.</summary>
    public async Task<(ArchiveRunStatus? Run, Problem? Problem)> BeginAsync(ArchiveRequest request, Person person, CancellationToken cancellation)
    {
        if ((Hindrance ?? ProblemWith(request)) is { } problem)
        {
            return (null, problem);
        }

        await queue.OpenAsync(cancellation);
        var packs = shelf.Shelved.Where(pack => request.Pack is null || pack.Id == request.Pack).Select(static pack => new ArchivePack(pack.Id, pack.Pack.Version, pack.Hash)).ToArray();
        var run = new ArchiveRun
        {
            Id = Guid.NewGuid(), Folder = request.Folder, Packs = JsonSerializer.Serialize(packs, ArchiveStatusJson.Default.ArchivePackArray), Build = ArchivePacks.Build,
            Person = person.Name, At = DateTime.UtcNow, State = ArchiveStates.Listing, Touched = DateTime.UtcNow,
            Figures = JsonSerializer.Serialize(new ArchiveFigures(), ArchiveStatusJson.Default.ArchiveFigures),
        };
        await runs.BeginAsync(run, person, cancellation);
        HandOut(run);
        return (Status(run, queue.Servers()), null);
    }

    /// <summary>Hands out its parts anew; those of before that are still somewhere find nothing left to do. Null where that was done.</summary>
    public async Task<Problem?> GoOnAsync(ArchiveRun run, Person person, CancellationToken cancellation)
    {
        if ((Hindrance ?? (settings.Folders.ContainsKey(run.Folder) ? null : NoSuchFolder) ?? (run.Build == ArchivePacks.Build ? null : OtherBuild)) is { } problem)
        {
            return problem;
        }

        await queue.OpenAsync(cancellation);
        if (!await runs.GoOnAsync(run.Id, person, cancellation))
        {
            return Over;
        }

        HandOut(run);
        return null;
    }

    /// <summary>Where that fails, or the server is killed before it, the audit stands still: the next worker to look takes it up.</summary>
    private void HandOut(ArchiveRun run)
    {
        try
        {
            queue.Begin(run.Id, run.Folder);
        }
        catch (BackgroundJobClientException)
        {
            // The store has the audit, and was lost a moment later.
        }
    }

    private ArchiveRunStatus Status(ArchiveRun run, IReadOnlyList<ServerDto> servers) => new(
        run.Id, run.Folder, JsonSerializer.Deserialize(run.Packs, ArchiveStatusJson.Default.ArchivePackArray)!, run.Person, run.At, run.Ended, run.State, run.Files, run.Parts, run.Over, run.Failed,
        Stalled(run, servers), JsonSerializer.Deserialize(run.Figures, ArchiveStatusJson.Default.ArchiveFigures)!);

    private string? Stalled(ArchiveRun run, IReadOnlyList<ServerDto> servers) =>
        run.State is not (ArchiveStates.Listing or ArchiveStates.Running) || settings.Folders.Count == 0 || servers.Any(server => server.Queues.Contains(ArchiveQueue.NameOf(run.Folder, run.Build))) ? null
        : run.Build == ArchivePacks.Build ? $"No server that reaches the folder {run.Folder} lends workers; set Archive:Workers on one."
        : OtherBuild.Sentence;

    private Problem? Hindrance => place.Postgres is null ? NoPostgres : settings.Folders.Count == 0 ? NoFolders : null;

    private Problem? ProblemWith(ArchiveRequest request) => !settings.Folders.ContainsKey(request.Folder) ? NoSuchFolder
        : request.Pack is { } pack && shelf.Find(pack) is null ? ScansApi.NoSuchPack(pack) : null;

    private Problem NoSuchFolder => new(404, "no-such-folder", $"The folders that may be audited are {string.Join(", ", settings.Folders.Keys.Order(StringComparer.Ordinal))}; choose one of them.");
}
