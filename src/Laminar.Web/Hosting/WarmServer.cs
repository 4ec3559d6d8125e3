using System.Net;
using Laminar.Engine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Laminar.Web;

/// <summary>
/// The server, but for one thing: before it listens, the whole application answers some drafts on a loopback port that nobody
/// knows. So its first visitor waits no longer than any other. Where that can't be done, it listens all the same.
/// </summary>
internal sealed partial class WarmServer(
    IServer server, PageFiles pages, PackShelf packs, PackTrial trial, Store store, SignIn signIn, ILogger<WarmServer> logger) : IServer
{
    // By then each way was gone often enough that the next takes about twice as long as it ever will; the rest comes with the visitors.
    private const int Rounds = 24;

    // The real server's own buffers and threads. It accepts by now, but nobody has been told.
    private const int LastRounds = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long the first visitors have the processors to themselves: what can wait does.</summary>
    public static readonly TimeSpan FirstVisit = TimeSpan.FromSeconds(2);

    public IFeatureCollection Features => server.Features;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        // Begins here and now, beside all that follows.
        var passed = trial.Passed;
        await TryAsync(cancellation => RehearseUnseenAsync(application, cancellation), cancellationToken);
        await passed;
        await store.Looked;
        await server.StartAsync(application, cancellationToken);
        await TryAsync(cancellation => RehearseAsync(server, LastRounds, cancellation), cancellationToken);
        _ = SettleAsync();
    }

    private async Task SettleAsync()
    {
        await Task.Delay(FirstVisit);
        pages.CompressBeside();
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
        catch (Exception failure) when (failure is not PackException && !stopped.IsCancellationRequested)
        {
            LogCold(logger, failure.GetType().FullName);
        }
    }

    private async Task RehearseUnseenAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellation)
        where TContext : notnull
    {
        using var rehearsal = LoopbackServer();
        await rehearsal.StartAsync(signIn.IsConfigured ? new Rehearsed<TContext>(application) : application, cancellation);
        await RehearseAsync(rehearsal, Rounds, cancellation);
        await rehearsal.StopAsync(cancellation);
    }

    private async Task RehearseAsync(IServer listening, int rounds, CancellationToken cancellation)
    {
        if (PlainAddressOf(listening) is { } address)
        {
            // Pages are there before the packs are.
            await Rehearsal.OpenPageAsync(address, pages, cancellation);
            await Rehearsal.ScanAsync(address, packs.Samples, rounds, cancellation);
        }
    }

    private static IPEndPoint? PlainAddressOf(IServer listening)
    {
        var addresses = listening.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var plain = addresses
            .Where(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            .Select(BindingAddress.Parse)
            .FirstOrDefault(address => address is { IsUnixPipe: false, IsNamedPipe: false });
        return plain is null ? null : EndPointOf(plain);
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

    /// <summary>The application on the hidden port, where the rehearsal's own requests are those of somebody who has signed in. Nobody else knows its visit.</summary>
    private sealed class Rehearsed<TContext>(IHttpApplication<TContext> application) : IHttpApplication<TContext>
        where TContext : notnull
    {
        public TContext CreateContext(IFeatureCollection contextFeatures)
        {
            if (contextFeatures.Get<IHttpRequestFeature>() is { } request && Rehearsal.Is(request.Headers))
            {
                contextFeatures.Set<IHttpAuthenticationFeature>(new HttpAuthenticationFeature { User = TokenClaims.Everything });
            }

            return application.CreateContext(contextFeatures);
        }

        public Task ProcessRequestAsync(TContext context) => application.ProcessRequestAsync(context);

        public void DisposeContext(TContext context, Exception? exception) => application.DisposeContext(context, exception);
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
            services.GetRequiredService<Store>(),
            services.GetRequiredService<SignIn>(),
            services.GetRequiredService<ILogger<WarmServer>>()));
    }
}
