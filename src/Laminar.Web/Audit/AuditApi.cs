using System.Net.Mime;
using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>The audit trail, taken out for whoever keeps or checks it: <c>laminar audit verify</c>.</summary>
internal static class AuditApi
{
    /// <summary>The type of text with a JSON value a line.</summary>
    public const string JsonLines = "application/jsonl";

    private const int PageRows = 1000;

    public static void MapAudit(this WebApplication app) =>
        app.MapGet("/api/audit", ExportAsync).NeedsStore().RequireAuthorization(Policies.Operate).WithTags("Operation").WithName("ExportAudit").WithSummary("The audit trail, an entry a line")
            .WithDescription("Who published, rolled back, answered, flagged and finalized when: ids, the pack's own options and hashes, no word of a draft. Each entry "
                + "has the hash of the one before; laminar audit verify checks the file. Always a stretch without a gap: an entry that had to wait for the store "
                + "stands where it came in, with its own time.")
            .Describes("from", "The first entry that is not from before this time, such as 2026-01-31T00:00:00Z.").Describes("to", "The last entry that is from before this time.")
            .Describes("after", "The number of the last entry that is known: what came behind it.")
            .Produces<string>(200, JsonLines).ProducesProblem(400);

    private static async Task<IResult> ExportAsync(DateTimeOffset? from, DateTimeOffset? to, long? after, Store store, AuditTrail trail, CancellationToken cancellation)
    {
        // What waits on this server belongs to what was done until now.
        await trail.CatchUpAsync(cancellation);
        await using var context = store.Context();
        var first = after ?? 0;
        if (from?.UtcDateTime is { } begin)
        {
            first = Math.Max(first, (await context.Audit.Where(entry => entry.At >= begin).MinAsync(entry => (long?)entry.Number, cancellation) ?? long.MaxValue) - 1);
        }

        var last = to?.UtcDateTime is { } end
            ? await context.Audit.Where(entry => entry.At < end).MaxAsync(entry => (long?)entry.Number, cancellation)
            : await context.Audit.MaxAsync(entry => (long?)entry.Number, cancellation);

        // Read here, a store that is away is still a sentence; later it can only break the answer off.
        return new Export(store, await PageAsync(context, first, last ?? 0, cancellation), last ?? 0);
    }

    private static Task<List<AuditEntry>> PageAsync(StoreContext context, long after, long last, CancellationToken cancellation) =>
        context.Audit.AsNoTracking().Where(entry => entry.Number > after && entry.Number <= last).OrderBy(entry => entry.Number).Take(PageRows).ToListAsync(cancellation);

    private sealed class Export(Store store, List<AuditEntry> page, long last) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            context.Response.ContentType = $"{JsonLines}; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"{DispositionTypeNames.Attachment}; filename=\"laminar-audit.jsonl\"";
            for (var rows = page; rows.Count > 0; rows = await NextAsync(rows[^1].Number, context.RequestAborted))
            {
                rows.ForEach(entry => AuditLine.Write(context.Response.BodyWriter, entry));
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }

        private async Task<List<AuditEntry>> NextAsync(long after, CancellationToken cancellation)
        {
            if (after >= last)
            {
                return [];
            }

            await using var context = store.Context();
            return await PageAsync(context, after, last, cancellation);
        }
    }
}
