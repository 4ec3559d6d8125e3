using System.Runtime.InteropServices;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Packs;

/// <summary>Which phrases of terms and cues stand in the examples: a tree of its own, where each phrase is a term, so that each is told apart.</summary>
internal sealed class PhraseUse
{
    private static readonly string[] Owners = ["terms", "cues"];
    private static readonly string[] Forms = ["nouns", "verbs", "words"];

    private readonly VocabularyBuilder _builder = new();
    private readonly HashSet<int> _used = [];

    public PhraseUse(List<Draft> drafts, List<AuthorFile> files)
    {
        foreach (var phrase in files.SelectMany(Groups).SelectMany(g => Phrases(g.Value)))
        {
            Add(phrase);
        }

        Find(drafts);
    }

    public void Report(AuthorFile file)
    {
        foreach (var (name, key, value) in Groups(file))
        {
            var phrases = Phrases(value).ToList();
            var unused = phrases.FindAll(p => !_used.Contains(TermOf(p).Id));
            if (phrases.Count > 0 && unused.Count == phrases.Count)
            {
                file.Error(key, $"No example uses \"{name}\".");
            }
            else if (unused.Count > 0)
            {
                file.Error(unused[0].Node, $"No example uses these phrases of \"{name}\": {PackCoverage.Quoted(unused.Select(p => p.Text))}.");
            }
        }
    }

    private void Add(Phrase phrase)
    {
        switch (phrase.Form)
        {
            case "verbs":
                _builder.AddVerb(TermOf(phrase), phrase.Text);
                break;
            case "words":
                _builder.AddWord(TermOf(phrase), phrase.Text);
                break;
            default:
                _builder.AddNoun(TermOf(phrase), phrase.Text);
                break;
        }
    }

    private void Find(List<Draft> drafts)
    {
        var (lexicon, trie) = _builder.Build();
        var terms = _builder.Terms.Values.OrderBy(t => t.Id).ToList();
        var (tokens, hits) = (new List<Token>(), new List<Hit>());
        foreach (var paragraph in drafts.SelectMany(d => d.Paragraphs))
        {
            tokens.Clear();
            Tokenizer.Tokenize(paragraph.Text, lexicon, tokens);
            for (var i = 0; i < tokens.Count; i++)
            {
                trie.Match(CollectionsMarshal.AsSpan(tokens), i, terms, hits);
            }
        }

        _used.UnionWith(hits.Select(h => h.Term));
    }

    private Term TermOf(Phrase phrase) => _builder.Term($"{phrase.Form}:{phrase.Text}");

    private static IEnumerable<AuthorEntry> Groups(AuthorFile file)
        => Owners.Select(k => PackCoverage.Child(file.Root, k)).OfType<AuthorMap>().SelectMany(file.Entries);

    /// <summary>A plain list is of nouns, as the loader reads it.</summary>
    private static IEnumerable<Phrase> Phrases(AuthorNode value)
        => value is AuthorMap
            ? Forms.SelectMany(form => Texts(PackCoverage.Child(value, form), form))
            : Texts(value, "nouns");

    private static IEnumerable<Phrase> Texts(AuthorNode? list, string form) => list switch
    {
        AuthorList sequence => sequence.Items.OfType<AuthorScalar>().Select(n => new Phrase(form, n.Value.Trim(), n)),
        AuthorScalar single => [new Phrase(form, single.Value.Trim(), single)],
        _ => [],
    };

    private sealed record Phrase(string Form, string Text, AuthorNode Node);
}
