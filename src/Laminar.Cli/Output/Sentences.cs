namespace Laminar.Cli;

/// <summary>The sentence around a place, for showing it. Nothing is decided by it: the engine has its own reading.</summary>
internal static class Sentences
{
    /// <summary>Start and end of the sentence that holds <paramref name="offset"/>, without the white space around it.</summary>
    public static (int Start, int End) Around(string text, int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var start = offset;
        while (start > 0 && !EndsAt(text, start - 1))
        {
            start--;
        }

        var end = offset;
        while (end < text.Length && !EndsAt(text, end))
        {
            end++;
        }

        return Trim(text, start, Math.Min(end + 1, text.Length));
    }

    /// <summary>The sentence that ends at or before <paramref name="offset"/>: the one that an inserted phrase would follow.</summary>
    public static (int Start, int End) Before(string text, int offset)
    {
        var last = Math.Clamp(offset, 0, text.Length) - 1;
        while (last > 0 && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        return last < 0 ? (0, 0) : Around(text, last);
    }

    /// <summary>A stop ends a sentence where white space and then a capital or a digit follow, and no single letter precedes it.</summary>
    private static bool EndsAt(string text, int index)
    {
        if (text[index] == '\n')
        {
            return true;
        }

        if (text[index] is not ('.' or '?' or '!'))
        {
            return false;
        }

        var next = index + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var opens = next == text.Length || (next > index + 1 && (char.IsUpper(text[next]) || char.IsAsciiDigit(text[next])));
        return opens && !IsInitial(text, index);
    }

    private static bool IsInitial(string text, int stop) =>
        stop > 0 && char.IsUpper(text[stop - 1]) && (stop == 1 || text[stop - 2] is ' ' or '.');

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}
