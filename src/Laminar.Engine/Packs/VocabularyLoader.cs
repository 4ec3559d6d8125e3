using Laminar.Engine.Levels;
using Laminar.Engine.Sections;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Packs;

/// <summary>Reads the vocabulary that a pack rests on: grammar words, cues, sections, terms.</summary>
internal sealed class VocabularyLoader
{
    private static readonly NamedValues<WordForm> GrammarKeys = new()
    {
        ["determiners"] = WordForm.Determiner,
        ["prepositions"] = WordForm.Preposition,
        ["pronouns"] = WordForm.Pronoun,
        ["subject-pronouns"] = WordForm.SubjectPronoun,
        ["auxiliaries"] = WordForm.Auxiliary,
        ["be"] = WordForm.Be | WordForm.Auxiliary,
        ["being"] = WordForm.Be,
        ["coordinators"] = WordForm.Coordinator,
        ["subordinators"] = WordForm.Subordinator,
        ["contrast"] = WordForm.Contrast,
        ["adverbs"] = WordForm.Adverb,
        ["abbreviations"] = WordForm.Abbreviation,
        ["spoken-marks"] = WordForm.Mark,
    };

    private static readonly NamedValues<Cue> CueKeys = NamedValues<Cue>.AllButFirst();

    private static readonly NamedValues<SectionKind> SectionKeys = NamedValues<SectionKind>.All();

