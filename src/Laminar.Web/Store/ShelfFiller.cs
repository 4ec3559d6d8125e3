using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>Puts the versions in use on the shelf. What the shelf holds is exchanged in one go, so that each scan sees one version.</summary>
internal sealed partial class ShelfFiller(StoreGlance glance, PackShelf shelf, NewsPeriod period, ILogger<ShelfFiller> logger) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private IReadOnlyList<VersionInUse> seen = [];

    /// <summary>Which versions are in use, as of the last look; empty where there was none yet.</summary>
    public IReadOnlyList<VersionInUse> Seen => seen;

    /// <summary>Looks which versions are in use, and takes those that are not on the shelf yet.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var now = await glance.InUseAsync(cancellation);
            if (!now.SequenceEqual(seen))
            {
                await FillAsync(now, cancellation);
                seen = now;
            }
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task FillAsync(List<VersionInUse> inUse, CancellationToken cancellation)
    {
        var packs = shelf.Shelved.ToDictionary(pack => pack.Id);
        foreach (var use in inUse.Where(use => !IsOf(packs.GetValueOrDefault(use.Pack), use)))
        {
            if ((shelf.Shipped.FirstOrDefault(pack => IsOf(pack, use)) ?? await CompileAsync(use.Pack, use.Version, use.Hash, cancellation)) is { } pack)
            {
                packs[use.Pack] = pack;
            }
            else
            {
                LogRefused(logger, use.Pack, use.Version);
            }
        }

        shelf.Put(packs.Values);
        await TellAsync(packs, inUse, cancellation);
    }

    /// <summary>Finds out what the versions in use ask otherwise than those before; drafts are read with them already.</summary>
    private async Task TellAsync(Dictionary<string, ShelvedPack> packs, List<VersionInUse> inUse, CancellationToken cancellation)
    {
        var isTold = false;
        foreach (var use in inUse.Where(use => use.Before is not null && period.Holds(use.At) && packs.GetValueOrDefault(use.Pack) is { News: null } pack && IsOf(pack, use)))
        {
            var now = packs[use.Pack];
            if (await CompileAsync(use.Pack, use.Before!, "", cancellation) is { } before && PackNews.Between(before.Pack, now.Pack) is [_, ..] elements)
            {
                packs[use.Pack] = now with { News = new News(use.Version, use.At, elements) };
                isTold = true;
            }
        }

        if (isTold)
        {
            shelf.Put(packs.Values);
        }
    }

    private static bool IsOf(ShelvedPack? pack, VersionInUse use) => pack?.Id == use.Pack && pack.Pack.Version == use.Version && pack.Hash == use.Hash;

    /// <summary>
    /// Null where a version that was published once is no pack for this server, which knows stricter rules: then what is at hand stays.
    /// </summary>
    private async Task<ShelvedPack?> CompileAsync(string id, string version, string hash, CancellationToken cancellation)
    {
        var archive = await glance.ArchiveAsync(id, version, cancellation);
        try
        {
            if (PackArchive.Read(new MemoryStream(archive)) is ({ } content, _))
            {
                return new ShelvedPack(Pack.Compile(content.Source()), content, hash);
            }
        }
        catch (PackException)
        {
            // Its message quotes the pack; who asked for it says so by its name.
        }

        return null;
    }

    [LoggerMessage(EventId = 9, Level = LogLevel.Warning, Message = "{Pack} {Version} is in use and can't be compiled by this server; drafts are read with the version that is at hand. Open it in the studio and publish it anew")]
    private static partial void LogRefused(ILogger logger, string pack, string version);
}
