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
    private const int MostVariants = 1024;

    public static IEnumerable<string> Variants(string phrase)
        => phrase.AsSpan().ContainsAny('(', '|') ? Spread(phrase) : [phrase];

    private static IEnumerable<string> Spread(string phrase)
    {
        IEnumerable<string> variants = [string.Empty];
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var optional = part.StartsWith('(') && part.EndsWith(')');
            var choices = (optional ? part[1..^1] : part).Split('|');
            variants = variants.SelectMany(v => Extend(v, choices, optional));
        }

        return variants.Where(v => v.Length > 0).Take(MostVariants);
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

    private static IEnumerable<string> Extend(string start, string[] choices, bool optional)
    {
        if (optional)
        {
            yield return start;
        }

        foreach (var choice in choices)
        {
            yield return start.Length == 0 ? choice : start + " " + choice;
        }
    }
}
