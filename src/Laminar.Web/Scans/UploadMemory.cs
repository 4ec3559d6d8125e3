namespace Laminar.Web;

/// <summary>
/// The memory that uploads hold: those that come in, that wait for a place and that are worked on. One upload is bounded by its size; without a bound
/// for all of them together, many large ones at once would take the process, and with it everybody's work.
/// </summary>
internal sealed class UploadMemory(Limits limits)
{
    private long held;

    private Problem TooSlow => new(408, "too-slow", $"The upload took longer than {limits.UploadTime.TotalSeconds:0.###} seconds to come in; nothing was done. Send it again over a faster connection.");

    /// <summary>Bytes.</summary>
    public long Held => Interlocked.Read(ref held);

    /// <summary>Has an upload come in, with all its parts, in the time there is for it.</summary>
    /// <param name="read">Is told to end when the time is over or the client has gone.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async ValueTask<(T? Upload, Problem? Problem)> InTimeAsync<T>(Func<CancellationToken, ValueTask<(T? Upload, Problem? Problem)>> read, CancellationToken aborted)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(limits.UploadTime);
        try
        {
            return await read(patience.Token);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return (null, TooSlow);
        }
    }

    /// <summary>Reads an upload, or a part of one, to its end; or says why it can't be taken.</summary>
    /// <param name="told">How many bytes the sender announced, if it did.</param>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <param name="tooLarge">The answer where it has more.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async ValueTask<(PooledBytes? Bytes, Problem? Problem)> ReadAsync(Stream body, long? told, long limit, Func<Problem> tooLarge, CancellationToken aborted)
    {
        var bytes = new PooledBytes(this);
        try
        {
            var end = await bytes.FillAsync(body, told, limit, aborted);
            if (end == UploadEnd.Whole)
            {
                return (bytes, null);
            }

            bytes.Dispose();
            return (null, end == UploadEnd.NoMemory ? DraftPlaces.Busy : tooLarge());
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Whether there are so many bytes left; then they are taken.</summary>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref held, bytes) <= limits.UploadMemoryBytes)
        {
            return true;
        }

        GiveBack(bytes);
        return false;
    }

    public void GiveBack(int bytes) => Interlocked.Add(ref held, -bytes);
}
