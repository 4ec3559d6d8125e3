using Laminar.Engine.Applying;
using Laminar.Engine.Elements;
using Laminar.Engine.Sections;

namespace Laminar.Engine.Packs;

/// <summary>Reads one element of a pack: what it asks, how a draft states it, how the gap is worded.</summary>
internal sealed class ElementLoader(VocabularyLoader vocabulary, List<ReadRule> rules, bool withExamples)
{
    private static readonly string[] Keys =
    [
        "id", "name", "kind", "severity", "group", "asked", "patient", "question", "why", "source", "values", "weak", "deniable", "compared",
        "heading-documents", "by-level", "otherwise", "otherwise-not", "first", "only-with", "superseded", "headings", "heading-section", "terms", "reads", "phrase", "not-done", "unable", "fields", "place", "blank-near", "examples",
    ];

    private readonly List<ElementReference> _references = [];

    private static readonly SectionMask Told = new(
        SectionMask.Operation.Bits | SectionMask.Of(SectionKind.Title, SectionKind.Consent, SectionKind.TimeOut).Bits);

    public ElementRule? Load(AuthorFile file, int number)
    {
        var entries = file.Map(file.Root!, Keys);
        string Text(string key) => file.Text(entries.GetValueOrDefault(key));
        bool Flag(string key) => file.Flag(entries.GetValueOrDefault(key));
        var asked = file.Flag(entries.GetValueOrDefault("asked"), otherwise: true);
        foreach (var key in new[] { "id", "name", "kind", "severity", "question", "why", "source", "phrase", "examples" })
        {
            var lacks = !entries.TryGetValue(key, out var part) || part is AuthorScalar { Value: var text } && string.IsNullOrWhiteSpace(text);
            if (lacks && asked && (withExamples || key != "examples"))
            {
                file.Error(file.Root!, $"The element lacks \"{key}\".");
            }
        }

        // For the pack's authors and readers: where the rule comes from. A scan has no use for it.
        _ = Text("source");
        var isKind = Enum.TryParse<ElementKind>(Text("kind"), ignoreCase: true, out var kind);
        if (!isKind)
        {
            file.Error(entries.GetValueOrDefault("kind") ?? file.Root!, $"There is no kind \"{Text("kind")}\"; known are choice, act, levels, side, region, stated, words.");
        }

        if (entries.TryGetValue("terms", out var terms))
        {
            vocabulary.Terms(file, terms);
        }

        PhraseRules.CheckId(file, entries.GetValueOrDefault("id") ?? file.Root!, Text("id"));
        vocabulary.AddHeadings(file, entries.GetValueOrDefault("headings"), new Heading(HeadingSection(file, entries.GetValueOrDefault("heading-section")), true, Text("id")));
        var values = file.Texts(entries.GetValueOrDefault("values")).Select(t => t.Text).ToList();
        foreach (var read in file.Items(entries.GetValueOrDefault("reads")))
        {
            var known = rules.Count;
            Rule(file, read, number, isKind ? kind : null);
            if (values.Count > 0 && rules.Count > known && rules[^1].Value is { } value && !values.Contains(value))
            {
                file.Error(read, $"The value \"{value}\" is not among the element's values: {string.Join(", ", values)}.");
            }
        }

        var fields = Fields(file, entries.GetValueOrDefault("fields"));
        if (entries.TryGetValue("phrase", out var phrase))
        {
            PhraseRules.Check(file, phrase, Text("phrase"), fields, entries.GetValueOrDefault("fields"));
        }

        foreach (var key in new[] { "not-done", "unable" })
        {
            if (entries.TryGetValue(key, out var sentence))
            {
                PhraseRules.CheckSentence(file, sentence, key, Text(key));
            }
            else if (phrase is not null)
            {
                file.Error(phrase, $"The phrase needs \"{key}\" beside it: the whole sentence that stands for this answer.");
            }
        }

        foreach (var key in new[] { "name", "question", "why", "phrase", "not-done", "unable" })
        {
            if (entries.TryGetValue(key, out var wording))
            {
                PhraseRules.CheckWording(file, wording, Text(key));
            }
        }

        if (entries.TryGetValue("severity", out var severityNode) && Text("severity") is not (Engine.Severity.Required or Engine.Severity.Recommended))
        {
            file.Error(severityNode, "The severity is required or recommended.");
        }

        return new ElementRule
        {
            Number = number,
            Id = Text("id"),
            Name = Text("name"),
            Kind = kind,
            Severity = Text("severity") is { Length: > 0 } severity ? severity : Engine.Severity.Recommended,
            Question = Text("question"),
            Why = Text("why"),
            Group = Other(file, entries.GetValueOrDefault("group"), isGroup: true),
            Values = values,
            Weak = Weak(file, entries.GetValueOrDefault("weak"), values),
            Deniable = Flag("deniable"),
            Compared = Flag("compared"),
            HeadingDocuments = Flag("heading-documents"),
            ByLevel = Flag("by-level"),
            Otherwise = entries.ContainsKey("otherwise") ? Text("otherwise") : null,
            OtherwiseNot = Terms(file, entries.GetValueOrDefault("otherwise-not")),
            First = Sections(file, entries.GetValueOrDefault("first"), default),
            OnlyWith = Other(file, entries.GetValueOrDefault("only-with")),
            Asked = asked,
            Patient = Flag("patient"),
            Superseded = Superseded(file, entries.GetValueOrDefault("superseded")),
            Phrase = Text("phrase"),
            NotDone = entries.ContainsKey("not-done") ? Text("not-done") : null,
            Unable = entries.ContainsKey("unable") ? Text("unable") : null,
            Fields = fields,
            Place = Place(file, entries.GetValueOrDefault("place")),
            BlankNear = Terms(file, entries.GetValueOrDefault("blank-near")),
        };
    }

