using Laminar.Engine.Applying;
using Laminar.Engine.Elements;
using Laminar.Engine.Levels;
using Laminar.Engine.Notes;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Packs;

/// <summary>
/// Compiles a pack. Strict: a key that is not known, a term that nobody defines, a phrase that breaks the contract's rules are
/// the author's errors, each with its place. Order: shared vocabulary, the
/// pack's own, manifest, elements in the manifest's order.
/// </summary>
internal sealed class PackLoader
{
    /// <summary>Terms that the reading of sections and the placing of phrases rest on: every pack defines them.</summary>
    private static readonly string[] FixedTerms = ["operation-start", "history-start", "closing-step"];

    private static readonly string[] ManifestKeys = ["id", "version", "title", "order", "elements", "signs", "terms", "groups", "applicability", "chosen-when", "derive"];

    private readonly List<PackError> _errors = [];
    private readonly VocabularyLoader _vocabulary = new();
    private readonly SpellingLoader _spelling = new();
    private readonly List<ReadRule> _rules = [];
    private readonly List<PackExample> _examples = [];
    private readonly ContextLoader _context;
    private AuthorFile? _manifestFile;
    private AuthorFile? _noteFile;
    private NoteGuide _guide = NoteGuide.Empty;

    private readonly bool _withExamples;

    private PackLoader(bool withExamples)
    {
        _withExamples = withExamples;
        _context = new ContextLoader(_vocabulary);
    }

    public static Pack Load(PackSource source, bool examples) => new PackLoader(examples).Run(source);

    private Pack Run(PackSource source)
    {
        var elements = new Dictionary<string, AuthorFile>(StringComparer.Ordinal);
        // What a pack says comes behind what all say, whatever the pack's name.
        var files = source.Files.Where(f => !SharedElements.IsOne(f)).OrderBy(f => SharedElements.IsShared(f) ? 0 : 1);
        foreach (var author in Authored(files))
        {
            if (author.Path.EndsWith("pack.yaml", StringComparison.Ordinal))
            {
                _manifestFile = author;
            }
            else if (author.Root!.Child("id") is { } id)
            {
                elements[author.Text(id)] = author;
            }
            else if (author.Root!.Child("note") is not null)
            {
                _noteFile = author;
            }
            else if (author.Root!.Child("notes") is not null)
            {
                _guide = NoteGuideLoader.Load(author, _withExamples);
            }
            else
            {
                Shared(author);
            }
        }

        if (_manifestFile is null)
        {
            _errors.Add(new PackError("pack.yaml", 1, 1, "The pack has no pack.yaml with its id, version, title and elements.", string.Empty));
            Stop();
        }

        var entries = _manifestFile!.Map(_manifestFile.Root!, ManifestKeys);
        foreach (var author in Authored(SharedElements.Taken(source, entries, elements.Keys)))
        {
            elements[SharedElements.IdOf(author)] = author;
        }

        return Build(_manifestFile, entries, elements);
    }

    private List<AuthorFile> Authored(IEnumerable<PackFile> files)
    {
        var authored = files.Select(f => new AuthorFile(f, _errors)).Where(f => f.Root is AuthorMap).ToList();
        Stop();
        return authored;
    }

    private void Shared(AuthorFile file)
    {
        if (_withExamples && file.Root!.Child("spelling") is { } spelling && file.Root.Child("examples") is null)
        {
            file.Error(spelling, "The spelling needs \"examples\" beside it: what it repairs and what it leaves.");
        }

        foreach (var (name, node) in file.Map(file.Root!, "grammar", "cues", "sections", "terms", "levels", "sides", "spelling", "examples"))
        {
            switch (name)
            {
                case "grammar":
                    _vocabulary.Grammar(file, node);
                    break;
                case "cues":
                    _vocabulary.Cues(file, node);
                    break;
                case "sections":
                    _vocabulary.Sections(file, node);
                    break;
                case "terms":
                    _vocabulary.Terms(file, node);
                    break;
                case "levels":
                    _context.LevelFile(file, node);
                    break;
                case "spelling":
                    _spelling.Spelling(file, node);
                    break;
                case "examples":
                    _spelling.ReadExamples(file, node);
                    break;
                default:
                    _context.SideFile(file, node);
                    break;
            }
        }
    }

