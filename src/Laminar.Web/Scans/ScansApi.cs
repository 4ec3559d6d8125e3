using System.Text.Encodings.Web;
using System.Text.Json;
using Laminar.Engine;

namespace Laminar.Web;

internal static class ScansApi
{
    public static void AddScans(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DraftWork>().AddSingleton<DraftScan>();

    public static void MapScans(this WebApplication app) =>
        app.MapPost("/api/scans", ScanAsync)
            .WithName("ScanDraft")
            .WithTags("Scans")
            .WithSummary("Reads a draft and says what it leaves open")
            .WithDescription(
                "Send the bytes of the file as the body, or as the file of a form. The answer names every element of the pack with its "
                + "status and evidence, and the findings with their place and a phrase. Nothing of the draft is kept or logged.")
            .TakesADraft()
            .Produces<ScanResult>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ScanAsync(HttpRequest request, string? pack, PackShelf packs, DraftScan scan, Limits limits)
    {
        if (packs.For(pack) is not { Count: > 0 } chosen)
        {
            return NoSuchPack(pack).Answer();
        }

        var (upload, refused) = await Upload.ReadAsync(request, limits);
        if (upload is null)
        {
            return refused!.Answer();
        }

        using (upload)
        {
            var (answer, problem) = scan.Run(
                upload.Bytes, upload.Name, chosen, (_, result, _) => new ScanAnswer(result), request.HttpContext.RequestAborted);
            return answer ?? problem!.Answer();
        }
    }

    public static Problem NoSuchPack(string? id) => string.IsNullOrEmpty(id)
        ? new(503, "no-pack", "No pack is installed on this server; ask who runs it to install one.")
        : new(404, "no-such-pack", "There is no pack of that id; GET /api/packs lists them.");

    /// <summary>Writes the result straight into the response's own buffer.</summary>
    private sealed class ScanAnswer(ScanResult result) : IResult
    {
        private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

        public async Task ExecuteAsync(HttpContext context)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            var body = context.Response.BodyWriter;
            using (var json = new Utf8JsonWriter(body, Relaxed))
            {
                ResultWriter.Write(json, result);
            }

            await body.FlushAsync(context.RequestAborted);
        }
    }
}
