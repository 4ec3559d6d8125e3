using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Laminar.Benchmarks;

/// <summary>The built server on a free port, up to the moment when it says that it listens.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Ready = "Now listening on: ";

    private readonly Process process;
    private readonly string folder = Directory.CreateTempSubdirectory("laminar-server-").FullName;
    private int errors;

    /// <param name="settings">As on the command line, such as <c>--Limits:WaitingDrafts=200</c>.</param>
    public ServerProcess(params string[] settings)
        : this(null, settings)
    {
    }

    /// <param name="core">The only processor that it may run on; null is any.</param>
    public ServerProcess(int? core, params string[] settings)
    {
        Directory.CreateDirectory(Temporary);
        var start = Cores.Start(core, "dotnet", [Built("Laminar.Web", "Laminar.Web.dll"), "--urls=http://127.0.0.1:0", $"--Store:File={Path.Combine(folder, "laminar.db")}", .. settings]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Local";
        start.Environment["TMPDIR"] = Temporary;
        process = Process.Start(start)!;
        while (true)
        {
            var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
            if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
            {
                Address = new Uri(line[(at + Ready.Length)..]);
                break;
            }
        }

        // Or else the server would stand still when the pipe is full.
        new Thread(ReadLog) { IsBackground = true }.Start();
    }

    public Uri Address { get; }

    /// <summary>What the server keeps for a while on the disk, if it does.</summary>
    public string Temporary => Path.Combine(folder, "tmp");

    /// <summary>What the kernel tells of the process.</summary>
    public string Proc => $"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Processor time since its start, in seconds.</summary>
    public double Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Lines in its log that tell of an error.</summary>
    public int Errors => Volatile.Read(ref errors);

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

    private void ReadLog()
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref errors);
            }
        }
    }
}
