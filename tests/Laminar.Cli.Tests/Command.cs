using System.Diagnostics;
using System.Reflection;

namespace Laminar.Cli.Tests;

/// <summary>Runs the built <c>laminar</c> as a process, in an empty directory of its own.</summary>
internal sealed class Command : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("laminar-cli-").FullName;

    private static string Dll { get; } = typeof(Command).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "laminar").Value!;

    public static string Templates { get; } = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Dll))!, "templates");

    public string Write(string name, string text)
    {
        var path = Path.Combine(Directory, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Directory, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string PathOf(string name) => Path.Combine(Directory, name);

    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>Who may read and write a file; the tests that ask skip where files have no such modes.</summary>
    public UnixFileMode ModeOf(string name) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(PathOf(name));

    public void SetMode(string name, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf(name), mode);
        }
    }

    public Task<Ended> RunAsync(params string[] arguments) => StartAsync("dotnet", [Dll, .. arguments]);

    /// <summary>A line of the shell, in which <c>$LAMINAR</c> is the command.</summary>
    public Task<Ended> RunInShellAsync(string line) => StartAsync("/bin/sh", "-c", line);

    /// <summary>The command while it runs, for a test that ends it.</summary>
    public Process Start(params string[] arguments) => Begin("dotnet", [Dll, .. arguments]);

    private Process Begin(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Directory,
        Environment = { ["COLUMNS"] = "90", ["LAMINAR"] = $"dotnet {Dll}" },
    })!;

    private async Task<Ended> StartAsync(string program, params string[] arguments)
    {
        using var process = Begin(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, await output, await errors);
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}

/// <summary>What a process left: its exit code and what it wrote.</summary>
internal sealed record Ended(int Exit, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
