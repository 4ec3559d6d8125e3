using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Laminar.Web.Tests;

/// <summary>The built server as a process of its own on a free loopback port, with all that it writes captured.</summary>
public sealed partial class WebServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebServer(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> environment, params string[] under)
    {
        string[] command = [.. under, "dotnet", Dll, .. arguments];
        Temporary = Directory.CreateTempSubdirectory("laminar-web-").FullName;
        process = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Temporary,
                Environment = { ["TMPDIR"] = Temporary, ["Store__File"] = Path.Combine(Temporary, "laminar.db") },
            },
            EnableRaisingEvents = true,
        };
        foreach (var setting in process.StartInfo.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            process.StartInfo.Environment.Remove(setting);
        }

        process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Local";
        foreach (var (name, value) in environment)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The server ended:\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal static string Dll { get; } = typeof(WebServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Laminar.Web").Value!;

    public HttpClient Client { get; internal set; } = new();

    /// <summary>The process's directory for temporary files, and its current one.</summary>
    public string Temporary { get; }

    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <param name="arguments">Settings as on the command line, such as <c>--Limits:UploadBytes=1000</c>.</param>
    public static Task<WebServer> StartAsync(params string[] arguments) => StartAsItIsAsync(["--urls=http://127.0.0.1:0", .. arguments]);

    /// <summary>With nothing configured but what is given.</summary>
    public static Task<WebServer> StartAsItIsAsync(params string[] arguments) => StartInAsync([], arguments);

    /// <param name="home">The user's own folder, where certificates are kept.</param>
    public static Task<WebServer> StartAtHomeAsync(string home, params string[] arguments) => StartInAsync([new("HOME", home)], arguments);

    /// <param name="environment">Variables that are otherwise than usual; null takes one out.</param>
    public static Task<WebServer> StartInAsync(IEnumerable<KeyValuePair<string, string?>> environment, params string[] arguments) =>
        StartedAsync(new WebServer(arguments, environment));

    /// <param name="under">A command that becomes the server in the end, such as those of <see cref="Operation.Disk"/>.</param>
    public static Task<WebServer> StartUnderAsync(string[] under, params string[] arguments) =>
        StartedAsync(new WebServer(["--urls=http://127.0.0.1:0", .. arguments], [], under));

    private static async Task<WebServer> StartedAsync(WebServer server)
    {
        try
        {
            server.Client = new HttpClient { BaseAddress = await server.listening.Task.WaitAsync(TimeSpan.FromSeconds(60)) };
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A server that is not to start: how its process ended, and what it wrote.</summary>
    public static async Task<(int Code, string Output)> RunAsync(IEnumerable<KeyValuePair<string, string?>> environment, params string[] arguments)
    {
        await using var server = new WebServer(arguments, environment);
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.listening.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        await server.process.WaitForExitAsync();
        return (server.process.ExitCode, server.Output);
    }

    /// <summary>A server that is killed some time after its process began, wherever it is by then.</summary>
    public static async Task KillAfterAsync(TimeSpan time, params string[] arguments)
    {
        await using var server = new WebServer(["--urls=http://127.0.0.1:0", .. arguments], []);
        // Nobody else looks at how its start ended.
        _ = server.listening.Task.ContinueWith(static start => start.Exception, TaskScheduler.Default);
        await Task.Delay(time);
    }

    /// <summary>A server that is told to stop as soon as it takes connections, which is before it has started: how it ended.</summary>
    public static async Task<int> StopEarlyAsync(int port)
    {
        await using var server = new WebServer([$"--urls=http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"], []);
        // Nobody else looks at how its start ended.
        _ = server.listening.Task.ContinueWith(static start => start.Exception, TaskScheduler.Default);
        while (true)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", port);
                break;
            }
            catch (SocketException) when (!server.process.HasExited)
            {
                await Task.Delay(1);
            }
        }

        server.Stop();
        return await server.EndedAsync();
    }

    /// <summary>Waits until the server has written something.</summary>
    public async Task WroteAsync(string words)
    {
        for (var watch = Stopwatch.StartNew(); !Output.Contains(words, StringComparison.Ordinal);)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It never wrote “{words}” but:\n{Output}");
            await Task.Delay(5);
        }
    }

    /// <summary>A file as the server sees it, where it has disks of its own.</summary>
    public string Seen(string file) => $"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/root{file}";

    /// <summary>Stops it in whatever it does, its connections open, as a machine does that hangs.</summary>
    public async Task FreezeAsync()
    {
        using var kill = Process.Start("kill", ["-STOP", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as whoever runs it does.</summary>
    public void Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>How it ended.</summary>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Temporary, recursive: true);
    }

    private void Read(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line is not null && Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex("Now listening on: (http://(?!unix:|224)[^\\s\"]+)")]
    private static partial Regex Listening();
}

/// <summary>One server with its defaults for all tests that need no other.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private WebServer? server;

    public HttpClient Client => server!.Client;

    public async ValueTask InitializeAsync() => server = await WebServer.StartAsync();

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
