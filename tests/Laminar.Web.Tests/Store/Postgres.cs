using Laminar.Tests;
using Npgsql;

[assembly: Xunit.AssemblyFixture(typeof(Laminar.Web.Tests.Store.Postgres))]

namespace Laminar.Web.Tests.Store;

/// <summary>The PostgreSQL of all tests, started for the first that asks for a database.</summary>
public sealed class Postgres : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private PostgresServer? server;
    private string? first;

    /// <summary>Its data and its log; null as long as nobody has asked for a database.</summary>
    public string? Folder => server?.Folder;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        await gate.WaitAsync();
        try
        {
            var started = await ServerAsync();
            return started.ConnectionTo(await started.CreateAsync());
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The connection string of a new database that is as a server's first start leaves it.</summary>
    public async Task<string> NewStoreAsync()
    {
        await gate.WaitAsync();
        try
        {
            var started = await ServerAsync();
            if (first is null)
            {
                var made = await started.CreateAsync();
                await using (var server = await WebServer.StartAsync($"--ConnectionStrings:Laminar={started.ConnectionTo(made)}"))
                {
                    await new StudioClient(server).PackAsync();
                }

                await LeftAsync(started, made);
                first = made;
            }

            return started.ConnectionTo(await started.CreateAsync("-T", first));
        }
        finally
        {
            gate.Release();
        }
    }

    public Task StartAsync() => server!.StartAsync();

    public Task StopAsync() => server!.StopAsync();

    /// <summary>Gives a database the name that the operator's guide has for it.</summary>
    public async Task<string> RenamedAsync(string connection, string name)
    {
        await server!.RenameAsync(new NpgsqlConnectionStringBuilder(connection).Database!, name);
        return ConnectionTo(name);
    }

    /// <summary>The connection string of a database that somebody else has made.</summary>
    public string ConnectionTo(string name) => server!.ConnectionTo(name);

    /// <summary>A database as an operator's backup has it.</summary>
    public Task<string> DumpAsync(string connection) => server!.DumpAsync(new NpgsqlConnectionStringBuilder(connection).Database!);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        gate.Dispose();
    }

    private async Task<PostgresServer> ServerAsync() => server ??= await PostgresServer.StartNewAsync("fsync=off", "max_connections=200");

    /// <summary>Only a database that nobody is connected to can be copied; the server that was is gone, and PostgreSQL about to notice.</summary>
    private static async Task LeftAsync(PostgresServer started, string name)
    {
        await using var connection = new NpgsqlConnection(started.ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var others = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        while (await others.ExecuteScalarAsync() is not 0L)
        {
            await Task.Delay(20);
        }
    }
}
