using Laminar.Engine.Applying;
using Laminar.Engine.Elements;
using Laminar.Engine.Form;
using Laminar.Engine.Levels;
using Laminar.Engine.Notes;
using Laminar.Engine.Packs;
using Laminar.Engine.Sections;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine;

/// <summary>A compiled pack: immutable, thread-safe, built once and shared by all scans.</summary>
public sealed class Pack
{
    /// <summary>The order of a pack that says nothing of it.</summary>
    internal const int Last = int.MaxValue;

    private readonly bool[] _of;
    private readonly bool[] _or;
    private readonly bool[] _nor;
    private readonly bool[] _parting;
    private readonly bool[] _inverted;
    private readonly bool[] _objects;
    private readonly int[] _counts;
    private readonly ReadRule[][] _rulesByTerm;
    private readonly HashSet<string> _brackets;

    internal Pack(PackParts parts)
    {
        (Id, Version, Title, Order) = (parts.Id, parts.Version, parts.Title, parts.Order);
        (Lexicon, Trie) = (parts.Lexicon, parts.Trie);
        Terms = parts.Terms;
        Sections = parts.Sections;
        Spine = parts.Spine;
        LevelGrammar = new LevelGrammar(parts.Spine, parts.LevelWords);
        (LevelContext, SideContext, OpenJunctions, Junctions) = (parts.LevelContext, parts.SideContext, parts.OpenJunctions, parts.Junctions);
        (Elements, Signs, Rules) = (parts.Elements, parts.Signs, parts.Rules);
        (Applicability, Claim) = (parts.Applicability, parts.Claim);
        Outline = [.. parts.Elements.Select(OutlineOf)];
        (Note, Guide) = (parts.Note, parts.Guide);
        Examples = parts.Examples;
        (FormWords, FormExamples) = (parts.FormWords, parts.FormExamples);
        (Groups, Derivations) = (parts.Groups, parts.Derivations);
        LevelTerm = parts.LevelTerm;
        (OpeningTerm, HistoryTerm, ClosingTerm) = (parts.OpeningTerm, parts.HistoryTerm, parts.ClosingTerm);
        _of = Marked(parts, "of");
        _or = Marked(parts, "or");
        _nor = Marked(parts, "nor");
        _parting = Marked(parts, "parting");
        _inverted = Marked(parts, "inverted");
        // "[access]" is how a note's field asks for its answer.
        _brackets = new HashSet<string>(parts.Brackets.Concat(parts.Elements.SelectMany(e => e.Fields).Select(f => f.Name)), StringComparer.OrdinalIgnoreCase);
        _counts = new int[Lexicon.Count];
        foreach (var (word, count) in parts.Counts)
        {
            _counts[Lexicon.Find(word)] = count;
        }

        _objects = new bool[Terms.Count];
        _rulesByTerm = ByTerm(parts.Rules, Terms.Count);
        foreach (var rule in parts.Rules.Where(r => r.Anchor == AnchorKind.Frame))
        {
            foreach (var term in rule.Anchors)
            {
                _objects[term] = true;
            }
        }
    }

    public string Id { get; }

    public string Version { get; }

    /// <summary>The procedure's name for people.</summary>
    public string Title { get; }

    /// <summary>Where it stands among the packs that a draft can choose from; packs of the same order go by their id.</summary>
    public int Order { get; }

    /// <summary>The pack's elements in its own order, without the signs that are read for applicability alone.</summary>
    public IReadOnlyList<PackElement> Outline { get; }

    /// <summary>How the pack's standard note is laid out; null for a pack that has none.</summary>
    public StandardNote? Note { get; }

    /// <summary>The language in which standard notes are judged.</summary>
    internal NoteGuide Guide { get; }

    /// <summary>Ids of the groups, whose open members are asked for together: a finding's element may be one.</summary>
    public IReadOnlyList<string> GroupIds => [.. Groups.Select(group => group.Id)];

    internal Lexicon Lexicon { get; }

    internal PhraseTrie Trie { get; }

    internal IReadOnlyList<Term> Terms { get; }

    internal SectionLexicon Sections { get; }

    internal Spine Spine { get; }

