using System.Diagnostics;

namespace Laminar.Tests;

/// <summary>A real PostgreSQL in a folder of its own, from the system's programs, reached through a socket there alone.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly bool IsRoot = Environment.UserName == "root";

    private readonly string settings;
    private int databases;

    private PostgresServer(string folder, IEnumerable<string> settings) =>
        (Folder, this.settings) = (folder, string.Join(' ', settings.Select(static setting => $"-c {setting}")));

    /// <summary>Where PostgreSQL's programs are.</summary>
    public static string Programs { get; } = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(static version => $"{version}/bin").Last(static bin => File.Exists($"{bin}/postgres"));

    /// <summary>Its data, its socket and its log.</summary>
    public string Folder { get; }

    /// <param name="settings">As in <c>postgresql.conf</c>, such as <c>max_connections=200</c>.</param>
    public static async Task<PostgresServer> StartNewAsync(params string[] settings)
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("laminar-pg-").FullName, settings);
        if (IsRoot)
        {
            // The server refuses to run as root.
            await ExecuteAsync("chown", "postgres", server.Folder);
        }

        await RunAsync("initdb", "-D", $"{server.Folder}/data", "-U", "laminar", "-A", "trust", "-N", "-E", "UTF8", "--locale=C");
        await server.StartAsync();
        return server;
    }

    public Task StartAsync() => RunAsync("pg_ctl", "-D", $"{Folder}/data", "-w", "-l", $"{Folder}/log", "-o", $"-k {Folder} -c listen_addresses= {settings}", "start");

    public Task StopAsync() => RunAsync("pg_ctl", "-D", $"{Folder}/data", "-w", "-m", "immediate", "stop");

    /// <summary>Makes a database.</summary>
    /// <param name="options">Of <c>createdb</c>.</param>
    /// <returns>Its name.</returns>
    public async Task<string> CreateAsync(params string[] options)
    {
        var name = $"store{++databases}";
        await RunAsync("createdb", ["-h", Folder, "-U", "laminar", .. options, name]);
        return name;
    }

    public string ConnectionTo(string name) => $"Host={Folder};Username=laminar;Database={name};Timeout=5;Command Timeout=20";

    public Task RenameAsync(string name, string now) => RunAsync("psql", "-h", Folder, "-U", "laminar", "-d", "postgres", "-c", $"ALTER DATABASE {name} RENAME TO {now}");

    /// <summary>A database as an operator's backup has it.</summary>
    public async Task<string> DumpAsync(string name)
    {
        var file = $"{Folder}/dump.sql";
        await RunAsync("pg_dump", "-h", Folder, "-U", "laminar", "-f", file, name);
        return await File.ReadAllTextAsync(file);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static Task RunAsync(string program, params string[] arguments)
    {
        var path = $"{Programs}/{program}";
        return IsRoot ? ExecuteAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]) : ExecuteAsync(path, arguments);
    }

    /// <summary>With its output in a file: what pg_ctl leaves running would hold a pipe open.</summary>
    private static async Task ExecuteAsync(string program, params string[] arguments)
    {
        var log = Path.GetTempFileName();
        var line = string.Join(' ', arguments.Prepend(program).Select(word => $"'{word}'"));
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {line} > {log} 2>&1 < /dev/null"]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        var said = await File.ReadAllTextAsync(log);
        File.Delete(log);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{line}\n{said}");
        }
    }
}
