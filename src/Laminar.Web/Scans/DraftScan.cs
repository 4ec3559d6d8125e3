using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Reads, scans and shows one draft within the limits. The API and the page come through here.</summary>
internal sealed class DraftScan(Limits limits)
{
    private static readonly Problem TookTooLong = new(503, "scan-time", "Reading this draft took longer than the server allows.");

    private readonly ReadLimits readLimits = limits.Reader;

    /// <param name="show">Makes the answer of the result, within the same time.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public (T? Answer, Problem? Problem) Run<T>(
        ReadOnlyMemory<byte> bytes, string name, Pack pack, Func<Draft, ScanResult, CancellationToken, T> show, CancellationToken aborted)
        where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        deadline.CancelAfter(limits.ScanTime);
        try
        {
            var (draft, error) = DraftReader.Read(bytes, name, readLimits, deadline.Token);
            return draft is null
                ? (null, Unreadable(error!))
                : (show(draft, Scanner.Scan(draft, pack, deadline.Token), deadline.Token), null);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return (null, TookTooLong);
        }
    }

    private static Problem Unreadable(DraftError error) => new(StatusOf(error.Code), error.Code, error.Message);

    /// <summary>Too much of it is 413, another kind of file is 415, a Word file that can't be read is 422.</summary>
    private static int StatusOf(string code) => code switch
    {
        DraftErrorCodes.TooLarge or DraftErrorCodes.DecompressesTooLarge or DraftErrorCodes.TooManyParts or DraftErrorCodes.TooManyParagraphs => StatusCodes.Status413PayloadTooLarge,
        DraftErrorCodes.NotAWordFile or DraftErrorCodes.OldBinaryDoc => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
