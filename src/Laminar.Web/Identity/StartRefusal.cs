namespace Laminar.Web;

/// <summary>
/// Whether the server may start as it is configured. Without sign-in it serves the user of one machine: only where it is told so, and only
/// where nobody else can reach it.
/// </summary>
internal static class StartRefusal
{
    /// <summary>The environment of one machine without sign-in.</summary>
    public const string Local = "Local";

    private const string Guide = "configure sign-in (section AzureAd; src/Laminar.Web/README.md says how)";

    /// <summary>One sentence that says what to do; null where nothing stands against the start.</summary>
    public static string? Of(WebApplicationBuilder builder)
    {
        try
        {
            _ = TelemetrySettings.Of(builder.Configuration);
            _ = NewsPeriod.Of(builder.Configuration);
            return Found(builder);
        }
        catch (InvalidOperationException unreadable)
        {
            // A word where a number has to stand, or a time; it names the setting.
            return $"{unreadable.Message.TrimEnd('.')}.";
        }
    }

    private static string? Found(WebApplicationBuilder builder) => SignIn.Of(builder.Configuration) switch
    {
        (null, var problem) => problem,
        _ when Limits.Of(builder.Configuration).Problem is { } problem => problem,
        _ when ArchiveSettings.Of(builder.Configuration).Problem is { } problem => problem,
        _ when StoreKeysSetup.CertificatesOf(builder.Configuration).Problem is { } problem => problem,
        ({ IsConfigured: true }, _) => null,
        _ when !builder.Environment.IsEnvironment(Local) =>
            $"Nobody could sign in: {Guide}, or set ASPNETCORE_ENVIRONMENT={Local} to serve the user of this machine alone.",
        _ when Exposed(builder.Configuration).FirstOrDefault() is { } address =>
            $"Without sign-in nobody but this machine may reach the server, and \"{address}\" is open to others: {Guide}, or listen on localhost alone.",
        _ => null,
    };

    /// <summary>The configured addresses that are not this machine's own, wherever ASP.NET looks for them.</summary>
    private static IEnumerable<string> Exposed(IConfiguration configuration) =>
    [
        .. Addresses(configuration["urls"]).Where(IsExposed),
        // A port alone is one on every address.
        .. Addresses(configuration["http_ports"]).Concat(Addresses(configuration["https_ports"])).Select(static port => $"*:{port}"),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().SelectMany(static endpoint => Addresses(endpoint["Url"])).Where(IsExposed),
    ];

    private static string[] Addresses(string? told) => told?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Kestrel takes any name but "localhost" for every address.</summary>
    private static bool IsExposed(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed is { IsUnixPipe: false, IsNamedPipe: false } && !LocalUser.IsThisMachine(parsed.Host);
        }
        catch (FormatException)
        {
            // Kestrel says what is wrong with it, and does not listen.
            return false;
        }
    }
}
