using Laminar.Word;
using Microsoft.AspNetCore.Diagnostics;

namespace Laminar.Web;

/// <summary>Why a request was not answered: a status and a code for programs, one sentence for people.</summary>
internal sealed record Problem(int Status, string Code, string Sentence)
{
    /// <summary>What the sentence is about, one by one, under a name of its own.</summary>
    public KeyValuePair<string, object?>? List { get; init; }

    public IResult Answer() => TypedResults.Problem(
        Sentence,
        statusCode: Status,
        extensions: List is { } list ? [Named, list] : [Named]);

    private KeyValuePair<string, object?> Named => new("code", Code);
}

internal static partial class Problems
{
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
        // Inside of the handler that would call it a mistake, outside of the pages that would write to nobody.
        app.UseDepartures();
        app.UseStatusCodePages(static pages => OfStatus(pages.HttpContext.Response.StatusCode).Answer().ExecuteAsync(pages.HttpContext));
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
        StatusCodes.Status413PayloadTooLarge => new(status, DraftErrorCodes.TooLarge, "The upload is larger than the limit."),
        _ => new(status, "bad-request", "The request could not be understood."),
    };

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A request failed with {Exception}\n{Stack}")]
    private static partial void LogFailure(ILogger logger, string? exception, string? stack);
}
