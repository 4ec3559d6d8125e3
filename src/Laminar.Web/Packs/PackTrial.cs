using Laminar.Engine;

namespace Laminar.Web;

/// <summary>
/// A pack whose own examples fail does not say what its author thinks it says: it is not served. What ships is tried while the server
/// warms up; what the store has taken once, which another build of the engine may have tried, is tried when the server listens.
/// </summary>
internal sealed partial class PackTrial
{
    private readonly PackShelf packs;
    private readonly ILogger<PackTrial> logger;
    private readonly Lazy<Task<IReadOnlySet<string>>> trial;

    public PackTrial(PackShelf packs, StoreGlance glance, ILogger<PackTrial> logger)
    {
        (this.packs, this.logger) = (packs, logger);
        trial = new(() => Task.Run(() => RunAsync(packs, glance)));
    }

    /// <summary>Fails with a <see cref="PackException"/> where a pack does not pass: then the server does not start on half of its packs.</summary>
    public Task Passed => trial.Value;

    /// <summary>Tries the packs that were not tried before listening, on a thread that leaves the drafts their processors.</summary>
    public void TryKnown() => new Thread(RunKnown) { IsBackground = true, Priority = ThreadPriority.Lowest, Name = "examples of packs" }.Start();

    /// <returns>The hashes of what is known and still to be tried.</returns>
    private static async Task<IReadOnlySet<string>> RunAsync(PackShelf packs, StoreGlance glance)
    {
        var known = await glance.TriedAsync();
        var failures = packs.Shipped.Where(pack => !known.Contains(pack.Hash)).AsParallel().SelectMany(pack => PackExamples.Run(pack.Pack).Failures).ToList();
        return failures.Count > 0 ? throw new PackException(failures) : known;
    }

    private void RunKnown()
    {
        // It listens: what was unknown has passed.
        var known = trial.Value.Result;
        foreach (var pack in packs.Shipped.Concat(packs.Shelved).DistinctBy(pack => pack.Hash).Where(pack => known.Contains(pack.Hash)))
        {
            Try(pack);
        }
    }

    private void Try(ShelvedPack pack)
    {
        try
        {
            if (PackExamples.Run(pack.Pack).Failures.Count is > 0 and var failures)
            {
                LogFails(logger, pack.Id, pack.Pack.Version, failures);
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // On a thread of its own it would end the server, which answers all the same.
            LogUntried(logger, pack.Id, pack.Pack.Version, problem.GetType().FullName);
        }
    }

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "{Failures} of the own examples of {Pack} {Version} fail with this build, which reads drafts with it otherwise than its author meant; run its check in the studio and publish it anew")]
    private static partial void LogFails(ILogger logger, string pack, string version, int failures);

    [LoggerMessage(EventId = 12, Level = LogLevel.Error, Message = "The own examples of {Pack} {Version} could not be tried with this build ({Exception})")]
    private static partial void LogUntried(ILogger logger, string pack, string version, string? exception);
}
