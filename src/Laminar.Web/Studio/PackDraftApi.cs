using Laminar.Hosts;
using Microsoft.AspNetCore.Mvc;

namespace Laminar.Web;

/// <summary>The work in progress on a pack: opened, saved, checked, tried on drafts, published.</summary>
internal static class PackDraftApi
{
    public static void MapPackDrafts(this RouteGroupBuilder studio)
    {
        var draft = studio.MapGroup("/packs/{id}").WithTags("Studio: drafts of packs");
        draft.MapGet("/draft", GetAsync).WithName("OpenPackDraft").WithSummary("The files of the draft that authors are working on")
            .WithDescription("Its token has to be named by the next save.").Produces<DraftFiles>().ProducesProblem(404);
        draft.MapPut("/draft", SaveAsync).TakesLargeJson().WithName("SavePackDraft").WithSummary("Saves changed files into the draft")
            .WithDescription("Where another author has saved meanwhile, nothing is written: 409, and \"theirs\" holds the other's files and the difference. "
                + "Where another version was put in use meanwhile than the changes were made against: 409 \"base-moved\", and \"inUse\" is that version. "
                + "A pack with errors can be saved.")
            .Produces<DraftSummary>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        draft.MapDelete("/draft", DiscardAsync).WithName("DiscardPackDraft").WithSummary("Gives the draft up; versions stay")
            .WithDescription("Needs the token of the last save.").Produces(204).ProducesProblem(409);
        draft.MapPost("/check", CheckAsync).TakesLargeJson().WithName("CheckPackDraft").WithSummary("Compiles the draft and runs its examples")
            .WithDescription("With changes that are not saved yet. Each error has its file, line, column and one sentence.")
            .Produces<PackCheck>().ProducesProblem(404).ProducesProblem(422);
        draft.MapPost("/wording", WordAsync).TakesLargeJson().WithName("WordPackDraft").WithSummary("The pack's wording, element by element, and edits of it put into its files")
            .WithDescription("Questions, phrases, options, words and examples, as a form shows them, from the draft with changes that are not saved yet. Each edit "
                + "exchanges one text where it stands in its file and nothing else; the answer holds the files that the edits change, to be sent as changes. "
                + "An edit of a shared element makes the pack's own copy of it.")
            .Produces<PackWords>().ProducesProblem(404).ProducesProblem(422);
        draft.MapPost("/preview", PreviewAsync).WithName("PreviewPackDraft").WithSummary("What the draft changes in the findings of drafts")
            .WithDescription("Over the pack's sample drafts and the files of the form, against the version in use. A part \"changes\" may hold "
                + "changes that are not saved yet, as in a save. Nothing of a file is kept.")
            .TakesPreviewForm().Produces<DraftEffect[]>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422);
        draft.MapPost("/publish", PublishAsync).WithName("PublishPack").WithSummary("Makes the draft a version that never changes, and puts it in use")
            .WithDescription("Refused with \"errors\" or \"failures\" where the pack does not compile or an example fails; where the draft began from another version than the one in use, 409 \"base-moved\". Every server reads with it within two seconds.")
            .Produces<VersionSummary>().ProducesProblem(409).ProducesProblem(422);
        studio.MapPost("/packs/import", ImportAsync).WithTags("Studio: drafts of packs").WithName("ImportPack").WithSummary("A zip of the folder form of templates/ becomes the pack's draft")
            .WithDescription("The body is the zip: ID/… and shared/…. An id that is not known makes a new pack.").Describes("token", "Of the draft that is to be replaced, where there is one.")
            .TakesZip().Produces<StudioPack>().ProducesProblem(409).ProducesProblem(413).ProducesProblem(422);
    }

    private static async Task<IResult> GetAsync(string id, PackDesk desk, CancellationToken cancellation) =>
        await desk.DraftAsync(id, cancellation) is { } row
            ? TypedResults.Ok(new DraftFiles(id, row.Token, row.Base, row.Author, row.At, PackFileText.AllOf(PackDesk.Open(row.Archive))))
            : new Problem(404, "no-draft", "Nobody is working on this pack; save a change to begin.").Answer();

    private static async Task<IResult> SaveAsync(string id, [FromBody] DraftSave save, Person author, PackDrafts drafts, CancellationToken cancellation)
    {
        var (saved, problem) = await drafts.SaveAsync(id, save, author, cancellation);
        return saved is null ? problem!.Answer() : TypedResults.Ok(saved);
    }

    private static async Task<IResult> DiscardAsync(string id, Guid token, Person author, PackDrafts drafts, CancellationToken cancellation) =>
        await drafts.DiscardAsync(id, token, author, cancellation) is { } problem ? problem.Answer() : TypedResults.NoContent();

    private static async Task<IResult> CheckAsync(string id, [FromBody] CheckRequest request, PackDesk desk, CancellationToken cancellation)
    {
        var (content, problem) = await ChangedAsync(id, request.Changes, desk, cancellation);
        return content is null ? problem!.Answer() : TypedResults.Ok(PackCheck.Of(content));
    }

    private static async Task<IResult> WordAsync(string id, [FromBody] WordingRequest request, PackDesk desk, CancellationToken cancellation)
    {
        var (content, problem) = await ChangedAsync(id, request.Changes, desk, cancellation);
        if (content is null)
        {
            return problem!.Answer();
        }

        var (words, refused) = PackWords.Of(content, request.Edits ?? []);
        return words is null ? refused!.Answer() : TypedResults.Ok(words);
    }

    private static async Task<IResult> PreviewAsync(string id, HttpRequest request, PackDesk desk, PackShelf shelf, PackPreview preview, DraftPlaces places, Limits limits, UploadMemory memory)
    {
        var aborted = request.HttpContext.RequestAborted;
        using var form = new PreviewForm(limits, memory);
        if (await form.ReadAsync(request) is { } refused)
        {
            return refused.Answer();
        }

        var (content, problem) = await ChangedAsync(id, form.Changes, desk, aborted);
        if (content is null)
        {
            return problem!.Answer();
        }

        var (place, busy) = await places.TakeAsync(aborted);
        if (place is null)
        {
            return busy!.Answer();
        }

        using var atWork = place;
        var (changed, errors) = PackCheck.Compile(content);
        if (changed is null)
        {
            return new Problem(422, "pack-errors", "The pack has errors; mend them to see what it does.") { List = new("errors", errors) }.Answer();
        }

        var inUse = shelf.All.FirstOrDefault(pack => pack.Id == id);
        return TypedResults.Ok(Sample.Of(content).Select(sample => preview.Of(sample.Bytes, sample.FileName, true, inUse, changed, aborted))
            .Concat(form.Drafts.Select(draft => preview.Of(draft.Bytes.Memory, draft.Name, false, inUse, changed, aborted)))
            .ToArray());
    }

    private static async Task<IResult> PublishAsync(string id, [FromBody] Publication publication, Person author, PackPublishing publishing, CancellationToken cancellation)
    {
        var (published, problem) = await publishing.PublishAsync(id, publication, author, cancellation);
        return published is null ? problem!.Answer() : TypedResults.Ok(published);
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, Guid? token, Person author, PackDrafts drafts, PackDesk desk, Limits limits, UploadMemory memory, CancellationToken cancellation)
    {
        var (sent, refused) = await memory.InTimeAsync(
            late => memory.ReadAsync(
                request.Body,
                request.ContentLength,
                limits.UploadBytes,
                () => new(413, "too-large", $"The zip is larger than {Limits.Size(limits.UploadBytes)}; take out what is no part of the pack."),
                late),
            cancellation);
        if (sent is null)
        {
            return refused!.Answer();
        }

        using var zip = sent;
        var (content, wrong) = PackArchive.Read(new MemoryStream(zip.Memory.ToArray()));
        if (content is null)
        {
            return new Problem(422, "not-a-pack", wrong!).Answer();
        }

        var (saved, problem) = await drafts.ImportAsync(content, token, author, cancellation);
        return saved is null ? problem!.Answer() : TypedResults.Ok((await desk.ListAsync(content.Id, cancellation))[0]);
    }

    /// <summary>The draft, or else the version in use, with changes that nobody has saved.</summary>
    private static async Task<(PackContent?, Problem?)> ChangedAsync(string id, IReadOnlyList<PackFileText>? changes, PackDesk desk, CancellationToken cancellation) =>
        await desk.CurrentAsync(id, cancellation) is { } content ? PackChanges.Apply(content, changes) : (null, PackDrafts.NoSuchVersion);
}
