namespace Laminar.Word;

/// <summary>What one reading may still spend. Every loop over the bytes of a file asks here, so none runs without a bound.</summary>
internal sealed class ReadBudget(ReadLimits limits, CancellationToken cancellation)
{
    private const int NodesBetweenChecks = 4096;
    private long decompressed;
    private int paragraphs;
    private int characters;
    private int nodes;

    public ReadLimits Limits => limits;

    public CancellationToken Cancellation => cancellation;

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

    /// <summary>Takes back paragraphs that were read in vain.</summary>
    public void GiveBackParagraphs(int count) => paragraphs -= count;

    /// <exception cref="RefusalException">An element is nested deeper than the limit.</exception>
    public void RefuseDeeper(int depth)
    {
        if (depth > limits.MaxDepth)
        {
            throw new RefusalException(DraftErrors.TooDeep(limits.MaxDepth));
        }
    }

    /// <exception cref="RefusalException">The draft's text is longer than the limit.</exception>
    public void SpendCharacters(int count)
    {
        if (count > limits.MaxCharacters - characters)
        {
            throw new RefusalException(DraftErrors.TooLong(limits.MaxCharacters));
        }

        characters += count;
    }

    /// <exception cref="RefusalException">A list inside the file has more entries than the limit.</exception>
    public void RefuseMoreEntries(int count)
    {
        if (count > limits.MaxEntries)
        {
            throw new RefusalException(DraftErrors.TooManyEntries(limits.MaxEntries));
        }
    }

    /// <summary>Called for each XML node.</summary>
    /// <exception cref="RefusalException">There are more of them than the limit.</exception>
    public void SpendNode()
    {
        if (++nodes % NodesBetweenChecks == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        if (nodes > limits.MaxNodes)
        {
            throw new RefusalException(DraftErrors.TooManyElements(limits.MaxNodes));
        }
    }
}
