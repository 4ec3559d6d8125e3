using System.Buffers.Text;

namespace Laminar.Word;

/// <summary>
/// Ids for what is put in. Revisions, comments, bookmarks and controls all call theirs <c>w:id</c>; a new one is none of any
/// kind in any part, which is more than the schema asks for and needs no list of what may share.
/// </summary>
internal sealed class Ids
{
    private readonly HashSet<int> used;
    private int last;

    public Ids() => used = [];

    /// <summary>The same ids in use.</summary>
    public Ids(Ids other) => used = [.. other.used];

    /// <summary>Notes the ids of a part. Anything that looks like one counts: too many cost nothing.</summary>
    public void Note(ReadOnlySpan<byte> part)
    {
        var mark = ":id"u8;
        for (var found = part.IndexOf(mark); found >= 0; found = part.IndexOf(mark))
        {
            part = part[(found + mark.Length)..];
            if (Utf8Parser.TryParse(part.TrimStart(" \t\r\n="u8).TrimStart("\"'"u8), out int id, out _))
            {
                used.Add(id);
            }
        }
    }

    /// <summary>The lowest number that is free.</summary>
    public int Next()
    {
        while (!used.Add(++last))
        {
        }

        return last;
    }

    /// <summary>The first free number from <paramref name="wanted"/> on.</summary>
    public int From(int wanted)
    {
        while (!used.Add(wanted))
        {
            wanted++;
        }

        return wanted;
    }
}
