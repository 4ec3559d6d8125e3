using Laminar.Engine.Elements;
using Laminar.Engine.Levels;
using static Laminar.Engine.Levels.LevelWords;

namespace Laminar.Engine.Packs;

/// <summary>Reads the words and contexts of levels and sides.</summary>
internal sealed class ContextLoader(VocabularyLoader vocabulary)
{
    private readonly Dictionary<string, int[]> _levelGroups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _sideGroups = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string?> _sides = [];
    private readonly List<string> _opposites = [];
    private string _both = string.Empty;

    public LevelVocabulary LevelWords { get; } = new();

    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Interspaces between two regions that count to one of them.</summary>
    public Dictionary<string, string> Junctions { get; } = new(StringComparer.Ordinal);

    public List<string> OpenJunctions { get; } = [];

    public LevelContext Levels() => new()
    {
        Treats = Group(_levelGroups, "treats"),
        Acts = Group(_levelGroups, "acts"),
        Extent = Group(_levelGroups, "extent"),
        Finds = Group(_levelGroups, "finds"),
        Counts = Group(_levelGroups, "counts"),
        Access = Group(_levelGroups, "access"),
        NerveAfter = Group(_levelGroups, "nerve-after"),
        BoneAfter = Group(_levelGroups, "bone-after"),
        Elsewhere = Group(_levelGroups, "elsewhere"),
        Refuse = Group(_levelGroups, "refuse"),
        LevelNouns = Group(_levelGroups, "level-nouns"),
        Relative = Group(_levelGroups, "relative"),
        From = Group(_levelGroups, "from"),
    };

    public SideContext Sides() => new()
    {
        Sides = _sides,
        Words = [.. _sides.Keys],
        Targets = Group(_sideGroups, "targets"),
        Never = Group(_sideGroups, "never"),
        Homographs = Group(_sideGroups, "homographs"),
        Adverbs = Group(_sideGroups, "adverbs"),
        Letters = Group(_sideGroups, "letters"),
        Refuse = Group(_sideGroups, "refuse"),
        Treats = Group(_sideGroups, "treats"),
        Both = _both,
        Opposites = _opposites,
    };

    public void LevelFile(AuthorFile file, AuthorNode node)
    {
        var entries = file.Map(node, "regions", "numbers", "heard-numbers", "ordinals", "through", "and", "between", "units", "bones", "counts", "open-junctions", "junctions", "context");
        foreach (var region in file.Items(entries.GetValueOrDefault("regions")))
        {
            ReadRegion(file, region);
        }

        Numbers(file, entries.GetValueOrDefault("numbers"), (words, word, n) => words.SetNumber(word, n));
        Numbers(file, entries.GetValueOrDefault("ordinals"), (words, word, n) => words.SetOrdinal(word, n));
        Numbers(file, entries.GetValueOrDefault("heard-numbers"), (words, word, n) =>
        {
            words.SetNumber(word, n);
            words.Add(word, Mark.HeardNumber);
        });
        Marks(file, entries.GetValueOrDefault("through"), Mark.Through);
        Marks(file, entries.GetValueOrDefault("and"), Mark.And);
        Marks(file, entries.GetValueOrDefault("between"), Mark.Between);
        Marks(file, entries.GetValueOrDefault("units"), Mark.Unit);
        Marks(file, entries.GetValueOrDefault("bones"), Mark.Bone);
        OpenJunctions.AddRange(file.Texts(entries.GetValueOrDefault("open-junctions")).Select(t => t.Text));
        if (entries.TryGetValue("junctions", out var junctions))
        {
            foreach (var (name, _, value) in file.Entries(junctions))
            {
                Junctions[name] = file.Text(value);
            }
        }

        if (entries.TryGetValue("counts", out var counts))
        {
            foreach (var (name, key, value) in file.Entries(counts))
            {
                vocabulary.Builder.Lexicon.Add(name);
                Counts[name] = file.Whole(value);
            }
        }

        if (entries.TryGetValue("context", out var context))
        {
            Groups(file, context, _levelGroups);
        }
    }

    public void SideFile(AuthorFile file, AuthorNode node)
    {
        var entries = file.Map(node, "values", "same", "opposite", "both", "opposites", "context");
        if (entries.TryGetValue("values", out var values))
        {
            foreach (var (name, _, value) in file.Entries(values))
            {
                foreach (var (term, _) in file.Texts(value))
                {
                    _sides[vocabulary.Builder.Term(term).Id] = name;
                }
            }
        }

        foreach (var (term, _) in file.Texts(entries.GetValueOrDefault("same")))
        {
            _sides[vocabulary.Builder.Term(term).Id] = null;
        }

        foreach (var (term, _) in file.Texts(entries.GetValueOrDefault("opposite")))
        {
            _sides[vocabulary.Builder.Term(term).Id] = SideReader.Other;
        }

        _both = entries.TryGetValue("both", out var both) ? file.Text(both) : _both;
        _opposites.AddRange(file.Texts(entries.GetValueOrDefault("opposites")).Select(t => t.Text));
        if (entries.TryGetValue("context", out var context))
        {
            Groups(file, context, _sideGroups);
        }
    }

    private void ReadRegion(AuthorFile file, AuthorNode node)
    {
        var entries = file.Map(node, "name", "letter", "count", "words", "heard");
        var number = LevelWords.Regions.Count;
        var letter = file.Text(entries.GetValueOrDefault("letter"));
        if (letter.Length != 1)
        {
            file.Error(node, "A region needs a \"letter\" of one character.");
            return;
        }

        LevelWords.Regions.Add(new Region(file.Text(entries.GetValueOrDefault("name")), letter[0], file.Whole(entries.GetValueOrDefault("count"))));
        foreach (var (word, _) in file.Texts(entries.GetValueOrDefault("words")))
        {
            Tag(word, (words, id) =>
            {
                words.SetRegion(id, number);
                if (word.Length == 1)
                {
                    words.Add(id, Engine.Levels.LevelWords.Mark.Letter);
                }
            });
        }

        foreach (var (word, _) in file.Texts(entries.GetValueOrDefault("heard")))
        {
            Tag(word, (words, id) =>
            {
                words.SetRegion(id, number);
                words.Add(id, Engine.Levels.LevelWords.Mark.HeardLetter);
            });
        }
    }

    private void Numbers(AuthorFile file, AuthorNode? node, Action<LevelWords, int, int> apply)
    {
        if (node is null)
        {
            return;
        }

        foreach (var (name, _, value) in file.Entries(node))
        {
            var number = file.Whole(value);
            Tag(name, (words, id) => apply(words, id, number));
        }
    }

    private void Marks(AuthorFile file, AuthorNode? node, Mark mark)
    {
        foreach (var (word, _) in file.Texts(node))
        {
            Tag(word, (words, id) => words.Add(id, mark));
        }
    }

    private void Tag(string word, Action<LevelWords, int> apply)
    {
        vocabulary.Builder.Lexicon.Add(word.ToLowerInvariant());
        LevelWords.Marks.Add(new LevelMark(word.ToLowerInvariant(), apply));
    }

    private void Groups(AuthorFile file, AuthorNode node, Dictionary<string, int[]> groups)
    {
        foreach (var (name, _, value) in file.Entries(node))
        {
            groups[name] = [.. groups.GetValueOrDefault(name, []), .. vocabulary.References(file, value)];
        }
    }

    private static int[] Group(Dictionary<string, int[]> groups, string name) => groups.GetValueOrDefault(name, []);
}
