namespace Laminar.Engine.Vocabulary;

/// <summary>Turns the phrases that authors write into the lexicon and the tree that texts are matched with.</summary>
internal sealed class VocabularyBuilder
{
    private readonly LexiconBuilder _lexicon = new();
    private readonly PhraseTrieBuilder _trie = new();
    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Term> Terms => _terms;

    public LexiconBuilder Lexicon => _lexicon;

    /// <summary>The term of that name, made on first use.</summary>
    public Term Term(string name, Cue cue = Cue.None)
    {
        if (!_terms.TryGetValue(name, out var term))
        {
            term = new Term(_terms.Count, name, cue);
            _terms.Add(name, term);
        }

        return term;
    }

    public void AddWord(Term term, string phrase)
    {
        foreach (var variant in PhraseNotation.Variants(phrase))
        {
            Add(term, variant, PhraseForm.Word, WordForm.None);
        }
    }

    public void AddNoun(Term term, string phrase)
    {
        foreach (var variant in PhraseNotation.Variants(phrase))
        {
            foreach (var form in Inflection.Noun(variant))
            {
                Add(term, form, PhraseForm.Noun, WordForm.None);
            }
        }
    }

    public void AddVerb(Term term, string entry)
    {
        term.Verbal = true;
        foreach (var variant in PhraseNotation.Variants(entry))
        {
            foreach (var (form, kind) in Inflection.Verb(variant))
            {
                Add(term, form, FormOf(kind), kind);
            }
        }
    }

    public (Lexicon Lexicon, PhraseTrie Trie) Build()
    {
        var lexicon = _lexicon.Build();
        return (lexicon, _trie.Build(lexicon.Count));
    }

    private static PhraseForm FormOf(WordForm kind) => kind switch
    {
        WordForm.VerbBase => PhraseForm.VerbBase,
        WordForm.VerbThird => PhraseForm.VerbThird,
        WordForm.VerbPast => PhraseForm.VerbPast,
        _ => PhraseForm.VerbIng,
    };

    private void Add(Term term, string phrase, PhraseForm form, WordForm kind)
    {
        var words = new List<int>();
        foreach (var word in PhraseNotation.Words(phrase))
        {
            words.Add(_lexicon.Add(word, words.Count == 0 ? kind : WordForm.None));
        }

        if (words.Count > 0)
        {
            _trie.Add([.. words], term.Id, form);
        }
    }
}

/// <summary>
/// How phrases are written in packs: words parted by spaces or hyphens, <c>(word)</c> for one that may be missing,
/// <c>this|that</c> for alternatives in one place. Case and hyphens do not matter.
/// </summary>
internal static class PhraseNotation
{
    public const int MostVariants = 1024;
    public const int MostWords = 64;

    /// <summary>No more than <see cref="MostVariants"/>, of no more than <see cref="MostWords"/> places; the loader refuses a phrase that has more.</summary>
    public static IEnumerable<string> Variants(string phrase)
        => phrase.AsSpan().ContainsAny('(', '|') ? Spread(phrase) : [phrase];

    /// <summary>Whether a phrase has more variants or words than are read.</summary>
    public static bool IsTooMuch(string phrase) => Places(phrase) is var places && (places.Count > MostWords || Count(places) > MostVariants);

    private static IEnumerable<string> Spread(string phrase)
    {
        var places = Places(phrase);
        var count = Math.Min(Count(places), MostVariants);
        for (var number = 0; number < count; number++)
        {
            if (Variant(places, number) is { Length: > 0 } variant)
            {
                yield return variant;
            }
        }
    }

    /// <summary>What may stand in each place of a phrase; null for nothing.</summary>
    private static List<string?[]> Places(string phrase)
        => [.. phrase.Split(' ', MostWords + 1, StringSplitOptions.RemoveEmptyEntries).Select(Choices)];

    private static string?[] Choices(string part)
    {
        if (!part.StartsWith('(') || !part.EndsWith(')'))
        {
            return part.Split('|');
        }

        return [null, .. part[1..^1].Split('|')];
    }

    /// <summary>No further than it matters: the product of many is beyond any number.</summary>
    private static int Count(List<string?[]> places)
        => places.Aggregate(1, (count, choices) => (int)Math.Min((long)count * choices.Length, MostVariants + 1));

    /// <summary>The last place changes with each number, the first one slowest.</summary>
    private static string Variant(List<string?[]> places, int number)
    {
        var words = new string?[places.Count];
        for (var place = places.Count - 1; place >= 0; place--)
        {
            words[place] = places[place][number % places[place].Length];
            number /= places[place].Length;
        }

        return string.Join(' ', words.Where(word => word is { Length: > 0 }));
    }

    public static IEnumerable<string> Words(string phrase)
    {
        var start = -1;
        for (var i = 0; i <= phrase.Length; i++)
        {
            var inWord = i < phrase.Length && (char.IsLetterOrDigit(phrase[i]) || phrase[i] == '\'');
            var boundary = start >= 0 && (!inWord || char.IsDigit(phrase[i]) != char.IsDigit(phrase[start]));
            if (boundary)
            {
                yield return phrase[start..i].ToLowerInvariant();
                start = -1;
            }

            if (inWord && start < 0)
            {
                start = i;
            }

            if (i < phrase.Length && phrase[i] is '/' or '+')
            {
                yield return phrase[i].ToString();
            }
        }
    }
}
