namespace Laminar.Engine.Form;

/// <summary>Turns what is wrong in a line into repairs, in its order.</summary>
internal sealed class LineMender(int paragraph, TypedLine line, FormWords forms, TypingStyle style)
{
    private readonly Gap[] _mended = new GapMender(line, forms, style.Stop).Mend();

    public void AddTo(List<FormRepair> repairs)
    {
        for (var w = 0; w < line.Words.Count; w++)
        {
            if (Word(w) is { } word)
            {
                repairs.Add(word);
            }

            if (_mended[w] != line.Gaps[w])
            {
                repairs.Add(Repair(line.Words[w].End, line.EndOfGap(w), _mended[w].ToString(), Why(line.Gaps[w], _mended[w])));
            }
        }
    }

    private FormRepair? Word(int w)
    {
        var word = line.Words[w];
        var core = line.Core(word);
        var right = IsMisspelled(w) ? InCase(word.Right!, word) : core.ToString();
        if (IsLowerStart(w))
        {
            right = string.Concat(char.ToUpperInvariant(right[0]).ToString(), right.AsSpan(1));
        }

        return word.IsRepeated ? Repair(word.Start, word.End, right, "A word stands twice.")
            : core.SequenceEqual(right) ? null
            : Repair(word.CoreStart, word.CoreEnd, right, IsMisspelled(w) ? "A word is misspelled." : "A sentence starts with a capital letter.");
    }

    /// <summary>A capital inside a sentence may be a name's, that of a short word anywhere, and a point inside a word an address's.</summary>
    private bool IsMisspelled(int w)
    {
        var word = line.Words[w];
        return word.Right is not null && (word.IsRepeated || !IsInAddress(w))
            && (word.Is(WordLook.Lower) || word.Letters >= FormWords.ShortestWithCapital && (word.Is(WordLook.Capitals) || word.Is(WordLook.Capitalised) && IsStart(w)));
    }

    private bool IsStart(int w)
        => line.Words[w].Is(WordLook.First) || w > 0 && (style.EndsSentence(line, w - 1, _mended[w - 1]) || _mended[w - 1] is { Mark: ':', After: > 0 });

    private bool IsLowerStart(int w)
    {
        var word = line.Words[w];
        return style.HasCapitals && line is { IsProse: true, StartsWithCapital: true } && w > 0 && word.Is(WordLook.Lower) && !word.Is(WordLook.Kept) && word.CoreStart == word.Start
            && (word.Letters > 1 || line.Text[word.Start] == 'a') && !IsInAddress(w) && style.EndsSentence(line, w - 1, _mended[w - 1]);
    }

    private bool IsInAddress(int w)
        => w + 1 < line.Words.Count && GapMender.IsGlued(_mended[w]) || w > 0 && GapMender.IsGlued(_mended[w - 1]);

    private static string InCase(string right, TypedWord word)
        => word.Is(WordLook.Capitals) ? right.ToUpperInvariant()
            : word.Is(WordLook.Capitalised) ? string.Concat(char.ToUpperInvariant(right[0]).ToString(), right.AsSpan(1))
            : right;

    private static string Why(Gap was, Gap mended)
        => was.Marks > mended.Marks ? "A mark stands twice."
            : was.Before > mended.Before ? "A space stands before a mark."
            : was.After < mended.After ? "A space is missing after a mark."
            : "Several spaces stand where one does.";

    private FormRepair Repair(int start, int end, string with, string why)
        => new(paragraph, start, end - start, line.Text[start..end], with, why);
}
