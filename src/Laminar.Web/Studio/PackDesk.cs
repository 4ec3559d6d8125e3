using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>The packs in the store: their versions, which of them is in use, and what authors are working on.</summary>
internal sealed class PackDesk(Store store, PackShelf shelf)
{
    /// <summary>The name of the work in progress wherever a version's name may stand.</summary>
    public const string Draft = "draft";

    public async Task<IReadOnlyList<StudioPack>> ListAsync(string? only, CancellationToken cancellation)
    {
        await using var context = store.Context();
        var versions = await context.Versions.Where(row => only == null || row.Pack == only)
            .Select(row => new { row.Pack, row.Version, row.Author, row.At, row.Reason }).ToListAsync(cancellation);
        var drafts = await context.Drafts.Where(row => only == null || row.Pack == only)
            .Select(row => new { row.Pack, row.Token, row.Base, row.Author, row.At }).ToDictionaryAsync(row => row.Pack, cancellation);
        var uses = (await InUse(context).Where(row => only == null || row.Pack == only).ToListAsync(cancellation)).ToDictionary(row => row.Pack, row => row.Version);
        var order = shelf.All.Select(known => known.Id).ToList();
        return [.. order.Intersect(versions.Select(row => row.Pack)).Union(versions.Select(row => row.Pack).Union(drafts.Keys).Order(StringComparer.Ordinal)).Select(pack => new StudioPack(
            pack,
            shelf.All.FirstOrDefault(known => known.Id == pack)?.Title ?? pack,
            uses.GetValueOrDefault(pack),
            [.. versions.Where(row => row.Pack == pack).OrderByDescending(row => row.At).ThenByDescending(row => row.Version, Comparer<string>.Create(PackNumber.Compare))
                .Select(row => new VersionSummary(row.Version, row.Author, row.At, row.Reason, row.Version == uses.GetValueOrDefault(pack)))],
            drafts.GetValueOrDefault(pack) is { } draft ? new DraftSummary(draft.Token, draft.Base, draft.Author, draft.At) : null,
            PackNumber.Next(versions.Where(row => row.Pack == pack).Select(row => row.Version))))];
    }

    /// <summary>Null for what is no version's name as well: a database need not be asked, and may choke on it.</summary>
    public async Task<PackVersion?> VersionAsync(string pack, string version, CancellationToken cancellation)
    {
        if (!PackNumber.IsValid(version))
        {
            return null;
        }

        await using var context = store.Context();
        return await context.Versions.AsNoTracking().FirstOrDefaultAsync(row => row.Pack == pack && row.Version == version, cancellation);
    }

    public async Task<PackDraft?> DraftAsync(string pack, CancellationToken cancellation)
    {
        await using var context = store.Context();
        return await context.Drafts.AsNoTracking().FirstOrDefaultAsync(row => row.Pack == pack, cancellation);
    }

    /// <summary>The files of a version or of the draft; null where there is none of that name.</summary>
    public async Task<PackContent?> ContentAsync(string pack, string version, CancellationToken cancellation) =>
        (version == Draft ? (await DraftAsync(pack, cancellation))?.Archive : (await VersionAsync(pack, version, cancellation))?.Archive) is { } archive
            ? Open(archive)
            : null;

    /// <summary>The files of the draft, or else of the version in use; null for a pack that nobody knows.</summary>
    public async Task<PackContent?> CurrentAsync(string pack, CancellationToken cancellation) =>
        await ContentAsync(pack, Draft, cancellation)
        ?? (await InUseAsync(pack, cancellation) is { } version ? await ContentAsync(pack, version, cancellation) : null);

    public async Task<string?> InUseAsync(string pack, CancellationToken cancellation)
    {
        await using var context = store.Context();
        return await InUse(context).Where(row => row.Pack == pack).Select(row => row.Version).FirstOrDefaultAsync(cancellation);
    }

    public async Task<UseEntry[]> UsesAsync(string pack, CancellationToken cancellation)
    {
        await using var context = store.Context();
        return await context.Uses.Where(row => row.Pack == pack).OrderByDescending(row => row.Number)
            .Select(row => new UseEntry(row.Number, row.Version, row.Author, row.At, row.Reason)).ToArrayAsync(cancellation);
    }

    public static PackContent Open(byte[] archive) =>
        PackArchive.Read(new MemoryStream(archive)).Content ?? throw new InvalidDataException("A pack in the store is damaged.");

    private static IQueryable<PackUse> InUse(StoreContext context) =>
        context.Uses.AsNoTracking().Where(use => !context.Uses.Any(later => later.Pack == use.Pack && later.Number > use.Number));
}
