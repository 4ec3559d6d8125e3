namespace Laminar.Web;

internal static class StatusApi
{
    public static void MapStatus(this WebApplication app) =>
        app.MapGet("/api/status", static async (ServerLook look, CancellationToken cancellation) => TypedResults.Json(await look.LookAsync(cancellation), StatusJson.Default.ServerStatus))
            .RequireAuthorization(Policies.Operate)
            .WithTags("Operation")
            .WithName("GetStatus")
            .WithSummary("How this server is")
            .WithDescription("What the page /status shows: readiness, store, packs in use, traffic of the last five minutes, memory, the head of the audit trail, limits. "
                + "Of the server that answers: behind a front each node has its own.")
            .Produces<ServerStatus>();
}
