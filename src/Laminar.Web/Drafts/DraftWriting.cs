using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Opens the draft of a request within the limits and writes into it. Nothing outlives the answer.</summary>
internal sealed class DraftWriting(DraftWork work, PackShelf packs, Questions questions, Limits limits)
{
    /// <param name="pack">Id of the pack to scan with, or null for the one that the draft chooses.</param>
    /// <param name="write">Makes the answer of the opened draft, with its edits in it, and of its scan.</param>
    /// <param name="wanted">What the request has to bring beside the draft.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public Task<IResult> AnswerAsync(
        HttpRequest request, string? pack, Func<DraftDocument, ScanResult, Upload, IResult> write, UploadPart? wanted = null) =>
        packs.For(pack) is { Count: > 0 } chosen
            ? AnswerAsync(request, (document, upload, deadline) => write(document, questions.Word(PackChoice.Scan(document.Draft, chosen, deadline), Person.Of(request.HttpContext)), upload), wanted)
            : Task.FromResult(ScansApi.NoSuchPack(pack).Answer());

    /// <summary>The same for what needs no scan.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public Task<IResult> AnswerAsync(HttpRequest request, Func<DraftDocument, Upload, CancellationToken, IResult> write, UploadPart? wanted = null) =>
        AnswerAsync(request, wanted, (upload, edits, reader, deadline) => DraftOpening.OpenEdited(upload, edits, reader, deadline) switch
        {
            ({ } document, _) => (write(document, upload, deadline), null),
            var (_, error) => (null, error),
        });

    /// <summary>Answers with the draft's edits in it and nothing else.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public Task<IResult> AnswerEditedAsync(HttpRequest request) =>
        AnswerAsync(request, UploadPart.Edits, static (upload, edits, reader, deadline) => DraftOpening.Open(upload, reader, deadline) switch
        {
            ({ } document, _) => document.Edit(edits.Edits, edits.By ?? "", TimeProvider.System.GetUtcNow()) switch
            {
                ({ } bytes, _) => (new WrittenDraft(document, bytes), null),
                var (_, error) => (null, error),
            },
            var (_, error) => (null, error),
        });

    private async Task<IResult> AnswerAsync(
        HttpRequest request, UploadPart? wanted, Func<Upload, GivenEdits, ReadLimits, CancellationToken, (IResult? Answer, DraftError? Error)> write)
    {
        var (upload, refused) = await Upload.ReadAsync(request, limits, wanted);
        if (upload is null)
        {
            return refused!.Answer();
        }

        using (upload)
        {
            var (edits, wrong) = upload.ReadEdits();
            return edits is null ? wrong!.Answer() : Write(upload, Signed(edits, Person.Of(request.HttpContext)), write, request.HttpContext.RequestAborted);
        }
    }

    private static GivenEdits Signed(GivenEdits edits, Person person) => person.IsSignedIn ? edits with { By = person.Name } : edits;

    private IResult Write(
        Upload upload, GivenEdits edits, Func<Upload, GivenEdits, ReadLimits, CancellationToken, (IResult? Answer, DraftError? Error)> write, CancellationToken aborted)
    {
        var (answer, problem) = work.Run(
            (reader, deadline) =>
            {
                using var span = Measures.Span("write");
                var written = write(upload, edits, reader, deadline);
                // The writer looks at the time between its steps; the last of them may have been long.
                deadline.ThrowIfCancellationRequested();
                return written;
            },
            aborted);
        return answer ?? problem!.Answer();
    }
}
