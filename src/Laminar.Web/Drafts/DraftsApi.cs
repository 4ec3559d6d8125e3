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
        app.MapPost("/api/drafts/edited", EditAsync).IsDescribedAsEdited();
        app.MapPost("/api/drafts/applied", ApplyAsync).IsDescribedAsApplied();
        app.MapPost("/api/drafts/insertions", InsertAsync).IsDescribedAsInsertions();
        app.MapPost("/api/drafts/flagged", FlagAsync).IsDescribedAsFlagged();
        app.MapPost("/api/drafts/cleared", ClearAsync).IsDescribedAsCleared();
        app.MapPost("/api/drafts/finalized", FinalizeAsync).IsDescribedAsFinalized();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Task<IResult> AnnotateAsync(HttpRequest request, string? pack, [FromQuery(Name = "as")] string? form, DraftWriting writing) =>
        ModeOf(form) is { } mode
            ? writing.AnswerAsync(request, pack, (document, scan, _) => new WrittenDraft(document, document.Annotate(scan, mode, Now)))
            : Task.FromResult(DraftProblems.NoSuchForm.Answer());

    private static Task<IResult> ApplyAsync(HttpRequest request, string? pack, Visit visit, DraftWriting writing, Questions questions) =>
        writing.AnswerAsync(request, pack, (document, scan, upload) => Take(upload, scan, visit, questions, (answers, answerer) =>
        {
            var applied = document.Apply(scan, answers, answerer, Now);
            return (new WrittenDraft(document, applied.Bytes, applied.Refused), applied.Refused);
        }), UploadPart.Answers);

    private static Task<IResult> InsertAsync(HttpRequest request, string? pack, Visit visit, DraftWriting writing, Questions questions) =>
        writing.AnswerAsync(request, pack, (document, scan, upload) => Take(upload, scan, visit, questions, (answers, answerer) =>
        {
            var insertions = document.Insertions(scan, answers, answerer, Now);
            return (TypedResults.Json(insertions, ApiJson.Default.DraftInsertions), insertions.Refused);
        }), UploadPart.Answers);

    private static Task<IResult> EditAsync(HttpRequest request, DraftWriting writing) => writing.AnswerEditedAsync(request);

    private static Task<IResult> FlagAsync(HttpRequest request, string? pack, DraftWriting writing) =>
        writing.AnswerAsync(request, pack, static (document, scan, upload) => GivenFlags.Parse(upload[UploadPart.Flags]) switch
        {
            ({ } flags, _) when scan.Findings.Any(finding => flags.Findings.Contains(finding.Id)) =>
                new WrittenDraft(document, document.Flag(scan, flags.Findings, flags.By, Now)),
            ({ }, _) => DraftProblems.NothingToFlag.Answer(),
            var (_, problem) => DraftProblems.BadFlags(problem!).Answer(),
        }, UploadPart.Flags);

    private static Task<IResult> ClearAsync(HttpRequest request, DraftWriting writing) =>
        writing.AnswerAsync(request, static (document, _, _) => new WrittenDraft(document, document.Clear(Now)));

    private static Task<IResult> FinalizeAsync(HttpRequest request, string? pack, DraftWriting writing) =>
        writing.AnswerAsync(request, pack, static (document, scan, _) => document.Finalize(scan, Now) switch
        {
            { Bytes: { } bytes } => new WrittenDraft(document, bytes),
            var final => DraftProblems.NotFinal(final.Open).Answer(),
        });

    /// <param name="take">What the answers come to, and which of them were refused.</param>
    private static IResult Take(
        Upload upload, ScanResult scan, Visit visit, Questions questions, Func<IReadOnlyList<Answer>, Answerer, (IResult Answer, IReadOnlyList<RefusedAnswer> Refused)> take)
    {
        var (given, problem) = GivenAnswers.Parse(upload[UploadPart.Answers]);
        if (given is null)
        {
            return DraftProblems.BadAnswers(problem!).Answer();
        }

        var (answer, refused) = take(given.Answers, new Answerer(given.By, given.Role));
        questions.Take(scan, visit, given.Answers, refused);
        return refused.Count > 0 && refused.Count == given.Answers.Count ? DraftProblems.AllRefused(refused).Answer() : answer;
    }

    private static AnnotationMode? ModeOf(string? form) => form switch
    {
        null or "" or "suggestions" => AnnotationMode.Suggestions,
        "questions" => AnnotationMode.Questions,
        _ => null,
    };
}