    internal LevelGrammar LevelGrammar { get; }

    internal LevelContext LevelContext { get; }

    internal SideContext SideContext { get; }

    internal IReadOnlyList<string> OpenJunctions { get; }

    internal IReadOnlyDictionary<string, string> Junctions { get; }

    internal IReadOnlyList<ElementRule> Elements { get; }

    /// <summary>What is read for the applicability gate alone.</summary>
    internal IReadOnlyList<ElementRule> Signs { get; }

    internal IReadOnlyList<ReadRule> Rules { get; }

    internal IReadOnlyList<ApplicabilityRule> Applicability { get; }

    /// <summary>What has to hold beside the gate for a draft to choose this pack by itself.</summary>
    internal IReadOnlyList<Condition> Claim { get; }

    internal IReadOnlyList<GroupRule> Groups { get; }

    internal IReadOnlyList<DerivationRule> Derivations { get; }

    internal IReadOnlyList<PackExample> Examples { get; }

    internal FormWords FormWords { get; }

    internal IReadOnlyList<FormExample> FormExamples { get; }

    internal int LevelTerm { get; }

    internal int OpeningTerm { get; }

    internal int HistoryTerm { get; }

    internal int ClosingTerm { get; }

    /// <summary>Compiles a pack from its own files and the vocabulary that all packs share.</summary>
    /// <param name="examples">
    /// False leaves the examples unread, for a command that scans one file and ends: they are most of a pack's text, and its
    /// author's errors in them do not change a scan.
    /// </param>
    /// <param name="notes">
    /// False leaves out the standard note and the rules for such notes, for a command that scans and ends: <see cref="Note"/> is null then.
    /// </param>
    /// <exception cref="PackException">The pack breaks a rule; the exception lists every error with its place.</exception>
    public static Pack Compile(PackSource source, bool examples = true, bool notes = true)
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = notes ? source.Files : source.Files.Where(static file => !NoteLoader.IsAboutNotes(file));
        return PackLoader.Load(new PackSource([.. examples ? files : files.Select(ExampleLoader.Without)]), examples);
    }

    internal ReadOnlySpan<ReadRule> RulesOf(int term) => _rulesByTerm[term];

    /// <summary>Whether a term is the object of some reading.</summary>
    internal bool IsObject(int term) => _objects[term];

    internal bool IsOf(int word) => _of[word];

    internal bool IsOr(int word) => _or[word];

    internal bool IsNor(int word) => _nor[word];

    /// <summary>Prepositions that make what follows the place of a verb and not its object.</summary>
    internal bool Parts(int word) => _parting[word];

    /// <summary>"Should stenosis be found": a condition without an if, at the start of a sentence.</summary>
    internal bool Inverts(int word) => _inverted[word];

    internal int CountOf(int word) => _counts[word];

    /// <summary>Whether the words between square brackets ask for something: "[side]", "[ ]".</summary>
    internal bool ResidueInBrackets(ReadOnlySpan<char> inner)
        => inner.IsWhiteSpace() || _brackets.GetAlternateLookup<ReadOnlySpan<char>>().Contains(inner.Trim());

    private static PackElement OutlineOf(ElementRule element)
        => new(element.Id, element.Name, element.Severity, element.Question, element.Patient, element.Asked ? element.Phrase : null,
            element.Asked ? [.. element.Fields.Select(f => new PackField(f.Name, [.. f.Options]))] : []);

    private static ReadRule[][] ByTerm(IReadOnlyList<ReadRule> rules, int terms)
    {
        var byTerm = new List<ReadRule>[terms];
        foreach (var rule in rules)
        {
            foreach (var term in rule.Anchors)
            {
                var own = byTerm[term] ??= [];
                if (own.Count == 0 || own[^1] != rule)
                {
                    own.Add(rule);
                }
            }
        }

        return Array.ConvertAll(byTerm, own => own is null ? [] : own.ToArray());
    }

    private static bool[] Marked(PackParts parts, string name)
    {
        var marks = new bool[parts.Lexicon.Count];
        foreach (var word in parts.Special.GetValueOrDefault(name, []))
        {
            marks[word] = true;
        }

        return marks;
    }
}