    private readonly List<HeadingText> _headings = [];
    private readonly List<TermReference> _references = [];
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal) { "level" };
    private readonly List<HeadingKey> _headingKeys = [];

    public VocabularyBuilder Builder { get; } = new();

    /// <summary>Words with a part of their own in the grammar: "of", "nor", "or", the prepositions that part a verb from its object.</summary>
    public Dictionary<string, List<int>> Special { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that look like a past form and are none.</summary>
    public List<string> NeverPast { get; } = [];

    /// <summary>Words with a period of their own.</summary>
    public List<string> Abbreviations { get; } = [];

    /// <summary>What stands in square brackets where something is to be filled in.</summary>
    public List<string> Brackets { get; } = [];

    public static NamedValues<SectionKind> SectionNames => SectionKeys;

    /// <summary>The term that a rule names. Once all files are read, one that nobody has defined is its author's error.</summary>
    public Term Reference(AuthorFile file, AuthorNode node, string name)
    {
        _references.Add(new TermReference(file, node, name));
        return Builder.Term(name);
    }

    /// <summary>The numbers of the terms that a list names.</summary>
    public int[] References(AuthorFile file, AuthorNode? node)
    {
        var texts = file.Texts(node);
        var terms = new int[texts.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = Reference(file, texts[i].Node, texts[i].Text).Id;
        }

        return terms;
    }

    public void CheckReferences()
    {
        foreach (var (file, node, name) in _references)
        {
            if (!_defined.Contains(name))
            {
                file.Error(node, $"Nobody defines the term \"{name}\"; define it under \"terms\" or correct its spelling.");
            }
        }
    }

    public void Grammar(AuthorFile file, AuthorNode node)
    {
        foreach (var (name, key, value) in file.Entries(node))
        {
            if (name == "verbs")
            {
                foreach (var (verb, _) in file.Texts(value))
                {
                    foreach (var (form, kind) in Inflection.Verb(verb))
                    {
                        Builder.Lexicon.Add(form, kind);
                    }
                }
            }
            else if (name == "never-past")
            {
                NeverPast.AddRange(file.Texts(value).Select(t => t.Text));
            }
            else if (name == "brackets")
            {
                Brackets.AddRange(file.Texts(value).Select(t => t.Text));
            }
            else if (name is "parting" or "of" or "nor" or "or" or "inverted")
            {
                var words = Special[name] = [];
                foreach (var (word, _) in file.Texts(value))
                {
                    words.Add(Builder.Lexicon.Add(word.ToLowerInvariant()));
                }
            }
            else if (GrammarKeys.TryGetValue(name, out var form))
            {
                Abbreviations.AddRange(form == WordForm.Abbreviation ? file.Texts(value).Select(t => t.Text) : []);
                foreach (var (word, _) in file.Texts(value))
                {
                    Builder.Lexicon.Add(word.ToLowerInvariant(), form);
                }
            }
            else
            {
                file.Error(key, $"The key \"{name}\" is not known here; known are {string.Join(", ", GrammarKeys.Names)}, verbs, parting, of, nor, or, inverted, brackets, never-past.");
            }
        }
    }

    public void Cues(AuthorFile file, AuthorNode node)
    {
        foreach (var (name, key, value) in file.Entries(node))
        {
            if (!CueKeys.TryGetValue(name, out var cue))
            {
                file.Error(key, $"There is no cue \"{name}\"; known are {string.Join(", ", CueKeys.Names)}.");
                continue;
            }

            Phrases(file, value, Builder.Term("cue:" + name, cue));
        }
    }

    public void Terms(AuthorFile file, AuthorNode node)
    {
        foreach (var (name, _, value) in file.Entries(node))
        {
            Phrases(file, value, Builder.Term(name));
        }
    }

    public void Sections(AuthorFile file, AuthorNode node)
    {
        foreach (var (name, key, value) in file.Entries(node))
        {
            if (!SectionKeys.TryGetValue(name, out var kind))
            {
                file.Error(key, $"There is no section \"{name}\"; known are {string.Join(", ", SectionKeys.Names)}.");
                continue;
            }

            var entries = file.Map(value, "headings", "undecided", "keys");
            AddHeadings(file, entries.GetValueOrDefault("headings"), new Heading(kind, true, null));
            AddHeadings(file, entries.GetValueOrDefault("undecided"), new Heading(kind, false, null));
            foreach (var (text, _) in file.Texts(entries.GetValueOrDefault("keys")))
            {
                _headingKeys.Add(new HeadingKey([.. PhraseNotation.Words(text)], new Heading(kind, true, null)));
            }
        }
    }

    public void AddHeadings(AuthorFile file, AuthorNode? node, Heading heading)
    {
        foreach (var (text, at) in file.Texts(node))
        {
            CheckVariants(file, at, text);
            foreach (var variant in PhraseNotation.Variants(text))
            {
                _headings.Add(new HeadingText(string.Join(' ', PhraseNotation.Words(variant)), heading));
            }
        }
    }

    public SectionLexicon BuildSections() => new(_headings, _headingKeys);

    public LevelWords BuildLevelWords(Lexicon lexicon, LevelVocabulary levels)
    {
        var words = new LevelWords(lexicon.Count);
        foreach (var (word, apply) in levels.Marks)
        {
            apply(words, lexicon.Find(word));
        }

        return words;
    }

    /// <summary>The phrases of a term: a plain list is of nouns; a mapping tells nouns, verbs and words apart.</summary>
    private void Phrases(AuthorFile file, AuthorNode node, Term term)
    {
        _defined.Add(term.Name);
        if (node is not AuthorMap)
        {
            Add(file, node, text => Builder.AddNoun(term, text));
            return;
        }

        var entries = file.Map(node, "nouns", "verbs", "words", "hides");
        term.Hides |= file.Flag(entries.GetValueOrDefault("hides"));
        Add(file, entries.GetValueOrDefault("nouns"), text => Builder.AddNoun(term, text));
        Add(file, entries.GetValueOrDefault("verbs"), text => Builder.AddVerb(term, text));
        Add(file, entries.GetValueOrDefault("words"), text => Builder.AddWord(term, text));
    }

    private static void Add(AuthorFile file, AuthorNode? node, Action<string> add)
    {
        foreach (var (text, at) in file.Texts(node))
        {
            if (text.Length == 0)
            {
                file.Error(at, "This phrase is empty.");
                continue;
            }

            CheckVariants(file, at, text);
            add(text);
        }
    }

    private static void CheckVariants(AuthorFile file, AuthorNode at, string text)
    {
        if (PhraseNotation.IsTooMuch(text))
        {
            file.Error(at, $"This phrase has more than {PhraseNotation.MostVariants} variants or {PhraseNotation.MostWords} words; part it into several phrases.");
        }
    }
}

/// <summary>A place that names a term.</summary>
internal sealed record TermReference(AuthorFile File, AuthorNode Node, string Name);

/// <summary>What to mark a word of levels with.</summary>
internal sealed record LevelMark(string Word, Action<LevelWords, int> Apply);

/// <summary>Words of levels while a pack is compiled: what to mark once the lexicon is numbered.</summary>
internal sealed class LevelVocabulary
{
    public List<LevelMark> Marks { get; } = [];

    public List<Region> Regions { get; } = [];
}
