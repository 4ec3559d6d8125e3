using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Analysis;

/// <summary>
/// Things that are named because they were not there: "no fluoroscopy", "without a microscope or fluoroscopy, the level was
/// found". Whatever the rest of the sentence tells was done without them.
/// </summary>
internal static class Absence
{
    private const int NearHits = 12;
    private const int Reach = 8;

    private const WordForm Link = WordForm.Determiner | WordForm.Coordinator | WordForm.Adverb;
    private const WordForm Verbal = WordForm.Auxiliary | WordForm.VerbPast | WordForm.VerbIng | WordForm.SubjectPronoun | WordForm.Subordinator | WordForm.Contrast | WordForm.Preposition;

    public static bool Of(Reading reading, int hit) => IsWithout(reading, hit) || IsBehind(reading, hit, Cue.Deny);

    /// <summary>Whether "without" is said of the thing itself, and of nothing between.</summary>
    public static bool IsWithout(Reading reading, int hit)
        => ScopeTable.Has(reading.Scopes.Before[hit], Cue.Without) && IsBehind(reading, hit, Cue.Without);

    private static bool IsBehind(Reading reading, int hit, Cue cue)
    {
        var first = reading.ClauseOf(hit).FirstHit;
        for (var h = hit - 1; h >= first && h > hit - NearHits; h--)
        {
            if (reading.CueOf(h) == cue && reading.Hits[h].End <= reading.Hits[hit].First)
            {
                return cue == Cue.Deny ? reading.Hits[h].End == reading.Hits[hit].First : IsOneThing(reading, reading.Hits[h].End, reading.Hits[hit].First);
            }
        }

        return false;
    }

    /// <summary>"the use of", "a microscope or", "any live": words that lead up to a thing without a statement of their own.</summary>
    private static bool IsOneThing(Reading reading, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (i - from >= Reach || !Leads(reading, i, to))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Leads(Reading reading, int token, int to)
    {
        var tokens = reading.Tokens;
        var form = reading.Pack.Lexicon.Forms(tokens[token].Word);
        return tokens[token].Kind == TokenKind.Word
            && ((form & Link) != 0 || reading.Pack.IsOf(tokens[token].Word)
                || (form & Verbal) == 0 && (token + 1 == to || reading.Pack.IsOf(tokens[token + 1].Word) || reading.Pack.Lexicon.Is(tokens[token + 1].Word, WordForm.Coordinator)));
    }
}
