using System.Xml;

namespace Laminar.Word;

/// <summary>The parts of a Word file by their names, in a zip or in one XML.</summary>
internal abstract class WordPackage(ReadBudget budget)
{
    // From this size on a part is looked through for a tag so long that the parser would need many times its size for it.
    private const int LargePart = 1 << 20;
    private const int MaxElementBytes = 4 << 20;

    protected ReadBudget Budget => budget;

    protected CappedNameTable Names { get; } = new();

    /// <summary>Opens a part at its root element; null where the package has no such part.</summary>
    /// <param name="name">Without a leading slash: <c>word/document.xml</c>. Case doesn't count.</param>
    /// <param name="trim">Takes from the bytes of the part what need not be parsed.</param>
    /// <exception cref="RefusalException">The part is damaged or beyond a limit.</exception>
    public abstract XmlCursor? Open(string name, Func<ArraySegment<byte>, ArraySegment<byte>>? trim = null);

    /// <exception cref="RefusalException">There are more parts, or relationships to parts, than the limit.</exception>
    public void RefuseMoreParts(int count)
    {
        if (count > budget.Limits.MaxParts)
        {
            throw new RefusalException(DraftErrors.TooManyParts(budget.Limits.MaxParts));
        }
    }

    /// <summary>Nothing of the file but its own bytes is ever fetched, and a DTD is refused.</summary>
    protected XmlReaderSettings Settings(ConformanceLevel level) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        NameTable = Names,
        ConformanceLevel = level,
        MaxCharactersInDocument = budget.Limits.MaxDecompressedBytes,
    };

    /// <summary>
    /// Refuses a part in which a single tag, or the text behind it, takes megabytes: thousands of attributes, which no Word
    /// file has, cost the parser twenty times their own size.
    /// </summary>
    protected static void RefuseGiantElements(ReadOnlySpan<byte> part)
    {
        if (part.Length < LargePart)
        {
            return;
        }

        while (!part.IsEmpty)
        {
            var next = part[1..].IndexOf((byte)'<') + 1;
            if ((next == 0 ? part.Length : next) > MaxElementBytes)
            {
                throw new RefusalException(DraftErrors.GiantElement);
            }

            part = next == 0 ? [] : part[next..];
        }
    }
}
