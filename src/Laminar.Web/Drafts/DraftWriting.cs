using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Opens the draft of a request within the limits and writes into it. Nothing outlives the answer.</summary>
internal sealed class DraftWriting(DraftWork work, PackShelf packs, Limits limits)
{
    /// <param name="pack">Id of the pack to scan with, or null for the one that the draft chooses.</param>
    /// <param name="write">Makes the answer of the opened draft and its scan.</param>
    /// <param name="wantsAnswers">Whether the request has to bring answers.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public Task<IResult> AnswerAsync(
        HttpRequest request, string? pack, Func<DraftDocument, ScanResult, Upload, IResult> write, bool wantsAnswers = false) =>
        packs.For(pack) is { Count: > 0 } chosen
            ? AnswerAsync(request, (document, upload, deadline) => write(document, PackChoice.Scan(document.Draft, chosen, deadline), upload), wantsAnswers)
            : Task.FromResult(ScansApi.NoSuchPack(pack).Answer());

    /// <summary>The same for what needs no scan.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task<IResult> AnswerAsync(HttpRequest request, Func<DraftDocument, Upload, CancellationToken, IResult> write, bool wantsAnswers = false)
    {
        var (upload, refused) = await Upload.ReadAsync(request, limits, wantsAnswers);
        if (upload is null)
        {
            return refused!.Answer();
        }

        using (upload)
        {
            var (answer, problem) = work.Run(
                (reader, deadline) => Write(upload, reader, write, deadline), request.HttpContext.RequestAborted);
            return answer ?? problem!.Answer();
        }
    }

    private static (IResult?, DraftError?) Write(
        Upload upload, ReadLimits reader, Func<DraftDocument, Upload, CancellationToken, IResult> write, CancellationToken deadline)
    {
        var (document, error) = DraftDocument.Open(upload.Bytes, upload.Name, reader, deadline);
        if (document is null)
        {
            return (null, error);
        }

        var answer = write(document, upload, deadline);
        // The writer looks at the time between its steps; the last of them may have been long.
        deadline.ThrowIfCancellationRequested();
        return (answer, null);
    }
}
