using System.Net.Mime;
using System.Security.Cryptography;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>Audits of archives over all servers: begun, watched, stopped and taken out. On one machine <c>laminar audit</c> does the same.</summary>
internal static class ArchiveApi
{
    private static readonly Problem NoSuchRun = new(404, "no-such-audit", "There is no such audit; it may have been deleted.");
    private static readonly Problem Runs = new(409, "runs", "The audit runs; stop it first.");
    private static readonly Problem RunsNot = new(409, "runs-not", "The audit does not run any more; look at it again.");
    private static readonly Problem NoKeys = new(409, "no-keys", "The keys that the results are kept under can't be opened; restore the store's table protection_keys and name the certificate of then in DataProtection:Earlier, or audit the folder again.");

    private const int Shown = 10;
    private const int MostShown = 1000;

    public static void AddArchive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ArchiveSettings.Of(builder.Configuration).Settings!);
        builder.Services.AddSingleton<ArchiveSeal>().AddSingleton<ArchivePacks>().AddSingleton<ArchiveRuns>().AddSingleton<ArchiveQueue>().AddSingleton<ArchiveJobs>().AddSingleton<ArchiveDesk>();
        builder.Services.AddHostedService<ArchiveWork>();
    }

    public static void MapArchive(this WebApplication app)
    {
        var archive = app.MapGroup("/api/archive").RequireAuthorization(Policies.Operate).NeedsStore().WithTags("Archive");
        archive.MapGet("", static async (int? most, ArchiveDesk desk, CancellationToken cancellation) =>
                TypedResults.Json(await desk.LookAsync(Math.Clamp(most ?? Shown, 0, MostShown), cancellation), ArchiveStatusJson.Default.ArchiveStatus))
            .WithName("GetArchive").WithSummary("The audits of archives, and who works on them").WithDescription("All that run, and the newest of the others.")
            .Describes("most", $"How many of those that don't run; {Shown} by default, {MostShown} at most.").Produces<ArchiveStatus>();
        archive.MapPost("/runs", BeginAsync).Accepts<ArchiveRequest>(MediaTypeNames.Application.Json).WithName("BeginArchiveAudit").WithSummary("Begins an audit of a folder")
            .WithDescription("The folder is one of those that the server names; all reports below it are read with the versions that are in use now.")
            .Produces<ArchiveRunStatus>(201).ProducesProblem(404).ProducesProblem(409);
        archive.MapPost("/runs/{id}/stop", StopAsync).WithName("StopArchiveAudit").WithSummary("Stops an audit").WithDescription("What has been read stays.")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
        archive.MapPost("/runs/{id}/go-on", GoOnAsync).WithName("ResumeArchiveAudit").WithSummary("Has an audit go on that was stopped, and reads again what was given up")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
        archive.MapDelete("/runs/{id}", DeleteAsync).WithName("DeleteArchiveAudit").WithSummary("Deletes an audit and its results")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
        archive.MapGet("/runs/{id}/results", ResultsAsync).WithName("GetArchiveResults").WithSummary("What was found in each file, a line a file")
            .WithDescription("The lines that laminar audit writes, in the order of the files: references, ids, statuses and counts, and no word of a report.")
            .Produces<string>(200, AuditApi.JsonLines).ProducesProblem(404).ProducesProblem(409);
        archive.MapGet("/runs/{id}/summary.{kind}", SummaryAsync).WithName("GetArchiveSummary").WithSummary("Which elements are missing how often, by month and by template")
            .WithDescription("The kind is xlsx or html.").Produces<byte[]>(200, MediaTypeNames.Application.Octet).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> BeginAsync(ArchiveRequest request, Person person, ArchiveDesk desk, CancellationToken cancellation) =>
        await desk.BeginAsync(request, person, cancellation) switch
        {
            (null, var problem) => problem!.Answer(),
            ({ } run, _) => TypedResults.Json(run, ArchiveStatusJson.Default.ArchiveRunStatus, statusCode: 201),
        };

    private static async Task<IResult> StopAsync(Guid id, Person person, ArchiveRuns runs, CancellationToken cancellation) =>
        await runs.FindAsync(id, cancellation) is not { } run ? NoSuchRun.Answer()
        : await runs.StopAsync(run, person, cancellation) ? TypedResults.NoContent() : RunsNot.Answer();

    private static async Task<IResult> GoOnAsync(Guid id, Person person, ArchiveDesk desk, ArchiveRuns runs, CancellationToken cancellation) =>
        await runs.FindAsync(id, cancellation) is not { } run ? NoSuchRun.Answer()
        : await desk.GoOnAsync(run, person, cancellation) is { } problem ? problem.Answer() : TypedResults.NoContent();

    private static async Task<IResult> DeleteAsync(Guid id, Person person, ArchiveRuns runs, CancellationToken cancellation) =>
        await runs.FindAsync(id, cancellation) is not { } run ? NoSuchRun.Answer()
        : await runs.DeleteAsync(run, person, cancellation) ? TypedResults.NoContent() : Runs.Answer();

    private static async Task<IResult> ResultsAsync(Guid id, ArchiveRuns runs, CancellationToken cancellation)
    {
        if (await runs.FindAsync(id, cancellation) is not { } run)
        {
            return NoSuchRun.Answer();
        }

        // The first part is read before the answer begins: later a failure could only break it off.
        var lines = runs.LinesAsync(id, cancellation).GetAsyncEnumerator(cancellation);
        try
        {
            return new Results(lines, await lines.MoveNextAsync(), $"{run.Folder}-{run.At:yyyy-MM-dd}.jsonl");
        }
        catch (CryptographicException)
        {
            await lines.DisposeAsync();
            return NoKeys.Answer();
        }
    }

    private static async Task<IResult> SummaryAsync(Guid id, string kind, ArchiveRuns runs, ArchivePacks packs, CancellationToken cancellation)
    {
        if (await runs.FindAsync(id, cancellation) is not { } run)
        {
            return NoSuchRun.Answer();
        }

        var name = $"{run.Folder}-{run.At:yyyy-MM-dd}.{kind}";
        if (kind is not ("xlsx" or "html"))
        {
            return new Problem(404, "kind", "The summary is made as xlsx or html; ask for one of them.").Answer();
        }

        try
        {
            var counts = new ArchiveCounts();
            await foreach (var lines in runs.LinesAsync(id, cancellation))
            {
                Add(counts, lines);
            }

            // By its bytes and not as a page of this server: it has styles of its own, which the server's pages may not have.
            return TypedResults.File(SummaryFile.Make(name, counts, await packs.PacksAsync(run), run.Folder, DateTimeOffset.UtcNow), MediaTypeNames.Application.Octet, name);
        }
        catch (CryptographicException)
        {
            return NoKeys.Answer();
        }
    }

    private static void Add(ArchiveCounts counts, ReadOnlyMemory<byte> lines)
    {
        while (lines.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            counts.Add(ArchiveJson.Read(lines[..end])!);
            lines = lines[(end + 1)..];
        }
    }

    private sealed class Results(IAsyncEnumerator<byte[]> lines, bool any, string name) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            await using var parts = lines;
            context.Response.ContentType = $"{AuditApi.JsonLines}; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"{DispositionTypeNames.Attachment}; filename=\"{name}\"";
            for (var more = any; more; more = await parts.MoveNextAsync())
            {
                await context.Response.Body.WriteAsync(parts.Current, context.RequestAborted);
            }
        }
    }
}
