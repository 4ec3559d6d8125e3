using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Laminar.Web;

/// <summary>
/// OpenTelemetry, behind the listening: it is loaded and opened when the server answers already, on a thread that leaves the drafts their
/// processors. What it takes is named tag by tag, so that a library that learns to tell more tells no more here.
/// </summary>
internal sealed partial class Telemetry : IHostedService, IDisposable
{
    private const string Hosting = "Microsoft.AspNetCore.Hosting";
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    private static readonly string[] RequestTags = ["http.request.method", "http.response.status_code", "http.route", "error.type"];

    private readonly TelemetrySettings settings;
    private readonly IServiceProvider services;
    private readonly ILogger<Telemetry> logger;
    private readonly Lazy<MeterProvider> metrics;
    private readonly Lazy<RequestDelegate> scrape;
    private TracerProvider? traces;

    public Telemetry(TelemetrySettings settings, IServiceProvider services, ILogger<Telemetry> logger)
    {
        (this.settings, this.services, this.logger) = (settings, services, logger);
        metrics = new(OpenMetrics);
        scrape = new(() => new ApplicationBuilder(services).UseOpenTelemetryPrometheusScrapingEndpoint(metrics.Value, static _ => true, null, null, null).Build());
    }

    /// <summary>Answers with all metrics in Prometheus' form.</summary>
    public Task ScrapeAsync(HttpContext context) => scrape.Value(context);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() =>
            new Thread(Open) { IsBackground = true, Priority = ThreadPriority.Lowest, Name = "telemetry" }.Start());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What was not sent yet goes out.</summary>
    public void Dispose()
    {
        traces?.Dispose();
        if (metrics.IsValueCreated)
        {
            metrics.Value.Dispose();
        }
    }

    private void Open()
    {
        try
        {
            _ = metrics.Value;
            if (settings.Sends)
            {
                traces = OpenTraces();
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // On a thread of its own it would end the server, which reads drafts all the same.
            LogFailed(logger, problem.GetType().FullName);
        }
    }

    private MeterProvider OpenMetrics()
    {
        services.GetRequiredService<Gauges>().Open();
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddMeter(Measures.Name, Hosting, Kestrel, "System.Runtime")
            .AddView(static instrument => instrument.Meter.Name is Hosting or Kestrel ? new MetricStreamConfiguration { TagKeys = RequestTags } : null)
            .AddPrometheusExporter(static prometheus => prometheus.ScrapeEndpointPath = MetricsApi.Path);
        return (settings.Sends ? builder.AddOtlpExporter(otlp => SendTo(otlp, "v1/metrics")) : builder).Build();
    }

    private TracerProvider OpenTraces() => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(Resource())
        .AddSource(Measures.Name, "Microsoft.AspNetCore")
        .AddProcessor(new KnownTags())
        .AddOtlpExporter(otlp => SendTo(otlp, "v1/traces"))
        .Build();

    private void SendTo(OtlpExporterOptions otlp, string signal)
    {
        if (settings.Otlp is { } collector)
        {
            otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
            otlp.Endpoint = new Uri(new Uri($"{collector.ToString().TrimEnd('/')}/"), signal);
        }
    }

    private static ResourceBuilder Resource() =>
        ResourceBuilder.CreateDefault().AddService("laminar", serviceVersion: Measures.ServerVersion, serviceInstanceId: Environment.MachineName);

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "Metrics and traces can't be given out ({Exception}); look at the settings Telemetry and OTEL_. Drafts are read all the same")]
    private static partial void LogFailed(ILogger logger, string? exception);

    /// <summary>Takes out of a span whatever it does not know.</summary>
    private sealed class KnownTags : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var (name, _) in data.TagObjects.ToList())
            {
                if (!name.StartsWith("laminar.", StringComparison.Ordinal) && !RequestTags.Contains(name))
                {
                    data.SetTag(name, null);
                }
            }

            // An exception that somebody adds to a span comes with its message; it is not sent at all.
            if (data.Events.Any() || data.TraceStateString is not null)
            {
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }

            data.SetStatus(data.Status);
        }
    }
}
