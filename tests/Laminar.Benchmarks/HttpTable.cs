using System.Diagnostics;
using Laminar.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Laminar.Benchmarks;

/// <summary>Requests a second against a floor endpoint of the same host, and the first request after the server says it is ready.</summary>
internal static class HttpTable
{
    private const int Connections = 8;
    private const int Seconds = 5;
    private const int Rounds = 3;

    public static async Task<int> RunAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"laminar-{Environment.ProcessId}.docx");
        await File.WriteAllBytesAsync(file, Materials.Docx);
        try
        {
            var (scans, floor) = await ThroughputAsync(file);
            var (first, median) = FirstRequest();
            var table = new Table();
            table.AtLeast("POST /api/scans a second, against unzip and walk", $"{scans:0} /s", $"{floor:0} /s", scans / floor, 0.4);
            table.AtMost("first request after ready, against the median", $"{first:0.00} ms", $"{median:0.00} ms", first / median, 3);
            return table.End();
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Rounds that take turns, so that a busy machine is busy for both; the best of each counts.</summary>
    private static async Task<(double Scans, double Floor)> ThroughputAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("laminar-http-").FullName;
        try
        {
            return await ThroughputAsync(file, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Scans, double Floor)> ThroughputAsync(string file, string folder)
    {
        await using var app = Build(folder);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var (scans, floor) = (0.0, 0.0);
        for (var round = 0; round <= Rounds; round++)
        {
            floor = Math.Max(floor, await LoadAsync(new Uri(address, "/floor"), file));
            scans = Math.Max(scans, await LoadAsync(new Uri(address, "/api/scans"), file));
        }

        return (scans, floor);
    }

    /// <summary>The server as it serves a scan, and the floor beside it.</summary>
    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", $"--Store:File={Path.Combine(folder, "laminar.db")}"]);
        builder.Logging.ClearProviders();
        builder.AddLimits();
        builder.AddTelemetry();
        builder.AddStopping();
        builder.AddIdentity();
        builder.AddTraffic();
        builder.AddPacks();
        builder.AddStore();
        builder.AddStudio();
        builder.AddScans();
        builder.AddProblems();
        var app = builder.Build();
        app.UseTelemetry();
        app.UseProblems();
        app.UseSafeHeaders();
        app.UseIdentity();
        app.UseRateLimiter();
        app.MapScans();
        app.MapPost("/floor", async (HttpRequest request, UploadMemory memory, Limits limits) =>
        {
            var (sent, _) = await memory.ReadAsync(request.Body, request.ContentLength, limits.UploadBytes, static () => Upload.Empty, request.HttpContext.RequestAborted);
            using var bytes = sent!;
            return Floor.UnzipAndWalk(bytes.Memory).ToString(System.Globalization.CultureInfo.InvariantCulture);
        });
        return app;
    }

    private static async Task<double> LoadAsync(Uri address, string file) => (await LoadClient.StartAsync(address, file, Connections, Seconds)).PerSecond;

    /// <summary>The built server in a process of its own. The client is warm: it has talked to another copy.</summary>
    private static (double First, double Median) FirstRequest()
    {
        using var other = new ServerProcess();
        Times(other, 300);
        var runs = Enumerable.Range(0, 5).Select(_ =>
        {
            using var server = new ServerProcess();
            Times(other, 20);
            var times = Times(server, 300);
            return (First: times[0], Median: times.Order().ElementAt(times.Count / 2));
        }).ToList();
        return runs.OrderBy(run => run.First / run.Median).ElementAt(runs.Count / 2);
    }

    /// <summary>Milliseconds of each of some requests, each on a connection of its own as a first visitor's is.</summary>
    private static List<double> Times(ServerProcess server, int count)
    {
        var times = new List<double>(count);
        for (var index = 0; index < count; index++)
        {
            var watch = Stopwatch.GetTimestamp();
            using var client = new LoadClient(new Uri(server.Address, "/api/scans"), Materials.Docx);
            client.Post();
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        return times;
    }
}
