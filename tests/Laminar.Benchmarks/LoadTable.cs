using Laminar.Tests;

namespace Laminar.Benchmarks;

/// <summary>
/// Scans a second of one server process, and of two of the same machine over one PostgreSQL. What a second process can add is a question of
/// processors, so there are two pairs:
/// <list type="bullet">
/// <item>Each process may use all processors. One keeps them busy already, the more so as the client needs some of them: a second can add nothing
/// and must cost nothing. That is what two processes on one machine are worth: no speed, but one may be killed.</item>
/// <item>A node is a processor of its own, with the client that loads it on the same one. Two are then twice of everything, as two machines are, and
/// what is missing to twice the scans is what nodes keep each other from.</item>
/// </list>
/// Rounds take turns (one, two, one, two …), so that a busy machine is busy for both; the figure is the median of the rounds' ratios. What bounds the
/// scans is the processors, the client's share included; it is told beside. A scan asks the database for nothing: questions are counted
/// in memory and handed over twice a second. No limit on requests or waiting drafts is reached.
/// </summary>
internal static class LoadTable
{
    private const int Connections = 8;
    private const int Seconds = 5;
    private const int Rounds = 7;

    private static readonly string[] Unlimited = ["--Limits:RequestsPerMinute=0", "--Limits:WaitingDrafts=1000", "--Limits:ConcurrentDrafts=4"];

    public static async Task<int> RunAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"laminar-{Environment.ProcessId}.docx");
        await File.WriteAllBytesAsync(file, Materials.Docx);
        try
        {
            await using var postgres = await PostgresServer.StartNewAsync();
            var store = $"--ConnectionStrings:Laminar={postgres.ConnectionTo(await postgres.CreateAsync())}";
            Console.WriteLine($"{Environment.ProcessorCount} processors; each round {Seconds} s of scans of a Word file of {Materials.WordsOf(Materials.Draft)} words over {Connections} connections to each process alone, or half of them to each of two");
            var shared = await PairAsync("any processor", file, null, null, store);
            var own = await PairAsync("a processor each", file, 0, 1, store);
            var table = new Table();
            shared.Say(table, "two processes on the same processors, against one: scans", 0.9);
            own.Say(table, "two nodes of a processor each, against one: scans", 1.8);
            table.AtMost("processor time of the nodes for a scan: two against one", $"{own.Two.Micro:0} µs", $"{own.One.Micro:0} µs", own.Two.Micro / own.One.Micro, 1.15);
            return table.End();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<LoadPair> PairAsync(string where, string file, int? first, int? second, string store)
    {
        using var one = new ServerProcess(first, [store, .. Unlimited]);
        using var two = new ServerProcess(second, [store, .. Unlimited]);
        LoadNode[] nodes = [new(one, first), new(two, second)];
        // Both are compiled for speed before anything counts.
        await LoadRound.RunAsync(nodes, file, Connections, 2 * Seconds);
        var pair = new LoadPair();
        for (var round = 0; round < Rounds; round++)
        {
            // Each of them is the one that is alone: one processor may have more to do beside than the other.
            pair.Add(
                await LoadRound.RunAsync([nodes[round % 2]], file, Connections, Seconds),
                await LoadRound.RunAsync(nodes, file, Connections, Seconds));
        }

        pair.Tell(where);
        return pair;
    }
}
