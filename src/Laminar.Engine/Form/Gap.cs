namespace Laminar.Engine.Form;

/// <summary>What stands between two words: spaces, one mark once or twice, spaces.</summary>
/// <param name="Mark">'\0' where spaces alone part the words; they are then all in <paramref name="After"/>.</param>
/// <param name="Marks">How often the mark stands.</param>
internal readonly record struct Gap(int Before, char Mark, int Marks, int After)
{
    /// <summary>Anything else: tabs, line breaks, several marks, dots that stand for words. It is left as it is.</summary>
    public static readonly Gap Odd = new(-1, '\0', -1, -1);

    public bool IsOdd => Before < 0;

    /// <summary>A full stop or its like, as it has to be typed.</summary>
    public bool IsStop => Before == 0 && Marks == 1 && Mark is '.' or '?' or '!';

    public static bool IsMark(char c) => c is ',' or '.' or ';' or ':' or '?' or '!';

    public static Gap Read(ReadOnlySpan<char> text)
    {
        var at = 0;
        var before = Spaces(text, ref at);
        if (at == text.Length)
        {
            return new Gap(0, '\0', 0, before);
        }

        var mark = text[at];
        if (!IsMark(mark))
        {
            return Odd;
        }

        var start = at;
        while (at < text.Length && text[at] == mark)
        {
            at++;
        }

        var marks = at - start;
        var after = Spaces(text, ref at);
        return at < text.Length || marks > 2 ? Odd : new Gap(before, mark, marks, after);
    }

    public override string ToString() => string.Concat(new string(' ', Before), new string(Mark, Marks), new string(' ', After));

    private static int Spaces(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at - start;
    }
}
