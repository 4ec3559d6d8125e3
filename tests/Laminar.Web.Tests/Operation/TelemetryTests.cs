using System.Net;
using System.Text;
using Laminar.Tests;
using Laminar.Web.Tests.Canaries;

namespace Laminar.Web.Tests.Operation;

/// <summary>What the server tells those who watch it, and what it does not.</summary>
public sealed class TelemetryTests(SharedServer server, SignedInServer signedIn) : IClassFixture<SharedServer>, IClassFixture<SignedInServer>
{
    private const string Pack = "percutaneous-interlaminar-decompression";

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(FictionalDraft.Text);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prometheus_reads_how_many_scans_with_which_version_and_how_long_they_took()
    {
        await server.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        (await server.Client.ScanAsync(Text, "text/plain")).EnsureSuccessStatusCode();
        (await server.Client.ScanAsync([], "text/plain")).Dispose();
        // One answer serves all who ask within a moment.
        await Task.Delay(500, Cancellation);

        var metrics = await server.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);

        Assert.Matches($"laminar_scans_total\\{{[^}}]*laminar_pack=\"{Pack}\",laminar_pack_version=\"1\\.0\\.0\"[^}}]*\\}} [1-9]", metrics);
        Assert.Matches("laminar_scan_duration_seconds_bucket\\{[^}]*le=\"0.05\"\\} [0-9]+", metrics);
        Assert.Matches("laminar_drafts_refused_total\\{[^}]*laminar_code=\"empty\"\\} [1-9]", metrics);
        Assert.Matches("laminar_store_open\\{[^}]*\\} 1", metrics);
        Assert.Matches($"laminar_pack_info\\{{[^}}]*laminar_pack=\"{Pack}\"[^}}]*\\}} 1", metrics);
        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*http_route=\"/api/scans\"", metrics);
        Assert.Contains("dotnet_gc_collections", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_sign_in_the_figures_are_an_administrator_s()
    {
        using var administrator = signedIn.ClientOf(new Account("A. Dmin", "Administrator"));
        using var surgeon = signedIn.ClientOf(new Account("Dr. T. Oken", "Surgeon"));

        foreach (var address in new[] { "/metrics", "/api/status" })
        {
            Assert.Equal(HttpStatusCode.OK, (await administrator.AskAsync(address)).StatusCode);
            await (await surgeon.AskAsync(address)).AssertProblemAsync(HttpStatusCode.Forbidden, "role");
            await (await signedIn.SendAsync(HttpMethod.Get, address, null)).AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        }
    }

    [Fact]
    public async Task A_port_that_is_kept_for_the_scraper_needs_no_sign_in_and_is_good_for_nothing_else()
    {
        var port = Collector.FreePort();
        await using var other = await signedIn.Directory.StartServerAsync($"--urls=http://127.0.0.1:0;http://127.0.0.1:{port}", $"--Telemetry:MetricsPort={port}");
        using var scraper = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        Assert.Contains("laminar_store_open", await scraper.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        await (await scraper.AskAsync("/api/status")).AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        await (await other.Client.AskAsync("/metrics")).AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    [Fact]
    public async Task A_collector_gets_metrics_and_traces_and_nothing_that_a_request_says_of_itself()
    {
        await using var collector = new Collector();
        await using var traced = await WebServer.StartAsync($"--Telemetry:Otlp={collector.Address}");
        // It is opened behind the listening.
        await traced.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        await Task.Delay(1000, Cancellation);
        foreach (var (method, address, body) in new[]
        {
            (HttpMethod.Post, $"/api/scans?patient={Canary.Sentence("Query")}", Encoding.UTF8.GetBytes($"{FictionalDraft.Text}\n{Canary.Sentence("Text")}")),
            (HttpMethod.Post, $"/api/drafts/annotated?as={Canary.Sentence("Form")}", Text),
            (HttpMethod.Post, "/api/drafts/annotated", Text),
            (HttpMethod.Post, $"/api/scans?pack={Canary.Sentence("Pack")}", Text),
            (HttpMethod.Get, $"/{Canary.Sentence("Path")}", []),
            (HttpMethod.Get, $"/api/packs/{Canary.Sentence("Id")}", []),
            (new HttpMethod("CANARY-Neverinamethod"), "/api/packs", []),
        })
        {
            using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = method == HttpMethod.Post ? Requests.Content(body, "text/plain", $"{Canary.Sentence("Name")}.txt") : null };
            request.Headers.TryAddWithoutValidation("User-Agent", Canary.Sentence("Agent"));
            request.Headers.TryAddWithoutValidation("traceparent", "00-c0ffeec0ffeec0ffeec0ffeec0ffee00-c0ffeec0ffee0000-01");
            request.Headers.TryAddWithoutValidation("tracestate", $"hospital={Canary.Sentence("State").Replace(' ', '_')}");
            request.Headers.TryAddWithoutValidation("baggage", $"patient={Uri.EscapeDataString(Canary.Sentence("Baggage"))}");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.77");
            (await traced.Client.SendAsync(request, Cancellation)).Dispose();
        }

        traced.Stop();
        Assert.Equal(0, await traced.EndedAsync());

        var (metrics, traces) = (collector.Of("/v1/metrics"), collector.Of("/v1/traces"));
        Assert.All(["laminar.scans", "laminar.scan.duration", "laminar.drafts.refused", "http.server.request.duration"], name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All(["scan", "write", "POST /api/scans", "laminar.paragraphs", Pack], name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(["url.path", "url.query", "user_agent", "client.address", "network.peer", "exception.message", "CANARY", "127.0.0.1:", "203.0.113.77"], name => Assert.DoesNotContain(name, metrics + traces, StringComparison.Ordinal));
        Assert.DoesNotContain("c0ffeec0ffee", Convert.ToHexStringLower(collector.All), StringComparison.Ordinal);
        Assert.Empty(new Searcher(Canary.Never).In("what was sent to the collector", collector.All));
    }

    [Fact]
    public async Task A_collector_that_is_away_keeps_nobody_waiting()
    {
        await using var alone = await WebServer.StartAsync($"--Telemetry:Otlp=http://127.0.0.1:{Collector.FreePort()}");

        (await alone.Client.ScanAsync(Text, "text/plain")).EnsureSuccessStatusCode();
        alone.Stop();

        Assert.Equal(0, await alone.EndedAsync());
        Assert.DoesNotContain("fail:", alone.Output, StringComparison.Ordinal);
    }
}
