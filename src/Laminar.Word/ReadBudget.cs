namespace Laminar.Word;

/// <summary>What one reading may still spend. Every loop over the bytes of a file asks here, so none runs without a bound.</summary>
internal sealed class ReadBudget(ReadLimits limits, CancellationToken cancellation)
{
    private const int NodesBetweenChecks = 4096;
    private long decompressed;
    private int paragraphs;
    private int nodes;

    public ReadLimits Limits => limits;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Bytes that may still be unpacked.</summary>
    public long DecompressedLeft => limits.MaxDecompressedBytes - decompressed;

    /// <exception cref="RefusalException">The parts read so far are larger than the limit.</exception>
    public void SpendDecompressed(long bytes)
    {
        decompressed += bytes;
        if (decompressed > limits.MaxDecompressedBytes)
        {
            throw new RefusalException(DraftErrors.DecompressesTooLarge(limits.MaxDecompressedBytes));
        }
    }

    /// <exception cref="RefusalException">The draft has more paragraphs than the limit.</exception>
    public void SpendParagraphs(int count)
    {
        paragraphs += count;
        if (paragraphs > limits.MaxParagraphs)
        {
            throw new RefusalException(DraftErrors.TooManyParagraphs(limits.MaxParagraphs));
        }
    }

    /// <summary>Called for each XML node.</summary>
    /// <exception cref="RefusalException">The node is nested too deep.</exception>
    public void SpendNode(int depth)
    {
        if (depth > limits.MaxDepth)
        {
            throw new RefusalException(DraftErrors.TooDeep(limits.MaxDepth));
        }

        if (++nodes >= NodesBetweenChecks)
        {
            nodes = 0;
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
