namespace Laminar.Engine.Form;

/// <summary>How what stands between two words has to be typed. Twice mended is mended: no rule makes work for another.</summary>
/// <param name="stop">Spaces behind a full stop.</param>
internal sealed class GapMender(TypedLine line, FormWords forms, int stop)
{
    private readonly Gap[] _mended = new Gap[line.Words.Count];
    private bool _capitals;

    /// <summary>The gap behind each word of the line as it has to be.</summary>
    public Gap[] Mend()
    {
        for (var w = 0; w < line.Words.Count; w++)
        {
            _capitals = (_capitals || line.Words[w].Is(WordLook.First)) && !HasLower(line.Words[w]);
            _mended[w] = line.Gaps[w].IsOdd ? Gap.Odd : line.Gaps[w].Marks == 0 ? Spaces(w, line.Gaps[w]) : Marked(w, line.Gaps[w]);
        }

        return _mended;
    }

    /// <summary>Several spaces between words; not behind a list's number, nor between a heading in capitals and its text.</summary>
    private Gap Spaces(int w, Gap gap)
    {
        if (gap.After < 2 || line.IsLaidOut || line.IsForm || w + 1 == line.Words.Count)
        {
            return gap;
        }

        var (one, next) = (line.Words[w], line.Words[w + 1]);
        var between = char.IsLetterOrDigit(line.Text[one.End - 1]) && (char.IsLetterOrDigit(line.Text[next.Start]) || line.Text[next.Start] == '(')
            && (one.Is(WordLook.Letter) || !one.Is(WordLook.First) && next.Is(WordLook.Letter));
        return between && !(_capitals && HasLower(next)) ? gap with { After = 1 } : gap;
    }

    private Gap Marked(int w, Gap gap)
    {
        var once = gap.Marks == 1 ? gap : Once(w, gap);
        if (once.Marks > 1)
        {
            return gap;
        }

        var close = once.Before == 0 ? once : Close(w, once);
        return close.Before > 0 ? gap : Parted(w, close);
    }

    /// <summary>",," and ".."; two dots may stand for words that are left out, unless a new sentence or nothing follows.</summary>
    private Gap Once(int w, Gap gap)
    {
        var last = w + 1 == line.Words.Count;
        var slip = gap.Before == 0 && char.IsLetterOrDigit(line.Text[line.Words[w].End - 1]) && gap.Mark switch
        {
            '.' => last || gap.After > 0 && line.Words[w + 1].Is(WordLook.Capitalised),
            ',' or ';' => last || gap.After > 0,
            _ => false,
        };
        return slip ? gap with { Marks = 1 } : gap;
    }

    /// <summary>A space before a mark; not before a decimal's point, nor in a proportion.</summary>
    private Gap Close(int w, Gap gap)
    {
        var last = w + 1 == line.Words.Count;
        var slip = gap.Before <= TypedLine.WidestSlip && !line.IsLaidOut && (char.IsLetterOrDigit(line.Text[line.Words[w].End - 1]) || line.Text[line.Words[w].End - 1] == ')')
            && (last || gap.After > 0 || IsList(w, gap.Mark))
            && !(gap.Mark == ':' && !last && line.Words[w].Is(WordLook.Digit) && line.Words[w + 1].Is(WordLook.Digit));
        return slip ? gap with { Before = 0 } : gap;
    }

    /// <summary>The spaces behind a mark. Those behind a colon are a matter of taste.</summary>
    private Gap Parted(int w, Gap gap)
    {
        if (w + 1 == line.Words.Count)
        {
            return gap;
        }

        return gap.Mark switch
        {
            ',' or ';' when gap.After == 0 => IsList(w, gap.Mark) ? gap with { After = 1 } : gap,
            ',' or ';' => gap.After > 1 && !line.IsLaidOut ? gap with { After = 1 } : gap,
            '.' or '?' or '!' when gap.After == 0 => IsNewSentence(w) ? gap with { After = stop } : gap,
            '.' or '?' or '!' => gap.After > stop && gap.After <= TypedLine.WidestSlip && stop == 1 && TypingStyle.Counts(line, w) && !line.IsLaidOut ? gap with { After = 1 } : gap,
            _ => gap,
        };
    }

    /// <summary>Words on both sides of a comma: no numbers, levels, sizes, letters that stand for something.</summary>
    private bool IsList(int w, char mark)
        => mark is ',' or ';' && IsPlain(line.Words[w]) && IsPlain(line.Words[w + 1]) && line.Words[w + 1].CoreStart == line.Words[w + 1].Start;

    private static bool IsPlain(TypedWord word) => word.Is(WordLook.Letters) && word.Letters > 1;

    /// <summary>"removed.The": no address, no abbreviation, no number.</summary>
    private bool IsNewSentence(int w)
    {
        var (one, next) = (line.Words[w], line.Words[w + 1]);
        return one.Is(WordLook.Lower) && one.Letters > 2 && one.IsBare && !forms.IsAbbreviation(line.Meant(one))
            && next.Is(WordLook.Capitalised) && next.Letters > 1 && next.IsBare
            && !(w > 0 && IsGlued(_mended[w - 1])) && !(w + 2 < line.Words.Count && IsGlued(line.Gaps[w + 1]));
    }

    /// <summary>A point or colon inside a name, an address or a time.</summary>
    public static bool IsGlued(Gap gap) => gap is { Mark: '.' or ':', After: 0 };

    private bool HasLower(TypedWord word) => line.Text.AsSpan(word.Start, word.FirstEnd - word.Start).IndexOfAnyInRange('a', 'z') >= 0;
}
