using System.Xml;

namespace Laminar.Word;

/// <summary>The parts of a Word file by their names, in a zip or in one XML.</summary>
internal abstract class WordPackage(ReadBudget budget)
{
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
}
