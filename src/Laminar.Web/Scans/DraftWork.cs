using Laminar.Word;

namespace Laminar.Web;

/// <summary>Bounds whatever is done with one draft: how much of a file is read, how long it takes, what answers when it fails.</summary>
internal sealed class DraftWork(Limits limits)
{
    private static readonly Problem TookTooLong =
        new(503, "scan-time", "This draft took longer than the server allows; try again when it has less to do, or send a shorter one.") { RetryAfter = TimeSpan.FromSeconds(10) };

    /// <summary>Timers count whole milliseconds; less is over before anything is begun.</summary>
    private static readonly TimeSpan ShortestTimed = TimeSpan.FromMilliseconds(1);

    private readonly ReadLimits readLimits = limits.Reader;

    /// <param name="work">Stops when its token says so. Answers with an error where the file can't be read or written into.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public (T? Answer, Problem? Problem) Run<T>(Func<ReadLimits, CancellationToken, (T? Answer, DraftError? Error)> work, CancellationToken aborted)
        where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        if (limits.ScanTime < ShortestTimed)
        {
            deadline.Cancel();
        }
        else
        {
            deadline.CancelAfter(limits.ScanTime);
        }

        try
        {
            var (answer, error) = work(readLimits, deadline.Token);
            return error is null ? (answer, null) : (null, Unreadable(error));
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return (null, TookTooLong);
        }
    }

    public static Problem Unreadable(DraftError error) => new(StatusOf(error.Code), error.Code, error.Message);

    /// <summary>
    /// Too much of it is 413, another kind of file is 415, a name that is missing is 400; a Word file that can't be read, or must not be
    /// written into there, is 422.
    /// </summary>
    private static int StatusOf(string code) => code switch
    {
        DraftErrorCodes.TooLarge or DraftErrorCodes.DecompressesTooLarge or DraftErrorCodes.TooManyParts
            or DraftErrorCodes.TooManyParagraphs or DraftErrorCodes.TooManyElements => StatusCodes.Status413PayloadTooLarge,
        DraftErrorCodes.NotAWordFile or DraftErrorCodes.OldBinaryDoc => StatusCodes.Status415UnsupportedMediaType,
        DraftErrorCodes.EditUnsigned => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
