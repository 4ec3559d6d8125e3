namespace Laminar.Web;

internal static class Health
{
    /// <summary>Alive: the process answers. Ready: it has packs to scan with (it listens only once they are compiled and warm).</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "alive").ExcludeFromDescription();
        app.MapGet("/health/ready", (PackShelf packs) => packs.All.Count > 0
            ? Results.Text("ready")
            : Results.Text("no pack is loaded", statusCode: StatusCodes.Status503ServiceUnavailable)).ExcludeFromDescription();
    }
}
