using System.Text.Json.Nodes;
using Laminar.Word;
using Microsoft.OpenApi;

namespace Laminar.Web;

/// <summary>What the API's description says of the endpoints that write into a draft.</summary>
internal static class DraftDescriptions
{
    private const string Tag = "Drafts";
    private const string Kept = "Everything else in the file stays as it is, and nothing of it is kept or logged.";
    private const string Locked = "The file is damaged or has a password, or it must not be written into: signed, protected against editing, marked as final.";

    public static void IsDescribedAsAnnotated(this RouteHandlerBuilder endpoint) => endpoint
        .Writes("AnnotateDraft", "Puts what a draft leaves open into the draft, where it belongs",
            "Gaps become phrases with open fields, as tracked insertions; what disagrees or can be read in two ways becomes a comment. "
            + "A draft that was annotated before gets only what is new. " + Kept,
            404)
        .TakesADraft()
        .Describes("as", "\"suggestions\" (the default), or \"questions\": comments alone, no clinical text.");

    public static void IsDescribedAsApplied(this RouteHandlerBuilder endpoint) => endpoint
        .Writes("ApplyAnswers", "Writes answers into a draft, as tracked changes in the answerer's name",
            "Send a form with the draft and the answers. An answer that can't be taken is refused in the header "
            + $"{RefusedHeader.Name}, and the others are written. " + Kept,
            403, 404)
        .TakesAnswers()
        .AddOpenApiOperationTransformer(static (operation, _, _) =>
        {
            if (operation.Responses?["200"] is OpenApiResponse written)
            {
                written.Headers = RefusedHeaders();
            }

            return Task.CompletedTask;
        });

    public static void IsDescribedAsInsertions(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<DraftInsertions>()
        .Answers("ListInsertions", "Says what answers write into a draft, and where, for a host that writes itself",
            "The same as for a file, by the same rules: of each answer that was taken, the finished sentence with what parts it from the text "
            + "around it; the answers that were refused; and the record to keep with the document. An answer that writes nothing is only in "
            + "the record. Nothing of the draft is kept or logged.",
            403, 404)
        .TakesAnswers();

    public static void IsDescribedAsEdited(this RouteHandlerBuilder endpoint) => endpoint
        .Writes("EditDraft", "Changes the text of a draft",
            "In a Word file as tracked changes in the editor's name, all of them or none; plain text comes back as a Word file. " + Kept)
        .TakesADraft(UploadPart.Edits)
        .Says("400", "The form is damaged or lacks the draft or the edits, or the edits are not in their form or bear no name.")
        .Says("422", Locked + " Or an edit can't be made: it does not fit the text, or touches what can't be changed here.");

    public static void IsDescribedAsFlagged(this RouteHandlerBuilder endpoint) => endpoint
        .Writes("FlagFindings", "Asks the surgeon questions, as comments in the draft",
            "Send a form with the draft and the findings to flag; each becomes a comment that says who asks. What is asked already stays. "
            + "Surgeons and transcriptionists may. " + Kept,
            404)
        .TakesADraft(UploadPart.Flags)
        .Says("400", "The form is damaged or lacks the draft or the flags, or the flags are not in their form.")
        .Says("422", Locked + " Or the draft asks none of the findings.");

    public static void IsDescribedAsCleared(this RouteHandlerBuilder endpoint) => endpoint
        .Writes("ClearDraft", "Takes out of a draft what was put in and nobody confirmed", "Confirmed wording stays. " + Kept)
        .TakesADraft();

    public static void IsDescribedAsFinalized(this RouteHandlerBuilder endpoint) => endpoint
        .Writes("FinalizeDraft", "Takes the tool's marks out of a report in which nothing is open any more",
            "Leaves a record of what was checked and answered, without any text of the draft. It does not sign. " + Kept,
            404, 409)
        .TakesADraft()
        .Says("409", "Something is still open; \"open\" lists each with its kind, finding, message, paragraph and offset.");

    /// <summary>A file as the answer, or a problem.</summary>
    /// <param name="problems">The statuses that not every one of them can come to.</param>
    private static RouteHandlerBuilder Writes(this RouteHandlerBuilder endpoint, string name, string summary, string description, params int[] problems) =>
        endpoint.Produces(StatusCodes.Status200OK).Answers(name, summary, description, problems).AnswersAFile();

    private static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, string name, string summary, string description, params int[] problems)
    {
        endpoint.WithName(name).WithTags(Tag).WithSummary(summary).WithDescription(description);
        return endpoint.MayRefuseADraft(problems).Says("422", Locked);
    }

    private static RouteHandlerBuilder TakesAnswers(this RouteHandlerBuilder endpoint) => endpoint
        .TakesADraft(UploadPart.Answers)
        .Says("400", "The form is damaged or lacks the draft or the answers, or the answers are not in their form.")
        .Says("403", "No answer could be taken, because the role may not state clinical facts; \"refused\" names each.")
        .Says("422", Locked + " Or no answer could be taken; \"refused\" says why for each.");

    private static RouteHandlerBuilder AnswersAFile(this RouteHandlerBuilder endpoint) => endpoint
        .AddOpenApiOperationTransformer(static (operation, _, _) =>
        {
            if (operation.Responses?["200"] is OpenApiResponse written)
            {
                written.Description = "The whole file, under the draft's name; of the draft's own kind, and .docx where it was none of Word's.";
                written.Content = DraftTypes.Word.ToDictionary(type => type, _ => DraftBodies.Binary());
            }

            return Task.CompletedTask;
        });

    private static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string status, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Responses?[status] is OpenApiResponse response)
            {
                response.Description = description;
            }

            return Task.CompletedTask;
        });

    private static Dictionary<string, IOpenApiHeader> RefusedHeaders() => new()
    {
        [RefusedHeader.Name] = new OpenApiHeader
        {
            Description = "Only where answers were refused: a list of { finding, code, message } in JSON, in ASCII. A long list is cut at its end.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create("""[{"finding":"side.missing.0123456789abcdef","code":"gone","message":"The draft no longer asks this; nothing was written."}]"""),
        },
        [RefusedHeader.CountName] = new OpenApiHeader
        {
            Description = $"How many answers were refused, those included that no longer fit into {RefusedHeader.Name}.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
        },
    };
}
