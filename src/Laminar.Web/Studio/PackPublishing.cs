using System.Diagnostics;
using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>Makes a draft a version, and puts versions in use. Both are recorded, and nothing that was is changed.</summary>
internal sealed class PackPublishing(Store store, PackDesk desk, PackDrafts drafts, ShelfFiller shelf)
{
    private const int LongestReason = 500;

    public async Task<(VersionSummary? Published, Problem? Problem)> PublishAsync(string pack, Publication publication, Person author, CancellationToken cancellation)
    {
        using var span = Measures.Span("publish");
        if (ReasonOf(publication.Reason) is not { } reason)
        {
            return (null, NoReason);
        }

        var draft = await desk.DraftAsync(pack, cancellation);
        if (draft is null || draft.Token != publication.Token)
        {
            return (null, draft is null ? PackDrafts.Gone : await drafts.StaleAsync(draft, [], cancellation));
        }

        var (content, problem) = await ReadyAsync(draft, publication.Version, cancellation);
        return content is null ? (null, problem) : await PublishAsync(draft, content, reason, author, cancellation);
    }

    /// <summary>Puts a version in use, an older one as well; the way back is one step.</summary>
    public async Task<(UseEntry? Use, Problem? Problem)> UseAsync(string pack, UseRequest request, Person author, CancellationToken cancellation)
    {
        if (ReasonOf(request.Reason) is not { } reason)
        {
            return (null, NoReason);
        }

        if (await desk.VersionAsync(pack, request.Version, cancellation) is not { } version)
        {
            return (null, PackDrafts.NoSuchVersion);
        }

        // What an older server published, this one may know to be wrong.
        if (PackCheck.Compile(PackDesk.Open(version.Archive)) is (null, var errors))
        {
            return (null, new Problem(422, "pack-errors", "This server can't read that version, so it was not put in use; mend its errors in a draft and publish it anew.") { List = new("errors", errors) });
        }

        await using var context = store.Context();
        var last = await LastUse(context, pack).FirstOrDefaultAsync(cancellation);
        if (last is not null && last.Version != request.Instead)
        {
            return (null, UsedMeanwhile(last.Version));
        }

        if (last?.Version == request.Version)
        {
            return (null, new Problem(409, "in-use", "That version is in use already."));
        }

        var use = UseOf(pack, request.Version, last, reason, author);
        context.Uses.Add(use);
        var action = last is not null && PackNumber.Compare(use.Version, last.Version) < 0 ? AuditActions.RolledBack : AuditActions.Used;
        var entry = AuditNote.Of(author, author.ActsAs(Policies.Author), action, pack, use.Version, json => json.WriteString("instead", last?.Version));
        if (!await TrySaveAsync(context, entry, cancellation))
        {
            return (null, UsedMeanwhile(await desk.InUseAsync(pack, cancellation) ?? ""));
        }

        await store.LookAsync(shelf.RefreshAsync, cancellation);
        return (new UseEntry(use.Number, use.Version, use.Author, use.At, use.Reason), null);
    }

    /// <summary>The draft's files under the version that they are to have, where they may be published.</summary>
    private async Task<(PackContent?, Problem?)> ReadyAsync(PackDraft draft, string? version, CancellationToken cancellation)
    {
        var content = PackDesk.Open(draft.Archive);
        if (version is not null)
        {
            if (!PackNumber.IsValid(version))
            {
                return (null, new Problem(422, "version", "A version is three numbers, as in 1.2.0; choose one of those that are offered."));
            }

            content = content.WithVersion(version) ?? content;
        }

        var check = PackCheck.Of(content);
        if (!check.Publishable)
        {
            return (null, check.Errors.Count > 0
                ? new Problem(422, "pack-errors", "The pack has errors, so it was not published; it stays as a draft.") { List = new("errors", check.Errors) }
                : new Problem(422, "examples-fail", "Examples of the pack fail, so it was not published; it stays as a draft.") { List = new("failures", check.Failures) });
        }

        return await desk.VersionAsync(draft.Pack, check.Pack!.Version, cancellation) is null ? (content, null) : (null, Taken);
    }

