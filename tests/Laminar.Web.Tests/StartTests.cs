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
        // Against another that has been at work for a while, on the same machine with the same load. The bound is wide: the benchmarks measure the
        // real one, this catches a lost rehearsal, which is hundreds of times, at each start; a busy machine is slow at one and not at all three.
        var text = Encoding.UTF8.GetBytes(FictionalDraft.Text);
        await using var other = await WebServer.StartAsync();
        var usual = new List<TimeSpan>();
        for (var round = 0; round < 60; round++)
        {
            usual.Add(await TimeAsync(other, text));
        }

        var first = TimeSpan.MaxValue;
        for (var start = 0; start < 3; start++)
        {
            await using var server = await WebServer.StartAsync();
            first = await TimeAsync(server, text) is var time && time < first ? time : first;
        }

        var median = usual[20..].Order().ElementAt(20);
        Assert.True(first < 50 * median, $"The first request took {first.TotalMilliseconds:0.0} ms, and one of a server at work {median.TotalMilliseconds:0.0} ms.");
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
        // A group's address can be listened on and not called: the rehearsal of it fails. Nobody but who has signed in is served there.
        await using var server = await WebServer.StartAsItIsAsync("--urls=http://224.0.0.1:0;http://127.0.0.1:0",
            $"--AzureAd:TenantId={TestDirectory.Tenant}", $"--AzureAd:ClientId={TestDirectory.Client}");

        Assert.Contains("The server could not be warmed", server.Output, StringComparison.Ordinal);
        Assert.Equal("alive", await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_pack_with_an_error_ends_the_start_with_its_file_line_and_sentence()
    {
        var templates = Directory.CreateTempSubdirectory("laminar-templates-");
        try
        {
            Directory.CreateDirectory(Path.Combine(templates.FullName, "broken"));
            await File.WriteAllTextAsync(Path.Combine(templates.FullName, "broken", "pack.yaml"), "id: broken\nversion: 1.0.0\ncolour: red\n", TestContext.Current.CancellationToken);

            var (exit, output) = await WebServer.RunAsync([], $"--Templates={templates.FullName}", "--urls=http://127.0.0.1:0");

            Assert.Equal(1, exit);
            Assert.Contains("broken/pack.yaml:3:1: The key \"colour\" is not known here", output, StringComparison.Ordinal);
            Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
        }
        finally
        {
            templates.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> TimeAsync(WebServer server, byte[] text)
    {
        var watch = Stopwatch.StartNew();
        (await server.Client.ScanAsync(text, "text/plain")).EnsureSuccessStatusCode();
        return watch.Elapsed;
    }
}
