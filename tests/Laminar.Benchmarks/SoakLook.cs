using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Laminar.Benchmarks;

/// <summary>The server and what it holds of the machine, at one moment.</summary>
/// <param name="At">Since the soak began.</param>
/// <param name="WorkingSet">In MB.</param>
/// <param name="Heap">Managed, as the last collection left it, without its gaps, in MB.</param>
/// <param name="Pauses">Seconds since the start that collections had everything wait.</param>
/// <param name="Full">Collections of the oldest generation since the start.</param>
/// <param name="Handles">Open files, sockets among them.</param>
/// <param name="Temporary">Files that the server has left for later.</param>
/// <param name="Waiting">Drafts at work and before it, and entries of the trail that the store lacks.</param>
/// <param name="Connections">To the database.</param>
/// <param name="Cpu">Of the server since its start, in seconds of one processor.</param>
/// <param name="ClientCpu">Of this program.</param>
/// <param name="AllCpu">Of the machine.</param>
internal sealed record SoakLook(
    TimeSpan At, double WorkingSet, double Heap, double Pauses, double Full, int Handles, int Sockets, int Threads, int Temporary, double Waiting, int Connections, double Cpu, double ClientCpu, double AllCpu);

/// <summary>Looks at a server from outside: what the kernel and the database say of it, and its own metrics.</summary>
internal sealed class SoakWatch(ServerProcess server, HttpClient client, string database)
{
    private const double Megabyte = 1024 * 1024;

    private readonly Stopwatch watch = Stopwatch.StartNew();

    public async Task<SoakLook> LookAsync()
    {
        var metrics = await MetricsAsync();
        var handles = Handles();
        var status = File.ReadLines($"{server.Proc}/status").Select(static line => line.Split(':', StringSplitOptions.TrimEntries)).ToDictionary(static line => line[0], static line => line[1].Split(' ')[0]);
        return new SoakLook(
            watch.Elapsed,
            double.Parse(status["VmRSS"], CultureInfo.InvariantCulture) / 1024,
            (Sum(metrics, "dotnet_gc_last_collection_heap_size_bytes") - Sum(metrics, "dotnet_gc_last_collection_heap_fragmentation_size_bytes")) / Megabyte,
            Sum(metrics, "dotnet_gc_pause_time_seconds_total"),
            Sum(metrics.Where(static line => line.Key.Contains("gen2", StringComparison.Ordinal)), "dotnet_gc_collections_total"),
            handles.Count,
            handles.Count(static target => target.StartsWith("socket:", StringComparison.Ordinal)),
            int.Parse(status["Threads"], CultureInfo.InvariantCulture),
            // The runtime's own, for who wants to look into the process, stand there as long as it runs.
            Directory.EnumerateFiles(server.Temporary, "*", SearchOption.AllDirectories).Count(static file => !Path.GetFileName(file).StartsWith("dotnet-diagnostic", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("clr-debug-pipe", StringComparison.Ordinal)),
            Sum(metrics, "laminar_drafts_waiting") + Sum(metrics, "laminar_drafts_working") + Sum(metrics, "laminar_audit_pending"),
            (int)await CountAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"),
            server.Cpu,
            Environment.CpuUsage.TotalTime.TotalSeconds,
            Cores.Busy);
    }

    /// <summary>How many answers stand in the audit trail.</summary>
    public Task<long> AnsweredAsync() => CountAsync("SELECT count(*) FROM audit_entries WHERE action = 'answered'");

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What each handle leads to; one may be closed while it is looked at.</summary>
    private List<string> Handles() => [.. new DirectoryInfo($"{server.Proc}/fd").EnumerateFileSystemInfos().Select(static handle => handle.LinkTarget ?? "")];

    /// <summary>Each line of Prometheus' form: what is measured with its labels, and its value.</summary>
    private async Task<Dictionary<string, double>> MetricsAsync()
    {
        var metrics = new Dictionary<string, double>();
        foreach (var line in (await client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n').Where(static line => line.Length > 0 && line[0] != '#'))
        {
            var end = line.LastIndexOf('}') is >= 0 and var at ? at + 1 : line.IndexOf(' ', StringComparison.Ordinal);
            metrics[line[..end]] = double.Parse(line[end..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);
        }

        return metrics;
    }

    /// <summary>Over all labels.</summary>
    /// <exception cref="InvalidOperationException">There is no such figure: none is not nothing.</exception>
    private static double Sum(IEnumerable<KeyValuePair<string, double>> metrics, string name)
    {
        var values = metrics.Where(line => line.Key == name || line.Key.StartsWith(name + "{", StringComparison.Ordinal)).Select(static line => line.Value).ToList();
        return values.Count > 0 ? values.Sum() : throw new InvalidOperationException($"The server tells no {name}.");
    }
}
