namespace Laminar.Engine.Vocabulary;

/// <summary>What the grammar of English says of a word form, as far as clauses and scopes need it.</summary>
[Flags]
internal enum WordForm : ushort
{
    None = 0,
    VerbBase = 1,
    VerbThird = 2,
    VerbPast = 4,
    VerbIng = 8,
    Auxiliary = 16,
    Be = 32,
    Determiner = 64,
    Pronoun = 128,
    SubjectPronoun = 256,
    Coordinator = 512,
    Subordinator = 1024,
    Contrast = 2048,
    Preposition = 4096,
    Abbreviation = 8192,
    Adverb = 16384,

    /// <summary>A mark that was dictated as a word: "colon".</summary>
    Mark = 32768,
}

/// <summary>Every word that a pack knows, numbered from 1, with its grammar. Immutable once built.</summary>
internal sealed class Lexicon
{
    // An open table of our own: the word is hashed while it is folded to lower case, so that each letter is touched once.
    private readonly string[] _words;
    private readonly int[] _slots;
    private readonly WordForm[] _forms;

    public Lexicon(IReadOnlyDictionary<string, int> numbers, WordForm[] forms, int unknownPast)
    {
        UnknownPast = unknownPast;
        _forms = forms;
        _words = new string[forms.Length];
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)forms.Length * 3)];
        foreach (var (word, number) in numbers)
        {
            _words[number] = word;
            var slot = Hash(word) & (uint)(_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            }

            _slots[slot] = number;
        }
    }

    public const uint HashStart = 2166136261;

    /// <summary>Stands for a word that no rule knows and that ends as a past form does ("admitted").</summary>
    public int UnknownPast { get; }

    public int Count => _forms.Length;

    /// <summary>The hash of a word with one more letter (FNV-1a over UTF-16 units).</summary>
    public static uint Hash(uint hash, char letter) => (hash ^ letter) * 16777619;

    /// <summary>The number of a lower-case word, or 0.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    /// <summary>The number of a lower-case word whose hash is known, or 0.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var mask = (uint)(_slots.Length - 1);
        for (var slot = hash & mask; _slots[slot] is var number && number != 0; slot = (slot + 1) & mask)
        {
            if (word.SequenceEqual(_words[number]))
            {
                return number;
            }
        }

        return 0;
    }

    public WordForm Forms(int word) => _forms[word];

    public bool Is(int word, WordForm form) => (_forms[word] & form) != 0;

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = HashStart;
        foreach (var letter in word)
        {
            hash = Hash(hash, letter);
        }

        return hash;
    }
}

/// <summary>Collects words while a pack is compiled.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private WordForm[] _forms = new WordForm[8192];
    private int _count = 1;
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    public int Add(string word, WordForm form = WordForm.None)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            number = _count++;
            _numbers.Add(word, number);
            if (number == _forms.Length)
            {
                Array.Resize(ref _forms, number * 2);
            }
        }

        _forms[number] |= form;
        return number;
    }

    /// <summary>Takes a form from a word that a verb's inflection would give it: "left" is a side far more often than a verb.</summary>
    public void Remove(string word, WordForm form)
    {
        _removed.Add(word);
        var number = Add(word);
        _forms[number] &= ~form;
    }

    public Lexicon Build()
    {
        var unknownPast = Add("-ed", WordForm.VerbPast);
        foreach (var (word, number) in _numbers)
        {
            // A word that stands in some phrase only, and ends as a past form does: "served" of "served for".
            if (_forms[number] == WordForm.None && !_removed.Contains(word) && word.Length >= 5 && word.EndsWith("ed", StringComparison.Ordinal))
            {
                _forms[number] = WordForm.VerbPast;
            }
        }

        return new(_numbers, _forms.AsSpan(0, _count).ToArray(), unknownPast);
    }
}
