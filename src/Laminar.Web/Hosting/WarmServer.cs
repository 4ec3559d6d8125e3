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
/// knows. So its first visitor waits no longer than any other.
/// </summary>
internal sealed class WarmServer(IServer server, PackShelf packs) : IServer
{
    // The runtime compiles a method anew once it was called thirty times.
    private const int Rounds = 60;

    // The real server's own buffers and threads. It accepts by now, but nobody has been told.
    private const int LastRounds = 16;

    public IFeatureCollection Features => server.Features;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        using (var rehearsal = LoopbackServer())
        {
            await rehearsal.StartAsync(application, cancellationToken);
            await RehearseAsync(rehearsal, Rounds, cancellationToken);
            await rehearsal.StopAsync(cancellationToken);
        }

        await server.StartAsync(application, cancellationToken);
        await RehearseAsync(server, LastRounds, cancellationToken);
    }

    private async Task RehearseAsync(IServer listening, int rounds, CancellationToken cancellation)
    {
        var addresses = listening.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.FirstOrDefault(address => address.StartsWith("http://", StringComparison.Ordinal)) is { } plain)
        {
            await Rehearsal.RunAsync(EndPointOf(BindingAddress.Parse(plain)), packs.Samples, rounds, cancellation);
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
}

internal static class WarmServerSetup
{
    public static void WarmUpBeforeListening(this WebApplicationBuilder builder)
    {
        var kestrel = builder.Services.Last(service => service.ServiceType == typeof(IServer));
        builder.Services.Remove(kestrel);
        builder.Services.AddSingleton<IServer>(services => new WarmServer(
            (IServer)ActivatorUtilities.CreateInstance(services, kestrel.ImplementationType!),
            services.GetRequiredService<PackShelf>()));
    }
}
