using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Laminar.Web.Tests.Store;

/// <summary>The databases that the server can keep its store in.</summary>
public enum Kind
{
    Sqlite,
    Postgres,
}

/// <summary>An empty store, and servers that share it.</summary>
public abstract class StoreTests(Postgres postgres) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("laminar-store-").FullName;
    private readonly List<WebServer> servers = [];
    private string? database;

    public static TheoryData<Kind> Kinds => [Kind.Sqlite, Kind.Postgres];

    protected string File => Path.Combine(folder, "laminar.db");

    protected string Folder => folder;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A server whose local user has that name.</summary>
    internal async Task<StudioClient> StartAsync(Kind kind, string author = "Ada", params string[] more)
    {
        if (kind == Kind.Postgres)
        {
            database ??= await postgres.NewDatabaseAsync();
        }

        var server = await WebServer.StartAsync([kind == Kind.Postgres ? $"--ConnectionStrings:Laminar={database}" : $"--Store:File={File}", $"--People:Local={author}", .. more]);
        lock (servers)
        {
            servers.Add(server);
        }

        return new StudioClient(server);
    }

    /// <summary>As a machine that loses its power ends it.</summary>
    internal async Task KillAsync(StudioClient client)
    {
        servers.Remove(client.Server);
        await client.Server.DisposeAsync();
    }

    /// <summary>What an operator does with the database itself.</summary>
    protected async Task<object?> SqlAsync(Kind kind, string sql)
    {
        await using DbConnection connection = kind == Kind.Postgres ? new NpgsqlConnection(database) : new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
