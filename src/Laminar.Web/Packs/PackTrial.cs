using Laminar.Engine;

namespace Laminar.Web;

/// <summary>
/// A pack whose own examples fail does not say what its author thinks it says: it is not served. What ships is tried while the server
/// warms up, and again only when its files are others than those that the store has tried.
/// </summary>
internal sealed class PackTrial
{
    private readonly Lazy<Task> trial;

    public PackTrial(PackShelf packs, StoreGlance glance) => trial = new(() => Task.Run(() => RunAsync(packs, glance)));

    /// <summary>Fails with a <see cref="PackException"/> where a pack does not pass: then the server does not start on half of its packs.</summary>
    public Task Passed => trial.Value;

    private static async Task RunAsync(PackShelf packs, StoreGlance glance)
    {
        var known = await glance.TriedAsync();
        var failures = packs.Shipped.Where(pack => !known.Contains(pack.Hash)).AsParallel().SelectMany(pack => PackExamples.Run(pack.Pack).Failures).ToList();
        if (failures.Count > 0)
        {
            throw new PackException(failures);
        }
    }
}
