using System.Diagnostics;
using System.Reflection;

namespace Laminar.Benchmarks;

/// <summary>The built server on a free port, up to the moment when it says that it listens.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Ready = "Now listening on: ";

    private readonly Process process;
    private readonly string folder = Directory.CreateTempSubdirectory("laminar-server-").FullName;

    public ServerProcess()
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [Built("Laminar.Web", "Laminar.Web.dll"), "--urls=http://127.0.0.1:0", $"--Store:File={Path.Combine(folder, "laminar.db")}"]) { RedirectStandardOutput = true })!;
        while (true)
        {
            var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
            if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
            {
                Address = new Uri(line[(at + Ready.Length)..]);
                return;
            }
        }
    }

    public Uri Address { get; }

    /// <summary>A file of a host's Release build.</summary>
    public static string Built(string project, string file) => Path.GetFullPath(Path.Combine(
        typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "src").Value!,
        project, "bin", "Release", "net10.0", file));

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