    /// <summary>The members of a group are asked in one phrase, so no two of them may call a field alike.</summary>
    public static void CheckGroups(AuthorFile manifest, AuthorNode node, IReadOnlyList<ElementRule> elements)
    {
        foreach (var same in elements.Where(e => e.Group is not null).SelectMany(e => e.Fields.Select(f => (e.Group, f.Name))).GroupBy(f => f).Where(g => g.Count() > 1))
        {
            manifest.Error(node, $"Two elements of the group \"{same.Key.Group}\" have a field \"{same.Key.Name}\"; give one of them another name.");
        }
    }

    /// <summary>Reports names of other elements, signs and groups that the pack does not have.</summary>
    public void CheckReferences(IReadOnlyList<ElementRule> elements, IReadOnlyList<GroupRule> groups)
    {
        foreach (var (file, node, id, isGroup) in _references)
        {
            if (isGroup ? !groups.Any(g => g.Id == id) : !elements.Any(e => e.Id == id))
            {
                file.Error(node, $"There is no {(isGroup ? "group" : "element or sign")} \"{id}\" in this pack.");
            }
        }
    }

    /// <summary>The name of another element, sign or group, which may come later in the manifest; null where none is named.</summary>
    private string? Other(AuthorFile file, AuthorNode? node, bool isGroup = false)
    {
        if (node is null)
        {
            return null;
        }

        var id = file.Text(node);
        _references.Add(new ElementReference(file, node, id, isGroup));
        return id;
    }

    private void Rule(AuthorFile file, AuthorNode node, int element, ElementKind? kind)
    {
        var entries = file.Map(node, "act", "thing", "finding", "object", "verb", "value", "with", "and-with", "with-sentence", "and-with-sentence", "near", "and-near", "without", "without-sentence", "sections", "only", "means", "uncertain", "fallback", "past", "amount");
        var (anchor, key) = entries.ContainsKey("act") ? (AnchorKind.Act, "act")
            : entries.ContainsKey("thing") ? (AnchorKind.Thing, "thing")
            : entries.ContainsKey("finding") ? (AnchorKind.Finding, "finding")
            : (AnchorKind.Frame, "object");
        if (!entries.TryGetValue(key, out var anchors) || anchor == AnchorKind.Frame && !entries.ContainsKey("verb"))
        {
            file.Error(node, "A reading needs \"act\", \"thing\" or \"finding\", or \"object\" together with \"verb\".");
            return;
        }

        rules.Add(new ReadRule
        {
            Number = rules.Count,
            Element = element,
            Anchor = anchor,
            Anchors = Terms(file, anchors),
            Verbs = Terms(file, entries.GetValueOrDefault("verb")),
            Value = Value(file, node, entries.GetValueOrDefault("value"), kind),
            With = Groups(file, entries, "with", "and-with"),
            WithSentence = Groups(file, entries, "with-sentence", "and-with-sentence"),
            Near = Groups(file, entries, "near", "and-near"),
            Without = Terms(file, entries.GetValueOrDefault("without")),
            WithoutSentence = Terms(file, entries.GetValueOrDefault("without-sentence")),
            Sections = Sections(file, entries.GetValueOrDefault("sections"), Told),
            Only = file.OneOf(entries.GetValueOrDefault("only"), "denied", "either", "stated") switch { "denied" => Polarity.Denied, "either" => Polarity.Either, "stated" => Polarity.Stated, _ => Polarity.Any },
            Means = file.OneOf(entries.GetValueOrDefault("means"), "not-performed", "performed", "attempted") switch
            {
                "not-performed" => MentionState.NotPerformed,
                "performed" => MentionState.Performed,
                "attempted" => MentionState.Attempted,
                _ => null,
            },
            Uncertain = file.Flag(entries.GetValueOrDefault("uncertain")),
            Past = file.Flag(entries.GetValueOrDefault("past")),
            Fallback = file.Flag(entries.GetValueOrDefault("fallback")),
            Amount = file.Flag(entries.GetValueOrDefault("amount")),
            Source = $"{file.Path}:{node.Line}",
        });
    }

