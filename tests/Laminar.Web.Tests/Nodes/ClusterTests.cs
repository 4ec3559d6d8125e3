using System.Diagnostics;
using System.Net;
using System.Text;
using Laminar.Web.Tests.Store;

namespace Laminar.Web.Tests.Nodes;

/// <summary>Three servers over one PostgreSQL behind nginx, killed in turn while people work.</summary>
public sealed class ClusterTests(Postgres postgres) : IAsyncLifetime
{
    private const string Second = "The instruments went in under {guidance} guidance.";
    private const string Third = "Under {guidance} guidance the instruments were brought in.";

    private readonly string folder = Directory.CreateTempSubdirectory("laminar-nodes-").FullName;
    private readonly List<int> ports = Ports.Free(4);
    private readonly List<(DateTime From, DateTime To, int Port)> kills = [];
    private readonly WebServer[] nodes = new WebServer[3];
    private string database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewStoreAsync();
        await Task.WhenAll(Enumerable.Range(0, nodes.Length).Select(StartAsync));
        // What asks for the store first waits until it is open.
        await Task.WhenAll(nodes.Select(node => new StudioClient(node).PackAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nodes_are_killed_in_turn_under_load_and_nothing_is_lost_but_what_they_had_in_hand()
    {
        await using var nginx = await Nginx.StartAsync(ports[3], ports[..3]);
        var ada = new StudioClient(nodes[0], nginx.Client);
        var finding = (await nginx.Client.FindingsAsync(StudioClient.Draft)).Single(one => one.Get("element") == "guidance").Get("id");
        await using var load = new Load(nginx.Client, finding);

        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Second), "1.1.0"));
        await AllUseAsync("1.1.0", Second);
        await KillAsync(0);
        await StartAsync(0);
        await KillAsync(1);
        // While one of them is away.
        await StudioClient.Ok(await ada.UseAsync("1.0.0", instead: "1.1.0"));
        await AllUseAsync("1.0.0", StudioClient.Phrase, except: 1);
        await StartAsync(1);
        await AllUseAsync("1.0.0", StudioClient.Phrase);
        await KillAsync(2);
        await StartAsync(2);
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Third), "1.2.0"));
        await AllUseAsync("1.2.0", Third);
        await Task.Delay(500, Cancellation);
        await load.StopAsync();

        Assert.Equal([("1.0.0", StudioClient.Phrase), ("1.1.0", Second), ("1.2.0", Third)], load.Read.Distinct().Order());
        await AssertLostAsync(nginx, load);
        await AssertRecordedAsync(nginx.Client, load);
        var large = await nginx.Client.ScanAsync(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(Encoding.UTF8.GetString(StudioClient.Draft), 3000))), "text/plain");
        Assert.Equal(HttpStatusCode.OK, large.StatusCode);
        Assert.Empty(nginx.Kept);
        TestContext.Current.TestOutputHelper!.WriteLine($"{load.Read.Count} scans, {load.Written.Count} answers, {load.Failed.Count} in hand of a killed node.");
    }

    /// <summary>Every request that failed was in the hands of the node that was killed at that moment.</summary>
    private async Task AssertLostAsync(Nginx nginx, Load load)
    {
        var failed = await nginx.FailedAsync();
        Assert.All(load.Failed, lost => Assert.Equal(HttpStatusCode.BadGateway, lost.Status));
        Assert.Equal(load.Failed.Count, failed.Count);
        Assert.All(failed, lost => Assert.Contains(kills, kill => kill.Port == lost.Port && lost.At >= kill.From && lost.At <= kill.To));
        Assert.All(kills, kill => Assert.InRange(failed.Count(lost => lost.Port == kill.Port), 0, Load.Connections));
    }

    /// <summary>The trail is whole, and what was answered stands in it once.</summary>
    private async Task AssertRecordedAsync(HttpClient front, Load load)
    {
        List<string> lines;
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(100, Cancellation))
        {
            lines = await Trail.ExportAsync(front);
            if (Answered(lines).ToHashSet().IsSupersetOf(load.Written) || watch.Elapsed > TimeSpan.FromSeconds(5))
            {
                break;
            }
        }

        Assert.Empty(load.Written.Except(Answered(lines)));
        Assert.Equal(Answered(lines).Count, Answered(lines).Distinct().Count());
        Assert.InRange(Answered(lines).Count, load.Written.Count, load.Written.Count + load.Failed.Count);
        Assert.Equal(["published", "rolled-back", "published"], Trail.Entries(lines).Where(entry => entry.Get("person") == "Ada" && entry.Get("action") != "answered").Select(entry => entry.Get("action")));
        Assert.Equal(0, await Trail.VerifyAsync(folder, lines));
    }

    private static List<string> Answered(List<string> lines) => [.. Trail.Entries(lines).Where(entry => entry.Get("action") == "answered").Select(entry => entry.Get("sent"))];

    /// <summary>Each node, asked directly, answers with that version within two seconds.</summary>
    private async Task AllUseAsync(string version, string phrase, int? except = null)
    {
        var watch = Stopwatch.StartNew();
        foreach (var node in Enumerable.Range(0, nodes.Length).Where(node => node != except))
        {
            (string Version, string Phrase) read;
            while ((read = await new StudioClient(nodes[node]).ScanAsync()).Version != version)
            {
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"Node {node} still answers with {read.Version}.");
                await Task.Delay(20, Cancellation);
            }

            Assert.Equal(phrase, read.Phrase);
        }
    }

    private async Task StartAsync(int node) => nodes[node] = await WebServer.StartAsync(
        $"--ConnectionStrings:Laminar={database}", $"--urls=http://127.0.0.1:{ports[node]}", $"--Audit:Pending={folder}/pending-{node}", "--People:Local=Ada");

    private async Task KillAsync(int node)
    {
        var before = DateTime.UtcNow.AddMilliseconds(-20);
        await nodes[node].DisposeAsync();
        // What it had in hand is answered by nginx by then.
        await Task.Delay(300, Cancellation);
        kills.Add((before, DateTime.UtcNow, ports[node]));
    }
}
