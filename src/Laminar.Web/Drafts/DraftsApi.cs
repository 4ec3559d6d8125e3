using System.Text.Json;
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
        app.MapPost("/api/drafts/annotated", AnnotateAsync).RequireAuthorization(Policies.Scan).IsDescribedAsAnnotated();
        app.MapPost("/api/drafts/edited", EditAsync).RequireAuthorization(Policies.Scan).IsDescribedAsEdited();
        app.MapPost("/api/drafts/applied", ApplyAsync).RequireAuthorization(Policies.Answer).IsDescribedAsApplied();
        app.MapPost("/api/drafts/insertions", InsertAsync).RequireAuthorization(Policies.Answer).IsDescribedAsInsertions();
        app.MapPost("/api/drafts/flagged", FlagAsync).RequireAuthorization(Policies.Answer).IsDescribedAsFlagged();
        app.MapPost("/api/drafts/cleared", ClearAsync).RequireAuthorization(Policies.Answer).IsDescribedAsCleared();
        app.MapPost("/api/drafts/finalized", FinalizeAsync).RequireAuthorization(Policies.Answer).IsDescribedAsFinalized();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Task<IResult> AnnotateAsync(HttpRequest request, string? pack, [FromQuery(Name = "as")] string? form, DraftWriting writing) =>
        ModeOf(form) is { } mode
            ? writing.AnswerAsync(request, pack, (document, scan, _) => new WrittenDraft(document, document.Annotate(scan, mode, Now)))
            : Task.FromResult(DraftProblems.NoSuchForm.Answer());

    private static Task<IResult> ApplyAsync(HttpRequest request, string? pack, Visit visit, DraftWriting writing, Questions questions, PackShelf packs) =>
        writing.AnswerAsync(request, pack, (document, scan, upload) => Take(upload, scan, visit, questions, packs, (answers, answerer) =>
        {
            var applied = document.Apply(scan, answers, answerer, Now);
            return (new WrittenDraft(document, applied.Bytes, applied.Refused), applied.Refused, applied.Bytes);
        }), UploadPart.Answers);

    private static Task<IResult> InsertAsync(HttpRequest request, string? pack, Visit visit, DraftWriting writing, Questions questions, PackShelf packs) =>
        writing.AnswerAsync(request, pack, (document, scan, upload) => Take(upload, scan, visit, questions, packs, (answers, answerer) =>
        {
            var insertions = document.Insertions(scan, answers, answerer, Now);
            return (TypedResults.Json(insertions, ApiJson.Default.DraftInsertions), insertions.Refused, null);
        }), UploadPart.Answers);

    private static Task<IResult> EditAsync(HttpRequest request, DraftWriting writing) => writing.AnswerEditedAsync(request);

    private static Task<IResult> FlagAsync(HttpRequest request, string? pack, Person person, DraftWriting writing) =>
        writing.AnswerAsync(request, pack, (document, scan, upload) => GivenFlags.Parse(upload[UploadPart.Flags]) switch
        {
            ({ } flags, _) when scan.Findings.Where(finding => flags.Findings.Contains(finding.Id)).ToList() is { Count: > 0 } flagged =>
                Flag(document, scan, upload, flags, flagged, person),
            ({ }, _) => DraftProblems.NothingToFlag.Answer(),
            var (_, problem) => DraftProblems.BadFlags(problem!).Answer(),
        }, UploadPart.Flags);

    private static Recorded Flag(DraftDocument document, ScanResult scan, Upload upload, GivenFlags flags, List<Finding> flagged, Person person)
    {
        var file = document.Flag(scan, flags.Findings, person.Signs(flags.By), Now);
        return Record(new WrittenDraft(document, file), AuditActions.Flagged, RoleOf(person), person, scan, upload, file, json => Write(json, "findings", flagged));
    }

    private static Task<IResult> ClearAsync(HttpRequest request, DraftWriting writing) =>
        writing.AnswerAsync(request, static (document, _, _) => new WrittenDraft(document, document.Clear(Now)));

    private static Task<IResult> FinalizeAsync(HttpRequest request, string? pack, Person person, DraftWriting writing) =>
        writing.AnswerAsync(request, pack, (document, scan, upload) => document.Finalize(scan, Now) switch
        {
            // What is left open is what may be.
            { Bytes: { } bytes } => Record(new WrittenDraft(document, bytes), AuditActions.Finalized, RoleOf(person), person, scan, upload, bytes, json => Write(json, "open", scan.Findings)),
            var final => DraftProblems.NotFinal(final.Open).Answer(),
        });

    /// <param name="take">What the answers come to, which of them were refused, and the file that goes out, where one does.</param>
    private static IResult Take(
        Upload upload, ScanResult scan, Visit visit, Questions questions, PackShelf packs, Func<IReadOnlyList<Answer>, Answerer, (IResult Answer, IReadOnlyList<RefusedAnswer> Refused, byte[]? File)> take)
    {
        var (given, problem) = GivenAnswers.Parse(upload[UploadPart.Answers]);
        if (given is null)
        {
            return DraftProblems.BadAnswers(problem!).Answer();
        }

        var role = given.Role ?? (visit.Person.Has(Roles.Surgeon) ? AnswererRole.Surgeon : AnswererRole.Transcriptionist);
        if (!visit.Person.Has(role == AnswererRole.Surgeon ? Roles.Surgeon : Roles.Transcriptionist))
        {
            return DraftProblems.NotInThatRole(role).Answer();
        }

        var (answer, refused, file) = take(given.Answers, new Answerer(visit.Person.Signs(given.By), role));
        var taken = questions.Take(scan, visit, given.Answers, refused);
        return taken switch
        {
            [] when refused.Count > 0 => DraftProblems.AllRefused(refused).Answer(),
            [] => answer,
            _ => Record(answer, AuditActions.Answered, RoleOf(role), visit.Person, scan, upload, file, json => AnswerDetails.Write(json, scan, taken, refused.Count, packs)),
        };
    }

    private static Recorded Record(
        IResult answer, string action, string role, Person person, ScanResult scan, Upload upload, byte[]? file, Action<Utf8JsonWriter> details) =>
        new(answer, AuditNote.Of(person, role, action, scan.Pack.Id, scan.Pack.Version, details) with
        {
            Received = AuditNote.Hash(upload.Bytes.Span), Sent = file is null ? null : AuditNote.Hash(file),
        });

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<Finding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStringValue(finding.Id);
        }

        json.WriteEndArray();
    }

    /// <summary>Empty for somebody who has both, and did not say in which.</summary>
    private static string RoleOf(Person person) => (person.Has(Roles.Surgeon), person.Has(Roles.Transcriptionist)) switch
    {
        (true, false) => RoleWords.Surgeon,
        (false, true) => RoleWords.Transcriptionist,
        _ => "",
    };

    private static string RoleOf(AnswererRole role) => role == AnswererRole.Transcriptionist ? RoleWords.Transcriptionist : RoleWords.Surgeon;

    private static AnnotationMode? ModeOf(string? form) => form switch
    {
        null or "" or "suggestions" => AnnotationMode.Suggestions,
        "questions" => AnnotationMode.Questions,
        _ => null,
    };
}
