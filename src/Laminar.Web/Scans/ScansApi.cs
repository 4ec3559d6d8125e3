using Laminar.Engine;

namespace Laminar.Web;

internal static class ScansApi
{
    public static void AddScans(this WebApplicationBuilder builder) => builder.Services.AddSingleton<UploadMemory>().AddSingleton<DraftPlaces>().AddSingleton<DraftWork>().AddSingleton<DraftScan>();

    public static void MapScans(this WebApplication app) =>
        app.MapPost("/api/scans", ScanAsync)
            .RequireAuthorization(Policies.Scan)
            .WithName("ScanDraft")
            .WithTags("Scans")
            .WithSummary("Reads a draft and says what it leaves open")
            .WithDescription(
                "Send the bytes of the file as the body, or as the file of a form. The answer names every element of the pack with its "
                + "status and evidence, and the findings with their place and a phrase. Nothing of the draft is kept or logged. A client that sends one draft "
                + $"again after each change gives it any id in the header {Visit.Header}, so that its questions are counted once.")
            .TakesADraft()
            .Describes("include", "\"paragraphs\", the draft as a reader sees it; \"repairs\", what in it can be mended without changing what it says; or both, with a comma.")
            .Describes("note", "true where it is a standard note that is looked at and no draft: what it leaves open is counted as nobody's question.")
            .Produces<ScanResult>()
            .MayRefuseADraft(StatusCodes.Status404NotFound);

    private static async Task<IResult> ScanAsync(HttpRequest request, string? pack, string? include, bool? note, Visit visit, PackShelf packs, DraftScan scan, Questions questions, Limits limits)
    {
        if (packs.For(pack) is not { Count: > 0 } chosen)
        {
            return NoSuchPack(pack).Answer();
        }

        if (ScanIncludes.Parse(include) is not { } includes)
        {
            return ScanIncludes.Unknown.Answer();
        }

        var (upload, refused) = await Upload.ReadAsync(request, limits);
        if (upload is null)
        {
            return refused!.Answer();
        }

        using (upload)
        {
            var (edits, wrong) = upload.ReadEdits();
            return edits is null ? wrong!.Answer() : Scan(request.HttpContext, upload, edits, includes, chosen, scan, result => note == true ? questions.Word(result, visit.Person) : questions.Raise(result, visit));
        }
    }

    private static IResult Scan(HttpContext context, Upload upload, GivenEdits edits, ScanIncludes includes, IReadOnlyList<Pack> packs, DraftScan scan, Func<ScanResult, ScanResult> raise)
    {
        using var measured = MeasuredScan.Begin(context);
        var (answer, problem) = scan.Run(
            (limits, deadline) => DraftOpening.ReadEdited(upload, edits, includes.Paragraphs, limits, deadline),
            packs,
            (draft, result, _) => ScanAnswer.Of(draft, raise(measured.Tell(draft, result)), packs.First(pack => pack.Id == result.Pack.Id), includes),
            context.RequestAborted);
        return answer ?? problem!.Answer();
    }

    public static Problem NoSuchPack(string? id) => string.IsNullOrEmpty(id)
        ? new(503, "no-pack", "No pack is installed on this server; ask who runs it to install one.") { RetryAfter = TimeSpan.FromMinutes(1) }
        : new(404, "no-such-pack", "There is no pack of that id; GET /api/packs lists them.");
}
