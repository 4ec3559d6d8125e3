namespace Laminar.Engine.Form;

/// <summary>A paragraph as it was typed: words, and what stands between them.</summary>
internal sealed class TypedLine
{
    /// <summary>Spaces that a finger puts in by accident; more of them make columns.</summary>
    public const int WidestSlip = 2;

    private const string Column = "   ";

    private readonly FormWords _forms;
    private readonly bool[] _kept;

    public TypedLine(DraftParagraph paragraph, FormWords forms)
    {
        Text = paragraph.Text;
        _forms = forms;
        _kept = KeptText.Of(paragraph, out var hasBlank);
        IsLaidOut = hasBlank || Text.Contains('\t', StringComparison.Ordinal) || Text.Contains(Column, StringComparison.Ordinal);
        IsForm = Text.AsSpan().Count(':') > 1;
        IsProse = paragraph is { HeadingLevel: 0, Cell: null };
        StartsWithCapital = Text.FirstOrDefault(char.IsLetter) is var first && char.IsUpper(first);
        Read();
    }

    public string Text { get; }

    /// <summary>Spaces may make columns here.</summary>
    public bool IsLaidOut { get; }

    /// <summary>Two spaces may part what stands in it: "Age: 51  Sex: F".</summary>
    public bool IsForm { get; }

    public bool IsProse { get; }

    /// <summary>Whoever starts a line without a capital means its other sentences so as well.</summary>
    public bool StartsWithCapital { get; }

    public List<TypedWord> Words { get; } = [];

    /// <summary>What stands behind each word; the last one's reaches to the end of the text.</summary>
    public List<Gap> Gaps { get; } = [];

    public int EndOfGap(int word) => word + 1 < Words.Count ? Words[word + 1].Start : Text.Length;

    public ReadOnlySpan<char> Core(TypedWord word) => Text.AsSpan(word.CoreStart, word.CoreEnd - word.CoreStart);

    /// <summary>The word as it will stand once its spelling is mended.</summary>
    public ReadOnlySpan<char> Meant(TypedWord word) => word.Right ?? Core(word);

    private void Read()
    {
        var first = true;
        for (var i = 0; i < Text.Length; i++)
        {
            if (char.IsWhiteSpace(Text[i]) || Gap.IsMark(Text[i]))
            {
                first |= Text[i] is '\n' or '\t';
                continue;
            }

            var start = i;
            while (i + 1 < Text.Length && !char.IsWhiteSpace(Text[i + 1]) && !Gap.IsMark(Text[i + 1]))
            {
                i++;
            }

            Add(Word(start, i + 1, first));
            first = false;
        }

        for (var w = 0; w < Words.Count; w++)
        {
            Gaps.Add(GapBehind(w));
        }
    }

    private void Add(TypedWord word)
    {
        if (Words.Count > 0 && IsSlipTwice(Words[^1], word))
        {
            Words[^1] = Words[^1] with { End = word.End };
        }
        else
        {
            Words.Add(word);
        }
    }

    /// <summary>"the the", "The the", "THE THE"; not "the The", where a full stop may be missing.</summary>
    private bool IsSlipTwice(TypedWord one, TypedWord next)
        => next.Start - one.End <= WidestSlip && Text.AsSpan(one.End, next.Start - one.End).IndexOfAnyExcept(' ') < 0
            && one.IsBare && next.IsBare && !one.Is(WordLook.Kept) && !next.Is(WordLook.Kept) && !next.Is(WordLook.First)
            && (next.Is(WordLook.Lower) || one.Is(WordLook.Capitals) && next.Is(WordLook.Capitals))
            && (one.Right is null || one.Is(WordLook.Lower)) && (next.Right is null || next.Is(WordLook.Lower))
            && _forms.IsSlipTwice(Meant(next)) && Meant(one).Equals(Meant(next), StringComparison.OrdinalIgnoreCase);

    private TypedWord Word(int start, int end, bool first)
    {
        var (coreStart, coreEnd) = (start, end);
        while (coreStart < end && "([{<\"'“‘«".Contains(Text[coreStart]))
        {
            coreStart++;
        }

        while (coreEnd > coreStart && ")]}>\"'”’»".Contains(Text[coreEnd - 1]))
        {
            coreEnd--;
        }

        var look = Look(start, end) | Letters(Text.AsSpan(coreStart, coreEnd - coreStart)) | (first ? WordLook.First : WordLook.None);
        var right = (look & WordLook.Letters) != 0 && (look & WordLook.Kept) == 0 ? _forms.RightOf(Text.AsSpan(coreStart, coreEnd - coreStart)) : null;
        return new TypedWord(start, end, end, coreStart, coreEnd, look, right);
    }

    private WordLook Look(int start, int end)
    {
        var look = WordLook.None;
        for (var i = start; i < end; i++)
        {
            look |= char.IsDigit(Text[i]) ? WordLook.Digit : char.IsLetter(Text[i]) ? WordLook.Letter : WordLook.None;
            look |= _kept[i] ? WordLook.Kept : WordLook.None;
        }

        return look;
    }

    private static WordLook Letters(ReadOnlySpan<char> core)
    {
        var (upper, lower) = (0, 0);
        foreach (var c in core)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return core.IsEmpty || upper + lower < core.Length ? WordLook.None
            : upper == 0 ? WordLook.Letters | WordLook.Lower
            : lower == 0 && upper > 1 ? WordLook.Letters | WordLook.Capitals
            : upper == 1 && char.IsUpper(core[0]) ? WordLook.Letters | WordLook.Capitalised
            : WordLook.Letters;
    }

    private Gap GapBehind(int word)
    {
        var (start, end) = (Words[word].End, EndOfGap(word));
        var kept = Words[word].Is(WordLook.Kept) || word + 1 < Words.Count && Words[word + 1].Is(WordLook.Kept) || _kept.AsSpan(start, end - start).Contains(true);
        return kept ? Gap.Odd : Gap.Read(Text.AsSpan(start, end - start));
    }
}