    private Pack Build(AuthorFile manifest, IReadOnlyDictionary<string, AuthorNode> entries, Dictionary<string, AuthorFile> files)
    {
        if (entries.TryGetValue("terms", out var terms))
        {
            _vocabulary.Terms(manifest, terms);
        }

        var loader = new ElementLoader(_vocabulary, _rules, _withExamples);
        var elements = new List<ElementRule>();
        foreach (var (id, node) in manifest.Texts(entries.GetValueOrDefault("elements")))
        {
            if (!files.Remove(id, out var file))
            {
                manifest.Error(node, $"There is no file with the element \"{id}\", neither of the pack's own nor in shared/elements.");
            }
            else if (loader.Load(file, elements.Count) is { } element)
            {
                elements.Add(element);
                ExampleLoader.Load(file, element, _examples);
            }
        }

        var signs = new List<ElementRule>();
        foreach (var (id, node) in manifest.Texts(entries.GetValueOrDefault("signs")))
        {
            if (!files.Remove(id, out var file))
            {
                manifest.Error(node, $"There is no file with the sign \"{id}\", neither of the pack's own nor in shared/elements.");
            }
            else if (loader.Load(file, elements.Count + signs.Count) is { } sign)
            {
                signs.Add(sign);
                ExampleLoader.Load(file, sign, _examples);
            }
        }

        foreach (var (id, file) in files)
        {
            file.Error(file.Root!, $"pack.yaml does not list \"{id}\" among its elements or signs.");
        }

        IReadOnlyList<ElementRule> all = [.. elements, .. signs];
        var gate = GateLoader.Load(manifest, entries.GetValueOrDefault("applicability"), all);
        var claim = GateLoader.Conditions(manifest, entries.GetValueOrDefault("chosen-when"), all);
        var derivations = GateLoader.Derivations(manifest, entries.GetValueOrDefault("derive"), all);
        var groups = GateLoader.Groups(manifest, entries.GetValueOrDefault("groups"), loader);
        loader.CheckReferences(all, groups);
        if (_noteFile?.Root!.Child("examples") is { } lintExamples && _withExamples)
        {
            _guide = _guide with { Examples = [.. _guide.Examples, .. NoteGuideLoader.Examples(_noteFile, lintExamples, all: false)] };
        }

        var note = _noteFile is null ? null : new NoteLoader(_noteFile, elements).Load();
        ElementLoader.CheckGroups(manifest, manifest.Root!, elements);
        var marks = Array.ConvertAll(FixedTerms, name => _vocabulary.Reference(manifest, manifest.Root!, name).Id);
        _vocabulary.CheckReferences();
        Stop();
        return Assemble(manifest, entries, elements, signs, gate, claim, groups, derivations, marks, note);
    }

    private Pack Assemble(AuthorFile manifest, IReadOnlyDictionary<string, AuthorNode> entries, List<ElementRule> elements, List<ElementRule> signs, List<ApplicabilityRule> gate, List<Condition> claim, List<GroupRule> groups, List<DerivationRule> derivations, int[] marks, StandardNote? note)
    {
        var builder = _vocabulary.Builder;
        var level = builder.Term("level").Id;
        _vocabulary.NeverPast.ForEach(w => builder.Lexicon.Remove(w, WordForm.VerbPast | WordForm.VerbBase | WordForm.VerbThird));
        var (lexicon, trie) = builder.Build();
        var parts = new PackParts
        {
            Id = manifest.Text(entries.GetValueOrDefault("id")),
            Version = manifest.Text(entries.GetValueOrDefault("version")),
            Title = manifest.Text(entries.GetValueOrDefault("title")),
            Order = manifest.Whole(entries.GetValueOrDefault("order"), Pack.Last),
            Lexicon = lexicon,
            Trie = trie,
            Terms = [.. builder.Terms.Values.OrderBy(t => t.Id)],
            Sections = _vocabulary.BuildSections(),
            Spine = new Spine(_context.LevelWords.Regions),
            LevelWords = _vocabulary.BuildLevelWords(lexicon, _context.LevelWords),
            LevelContext = _context.Levels(),
            SideContext = _context.Sides(),
            Junctions = _context.Junctions,
            OpenJunctions = _context.OpenJunctions,
            Counts = _context.Counts,
            Special = _vocabulary.Special,
            Brackets = new HashSet<string>(_vocabulary.Brackets, StringComparer.OrdinalIgnoreCase),
            FormWords = _spelling.Words,
            FormExamples = _spelling.Examples,
            Elements = elements,
            Signs = signs,
            Rules = _rules,
            Applicability = gate,
            Claim = claim,
            Groups = groups,
            Derivations = derivations,
            Guide = _guide,
            Note = note,
            Examples = _examples,
            LevelTerm = level,
            OpeningTerm = marks[0],
            HistoryTerm = marks[1],
            ClosingTerm = marks[2],
        };
        _vocabulary.Abbreviations.ForEach(_spelling.Words.AddAbbreviation);
        _spelling.Check(parts);
        Stop();
        return new Pack(parts);
    }

    private void Stop()
    {
        if (_errors.Count > 0)
        {
            throw new PackException([.. _errors]);
        }
    }
}
