using System.Diagnostics;

[assembly: Xunit.AssemblyFixture(typeof(Laminar.Web.Tests.Store.Postgres))]

namespace Laminar.Web.Tests.Store;

/// <summary>A real PostgreSQL of the tests' own, from the system's programs, reached through a socket in its folder alone.</summary>
public sealed class Postgres : IAsyncDisposable
{
    private static readonly bool IsRoot = Environment.UserName == "root";

    private readonly SemaphoreSlim gate = new(1);
    private string? folder;
    private int databases;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (folder is null)
            {
                folder = Directory.CreateTempSubdirectory("laminar-pg-").FullName;
                await InitializeAsync(folder);
                await StartAsync();
            }
        }
        finally
        {
            gate.Release();
        }

        var name = $"store{Interlocked.Increment(ref databases)}";
        await RunAsync("createdb", "-h", folder, "-U", "laminar", name);
        return $"Host={folder};Username=laminar;Database={name};Timeout=5;Command Timeout=20";
    }

    public Task StartAsync() => RunAsync("pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log", "-o", $"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=200", "start");

    public Task StopAsync() => RunAsync("pg_ctl", "-D", $"{folder}/data", "-w", "-m", "immediate", "stop");

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            await StopAsync();
            Directory.Delete(folder, recursive: true);
        }

        gate.Dispose();
    }

    private static async Task InitializeAsync(string folder)
    {
        if (IsRoot)
        {
            // The server refuses to run as root.
            await ExecuteAsync("chown", "postgres", folder);
        }

        await RunAsync("initdb", "-D", $"{folder}/data", "-U", "laminar", "-A", "trust", "-N", "-E", "UTF8", "--locale=C");
    }

    private static Task RunAsync(string program, params string[] arguments)
    {
        var path = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => $"{version}/bin/{program}").Last(File.Exists);
        return IsRoot ? ExecuteAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]) : ExecuteAsync(path, arguments);
    }

    /// <summary>With its output in a file: what pg_ctl leaves running would hold a pipe open.</summary>
    private static async Task ExecuteAsync(string program, params string[] arguments)
    {
        var log = Path.GetTempFileName();
        var line = string.Join(' ', arguments.Prepend(program).Select(word => $"'{word}'"));
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {line} > {log} 2>&1 < /dev/null"]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{line}\n{File.ReadAllText(log)}");
        File.Delete(log);
    }
}
