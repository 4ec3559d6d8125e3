using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Laminar.Web;

/// <summary>Tells what a database may do to anybody from our own mistakes.</summary>
internal static class StoreFailures
{
    public static Problem Closed { get; } = new(503, "no-store",
        "The server can't reach its store, so nothing was kept or published; drafts are read all the same. Try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(2) };

    // Busy, locked, read-only, no reading or writing, damaged, full, no such file, no database.
    private static readonly int[] LostSqlite = [5, 6, 8, 10, 11, 13, 14, 26];

    // A broken connection, one that takes no writing (a standby), one that was idle for too long, a refused one (28, 3D), no resources, somebody's shutting it down.
    private static readonly string[] LostPostgres = ["08", "25006", "25P03", "28", "3D", "53", "57P"];

    /// <summary>
    /// A database that is gone, full, locked or no file at all; EF wraps some of that. What it says about one statement is none of it, nor
    /// is a request whose body breaks off.
    /// </summary>
    public static bool Is(Exception problem) => problem switch
    {
        StoreClosedException or TimeoutException or SocketException => true,
        PostgresException postgres => LostPostgres.Any(state => postgres.SqlState.StartsWith(state, StringComparison.Ordinal)),
        NpgsqlException { IsTransient: true } => true,
        SqliteException sqlite => LostSqlite.Contains(sqlite.SqliteErrorCode),
        OperationCanceledException or IOException or DbUpdateConcurrencyException => false,
        _ => problem.InnerException is { } inner && Is(inner),
    };

    /// <summary>The same where no request has a part in what is asked: then anything that the database or its file says is a store that can't be used.</summary>
    public static bool IsUnasked(Exception problem) => Is(problem) || problem switch
    {
        DbException or IOException or UnauthorizedAccessException => true,
        OperationCanceledException => false,
        _ => problem.InnerException is { } inner && IsUnasked(inner),
    };

    /// <summary>Whether a row of that key is there already, in either database's words.</summary>
    public static bool IsDuplicate(DbUpdateException problem) => problem.InnerException switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteErrorCode == 19,
        _ => false,
    };

    /// <summary>The kind alone: a message may quote a value.</summary>
    public static string KindOf(Exception problem) => problem switch
    {
        PostgresException postgres => $"PostgreSQL {postgres.SqlState}",
        SqliteException sqlite => $"SQLite {sqlite.SqliteErrorCode}",
        _ => problem.GetType().Name,
    };

    /// <summary>On everything that needs the store.</summary>
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<Store>();
        await store.NeedAsync(context.HttpContext.RequestAborted);
        try
        {
            return await next(context);
        }
        catch (Exception problem) when (Is(problem) && !context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            if (problem is not StoreClosedException)
            {
                store.Lose(problem);
            }

            return Closed.Answer();
        }
    }
}
