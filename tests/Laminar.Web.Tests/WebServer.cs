using System.Diagnostics;
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

    private WebServer(IEnumerable<string> arguments, string? home)
    {
        Temporary = Directory.CreateTempSubdirectory("laminar-web-").FullName;
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Dll, .. arguments])
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

        if (home is not null)
        {
            process.StartInfo.Environment["HOME"] = home;
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

    public HttpClient Client { get; private set; } = new();

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
    public static Task<WebServer> StartAsItIsAsync(params string[] arguments) => StartAtHomeAsync(null, arguments);

    /// <param name="home">The user's own folder, where certificates are kept; null is the real one.</param>
    public static async Task<WebServer> StartAtHomeAsync(string? home, params string[] arguments)
    {
        var server = new WebServer(arguments, home);
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

    /// <summary>Waits until the server has written something.</summary>
    public async Task WroteAsync(string words)
    {
        for (var watch = Stopwatch.StartNew(); !Output.Contains(words, StringComparison.Ordinal);)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It never wrote “{words}” but:\n{Output}");
            await Task.Delay(5);
        }
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

    [GeneratedRegex("Now listening on: (http://(?!unix:|224)\\S+)")]
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
