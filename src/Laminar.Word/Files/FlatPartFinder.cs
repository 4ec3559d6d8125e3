using System.Text;

namespace Laminar.Word;

/// <summary>
/// Finds the parts of a Flat OPC file by their tags alone. A <c>&lt;</c> can stand neither in text nor in an attribute, so
/// only what may hold one, comments and the like, has to be passed over by its own rules.
/// </summary>
internal ref struct FlatPartFinder
{
    private readonly ReadOnlySpan<byte> file;
    private readonly ReadOnlySpan<byte> open;
    private readonly ReadOnlySpan<byte> close;
    private readonly ReadBudget budget;
    private int at;

    /// <param name="rootName">As written: the parts have the same prefix.</param>
    public FlatPartFinder(ReadOnlySpan<byte> file, ReadOnlySpan<byte> rootName, ReadBudget budget)
    {
        var prefix = rootName[..(rootName.IndexOf((byte)':') + 1)];
        this.file = file;
        this.budget = budget;
        open = (byte[])[.. "<"u8, .. prefix, .. "part"u8];
        close = (byte[])[.. "</"u8, .. prefix, .. "part"u8];
    }

    private static ReadOnlySpan<byte> Space => " \t\r\n"u8;

    /// <summary>Goes to the next part; one that never ends reaches to the end of the file.</summary>
    /// <param name="name">As in the file; null where the part has none.</param>
    /// <param name="type">The content type, likewise.</param>
    public bool Next(out Range place, out string? name, out string? type)
    {
        (place, name, type) = (default, null, null);
        while (ToTag())
        {
            var start = at;
            if (IsHere(open))
            {
                (name, type) = ReadTag(out var isEmpty);
                PassContent(isEmpty ? 0 : 1);
                place = start..at;
                return true;
            }

            at++;
        }

        return false;
    }

    /// <summary>Goes behind the end of a part. Without a prefix an element inside it can have the name of a part too.</summary>
    private void PassContent(int depth)
    {
        while (depth > 0 && ToTag())
        {
            if (IsHere(open))
            {
                ReadTag(out var isEmpty);
                depth += isEmpty ? 0 : 1;
            }
            else if (IsHere(close))
            {
                ReadTag(out _);
                depth--;
            }
            else
            {
                at++;
            }
        }

        at = depth > 0 ? file.Length : at;
    }

    /// <summary>Goes to the next tag, opening or closing.</summary>
    private bool ToTag()
    {
        for (int found; (found = file[at..].IndexOf((byte)'<')) >= 0;)
        {
            at += found;
            budget.SpendNode();
            if (!Passes("<!--"u8, "-->"u8) && !Passes("<![CDATA["u8, "]]>"u8) && !Passes("<?"u8, "?>"u8))
            {
                return true;
            }
        }

        return false;
    }

    private bool Passes(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end)
    {
        if (!file[at..].StartsWith(start))
        {
            return false;
        }

        at += start.Length;
        var found = file[at..].IndexOf(end);
        at = found < 0 ? file.Length : at + found + end.Length;
        return true;
    }

    private readonly bool IsHere(ReadOnlySpan<byte> tag)
        => file[at..].StartsWith(tag) && at + tag.Length < file.Length && " \t\r\n/>"u8.Contains(file[at + tag.Length]);

    /// <summary>Passes over the tag and answers with its attributes: whatever stands in quotes ends no tag.</summary>
    private (string? Name, string? Type) ReadTag(out bool isEmpty)
    {
        var (name, type) = ((string?)null, (string?)null);
        isEmpty = false;
        for (int stop; (stop = file[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'')) >= 0;)
        {
            var before = file.Slice(at, stop);
            var mark = file[at + stop];
            at += stop + 1;
            if (mark == '>')
            {
                isEmpty = before is [.., (byte)'/'];
                return (name, type);
            }

            var length = file[at..].IndexOf(mark);
            if (length < 0)
            {
                break;
            }

            name ??= EndsWith(before, "name"u8) ? Encoding.UTF8.GetString(file.Slice(at, length)) : null;
            type ??= EndsWith(before, "contentType"u8) ? Encoding.UTF8.GetString(file.Slice(at, length)) : null;
            at += length + 1;
        }

        at = file.Length;
        return (name, type);
    }

    /// <summary>Whether the attribute, of any prefix, is what a value is about to be given to.</summary>
    private static bool EndsWith(ReadOnlySpan<byte> before, ReadOnlySpan<byte> attribute)
    {
        before = before.TrimEnd(Space);
        if (before.IsEmpty || before[^1] != '=')
        {
            return false;
        }

        before = before[..^1].TrimEnd(Space);
        return before[(before.LastIndexOfAny(" \t\r\n:"u8) + 1)..].SequenceEqual(attribute);
    }
}
