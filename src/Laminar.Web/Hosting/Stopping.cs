namespace Laminar.Web;

/// <summary>
/// A server that is told to stop says at once that it is not ready, goes on for as long as it takes for that to be noticed, then takes no new
/// connection and lets the requests that it has end.
/// </summary>
internal sealed class Stopping(Limits limits) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        limits.StoppingDelay > TimeSpan.Zero ? Task.Delay(limits.StoppingDelay, cancellationToken) : Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class StoppingSetup
{
    public static void AddStopping(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Readiness>().AddHostedService<Stopping>();
        builder.Services.AddOptions<HostOptions>().Configure<Limits>(static (host, limits) => host.ShutdownTimeout = limits.StoppingDelay + limits.StoppingTime);
    }
}
