using Microsoft.AspNetCore.Connections;

namespace Laminar.Web;

/// <summary>Clients that leave before their answer. The work for them stops, and it is nobody's mistake: no error, no 500.</summary>
internal static partial class Departures
{
    public static void UseDepartures(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Laminar.Web");
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception left) when (IsDeparture(left, context.RequestAborted))
            {
                End(context.Response, logger);
            }
        });
    }

    /// <summary>A broken connection may be noticed by a read before the server has told the request.</summary>
    private static bool IsDeparture(Exception exception, CancellationToken aborted) => exception switch
    {
        ConnectionResetException or OperationCanceledException { InnerException: ConnectionAbortedException } => true,
        OperationCanceledException or IOException => aborted.IsCancellationRequested,
        _ => false,
    };

    private static void End(HttpResponse response, ILogger logger)
    {
        if (!response.HasStarted)
        {
            response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }

        LogDeparture(logger, response.StatusCode);
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Debug, Message = "A client left before its answer; the request ended with {Status}")]
    private static partial void LogDeparture(ILogger logger, int status);
}
