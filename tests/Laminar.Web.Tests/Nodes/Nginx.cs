using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Laminar.Web.Tests.Nodes;

/// <summary>A real nginx before several servers, with the configuration that the operator's guide gives.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private static readonly string[] Temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

    private readonly string folder = Directory.CreateTempSubdirectory("laminar-nginx-").FullName;
    private readonly FileSystemWatcher watcher;
    private readonly List<string> kept = [];
    private readonly Process process;

    private Nginx(int port, IReadOnlyList<int> nodes)
    {
        foreach (var name in Temporary)
        {
            Directory.CreateDirectory(Path.Combine(folder, "temp", name));
        }

        watcher = new FileSystemWatcher(Path.Combine(folder, "temp")) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        watcher.Created += (_, file) =>
        {
            lock (kept)
            {
                kept.Add(file.Name ?? "");
            }
        };
        var main = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(main, $$"""
            daemon off;
            master_process off;
            pid {{folder}}/pid;
            error_log {{folder}}/error.log notice;
            events { worker_connections 512; }
            http {
                {{string.Join('\n', Temporary.Select(name => $"{name}_temp_path {folder}/temp/{name};"))}}
                {{Here(Configuration, port, nodes)}}
            }
            """);
        process = Process.Start(new ProcessStartInfo(File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx", ["-c", main, "-p", folder, "-e", $"{folder}/error.log"]))!;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    /// <summary>As the guide quotes it.</summary>
    public static string Configuration { get; } = File.ReadAllText(Path.Combine(FolderOfThisFile(), "nginx.conf"));

    public HttpClient Client { get; }

    /// <summary>Files that it made of what went through; each may hold a draft.</summary>
    public IReadOnlyList<string> Kept
    {
        get
        {
            lock (kept)
            {
                return [.. kept];
            }
        }
    }

    public static async Task<Nginx> StartAsync(int port, IReadOnlyList<int> nodes)
    {
        var nginx = new Nginx(port, nodes);
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            try
            {
                await nginx.Client.GetAsync(new Uri("/health/live", UriKind.Relative));
                return nginx;
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromSeconds(10) && !nginx.process.HasExited)
            {
            }
        }
    }

    /// <summary>Requests that it answered itself because a server did not, with that server's port.</summary>
    public async Task<List<(DateTime At, int Port)>> FailedAsync()
    {
        // Nothing is open any more: the log is whole once it ends with a line.
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "access.log"));
        return [.. lines.Select(line => line.Split(' ')).Where(words => words[3].StartsWith('5')).Select(words => (
            DateTime.UnixEpoch.AddSeconds(double.Parse(words[0], CultureInfo.InvariantCulture)),
            // A list where several were asked: the last is the one that was sent to.
            int.Parse(words[^3].Split(':')[^1], CultureInfo.InvariantCulture)))];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        watcher.Dispose();
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>With addresses of this machine and without the certificate.</summary>
    private string Here(string configuration, int port, IReadOnlyList<int> nodes)
    {
        var here = configuration.Replace("listen 443 ssl;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal)
            .Replace("/var/log/nginx/laminar.log", $"{folder}/access.log", StringComparison.Ordinal);
        for (var node = 0; node < nodes.Count; node++)
        {
            here = here.Replace($"10.0.0.{11 + node}:5080", $"127.0.0.1:{nodes[node]}", StringComparison.Ordinal);
        }

        return string.Join('\n', here.Split('\n').Where(line => !line.TrimStart().StartsWith("ssl_", StringComparison.Ordinal)));
    }

    private static string FolderOfThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
