namespace Laminar.Web;

/// <summary>Where figures go; the configuration's section <c>Telemetry</c>.</summary>
internal sealed record TelemetrySettings
{
    /// <summary>The address of a collector that takes OTLP over HTTP, such as http://localhost:4318; null sends nothing.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>A port on which /metrics needs no sign-in: one that the server listens on and only the scraper can reach. 0 is none.</summary>
    public int MetricsPort { get; init; }

    /// <summary>Set as OpenTelemetry itself says it; then its own variables hold for everything else as well.</summary>
    public bool IsByVariable { get; init; }

    public bool Sends => Otlp is not null || IsByVariable;

    public static TelemetrySettings Of(HttpContext context) => context.RequestServices.GetRequiredService<TelemetrySettings>();

    public static TelemetrySettings Of(IConfiguration configuration) => (configuration.GetSection("Telemetry").Get<TelemetrySettings>() ?? new()) with
    {
        IsByVariable = !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]),
    };

    public bool IsMetricsPort(int port) => MetricsPort > 0 && port == MetricsPort;
}
