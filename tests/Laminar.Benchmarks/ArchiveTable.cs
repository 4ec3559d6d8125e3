using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Benchmarks;

/// <summary>
/// An archive as jobs over PostgreSQL, on one server and on two that share the workers, against <c>laminar audit</c> with as many: what the queue, the
/// transactions and the seal on the results cost. All of it is on one machine, the database too. So many files that the seconds until workers look
/// into the queue, and until new processes are compiled for speed, are few of them.
/// </summary>
internal static class ArchiveTable
{
    private const int Distinct = 1000;
    private const int Copies = 40;
    private const int Rounds = 2;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("laminar-archive-").FullName;
        try
        {
            var reports = Path.Combine(folder, "reports");
            Fill(reports);
            var workers = Environment.ProcessorCount;
            await using var postgres = await PostgresServer.StartNewAsync();
            var (alone, one, two) = (double.MaxValue, double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                alone = Math.Min(alone, AuditTable.SecondsOf(reports, workers));
                one = Math.Min(one, await JobsAsync(postgres, reports, workers));
                two = Math.Min(two, await JobsAsync(postgres, reports, 1, Math.Max(1, workers - 1)));
            }

            const int Files = Distinct * Copies;
            var table = new Table();
            table.AtLeast($"files a second as jobs on one server, {workers} workers", $"{Files / one:0} /s", $"{Files / alone:0} /s", alone / one, 0.5);
            table.AtLeast("files a second as jobs on two servers, as many workers", $"{Files / two:0} /s", $"{Files / alone:0} /s", alone / two, 0.5);
            return table.End();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Fill(string folder)
    {
        var first = Directory.CreateDirectory(Path.Combine(folder, "0")).FullName;
        AuditArchive.Write(first, Distinct);
        foreach (var copy in Enumerable.Range(1, Copies - 1))
        {
            var other = Directory.CreateDirectory(Path.Combine(folder, copy.ToString(CultureInfo.InvariantCulture))).FullName;
            foreach (var file in Directory.GetFiles(first))
            {
                File.Copy(file, Path.Combine(other, Path.GetFileName(file)));
            }
        }
    }

    /// <summary>Seconds from the request to the last part, with a server for each number of workers.</summary>
    private static async Task<double> JobsAsync(PostgresServer postgres, string folder, params int[] workers)
    {
        var store = $"--ConnectionStrings:Laminar={postgres.ConnectionTo(await postgres.CreateAsync())}";
        var servers = workers.Select(count => new ServerProcess(store, $"--Archive:Folders:reports={folder}", string.Create(CultureInfo.InvariantCulture, $"--Archive:Workers={count}"))).ToList();
        try
        {
            using var client = new HttpClient { BaseAddress = servers[0].Address };
            await UntilAsync(client, status => status.GetProperty("servers").GetArrayLength() == servers.Count);
            var watch = Stopwatch.GetTimestamp();
            (await client.PostAsJsonAsync(new Uri("/api/archive/runs", UriKind.Relative), new { folder = "reports" })).EnsureSuccessStatusCode();
            await UntilAsync(client, static status => status.GetProperty("runs")[0].GetProperty("state").GetString() == "ended");
            return Stopwatch.GetElapsedTime(watch).TotalSeconds;
        }
        finally
        {
            servers.ForEach(static server => server.Dispose());
        }
    }

    /// <summary>The store, its tables and the workers come while the server listens already: until then the answer is a refusal.</summary>
    private static async Task UntilAsync(HttpClient client, Func<JsonElement, bool> isSo)
    {
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/api/archive", UriKind.Relative));
            if (answer.IsSuccessStatusCode && isSo(await answer.Content.ReadFromJsonAsync<JsonElement>()))
            {
                return;
            }

            await Task.Delay(Look);
        }
    }
}
