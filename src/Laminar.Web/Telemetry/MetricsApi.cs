namespace Laminar.Web;

internal static class MetricsApi
{
    public const string Path = "/metrics";

    public static void MapMetrics(this WebApplication app) =>
        app.MapMethods(Path, [HttpMethods.Get], static context => context.RequestServices.GetRequiredService<Telemetry>().ScrapeAsync(context))
            .RequireAuthorization(Policies.Metrics)
            .ExcludeFromDescription();
}
