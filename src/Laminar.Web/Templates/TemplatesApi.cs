using System.Text.Json;
using Laminar.Engine;

namespace Laminar.Web;

/// <summary>Standard notes, as their authors need them: a note comes in, what does not belong into it goes out, nothing stays.</summary>
internal static class TemplatesApi
{
    public static void MapTemplates(this WebApplication app) =>
        app.MapPost("/api/templates/lint", LintAsync)
            .RequireAuthorization(Policies.Scan)
            .WithName("LintTemplate")
            .WithTags("Templates")
            .WithSummary("Says what in a standard note would be wrong in somebody's report")
            .WithDescription(
                "Send the note as a draft is sent. The answer names every element of the pack and what the note has for it, and the findings: "
                + "facts of one patient, conditional sentences, alternatives without a field, blanks, unknown or doubled tags, lists without a way out, "
                + "each with its place and what to do. Nothing of the note is kept or logged.")
            .TakesADraft()
            .Describes("include", "\"paragraphs\": the note as a reader sees it, as in a scan.")
            .Produces<NoteLintResult>()
            .MayRefuseADraft(StatusCodes.Status404NotFound);

    private static async Task<IResult> LintAsync(HttpRequest request, string? pack, string? include, PackShelf packs, DraftWork work, Limits limits)
    {
        if (packs.For(pack) is not { Count: > 0 } chosen)
        {
            return ScansApi.NoSuchPack(pack).Answer();
        }

        if (ScanIncludes.Parse(include) is not { Repairs: false } includes)
        {
            return NoSuchInclude.Answer();
        }

        var (upload, refused) = await Upload.ReadAsync(request, limits);
        if (upload is null)
        {
            return refused!.Answer();
        }

        using (upload)
        {
            var (edits, wrong) = upload.ReadEdits();
            if (edits is null)
            {
                return wrong!.Answer();
            }

            var (answer, problem) = work.Run<LintAnswer>(
                (reading, deadline) => DraftOpening.ReadEdited(upload, edits, includes.Paragraphs, reading, deadline) switch
                {
                    ({ } note, _) => (new LintAnswer(NoteLint.Check(note, PackChoice.For(note, chosen, deadline), deadline), includes.Paragraphs ? note : null), null),
                    var (_, error) => (null, error),
                },
                request.HttpContext.RequestAborted);
            return answer ?? problem!.Answer();
        }
    }

    private static Problem NoSuchInclude { get; } = new(400, "no-such-include", "There is no such part of a note's check; say include=paragraphs.");

    /// <param name="note">Null where its paragraphs were not asked for.</param>
    private sealed class LintAnswer(NoteLintResult result, Draft? note) : JsonAnswer
    {
        protected override void WriteProperties(Utf8JsonWriter json)
        {
            NoteLintWriter.WriteProperties(json, result);
            if (note is not null)
            {
                ParagraphsJson.Write(json, note.Paragraphs);
            }
        }
    }
}
