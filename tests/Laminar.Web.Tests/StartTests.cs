using System.Diagnostics;
using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task With_nothing_configured_it_listens_on_this_machine_alone_at_port_5080()
    {
        try
        {
            await using var server = await WebServer.StartAsItIsAsync();
            Assert.Equal(new Uri("http://localhost:5080"), server.Client.BaseAddress);
        }
        catch (InvalidOperationException taken) when (taken.Message.Contains("address already in use", StringComparison.Ordinal))
        {
            // Somebody is working with another copy; that this one wanted the address is what is tested.
            Assert.Contains("127.0.0.1:5080", taken.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Health_says_alive_and_ready()
    {
        await using var server = await WebServer.StartAsync();

        Assert.Equal("alive", await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("ready", await server.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Packs_are_compiled_and_paths_warm_before_it_listens()
    {
        // The client's own code is warmed on another server. The bound is wide: the benchmarks measure the real one, this catches a lost rehearsal.
        var text = Encoding.UTF8.GetBytes(FictionalDraft.Text);
        await using var other = await WebServer.StartAsync();
        for (var round = 0; round < 50; round++)
        {
            await TimeAsync(other, text);
        }

        await using var server = await WebServer.StartAsync();
        var first = await TimeAsync(server, text);

        Assert.True(first < TimeSpan.FromMilliseconds(100), $"The first request took {first.TotalMilliseconds:0.0} ms.");
    }

    [Fact]
    public async Task A_socket_among_its_addresses_does_not_keep_it_from_starting()
    {
        var folder = Directory.CreateTempSubdirectory("laminar-socket-");
        try
        {
            await using var server = await WebServer.StartAsItIsAsync($"--urls=http://unix:{folder.FullName}/web;http://127.0.0.1:0");

            Assert.Equal("alive", await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.DoesNotContain("could not be warmed", server.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task It_starts_even_where_it_cannot_be_warmed()
    {
        // A group's address can be listened on and not called: the rehearsal of it fails.
        await using var server = await WebServer.StartAsItIsAsync("--urls=http://224.0.0.1:0;http://127.0.0.1:0");

        Assert.Contains("The server could not be warmed", server.Output, StringComparison.Ordinal);
        Assert.Equal("alive", await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static async Task<TimeSpan> TimeAsync(WebServer server, byte[] text)
    {
        var watch = Stopwatch.StartNew();
        (await server.Client.ScanAsync(text, "text/plain")).EnsureSuccessStatusCode();
        return watch.Elapsed;
    }
}
