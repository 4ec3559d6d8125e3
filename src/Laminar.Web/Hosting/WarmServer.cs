using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Laminar.Web;

/// <summary>
/// The server, but for one thing: before it listens, the whole application answers some drafts on a loopback port that nobody
/// knows. So its first visitor waits no longer than any other. Where that can't be done, it listens all the same.
/// </summary>
internal sealed partial class WarmServer(IServer server, PageFiles pages, PackShelf packs, PackTrial trial, ILogger<WarmServer> logger) : IServer
{
    // The runtime compiles a method anew once it was called thirty times.
    private const int Rounds = 60;

    // The real server's own buffers and threads. It accepts by now, but nobody has been told.
    private const int LastRounds = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public IFeatureCollection Features => server.Features;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        await TryAsync(cancellation => RehearseUnseenAsync(application, cancellation), cancellationToken);
        await trial.Passed;
        await server.StartAsync(application, cancellationToken);
        await TryAsync(cancellation => RehearseAsync(server, LastRounds, cancellation), cancellationToken);
        trial.TryKnown();
    }

    /// <summary>A server that was not warmed is slow once; one that does not start, or waits for ever, is worse.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> rehearse, CancellationToken stopped)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        patience.CancelAfter(Patience);
        try
        {
            await rehearse(patience.Token);
        }
        catch (Exception failure) when (!stopped.IsCancellationRequested)
        {
            LogCold(logger, failure.GetType().FullName);
        }
    }

    private async Task RehearseUnseenAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellation)
        where TContext : notnull
    {
        using var rehearsal = LoopbackServer();
        await rehearsal.StartAsync(application, cancellation);
        await RehearseAsync(rehearsal, Rounds, cancellation);
        await rehearsal.StopAsync(cancellation);
    }

    private async Task RehearseAsync(IServer listening, int rounds, CancellationToken cancellation)
    {
        var addresses = listening.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var plain = addresses
            .Where(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            .Select(BindingAddress.Parse)
            .FirstOrDefault(address => address is { IsUnixPipe: false, IsNamedPipe: false });
        if (plain is not null)
        {
            await Rehearsal.RunAsync(EndPointOf(plain), pages, packs.Samples, rounds, cancellation);
        }
    }

    /// <summary>A server that listens on every address, or on "localhost", is reached on the loopback one.</summary>
    private static IPEndPoint EndPointOf(BindingAddress address)
    {
        var given = IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any);
        return new IPEndPoint(given ? ip! : IPAddress.Loopback, address.Port);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    private static KestrelServer LoopbackServer()
    {
        var options = new KestrelServerOptions();
        options.Listen(IPAddress.Loopback, 0);
        return new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The server could not be warmed ({Exception}); its first answers take longer")]
    private static partial void LogCold(ILogger logger, string? exception);
}

internal static class WarmServerSetup
{
    public static void WarmUpBeforeListening(this WebApplicationBuilder builder)
    {
        var kestrel = builder.Services.Last(service => service.ServiceType == typeof(IServer));
        builder.Services.Remove(kestrel);
        builder.Services.AddSingleton<IServer>(services => new WarmServer(
            (IServer)ActivatorUtilities.CreateInstance(services, kestrel.ImplementationType!),
            services.GetRequiredService<PageFiles>(),
            services.GetRequiredService<PackShelf>(),
            services.GetRequiredService<PackTrial>(),
            services.GetRequiredService<ILogger<WarmServer>>()));
    }
}
