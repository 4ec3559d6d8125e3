using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Word;
using Microsoft.AspNetCore.Mvc;

namespace Laminar.Web;

/// <summary>Writing into a draft: a file comes in, the written file goes out, nothing stays.</summary>
internal static class DraftsApi
{
    public static void AddDrafts(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DraftWriting>();

    public static void MapDrafts(this WebApplication app)
    {
        app.MapPost("/api/drafts/annotated", AnnotateAsync).IsDescribedAsAnnotated();
        app.MapPost("/api/drafts/applied", ApplyAsync).IsDescribedAsApplied();
        app.MapPost("/api/drafts/cleared", ClearAsync).IsDescribedAsCleared();
        app.MapPost("/api/drafts/finalized", FinalizeAsync).IsDescribedAsFinalized();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Task<IResult> AnnotateAsync(HttpRequest request, string? pack, [FromQuery(Name = "as")] string? form, DraftWriting writing) =>
        ModeOf(form) is { } mode
            ? writing.AnswerAsync(request, pack, (document, scan, _) => new WrittenDraft(document, document.Annotate(scan, mode, Now)))
            : Task.FromResult(DraftProblems.NoSuchForm.Answer());

    private static Task<IResult> ApplyAsync(HttpRequest request, string? pack, DraftWriting writing) =>
        writing.AnswerAsync(request, pack, static (document, scan, upload) => Apply(document, scan, upload.Answers), wantsAnswers: true);

    private static Task<IResult> ClearAsync(HttpRequest request, DraftWriting writing) =>
        writing.AnswerAsync(request, static (document, _, _) => new WrittenDraft(document, document.Clear(Now)));

    private static Task<IResult> FinalizeAsync(HttpRequest request, string? pack, DraftWriting writing) =>
        writing.AnswerAsync(request, pack, static (document, scan, _) => document.Finalize(scan, Now) switch
        {
            { Bytes: { } bytes } => new WrittenDraft(document, bytes),
            var final => DraftProblems.NotFinal(final.Open).Answer(),
        });

    private static IResult Apply(DraftDocument document, ScanResult scan, ReadOnlyMemory<byte> json)
    {
        var (given, problem) = GivenAnswers.Parse(json);
        if (given is null)
        {
            return DraftProblems.BadAnswers(problem!).Answer();
        }

        var applied = document.Apply(scan, given.Answers, new Answerer(given.By, given.Role), Now);
        return applied.Refused.Count > 0 && applied.Refused.Count == given.Answers.Count
            ? DraftProblems.AllRefused(applied.Refused).Answer()
            : new WrittenDraft(document, applied.Bytes, applied.Refused);
    }

    private static AnnotationMode? ModeOf(string? form) => form switch
    {
        null or "" or "suggestions" => AnnotationMode.Suggestions,
        "questions" => AnnotationMode.Questions,
        _ => null,
    };
}
