using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>Questions that users find bad: reported from their cards, read in the studio.</summary>
internal static class ReportsApi
{
    private const int LongestSentence = 1000;

    public static void MapReports(this WebApplication app, RouteGroupBuilder studio)
    {
        app.MapPost("/api/reports", AddAsync).RequireAuthorization(Policies.Scan).NeedsStore().WithTags("Reports").WithName("ReportQuestion").WithSummary("Reports a bad question to the pack's authors")
            .WithDescription("Ids and a reason. A sentence is kept as it is sent: warn before, and send one only where the user adds it on purpose.")
            .Produces<ReportEntry>(201).ProducesProblem(404).ProducesProblem(422);
        studio.MapGet("/packs/{id}/reports", ListAsync).WithTags("Studio: questions").WithName("ListQuestionReports").WithSummary("The questions of a pack that users reported")
            .WithDescription("The newest first.");
    }

    private static async Task<IResult> AddAsync([FromBody] ReportRequest request, Person person, Store store, PackShelf shelf, CancellationToken cancellation)
    {
        if (shelf.All.FirstOrDefault(known => known.Id == request.Pack) is not { } pack)
        {
            return ScansApi.NoSuchPack(request.Pack).Answer();
        }

        if (Refuse(request, pack) is { } problem)
        {
            return problem.Answer();
        }

        await using var context = store.Context();
        if (!await context.Versions.AnyAsync(version => version.Pack == request.Pack && version.Version == request.Version, cancellation))
        {
            return NoSuchQuestion.Answer();
        }

        var row = new QuestionReport
        {
            Id = Guid.NewGuid(), Pack = request.Pack, Version = request.Version, Element = request.Element, Kind = request.Kind, Reason = request.Reason,
            Sentence = string.IsNullOrWhiteSpace(request.Sentence) ? null : request.Sentence.Trim(), Person = person.Name, At = DateTime.UtcNow,
        };
        context.Reports.Add(row);
        await using var turn = await AuditTurn.BeginAsync(context, cancellation);
        turn.Add(AuditNote.Of(person, "", AuditActions.Reported, row.Pack, row.Version, json =>
        {
            json.WriteString("report", row.Id);
            json.WriteString("element", row.Element);
            json.WriteString("kind", row.Kind);
            json.WriteString("reason", row.Reason);
        }));
        await turn.CommitAsync(cancellation);
        return TypedResults.Created((string?)null, Entry(row));
    }

    private static async Task<ReportEntry[]> ListAsync(string id, Store store, CancellationToken cancellation)
    {
        await using var context = store.Context();
        var rows = await context.Reports.AsNoTracking().Where(row => row.Pack == id).OrderByDescending(row => row.At).ToListAsync(cancellation);
        return [.. rows.Select(Entry)];
    }

    /// <summary>Ids have no room for words: each is one that the pack knows.</summary>
    private static Problem? Refuse(ReportRequest request, Laminar.Engine.Pack pack) => request switch
    {
        _ when !ReportReasons.Codes.Contains(request.Reason) => new(422, "reason", $"The reason is one of {string.Join(", ", ReportReasons.Codes)}."),
        _ when !PackNumber.IsValid(request.Version) || !Kinds.Contains(request.Kind) || !Asks(pack, request.Element) =>
            NoSuchQuestion,
        { Sentence: { } sentence } when sentence.Contains('\0', StringComparison.Ordinal) => new(422, "sentence", "The sentence holds a character that is no text; take it out."),
        { Sentence.Length: > LongestSentence } => new(422, "sentence", $"The sentence is longer than {LongestSentence} letters; shorten it."),
        _ => null,
    };

    private static Problem NoSuchQuestion { get; } =
        new(422, "no-such-question", "The pack has no such question; send pack, version, element and kind as the finding has them.");

    private static readonly string[] Kinds =
        [.. typeof(Laminar.Engine.FindingKind).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    private static bool Asks(Laminar.Engine.Pack pack, string element) =>
        element == Laminar.Engine.FindingKind.Applicability || pack.Outline.Any(one => one.Id == element) || pack.GroupIds.Contains(element);

    private static ReportEntry Entry(QuestionReport row) => new(row.Id, row.Version, row.Element, row.Kind, row.Reason, row.Sentence, row.Person, row.At);
}
