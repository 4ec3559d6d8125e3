using System.Xml;

namespace Laminar.Word;

/// <summary>
/// The names of one reading, shared by its parts. A Word file uses some hundred; one that makes up names without end would
/// take many times its own size in memory, and is refused.
/// </summary>
internal sealed class CappedNameTable : NameTable
{
    private const int MaxNames = 20_000;
    private int names;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? AddNew(key, start, len);

    private string AddNew(char[] key, int start, int len)
    {
        if (++names > MaxNames)
        {
            throw new RefusalException(DraftErrors.DamagedXml);
        }

        return base.Add(key, start, len);
    }
}
