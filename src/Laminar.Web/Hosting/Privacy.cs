namespace Laminar.Web;

internal static class Privacy
{
    /// <summary>
    /// The framework's request log writes addresses with their query, and a query names a file. It stays silent whatever the
    /// configuration says; our own lines carry counts and codes only.
    /// </summary>
    public static void KeepDraftsOutOfLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning);
    }
}