    /// <summary>What a reading gives the element; null for the draft's own words, which only an element of that kind takes.</summary>
    private static string? Value(AuthorFile file, AuthorNode node, AuthorNode? value, ElementKind? kind)
    {
        if (value is null && kind is ElementKind.Choice or ElementKind.Region)
        {
            file.Error(node, "The reading lacks \"value\"; only an element of the kind words takes the draft's own.");
        }
        else if (value is not null && kind is ElementKind.Words)
        {
            file.Error(value, "An element of the kind words takes the draft's own: its readings have no \"value\".");
        }

        return value is not null ? file.Text(value)
            : kind is ElementKind.Act ? "performed"
            : kind is ElementKind.Stated ? "stated"
            : null;
    }

    private int[][] Groups(AuthorFile file, IReadOnlyDictionary<string, AuthorNode> entries, params ReadOnlySpan<string> keys)
    {
        var groups = new List<int[]>();
        foreach (var key in keys)
        {
            if (entries.TryGetValue(key, out var node))
            {
                groups.Add(Terms(file, node));
            }
        }

        return [.. groups];
    }

    private int[] Terms(AuthorFile file, AuthorNode? node) => vocabulary.References(file, node);

    public static SectionMask Sections(AuthorFile file, AuthorNode? node, SectionMask otherwise)
    {
        if (node is null)
        {
            return otherwise;
        }

        var bits = 0u;
        foreach (var (name, at) in file.Texts(node))
        {
            if (name == "body")
            {
                bits |= SectionMask.Operation.Bits;
            }
            else if (VocabularyLoader.SectionNames.TryGetValue(name, out var kind))
            {
                bits |= SectionMask.Of(kind).Bits;
            }
            else
            {
                file.Error(at, $"There is no section \"{name}\"; known are {string.Join(", ", VocabularyLoader.SectionNames.Names)}.");
            }
        }

        return new SectionMask(bits);
    }

    public List<FieldRule> Fields(AuthorFile file, AuthorNode? node)
    {
        var fields = new List<FieldRule>();
        if (node is null)
        {
            return fields;
        }

        foreach (var (name, _, value) in file.Entries(node))
        {
            var entries = file.Map(value, "options", "from");
            fields.Add(new FieldRule(name, [.. file.Texts(entries.GetValueOrDefault("options")).Select(t => t.Text)],
                Other(file, entries.GetValueOrDefault("from"))));
        }

        return fields;
    }

    /// <summary>The section that the element's own headings open.</summary>
    private static SectionKind HeadingSection(AuthorFile file, AuthorNode? node)
        => node is null ? SectionKind.Fact : Section(file, node, file.Text(node));

    private static SectionKind Section(AuthorFile file, AuthorNode node, string name)
    {
        if (!VocabularyLoader.SectionNames.TryGetValue(name, out var kind))
        {
            file.Error(node, $"There is no section \"{name}\"; known are {string.Join(", ", VocabularyLoader.SectionNames.Names)}.");
        }

        return kind;
    }

    private static WeakRule? Weak(AuthorFile file, AuthorNode? node, List<string> known)
    {
        if (node is null)
        {
            return null;
        }

        var entries = file.Map(node, "values", "gap", "why");
        var values = file.Texts(entries.GetValueOrDefault("values"));
        foreach (var (value, at) in values)
        {
            if (!known.Contains(value))
            {
                file.Error(at, $"The value \"{value}\" is not among the element's values: {string.Join(", ", known)}.");
            }
        }

        foreach (var key in new[] { "values", "gap", "why" })
        {
            if (!entries.TryGetValue(key, out var wording))
            {
                file.Error(node, $"\"weak\" lacks \"{key}\".");
            }
            else if (key != "values")
            {
                PhraseRules.CheckWording(file, wording, file.Text(wording));
            }
        }

        return new WeakRule([.. values.Select(t => t.Text)], file.Text(entries.GetValueOrDefault("gap")), file.Text(entries.GetValueOrDefault("why")));
    }

    private List<SupersededRule> Superseded(AuthorFile file, AuthorNode? node)
        => [.. file.Items(node).Select(item => Superseding(file, item))];

    private SupersededRule Superseding(AuthorFile file, AuthorNode node)
    {
        var entries = file.Map(node, "value", "sign", "has");
        return new SupersededRule(file.Text(entries.GetValueOrDefault("value")), Other(file, entries.GetValueOrDefault("sign")) ?? string.Empty, file.Text(entries.GetValueOrDefault("has")));
    }

    public PlaceRule Place(AuthorFile file, AuthorNode? node)
    {
        if (node is null)
        {
            return new PlaceRule(SectionKind.Description, [], []);
        }

        var entries = file.Map(node, "section", "after", "after-first");
        var kind = Section(file, entries.GetValueOrDefault("section") ?? node, file.Text(entries.GetValueOrDefault("section")));
        return new PlaceRule(kind, Terms(file, entries.GetValueOrDefault("after")), Terms(file, entries.GetValueOrDefault("after-first")));
    }
}

/// <summary>A name of an element, a sign or a group, to be checked once all are known.</summary>
internal sealed record ElementReference(AuthorFile File, AuthorNode Node, string Id, bool IsGroup);