    /// <summary>One transaction: the version is there and in use and the draft is gone, or nothing has happened.</summary>
    private async Task<(VersionSummary?, Problem?)> PublishAsync(PackDraft draft, PackContent content, string reason, Person author, CancellationToken cancellation)
    {
        await using var context = store.Context();
        var version = new PackVersion
        {
            Pack = draft.Pack, Version = content.Version!, Author = author.Name, At = DateTime.UtcNow, Reason = reason, Hash = content.Hash, Archive = PackArchive.Write(content),
        };
        var last = await LastUse(context, draft.Pack).FirstOrDefaultAsync(cancellation);
        if (last is not null && last.Version != draft.Base)
        {
            return (null, PackDrafts.BaseMoved(last.Version));
        }

        context.Versions.Add(version);
        // The number is one more than that of the use that was looked at: where another came between, nothing is written.
        context.Uses.Add(UseOf(draft.Pack, version.Version, last, reason, author));
        context.Entry(draft).State = EntityState.Deleted;
        var entry = AuditNote.Of(author, author.ActsAs(Policies.Author), AuditActions.Published, draft.Pack, version.Version, json =>
        {
            json.WriteString("hash", version.Hash);
            json.WriteString("instead", last?.Version);
        });
        if (!await TrySaveAsync(context, entry, cancellation))
        {
            return (null, await MeanwhileAsync(draft, cancellation));
        }

        await store.LookAsync(shelf.RefreshAsync, cancellation);
        return (new VersionSummary(version.Version, version.Author, version.At, version.Reason, InUse: true), null);
    }

    /// <summary>What came between our look and our write.</summary>
    private async Task<Problem> MeanwhileAsync(PackDraft draft, CancellationToken cancellation) => await desk.DraftAsync(draft.Pack, cancellation) switch
    {
        null => PackDrafts.Gone,
        { } other when other.Token != draft.Token => await drafts.StaleAsync(other, [], cancellation),
        _ when await desk.InUseAsync(draft.Pack, cancellation) is { } inUse && inUse != draft.Base => PackDrafts.BaseMoved(inUse),
        _ => Taken,
    };

    /// <summary>What was done and its entry in the trail: both or neither.</summary>
    private static async Task<bool> TrySaveAsync(StoreContext context, AuditEntry entry, CancellationToken cancellation)
    {
        try
        {
            await using var turn = await AuditTurn.BeginAsync(context, cancellation);
            turn.Add(entry);
            await turn.CommitAsync(cancellation);
            Measures.Published(entry.Pack, entry.Version, entry.Action);
            Activity.Current.TellPack(entry.Pack, entry.Version);
            return true;
        }
        catch (DbUpdateException late) when (late is DbUpdateConcurrencyException || StoreFailures.IsDuplicate(late))
        {
            return false;
        }
    }

    private static IQueryable<PackUse> LastUse(StoreContext context, string pack) =>
        context.Uses.AsNoTracking().Where(row => row.Pack == pack).OrderByDescending(row => row.Number);

    private static PackUse UseOf(string pack, string version, PackUse? last, string reason, Person author) => new()
    {
        Pack = pack, Number = (last?.Number ?? 0) + 1, Version = version, Author = author.Name, At = DateTime.UtcNow, Reason = reason, Shipped = false,
    };

    private static string? ReasonOf(string? reason) =>
        reason?.Trim() is { Length: > 0 and <= LongestReason } said && !said.Any(char.IsControl) ? said : null;

    private static Problem NoReason { get; } = new(422, "reason", $"Say why in one line of no more than {LongestReason} letters; the other authors read it.");

    private static Problem Taken { get; } = new(409, "version-taken", "A version of that number is published already and never changes; choose the next.");

    private static Problem UsedMeanwhile(string version) =>
        new(409, "used-meanwhile", "Another author has put another version in use meanwhile; look at it and decide again.") { List = new("inUse", version) };
}
