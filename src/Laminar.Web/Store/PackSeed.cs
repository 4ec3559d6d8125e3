using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>
/// What ships in <c>templates/</c> is the first version of each pack and of its standard note. A later server brings later versions; they come in use by themselves
/// only where no person has ever decided otherwise.
/// </summary>
internal static class PackSeed
{
    public const string Author = "Laminar";

    public static async Task RunAsync(StoreContext store, IReadOnlyList<ShelvedPack> shipped, CancellationToken cancellation)
    {
        foreach (var pack in shipped)
        {
            await NoteSeed.AddAsync(store, pack, cancellation);
            var known = await store.Versions.Where(row => row.Pack == pack.Id).Select(row => new { row.Version, row.Hash }).ToListAsync(cancellation);
            var version = known.Find(row => row.Hash == pack.Hash)?.Version;
            if (version is null)
            {
                version = Add(store, pack, known.Exists(row => row.Version == pack.Pack.Version));
            }

            var use = await store.Uses.Where(row => row.Pack == pack.Id).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
            if (use is null || (use.Shipped && use.Version != version && PackNumber.Compare(version, use.Version) >= 0))
            {
                store.Uses.Add(new PackUse { Pack = pack.Id, Number = (use?.Number ?? 0) + 1, Version = version, Author = Author, At = DateTime.UtcNow, Reason = Reason, Shipped = true });
            }
        }

        if (store.ChangeTracker.HasChanges())
        {
            await using var turn = await AuditTurn.BeginAsync(store, cancellation);
            Entries(store).ForEach(turn.Add);
            await turn.CommitAsync(cancellation);
        }
    }

    /// <summary>A server's own doing stands in the trail as a person's does: whoever reads it sees which version was in use when.</summary>
    private static List<AuditEntry> Entries(StoreContext store) =>
    [
        .. Added<PackVersion>(store).Select(row => AuditNote.Of(Author, "", AuditActions.Published, row.Pack, row.Version, json => json.WriteString("hash", row.Hash))),
        .. Added<PackUse>(store).Select(row => AuditNote.Of(Author, "", AuditActions.Used, row.Pack, row.Version)),
        .. Added<StandardNote>(store).Select(row => StandardNotes.EntryOf(row, row.Author, "")),
    ];

    private static IEnumerable<T> Added<T>(StoreContext store)
        where T : class => store.ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();

    public const string Reason = "Came with the server.";

    /// <summary>
    /// A version's name stands for its files for ever. Where files were changed under a name that is taken, as happens while a pack is
    /// being written in the folder, the name gets a mark of them.
    /// </summary>
    private static string Add(StoreContext store, ShelvedPack pack, bool isTaken)
    {
        var content = pack.Content;
        if (isTaken)
        {
            content = content.WithVersion($"{pack.Pack.Version}+{pack.Hash[..8]}") ?? content;
        }

        var version = content.Version ?? pack.Pack.Version;
        store.Versions.Add(new PackVersion
        {
            Pack = pack.Id, Version = version, Author = Author, At = DateTime.UtcNow, Reason = Reason,
            // The mark is made of the files as they ship, by which they are known again.
            Hash = pack.Hash, Archive = PackArchive.Write(content),
        });
        return version;
    }
}
