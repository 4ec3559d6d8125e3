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

/// <summary>A store of its own for each test, as a first start leaves it, and servers that share it.</summary>
public abstract class StoreTests(Postgres postgres) : IAsyncLifetime
{
    // Made once: to make the tables and to put in what ships takes longer than most tests.
    private static readonly Lazy<Task<byte[]>> FirstStart = new(MakeFileAsync);

    private readonly string folder = Directory.CreateTempSubdirectory("laminar-store-").FullName;
    private readonly List<WebServer> servers = [];
    private string? database;

    public static TheoryData<Kind> Kinds => [Kind.Sqlite, Kind.Postgres];

    protected string File => Path.Combine(folder, "laminar.db");

    protected string Folder => folder;

    /// <summary>Whether a test begins without a store: those of how one is made.</summary>
    protected bool BeginsWithNone { get; set; }

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
    internal async Task<StudioClient> StartAsync(Kind kind, string author = "Ada", params string[] settings)
    {
        var server = await WebServer.StartAsync([await SettingAsync(kind), $"--People:Local={author}", .. settings]);
        lock (servers)
        {
            servers.Add(server);
        }

        return new StudioClient(server);
    }

    /// <summary>The setting that names the test's store.</summary>
    internal async Task<string> SettingAsync(Kind kind)
    {
        if (kind == Kind.Postgres)
        {
            database ??= BeginsWithNone ? await postgres.NewDatabaseAsync() : await postgres.NewStoreAsync();
            return $"--ConnectionStrings:Laminar={database}";
        }

        if (!BeginsWithNone && !System.IO.File.Exists(File))
        {
            await System.IO.File.WriteAllBytesAsync(File, await FirstStart.Value, TestContext.Current.CancellationToken);
        }

        return $"--Store:File={File}";
    }

    /// <summary>As a machine that loses its power ends it.</summary>
    internal async Task KillAsync(StudioClient client)
    {
        servers.Remove(client.Server);
        await client.Server.DisposeAsync();
    }

    private static async Task<byte[]> MakeFileAsync()
    {
        await using var server = await WebServer.StartAsync();
        await new StudioClient(server).PackAsync();
        var copy = Path.Combine(server.Temporary, "copy.db");
        await using (var from = new SqliteConnection($"Data Source={Path.Combine(server.Temporary, "laminar.db")};Pooling=False"))
        await using (var to = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        return await System.IO.File.ReadAllBytesAsync(copy);
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
