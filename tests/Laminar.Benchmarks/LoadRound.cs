namespace Laminar.Benchmarks;

/// <param name="Core">The processor that it and its client run on; null is any.</param>
internal sealed record LoadNode(ServerProcess Server, int? Core);

/// <summary>What one round came to.</summary>
/// <param name="Scans">A second, of all nodes.</param>
/// <param name="Servers">How many processors the nodes kept busy.</param>
/// <param name="Clients">And their clients.</param>
/// <param name="Rest">And everything else: the clients' own start, PostgreSQL, the kernel, what else runs on the machine.</param>
internal sealed record LoadRound(double Scans, double Servers, double Clients, double Rest)
{
    /// <summary>Processor time of the nodes for one scan.</summary>
    public double Micro => Servers / Scans * 1_000_000;

    /// <param name="connections">Divided among the nodes.</param>
    public static async Task<LoadRound> RunAsync(IReadOnlyList<LoadNode> nodes, string file, int connections, int seconds)
    {
        var (busy, before) = (Cores.Busy, nodes.Sum(node => node.Server.Cpu));
        var clients = await Task.WhenAll(nodes.Select(node =>
            LoadClient.StartAsync(new Uri(node.Server.Address, "/api/scans"), file, connections / nodes.Count, seconds, node.Core)));
        var (all, servers) = ((Cores.Busy - busy) / seconds, (nodes.Sum(node => node.Server.Cpu) - before) / seconds);
        var (scans, client) = (clients.Sum(static one => one.PerSecond), clients.Sum(static one => one.Cpu));
        return new LoadRound(scans, servers, client, Math.Max(0, all - servers - client));
    }
}

/// <summary>Rounds of one node and of two, in turn.</summary>
internal sealed class LoadPair
{
    private readonly List<LoadRound> ones = [];
    private readonly List<LoadRound> twos = [];

    public LoadRound One => Median(ones, static round => round.Scans);

    public LoadRound Two => Median(twos, static round => round.Scans);

    public void Add(LoadRound one, LoadRound two)
    {
        ones.Add(one);
        twos.Add(two);
    }

    /// <summary>Each round of two is compared with the one just before it.</summary>
    public void Say(Table table, string what, double limit)
    {
        var ratio = Median([.. ones.Zip(twos, static (one, two) => two.Scans / one.Scans)], static ratio => ratio);
        table.AtLeast(what, $"{Two.Scans:0} /s", $"{One.Scans:0} /s", ratio, limit);
    }

    public void Tell(string where)
    {
        foreach (var (name, round) in new[] { ("one", One), ("two", Two) })
        {
            Console.WriteLine($"{where}, {name}: {round.Scans:0} scans a second; processors busy: {round.Servers:0.00} with the server, {round.Clients:0.00} with the client, {round.Rest:0.00} with all else");
        }
    }

    private static T Median<T>(List<T> rounds, Func<T, double> by) => rounds.OrderBy(by).ElementAt(rounds.Count / 2);
}
