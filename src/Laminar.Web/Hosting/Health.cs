namespace Laminar.Web;

internal static class Health
{
    /// <summary>
    /// Alive: the process answers. Ready: it has packs to scan with (it listens only once they are compiled and warm) and was not told to stop.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "alive").AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", (Readiness readiness) => readiness.Hindrance is { } why
            ? Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready")).AllowAnonymous().ExcludeFromDescription();
    }
}

/// <summary>Whether requests should be sent here.</summary>
internal sealed class Readiness(PackShelf packs, IHostApplicationLifetime lifetime)
{
    /// <summary>In words; null where nothing stands against it.</summary>
    public string? Hindrance =>
        lifetime.ApplicationStopping.IsCancellationRequested ? "stopping"
        : packs.All.Count == 0 ? "no pack is loaded"
        : null;
}
