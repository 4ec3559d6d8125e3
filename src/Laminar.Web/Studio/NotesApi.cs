using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Standard notes with their versions: put in, listed, fetched.</summary>
internal static class NotesApi
{
    public static void MapNotes(this RouteGroupBuilder studio)
    {
        var notes = studio.MapGroup("/packs/{id}/notes").WithTags("Studio: standard notes");
        notes.MapGet("", (string id, StandardNotes notes, CancellationToken cancellation) => notes.ListAsync(id, cancellation))
            .WithName("ListNotes").WithSummary("A pack's standard notes with all their versions").WithDescription("By name, the newest version first.");
        notes.MapPost("", AddAsync).WithName("PublishNote").WithSummary("Publishes a version of a standard note")
            .WithDescription("The Word file as the body, or as the file of a form; its name names the note. A version never changes. "
                + "A note with a fact of one patient in it, or anything else that the lint requires to be mended, is not published.")
            .TakesADraft().Describes("reason", "Why, in one line for the other authors.")
            .Produces<NoteVersion>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        notes.MapGet("/{name}/{number:int}", GetAsync).WithName("DownloadNote").WithSummary("The file of one version, as it was published")
            .WithDescription("Byte for byte.").Produces(200, contentType: DraftTypes.Docx).ProducesProblem(404);
    }

    private static async Task<IResult> AddAsync(string id, string? reason, HttpRequest request, Person author, PackShelf packs, StandardNotes notes, DraftWork work, Limits limits)
    {
        if (packs.Find(id) is not { } pack)
        {
            return ScansApi.NoSuchPack(id).Answer();
        }

        if (reason?.Contains('\0', StringComparison.Ordinal) == true)
        {
            return NoReason.Answer();
        }

        var (upload, refused) = await Upload.ReadAsync(request, limits);
        if (upload is null)
        {
            return refused!.Answer();
        }

        using (upload)
        {
            var aborted = request.HttpContext.RequestAborted;
            var (read, problem) = work.Run((reader, deadline) => Read(upload, pack, reader, deadline), aborted);
            if (read is null)
            {
                return problem!.Answer();
            }

            upload.LeavePlace();
            if (!read.IsNote || upload.Name.Any(char.IsControl) || StandardNotes.NameOf(upload.Name) is not { } name || !upload.Name.EndsWith(read.Extension, StringComparison.OrdinalIgnoreCase))
            {
                return NoName.Answer();
            }

            return read.Check.Faults > 0
                ? Faulty(read.Check.Faults, id).Answer()
                : TypedResults.Created((string?)null, await notes.AddAsync(id, name, upload, read.Check, reason, author, aborted));
        }
    }

    private static (ReadNote? Note, DraftError? Error) Read(Upload upload, Pack pack, ReadLimits reader, CancellationToken deadline) =>
        DraftDocument.Open(upload.Bytes, upload.Name, reader, deadline) switch
        {
            ({ } document, _) => (new ReadNote(document.Extension, upload.Bytes.Span.StartsWith("PK"u8), NoteCheck.Of(document.Draft, pack, deadline)), null),
            var (_, error) => (null, error),
        };

    private static async Task<IResult> GetAsync(string id, string name, int number, StandardNotes notes, CancellationToken cancellation) =>
        await notes.FindAsync(id, name, number, cancellation) is { } note
            ? TypedResults.File(note.Bytes, DraftTypes.OfExtension(Path.GetExtension(note.FileName)), note.FileName)
            : new Problem(404, "no-such-note", "There is no such standard note or version; the list of the pack's notes has them.").Answer();

    private static Problem Faulty(int faults, string pack) => new(422, "note-faults",
        $"The note has {(faults == 1 ? "one fault" : $"{faults} faults")} that would stand in every report made from it; "
        + $"POST /api/templates/lint?pack={pack} and laminar template lint --pack {pack} show where and what to do.");

    private sealed record ReadNote(string Extension, bool IsZip, NoteCheck Check)
    {
        // A note goes to everybody: no macros, and nothing that Word opens only after asking.
        public bool IsNote => IsZip && Extension is ".docx" or ".dotx";
    }

    private static Problem NoReason { get; } = new(422, "reason", "The reason holds a character that is no text; take it out.");

    private static Problem NoName { get; } =
        new(422, "note-name", "A standard note is a Word file (.docx or .dotx) with letters in its name, and ends as its kind does; save it from Word under a name of its own.");
}
