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
        await using var app = Build();
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

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.AddLimits();
        builder.AddPacks();
        builder.AddScans();
        builder.AddProblems();
        builder.AddApiDocument();
        var app = builder.Build();
        app.UseProblems();
        app.UseSafeHeaders();
        app.MapScans();
        app.MapPost("/floor", async (HttpRequest request, Limits limits) =>
        {
            using var bytes = await PooledBytes.ReadAsync(request.Body, request.ContentLength, limits.UploadBytes, request.HttpContext.RequestAborted);
            return Floor.UnzipAndWalk(bytes!.Memory).ToString(System.Globalization.CultureInfo.InvariantCulture);
        });
        return app;
    }

    private static async Task<double> LoadAsync(Uri address, string file)
    {
        using var client = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["client", address.ToString(), file, $"{Connections}", $"{Seconds}"]) { RedirectStandardOutput = true })!;
        var output = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        return client.ExitCode == 0 ? double.Parse(output) : throw new InvalidOperationException("The load client failed.");
    }

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
