using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>Tells what a database may do to anybody from our own mistakes.</summary>
internal static class StoreFailures
{
    public static Problem Closed { get; } = new(503, "no-store",
        "The server can't reach its store, so nothing was kept or published; drafts are read all the same. Try again in a moment.");

    /// <summary>A database that is gone, full, locked or no file at all; EF wraps some of that.</summary>
    public static bool Is(Exception problem) => problem switch
    {
        StoreClosedException or DbException or IOException or UnauthorizedAccessException or TimeoutException or SocketException => true,
        DbUpdateConcurrencyException => false,
        _ => problem.InnerException is { } inner && Is(inner),
    };

    /// <summary>Whether a row of that key is there already, in either database's words.</summary>
    public static bool IsDuplicate(DbUpdateException problem) => problem.InnerException switch
    {
        Npgsql.PostgresException postgres => postgres.SqlState == Npgsql.PostgresErrorCodes.UniqueViolation,
        Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteErrorCode == 19,
        _ => false,
    };

    /// <summary>The kind alone: a message may quote a value.</summary>
    public static string KindOf(Exception problem) => problem switch
    {
        Npgsql.PostgresException postgres => $"PostgreSQL {postgres.SqlState}",
        Microsoft.Data.Sqlite.SqliteException sqlite => $"SQLite {sqlite.SqliteErrorCode}",
        _ => problem.GetType().Name,
    };

    /// <summary>On everything that needs the store.</summary>
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<Store>();
        if (!store.Opening.IsCompleted)
        {
            await Task.WhenAny(store.Opening, Task.Delay(Store.Patience, context.HttpContext.RequestAborted));
        }

        try
        {
            return await next(context);
        }
        catch (Exception problem) when (Is(problem) && problem is not BadHttpRequestException && !context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            if (problem is not StoreClosedException)
            {
                store.Lose(problem);
            }

            context.HttpContext.Response.Headers.RetryAfter = "2";
            return Closed.Answer();
        }
    }
}
