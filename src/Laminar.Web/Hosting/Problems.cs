using System.Globalization;
using Laminar.Word;
using Microsoft.AspNetCore.Diagnostics;

namespace Laminar.Web;

/// <summary>Why a request was not answered: a status and a code for programs, one sentence for people.</summary>
internal sealed record Problem(int Status, string Code, string Sentence)
{
    /// <summary>What the sentence is about, one by one, under a name of its own.</summary>
    public KeyValuePair<string, object?>? List { get; init; }

    /// <summary>When it may be worth while to try again; whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public IResult Answer()
    {
        var answer = TypedResults.Problem(Sentence, statusCode: Status, extensions: List is { } list ? [Named, list] : [Named]);
        return new Told(this, answer);
    }

    private KeyValuePair<string, object?> Named => new("code", Code);

    private sealed class Told(Problem problem, IResult answer) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            if (problem.RetryAfter is { } later)
            {
                context.Response.Headers.RetryAfter = ((int)Math.Ceiling(later.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            }

            context.CountRefusal(problem.Code);
            return answer.ExecuteAsync(context);
        }
    }
}

internal static partial class Problems
{
    public static Problem TooMuch { get; } = new(413, DraftErrorCodes.TooLarge, "This is more than the server takes here at once; send less of it.");

    private static readonly Problem Failed = new(500, "internal", "The server made a mistake; nothing was kept of the draft. Try again, and report it if it stays.");

    public static void AddProblems(this WebApplicationBuilder builder) => builder.Services.AddProblemDetails();

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Answer,
            // The framework would write the exception's message, which may quote what was being read. We write its kind.
            SuppressDiagnosticsCallback = static _ => true,
        });
        // The handler writes the message of what comes to it too late for an answer.
        app.UseBrokenOff();
        // Inside of the handler that would call it a mistake, outside of the pages that would write to nobody.
        app.UseDepartures();
        app.UseStatusCodePages(static pages => OfStatus(pages.HttpContext.Response.StatusCode).Answer().ExecuteAsync(pages.HttpContext));
    }

    /// <summary>
    /// An answer that failed when part of it had gone out can't become a problem any more, and the framework would write the exception with
    /// its message. So it ends here, and the client sees by the broken connection that it has not got everything.
    /// </summary>
    private static void UseBrokenOff(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Laminar.Web");
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception failure) when (context.Response.HasStarted)
            {
                LogFailure(logger, failure.GetType().FullName, failure.StackTrace);
                context.Abort();
            }
        });
    }

    private static Task Answer(HttpContext context)
    {
        // The framework has taken back all headers that were set on the way.
        SafeHeaders.Set(context.Response.Headers);
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (exception is BadHttpRequestException refused)
        {
            return OfStatus(refused.StatusCode).Answer().ExecuteAsync(context);
        }

        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Laminar.Web");
        LogFailure(logger, exception?.GetType().FullName, exception?.StackTrace);
        return Failed.Answer().ExecuteAsync(context);
    }

    private static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => new(status, "not-found", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new(status, "method", "This address does not take that method."),
        StatusCodes.Status408RequestTimeout => new(status, "too-slow", "The request came in too slowly; nothing was done. Send it again over a faster connection."),
        StatusCodes.Status413PayloadTooLarge => TooMuch,
        _ => new(status, "bad-request", "The request could not be understood."),
    };

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A request failed with {Exception}\n{Stack}")]
    private static partial void LogFailure(ILogger logger, string? exception, string? stack);
}
