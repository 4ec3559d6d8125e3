using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Form;

/// <summary>How the whole draft is typed: what its typist does everywhere is a habit and no slip.</summary>
internal sealed class TypingStyle(FormWords forms, Lexicon lexicon)
{
    private const int ShortWord = 4;
    private const int LongAbbreviation = 6;

    private int _single;
    private int _double;
    private int _upper;
    private int _lower;

    /// <summary>Spaces behind a full stop.</summary>
    public int Stop => _double > 0 && _double >= _single ? 2 : 1;

    /// <summary>Whether sentences start with capitals; dictation often comes without any.</summary>
    public bool HasCapitals => _upper > 0 && _upper >= _lower;

    public void Add(TypedLine line)
    {
        var mended = new GapMender(line, forms, stop: 1).Mend();
        for (var w = 0; w < line.Words.Count; w++)
        {
            if (w + 1 < line.Words.Count && mended[w].IsStop && Counts(line, w))
            {
                _single += line.Gaps[w].After == 1 ? 1 : 0;
                _double += line.Gaps[w].After == 2 ? 1 : 0;
            }

            if (line.IsProse && line.Words[w].Is(WordLook.Letters) && (line.Words[w].Is(WordLook.First) || w > 0 && EndsSentence(line, w - 1, mended[w - 1])))
            {
                _upper += line.Words[w].Is(WordLook.Lower) ? 0 : 1;
                _lower += line.Words[w].Is(WordLook.Lower) ? 1 : 0;
            }
        }
    }

    /// <summary>Whether the stop behind a word may be a sentence's: not a list's number, nor somebody's initial.</summary>
    public static bool Counts(TypedLine line, int w)
        => line.Words[w] is var word && word.Is(WordLook.Letter) && word.FirstEnd - word.Start > 1 && !word.Is(WordLook.First);

    /// <summary>Whether a word ends its sentence beyond doubt: no abbreviation, and long enough to be none that nobody has listed.</summary>
    public bool EndsSentence(TypedLine line, int w, Gap mended)
    {
        var word = line.Words[w];
        return mended.IsStop && mended.After > 0 && word.Is(WordLook.Letters) && word.Is(WordLook.Lower | WordLook.Capitalised) && !word.Is(WordLook.Kept)
            && !forms.IsAbbreviation(line.Meant(word)) && (word.Letters >= LongAbbreviation || word.Letters >= ShortWord && IsKnown(line.Meant(word)));
    }

    private bool IsKnown(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongAbbreviation];
        return word.ToLowerInvariant(lower) is var length and > 0 && lexicon.Find(lower[..length]) > 0;
    }
}
