using System.Security.Cryptography;
using System.Text;
using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>The standard notes in the store. A note is known by its file's name; each file is one more version of it.</summary>
internal sealed class StandardNotes(Store store)
{
    private const int MostLetters = 80;

    // Two authors may publish the same note at once; one of them comes second.
    private const int Tries = 5;

    /// <summary>"Cervical note (v2).dotx" is "cervical-note-v2"; null where nothing is left.</summary>
    public static string? NameOf(string fileName)
    {
        var name = new StringBuilder();
        foreach (var letter in Path.GetFileNameWithoutExtension(fileName))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        return name.ToString().Trim('-') is { Length: > 0 and <= MostLetters } done ? done : null;
    }

    public async Task<NoteVersion[]> ListAsync(string pack, CancellationToken cancellation)
    {
        await using var context = store.Context();
        return await context.Notes.Where(row => row.Pack == pack).OrderBy(row => row.Name).ThenByDescending(row => row.Number)
            .Select(row => new NoteVersion(row.Name, row.Number, row.FileName, row.Author, row.At, row.Reason, row.Bytes.Length, row.Faults, row.Lacking))
            .ToArrayAsync(cancellation);
    }

    public async Task<StandardNote?> FindAsync(string pack, string name, int number, CancellationToken cancellation)
    {
        await using var context = store.Context();
        return await context.Notes.AsNoTracking().FirstOrDefaultAsync(row => row.Pack == pack && row.Name == name && row.Number == number, cancellation);
    }

    public async Task<NoteVersion> AddAsync(string pack, string name, Upload file, NoteCheck check, string? reason, Person author, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = store.Context();
            var last = await context.Notes.Where(row => row.Pack == pack && row.Name == name).MaxAsync(row => (int?)row.Number, cancellation) ?? 0;
            var note = new StandardNote
            {
                Pack = pack, Name = name, Number = last + 1, FileName = file.Name, Author = author.Name, At = DateTime.UtcNow, Reason = Line(reason),
                Hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)), Bytes = file.Bytes.ToArray(),
                Faults = check.Faults, Lacking = check.Lacking,
            };
            context.Notes.Add(note);
            try
            {
                await using var turn = await AuditTurn.BeginAsync(context, cancellation);
                turn.Add(EntryOf(note, author.Identity, author.ActsAs(Policies.Author)));
                await turn.CommitAsync(cancellation);
                return new NoteVersion(note.Name, note.Number, note.FileName, note.Author, note.At, note.Reason, note.Bytes.Length, note.Faults, note.Lacking);
            }
            catch (DbUpdateException late) when (StoreFailures.IsDuplicate(late) && tries < Tries)
            {
                continue;
            }
        }
    }

    /// <summary>That a version of a note was published. Its file's name is what the author called it: the trail has the name that its address has.</summary>
    public static AuditEntry EntryOf(StandardNote note, string person, string role) => AuditNote.Of(person, role, AuditActions.NotePublished, note.Pack, "", json =>
    {
        json.WriteString("note", note.Name);
        json.WriteNumber("number", note.Number);
    }) with { Received = note.Hash };

    private static string Line(string? reason) => string.Join(' ', (reason ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var line && line.Length > 500 ? line[..500] : line;
}
