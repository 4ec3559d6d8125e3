using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>Saves what authors are working on. Whoever saves names the save that went before; where another came between, nothing is written.</summary>
internal sealed class PackDrafts(Store store, PackDesk desk)
{
    /// <summary>Either the saved draft or why nothing was saved.</summary>
    public async Task<(DraftSummary? Saved, Problem? Problem)> SaveAsync(string pack, DraftSave save, Person author, CancellationToken cancellation)
    {
        var draft = await desk.DraftAsync(pack, cancellation);
        if (draft is not null && draft.Token != save.Token)
        {
            return (null, await StaleAsync(draft, save.Changes, cancellation));
        }

        if (draft is null && save.Token is not null)
        {
            return (null, Gone);
        }

        var inUse = await desk.InUseAsync(pack, cancellation);
        if (save.Base is not null && save.Base != inUse && save.Base != draft?.Base)
        {
            return (null, inUse is null ? NoSuchVersion : BaseMoved(inUse));
        }

        var from = save.Base ?? draft?.Base ?? inUse;
        var content = draft is not null ? PackDesk.Open(draft.Archive) : from is null ? null : await desk.ContentAsync(pack, from, cancellation);
        if (content is null)
        {
            return (null, NoSuchVersion);
        }

        var (changed, problem) = PackChanges.Apply(content, save.Changes);
        return changed is null ? (null, problem) : await WriteAsync(pack, draft?.Token, from, changed, author, save.Changes, cancellation);
    }

    /// <summary>Puts a whole pack in the draft's place.</summary>
    public async Task<(DraftSummary? Saved, Problem? Problem)> ImportAsync(PackContent content, Guid? token, Person author, CancellationToken cancellation)
    {
        var draft = await desk.DraftAsync(content.Id, cancellation);
        if (draft is not null && draft.Token != token)
        {
            return (null, await StaleAsync(draft, PackFileText.AllOf(content), cancellation));
        }

        var from = draft?.Base ?? await desk.InUseAsync(content.Id, cancellation);
        return await WriteAsync(content.Id, draft?.Token, from, content, author, PackFileText.AllOf(content), cancellation);
    }

    public async Task<Problem?> DiscardAsync(string pack, Guid token, Person author, CancellationToken cancellation)
    {
        await using var context = store.Context();
        await using (var turn = await AuditTurn.BeginAsync(context, cancellation))
        {
            if (await context.Drafts.Where(row => row.Pack == pack && row.Token == token).ExecuteDeleteAsync(cancellation) > 0)
            {
                turn.Add(AuditNote.Of(author, author.ActsAs(Policies.Author), AuditActions.DraftDiscarded, pack, ""));
                await turn.CommitAsync(cancellation);
                return null;
            }
        }

        return await desk.DraftAsync(pack, cancellation) is { } other ? await StaleAsync(other, [], cancellation) : Gone;
    }

    /// <summary>What another author saved, and how it differs from what was to be saved.</summary>
    public async Task<Problem> StaleAsync(PackDraft other, IReadOnlyList<PackFileText> changes, CancellationToken cancellation)
    {
        var theirs = PackDesk.Open(other.Archive);
        var from = other.Base is null ? null : await desk.ContentAsync(other.Pack, other.Base, cancellation);
        var files = theirs.Files.Where(file => from is null || !(from.Files.GetValueOrDefault(file.Key) ?? []).AsSpan().SequenceEqual(file.Value))
            .Select(file => PackFileText.Of(file.Key, file.Value));
        var difference = PackChanges.Apply(theirs, changes) is ({ } yours, _) ? PackDiff.Of(theirs, yours) : [];
        return new Problem(409, "stale", "Another author has saved this pack meanwhile; nothing was overwritten. Look at the difference and save again.")
        {
            List = new("theirs", new OtherDraft(other.Token, other.Base, other.Author, other.At, [.. files], difference)),
        };
    }

    private async Task<(DraftSummary?, Problem?)> WriteAsync(
        string pack, Guid? known, string? from, PackContent content, Person author, IReadOnlyList<PackFileText> changes, CancellationToken cancellation)
    {
        await using var context = store.Context();
        var row = new PackDraft { Pack = pack, Token = Guid.NewGuid(), Base = from, Author = author.Name, At = DateTime.UtcNow, Archive = PackArchive.Write(content) };
        context.Entry(row).State = known is null ? EntityState.Added : EntityState.Modified;
        if (known is { } token)
        {
            context.Entry(row).Property(draft => draft.Token).OriginalValue = token;
        }

        try
        {
            await context.SaveChangesAsync(cancellation);
            return (new DraftSummary(row.Token, row.Base, row.Author, row.At), null);
        }
        catch (DbUpdateException late) when (late is DbUpdateConcurrencyException || StoreFailures.IsDuplicate(late))
        {
            // Between our look and our write.
            return (null, await desk.DraftAsync(pack, cancellation) is { } other ? await StaleAsync(other, changes, cancellation) : Gone);
        }
    }

    /// <summary>Work that began from another version would take back what this one changed.</summary>
    public static Problem BaseMoved(string inUse) =>
        new(409, "base-moved", $"Version {inUse} was published meanwhile; begin from it and make your changes again.") { List = new("inUse", inUse) };

    public static Problem Gone { get; } = new(409, "no-draft", "This draft was published or given up meanwhile; open the pack again.");

    public static Problem NoSuchVersion { get; } = new(404, "no-such-version", "There is no such pack or version; GET /api/studio/packs lists them.");
}
