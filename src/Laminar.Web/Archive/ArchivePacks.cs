using System.Collections.Concurrent;
using System.Text.Json;
using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>The packs of an audit in the versions that it was begun with, compiled once for all its parts on this server.</summary>
internal sealed class ArchivePacks(StoreGlance glance)
{
    // Few audits run at the same time; those of yesterday need not be kept.
    private const int MostKept = 4;

    private readonly ConcurrentDictionary<string, Lazy<Task<Compiled>>> kept = new(StringComparer.Ordinal);

    /// <summary>Of the engine and the reader of this server.</summary>
    public static string Build { get; } = ArchiveScan.By([]).Split('-')[^1];

    public async Task<ArchiveScan> ScanAsync(ArchiveRun run)
    {
        var (packs, by) = await OfAsync(run);
        return new ArchiveScan(packs, by);
    }

    public async Task<IReadOnlyList<Pack>> PacksAsync(ArchiveRun run) => (await OfAsync(run)).Packs;

    private async Task<Compiled> OfAsync(ArchiveRun run)
    {
        if (kept.Count > MostKept)
        {
            kept.Clear();
        }

        var compiled = kept.GetOrAdd(run.Packs, packs => new Lazy<Task<Compiled>>(() => CompileAsync(JsonSerializer.Deserialize(packs, ArchiveStatusJson.Default.ArchivePackArray)!)));
        try
        {
            return await compiled.Value;
        }
        catch
        {
            // The store may be there the next time.
            kept.TryRemove(KeyValuePair.Create(run.Packs, compiled));
            throw;
        }
    }

    private async Task<Compiled> CompileAsync(ArchivePack[] packs)
    {
        var sources = new List<PackSource>();
        foreach (var pack in packs)
        {
            using var archive = new MemoryStream(await glance.ArchiveAsync(pack.Id, pack.Version, CancellationToken.None));
            sources.Add(PackArchive.Read(archive).Content!.Source());
        }

        return new Compiled([.. sources.Select(static source => Pack.Compile(source))], ArchiveScan.By(sources));
    }

    private sealed record Compiled(IReadOnlyList<Pack> Packs, string By);
}
