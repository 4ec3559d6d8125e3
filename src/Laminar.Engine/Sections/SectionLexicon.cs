using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Sections;

/// <summary>A heading as the packs know it.</summary>
/// <param name="Decides">False for "Procedure" and its like, which name the operation or head the description: the text below decides.</param>
/// <param name="Element">The element that a heading of the heading block answers ("Anesthesia"), or null.</param>
internal sealed record Heading(SectionKind Kind, bool Decides, string? Element);

/// <summary>A whole heading: lower case, single spaces.</summary>
internal sealed record HeadingText(string Text, Heading Heading);

/// <summary>Words that make a heading of some kind, wherever they all stand in it.</summary>
internal sealed record HeadingKey(string[] All, Heading Heading);

/// <summary>The headings of reports: whole headings, and key words for the ones that nobody has listed.</summary>
internal sealed class SectionLexicon
{
    // Whole headings are numbered as words are: the same table finds them.
    private readonly Lexicon _whole;
    private readonly int[] _headingOf;
    private readonly Heading[] _headings;
    private readonly HeadingKey[] _keys;
    private readonly int _firstKey;
    private readonly IReadOnlyList<HeadingText> _listed;

    public SectionLexicon(IReadOnlyList<HeadingText> whole, IReadOnlyList<HeadingKey> keys)
    {
        _listed = whole;
        var headings = new List<Heading>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _headingOf = new int[whole.Count + 1];
        foreach (var (text, heading) in whole)
        {
            if (!numbers.TryGetValue(text, out var number))
            {
                number = numbers.Count + 1;
                numbers.Add(text, number);
            }

            // A pack's element may claim a heading that the shared list gives to a section: the later entry wins.
            _headingOf[number] = headings.Count;
            headings.Add(heading);
        }

        (_keys, _firstKey) = ([.. keys], headings.Count);
        headings.AddRange(keys.Select(k => k.Heading));
        _headings = [.. headings];
        _whole = new Lexicon(numbers, new WordForm[numbers.Count + 1], 0);
    }

    public Heading this[int number] => _headings[number];

    /// <summary>The first listed heading that opens a section of the kind whatever stands below it, or null.</summary>
    public string? First(SectionKind kind) => _listed.FirstOrDefault(h => h.Heading.Kind == kind && h.Heading is { Decides: true, Element: null })?.Text;

    /// <summary>The heading with exactly these words (lower case, single spaces), or -1.</summary>
    public int Whole(ReadOnlySpan<char> words) => _whole.Find(words) is > 0 and var number ? _headingOf[number] : -1;

    /// <summary>The first key whose words all occur, or -1.</summary>
    public int ByKey(ReadOnlySpan<char> words)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var found = true;
            foreach (var word in _keys[i].All)
            {
                found &= Contains(words, word);
            }

            if (found)
            {
                return _firstKey + i;
            }
        }

        return -1;
    }

    private static bool Contains(ReadOnlySpan<char> words, string word)
    {
        for (var from = 0; from <= words.Length - word.Length;)
        {
            var at = words[from..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            at += from;
            if ((at == 0 || words[at - 1] == ' ') && (at + word.Length == words.Length || words[at + word.Length] == ' '))
            {
                return true;
            }

            from = at + 1;
        }

        return false;
    }
}
