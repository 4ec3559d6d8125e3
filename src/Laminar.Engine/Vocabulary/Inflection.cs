namespace Laminar.Engine.Vocabulary;

/// <summary>Regular English inflection, so that an author writes "resect" once. Irregular forms are written out in the pack.</summary>
internal static class Inflection
{
    /// <summary>Singular and plural of a noun phrase: its last word is inflected.</summary>
    public static IEnumerable<string> Noun(string phrase)
    {
        yield return phrase;
        if (char.IsAsciiLetter(phrase[^1]))
        {
            yield return Plural(phrase);
        }
    }

    /// <summary>
    /// The forms of a verb phrase, whose first word is inflected: base, third person, past (and participle), -ing.
    /// Irregular verbs are given as "take/took/taken"; a doubled consonant is guessed for one short syllable ("strip", "cut").
    /// </summary>
    public static IEnumerable<VerbForm> Verb(string entry)
    {
        var space = entry.IndexOf(' ', StringComparison.Ordinal);
        var head = space < 0 ? entry : entry[..space];
        var rest = space < 0 ? string.Empty : entry[space..];
        var parts = head.Split('/');
        var stem = parts[0];
        yield return new VerbForm(stem + rest, WordForm.VerbBase);
        yield return new VerbForm(Plural(stem) + rest, WordForm.VerbThird);
        yield return new VerbForm(Ending(stem, "ing") + rest, WordForm.VerbIng);
        if (parts.Length == 1)
        {
            yield return new VerbForm(Ending(stem, "ed") + rest, WordForm.VerbPast);
        }

        foreach (var past in parts.Skip(1))
        {
            yield return new VerbForm(past + rest, WordForm.VerbPast);
        }
    }

    private static string Plural(string word) => word switch
    {
        _ when word.EndsWith('y') && word.Length > 1 && !IsVowel(word[^2]) => word[..^1] + "ies",
        _ when word.EndsWith("sis", StringComparison.Ordinal) => word[..^2] + "es",
        _ when word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z')
            || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) => word + "es",
        _ when word.EndsWith("go", StringComparison.Ordinal) || word.EndsWith("do", StringComparison.Ordinal) => word + "es",
        _ => word + "s",
    };

    private static string Ending(string stem, string ending)
    {
        if (stem.EndsWith('e') && !stem.EndsWith("ee", StringComparison.Ordinal))
        {
            return stem[..^1] + ending;
        }

        if (stem.EndsWith("ee", StringComparison.Ordinal) && ending == "ed")
        {
            return stem + "d";
        }

        if (stem.EndsWith('y') && ending == "ed" && !IsVowel(stem[^2]))
        {
            return stem[..^1] + "ied";
        }

        return Doubles(stem) ? stem + stem[^1] + ending : stem + ending;
    }

    /// <summary>One syllable that ends in consonant, vowel, consonant ("trim"), or a last syllable that carries the stress ("defer").</summary>
    private static bool Doubles(string stem)
        => stem.Length >= 3 && !IsVowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y') && IsVowel(stem[^2]) && !IsVowel(stem[^3])
            && (Syllables(stem) == 1 || !Unstressed.Any(s => stem.EndsWith(s, StringComparison.Ordinal)) && Stressed.Any(s => stem.Length > s.Length && stem.EndsWith(s, StringComparison.Ordinal)));

    private static readonly string[] Stressed = ["fer", "mit", "cur", "but", "trol", "pel", "gret", "bet", "set"];

    // "offered", "suffered", "limited".
    private static readonly string[] Unstressed = ["ffer", "limit", "vomit"];

    private static int Syllables(string stem)
    {
        var count = 0;
        for (var i = 0; i < stem.Length; i++)
        {
            count += IsVowel(stem[i]) && (i == 0 || !IsVowel(stem[i - 1])) ? 1 : 0;
        }

        return count;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}

/// <summary>One form of a verb phrase.</summary>
internal sealed record VerbForm(string Text, WordForm Kind);
