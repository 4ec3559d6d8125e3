using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>
/// The standard note that ships with a pack is the first version of it. A later server's note follows only where nobody has published
/// one under its name meanwhile: the newest is what authors go on from.
/// </summary>
internal static class NoteSeed
{
    /// <summary>Of the two files of a note the one that new reports are made from.</summary>
    private const string FileName = "standard-note.dotx";

    public static async Task AddAsync(StoreContext store, ShelvedPack pack, CancellationToken cancellation)
    {
        if (!pack.Content.Files.TryGetValue($"{pack.Content.Id}/{FileName}", out var bytes))
        {
            return;
        }

        var name = StandardNotes.NameOf(FileName)!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var known = await store.Notes.Where(row => row.Pack == pack.Id && row.Name == name).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.Hash, row.Author, row.Reason }).ToListAsync(cancellation);
        if (known.Exists(row => row.Hash == hash) || known is [{ } last, ..] && (last.Author, last.Reason) != (PackSeed.Author, PackSeed.Reason))
        {
            return;
        }

        var check = NoteCheck.Of(bytes, FileName, pack.Pack, cancellation);
        store.Notes.Add(new StandardNote
        {
            Pack = pack.Id, Name = name, Number = known.Count == 0 ? 1 : known[0].Number + 1, FileName = FileName, Author = PackSeed.Author, At = DateTime.UtcNow,
            Reason = PackSeed.Reason, Hash = hash, Bytes = bytes, Faults = check?.Faults, Lacking = check?.Lacking,
        });
    }
}
