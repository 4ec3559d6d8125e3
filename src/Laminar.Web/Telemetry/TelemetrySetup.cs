using System.Diagnostics;

namespace Laminar.Web;

internal static class TelemetrySetup
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH" };

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TelemetrySettings.Of(builder.Configuration)).AddSingleton<DistributedContextPropagator, NobodysTrace>();
        builder.Services.AddSingleton<Recent>().AddSingleton<Gauges>().AddSingleton<ServerLook>();
        builder.Services.AddSingleton<Telemetry>().AddHostedService(static services => services.GetRequiredService<Telemetry>());
    }

    /// <summary>Around everything else: each request with its answer's status.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        var recent = app.Services.GetRequiredService<Recent>();
        app.Use(async (context, next) =>
        {
            await next(context);
            if (!Rehearsal.Is(context.Request))
            {
                recent.Answered(context.Response.StatusCode);
                Activity.Current.Tell(context);
            }
        });
    }

    /// <summary>Counts a draft that was refused.</summary>
    public static void CountRefusal(this HttpContext context, string code)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } && IsOfDrafts(route) && !Rehearsal.Is(context.Request))
        {
            Measures.Refused(code);
            context.RequestServices.GetRequiredService<Recent>().Refused();
        }
    }

    private static bool IsOfDrafts(string route) => route.StartsWith("/api/scans", StringComparison.Ordinal) || route.StartsWith("/api/drafts", StringComparison.Ordinal);

    /// <summary>A request's span has the address as the server knows it, never as it was asked for.</summary>
    private static void Tell(this Activity? span, HttpContext context)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        var method = Methods.Contains(context.Request.Method) ? context.Request.Method : "_OTHER";
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
    }
}
