using Laminar.Engine;
using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>Puts the versions in use on the shelf. What the shelf holds is exchanged in one go, so that each scan sees one version.</summary>
internal sealed partial class ShelfFiller(Store store, PackShelf shelf, ILogger<ShelfFiller> logger) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private int seen = -1;

    public Task SeedAsync(StoreContext opened, CancellationToken cancellation) => PackSeed.RunAsync(opened, shelf.Shipped, cancellation);

    /// <summary>Looks whether any version was put in use since the last look: each use is a row, and none is ever deleted.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await using var context = store.Context();
            var uses = await context.Uses.CountAsync(cancellation);
            if (uses != seen)
            {
                await FillAsync(context, cancellation);
                seen = uses;
            }
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task FillAsync(StoreContext context, CancellationToken cancellation)
    {
        var packs = shelf.Shelved.ToDictionary(pack => pack.Id);
        var inUse = await context.Uses
            .Where(use => !context.Uses.Any(later => later.Pack == use.Pack && later.Number > use.Number))
            .Join(context.Versions, use => new { use.Pack, use.Version }, version => new { version.Pack, version.Version }, (_, version) => new { version.Pack, version.Version, version.Hash })
            .ToListAsync(cancellation);
        foreach (var use in inUse)
        {
            if (packs.GetValueOrDefault(use.Pack)?.Pack.Version == use.Version && packs[use.Pack].Hash == use.Hash)
            {
                continue;
            }

            var shipped = shelf.Shipped.FirstOrDefault(pack => pack.Id == use.Pack && pack.Hash == use.Hash && pack.Pack.Version == use.Version);
            if ((shipped ?? await CompileAsync(context, use.Pack, use.Version, use.Hash, cancellation)) is { } pack)
            {
                packs[use.Pack] = pack;
            }
        }

        shelf.Put(packs.Values);
    }

    /// <summary>
    /// Null where a version that was published once is no pack for this server, which knows stricter rules: then what is at hand stays.
    /// </summary>
    private async Task<ShelvedPack?> CompileAsync(StoreContext context, string id, string version, string hash, CancellationToken cancellation)
    {
        var archive = await context.Versions.Where(row => row.Pack == id && row.Version == version).Select(row => row.Archive).SingleAsync(cancellation);
        try
        {
            if (PackArchive.Read(new MemoryStream(archive)) is ({ } content, _))
            {
                return new ShelvedPack(Pack.Compile(content.Source()), content, hash);
            }
        }
        catch (PackException)
        {
            // Its message quotes the pack; the sentence below names it.
        }

        LogRefused(logger, id, version);
        return null;
    }

    [LoggerMessage(EventId = 9, Level = LogLevel.Warning, Message = "{Pack} {Version} is in use and can't be compiled by this server; drafts are read with the version that is at hand. Open it in the studio and publish it anew")]
    private static partial void LogRefused(ILogger logger, string pack, string version);
}
