using Laminar.Engine;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <param name="Phrase">With the pack's own fields in braces.</param>
internal sealed record OwnPhraseText(string Phrase);

internal sealed record OwnPhraseEntry(string Element, string Phrase, DateTime At);

/// <summary>A person's own wording of what a pack suggests: seen and used by that person alone.</summary>
internal static class PhrasesApi
{
    // One person may save twice at once, or save and take back: the second finds what the first has done.
    private const int Tries = 2;

    public static void MapPhrases(this WebApplication app)
    {
        var phrases = app.MapGroup("/api/phrases/{pack}").RequireAuthorization(Policies.Answer).WithTags("Phrases").NeedsStore();
        phrases.MapGet("", ListAsync).WithName("ListOwnPhrases").WithSummary("Your own wording of a pack's phrases")
            .WithDescription("One for an element at most. A scan suggests it in place of the pack's phrase.");
        phrases.MapPut("/{element}", SaveAsync).WithName("SaveOwnPhrase").WithSummary("Keeps your own wording of an element's phrase")
            .WithDescription("The pack's fields stay, in any order, with their options; the wording states no fact beside them.")
            .Produces<OwnPhraseEntry>().ProducesProblem(404).ProducesProblem(422);
        phrases.MapDelete("/{element}", RemoveAsync).WithName("RemoveOwnPhrase").WithSummary("Goes back to the pack's own phrase")
            .WithDescription("Nothing happens where there is no own wording.").Produces(204);
    }

    private static async Task<OwnPhraseEntry[]> ListAsync(string pack, Person person, Store store, CancellationToken cancellation)
    {
        await using var context = store.Context();
        return await context.Phrases.Where(row => row.Person == person.Key && row.Pack == pack).OrderBy(row => row.Element)
            .Select(row => new OwnPhraseEntry(row.Element, row.Phrase, row.At)).ToArrayAsync(cancellation);
    }

    private static async Task<IResult> SaveAsync(
        string pack, string element, OwnPhraseText text, Person person, Store store, PackShelf packs, PersonalPhrases phrases, CancellationToken cancellation)
    {
        if (packs.Find(pack) is not { } chosen)
        {
            return ScansApi.NoSuchPack(pack).Answer();
        }

        if (OwnPhrase.Problems(chosen, element, text.Phrase) is [_, ..] problems)
        {
            return new Problem(422, "phrase", problems[0]) { List = new("problems", problems) }.Answer();
        }

        var row = await WriteAsync(person, pack, element, text.Phrase, store, cancellation);
        await store.LookAsync(phrases.RefreshAsync, cancellation);
        return TypedResults.Ok(new OwnPhraseEntry(element, row.Phrase, row.At));
    }

    private static async Task<PersonalPhrase> WriteAsync(Person person, string pack, string element, string phrase, Store store, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = store.Context();
            var row = await context.Phrases.FindAsync([person.Key, pack, element], cancellation);
            var at = await AfterAllAsync(context, cancellation);
            if (row is null)
            {
                row = new PersonalPhrase { Person = person.Key, Pack = pack, Element = element, Phrase = phrase, At = at };
                context.Phrases.Add(row);
            }
            else
            {
                (row.Phrase, row.At) = (phrase, at);
            }

            try
            {
                await context.SaveChangesAsync(cancellation);
                return row;
            }
            catch (DbUpdateException late) when (tries < Tries && (late is DbUpdateConcurrencyException || StoreFailures.IsDuplicate(late)))
            {
                continue;
            }
        }
    }

    /// <summary>Later than any other: by the latest time each server sees that something has changed, and their clocks differ.</summary>
    private static async Task<DateTime> AfterAllAsync(StoreContext context, CancellationToken cancellation)
    {
        var (now, newest) = (DateTime.UtcNow, await context.Phrases.MaxAsync(row => (DateTime?)row.At, cancellation));
        return newest?.AddMilliseconds(1) is { } next && next > now ? next : now;
    }

    private static async Task<NoContent> RemoveAsync(string pack, string element, Person person, Store store, PersonalPhrases phrases, CancellationToken cancellation)
    {
        await using var context = store.Context();
        await context.Phrases.Where(row => row.Person == person.Key && row.Pack == pack && row.Element == element).ExecuteDeleteAsync(cancellation);
        await store.LookAsync(phrases.RefreshAsync, cancellation);
        return TypedResults.NoContent();
    }
}
