namespace Laminar.Word;

/// <summary>
/// The bytes of a part on their way into the parser, which asks for more without end while a single tag or comment goes on:
/// thousands of attributes, which no Word file has, cost it many times their own size. Only here can it be stopped.
/// </summary>
internal sealed class PartStream(ArraySegment<byte> part, CancellationToken cancellation)
    : MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
{
    private const int MaxElementBytes = 256 << 10;
    private long progress;

    /// <summary>Whether a text in the part can be so long that it has to be passed over in pieces.</summary>
    public bool IsLong { get; } = part.Count > MaxElementBytes;

    /// <summary>Says that what was handed out so far led to a node, or to a piece of text.</summary>
    public void Progress() => progress = Position;

    /// <exception cref="RefusalException">A single element takes more than the limit.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Position - progress > MaxElementBytes)
        {
            throw new RefusalException(DraftErrors.GiantElement);
        }

        return base.Read(buffer, offset, count);
    }
}
