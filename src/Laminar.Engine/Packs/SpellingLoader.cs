using Laminar.Engine.Form;
using Laminar.Engine.Levels;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Packs;

/// <summary>
/// Reads the words for repairs of form. A repair may not answer anything, so the author is held to it: a misspelling is no word
/// that the pack knows, and its right form alone is nothing that a reading rests on.
/// </summary>
internal sealed class SpellingLoader
{
    private readonly List<SpellingWord> _spellings = [];
    private readonly List<SpellingWord> _twice = [];

    public FormWords Words { get; } = new();

    public List<FormExample> Examples { get; } = [];

    public void Spelling(AuthorFile file, AuthorNode node)
    {
        var entries = file.Map(node, "words", "twice", "abbreviations");
        if (entries.TryGetValue("words", out var words))
        {
            foreach (var (right, key, value) in file.Entries(words))
            {
                Misspellings(file, right, key, value);
            }
        }

        foreach (var (word, at) in Plain(file, entries.GetValueOrDefault("twice")))
        {
            _twice.Add(new SpellingWord(file, at, word));
            Words.AddTwice(word);
        }

        foreach (var (word, _) in Plain(file, entries.GetValueOrDefault("abbreviations")))
        {
            Words.AddAbbreviation(word);
        }
    }

    /// <summary>Both sorts are asked for: a repair without a counter-example is half a rule.</summary>
    public void ReadExamples(AuthorFile file, AuthorNode node)
    {
        var entries = file.Map(node, "repairs", "leaves");
        foreach (var key in new[] { "repairs", "leaves" })
        {
            if (!entries.TryGetValue(key, out var list))
            {
                file.Error(node, $"The spelling needs at least one example under \"{key}\".");
                continue;
            }

            foreach (var item in file.Items(list))
            {
                Examples.Add(key == "repairs" ? Repaired(file, item) : Left(file, item, item));
            }
        }
    }

    /// <summary>Refuses words whose repair could turn one answer into another, now that all words are known.</summary>
    public void Check(PackParts parts)
    {
        var lexicon = parts.Lexicon;
        var answers = parts.Rules.SelectMany(r => r.Anchors.Concat(r.Verbs)).Concat(parts.SideContext.Words).ToHashSet();
        foreach (var (file, node, wrong) in _spellings)
        {
            if (lexicon.Find(wrong) > 0)
            {
                file.Error(node, $"\"{wrong}\" is a word that the pack knows, so it is no misspelling.");
            }

            var right = Words.RightOf(wrong)!;
            if (Words.RightOf(right) is not null || Words.IsAbbreviation(right) || Words.IsSlipTwice(right) && right.Length >= FormWords.ShortestWithCapital)
            {
                file.Error(node, $"\"{right}\" stands here as a misspelling, an abbreviation or a long word written twice as well; a right form is none of them.");
            }
            else if (IsAnswer(right))
            {
                file.Error(node, $"\"{right}\" has a part in how an answer is read, so a slip in it is asked and not repaired.");
            }
        }

        foreach (var (file, node, word) in _twice.Where(w => IsAnswer(w.Word)))
        {
            file.Error(node, $"\"{word}\" has a part in how an answer is read, so it is not repaired where it stands twice.");
        }

        bool IsAnswer(string word)
            => lexicon.Find(word) is var number and > 0 && (IsLevel(parts.LevelWords, number) || Means(parts, number).Any(t => parts.Terms[t].Cue != Cue.None || answers.Contains(t)));
    }

    private static bool IsLevel(LevelWords words, int word) => words.Region(word) >= 0 || words.Number(word) >= 0 || words.Ordinal(word) >= 0;

    /// <summary>The terms of which a word alone is a phrase.</summary>
    private static IEnumerable<int> Means(PackParts parts, int word)
    {
        var hits = new List<Hit>();
        parts.Trie.Match([new Token(0, 1, word, -1, TokenKind.Word, TokenFlags.None)], 0, parts.Terms, hits);
        return hits.Select(h => h.Term);
    }

    private void Misspellings(AuthorFile file, string right, AuthorNode key, AuthorNode value)
    {
        if (!IsPlain(right))
        {
            file.Error(key, "A word of the spelling is one word in lower case, of letters alone.");
        }

        foreach (var (wrong, at) in Plain(file, value))
        {
            if (Words.AddSpelling(wrong, right))
            {
                _spellings.Add(new SpellingWord(file, at, wrong));
            }
            else
            {
                file.Error(at, $"The misspelling \"{wrong}\" stands here twice.");
            }
        }
    }

    private static IEnumerable<AuthorText> Plain(AuthorFile file, AuthorNode? node)
    {
        foreach (var text in file.Texts(node))
        {
            if (IsPlain(text.Text))
            {
                yield return text;
            }
            else
            {
                file.Error(text.Node, "A word of the spelling is one word in lower case, of letters alone.");
            }
        }
    }

    private static bool IsPlain(string word) => word.Length > 0 && word.All(char.IsAsciiLetterLower);

    private static FormExample Repaired(AuthorFile file, AuthorNode item)
    {
        var entries = file.Map(item, "text", "with");
        foreach (var key in new[] { "text", "with" })
        {
            if (!entries.ContainsKey(key))
            {
                file.Error(item, $"The example has no \"{key}\".");
            }
        }

        return Example(file, item, entries.GetValueOrDefault("text"), entries.GetValueOrDefault("with"));
    }

    private static FormExample Left(AuthorFile file, AuthorNode item, AuthorNode text) => Example(file, item, text, text);

    private static FormExample Example(AuthorFile file, AuthorNode item, AuthorNode? text, AuthorNode? with)
        => new(file.Source, item.Line, item.Column, Paragraphs(file, text), Paragraphs(file, with));

    private static List<string> Paragraphs(AuthorFile file, AuthorNode? node) => [.. file.Texts(node).Select(t => t.Text)];
}

/// <summary>A word of the spelling and its place.</summary>
internal sealed record SpellingWord(AuthorFile File, AuthorNode Node, string Word);

/// <summary>A text of the pack's author and how it stands there once its form is repaired.</summary>
internal sealed record FormExample(PackFile File, int Line, int Column, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Repaired);
