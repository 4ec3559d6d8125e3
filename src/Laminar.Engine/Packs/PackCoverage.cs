using Laminar.Engine.Analysis;
using Laminar.Engine.Applying;
using Laminar.Engine.Elements;
using Laminar.Engine.Packs;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine;

public static partial class PackExamples
{
    /// <summary>
    /// What a pack's author wrote and no example exercises: phrases of terms and cues, headings, readings and options, each with
    /// its place. A phrase or heading is exercised where an example holds it; a reading where an example of its own element is
    /// read by it (a sign has no result of its own: any example will do); an option where the phrase, with the option
    /// filled in, is read as an answer that some example of the element expects. Words of the grammar and of the level grammar
    /// are left out: they are the engine's to test.
    /// </summary>
    /// <param name="source">The files that <paramref name="pack"/> was compiled from.</param>
    public static IReadOnlyList<PackError> Coverage(Pack pack, PackSource source)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(source);
        return new PackCoverage(pack).Gaps(source);
    }
}

/// <summary>Holds what a pack's files say against what its examples bring up.</summary>
internal sealed class PackCoverage
{
    private readonly Pack _pack;
    private readonly List<Draft> _drafts;
    private readonly HashSet<string> _headings = new(StringComparer.Ordinal);
    private readonly HashSet<int> _rules = [];
    private readonly ILookup<string, ReadRule> _rulesAt;
    private readonly List<PackError> _gaps = [];

    public PackCoverage(Pack pack)
    {
        _pack = pack;
        _drafts = [.. pack.Examples.Select(e => PackExamples.DraftOf(e, pack))];
        _rulesAt = pack.Rules.ToLookup(r => r.Source, StringComparer.Ordinal);
        foreach (var (example, draft) in pack.Examples.Zip(_drafts))
        {
            Exercise(example, draft);
        }
    }

    public List<PackError> Gaps(PackSource source)
    {
        var files = Read(source);
        var phrases = new PhraseUse(_drafts, files);
        foreach (var file in files)
        {
            phrases.Report(file);
            Headings(file);
            Readings(file);
            Options(file);
        }

        return _gaps;
    }

    /// <summary>The files that the pack was compiled from: of the shared elements those that it lists and does not replace.</summary>
    private List<AuthorFile> Read(PackSource source)
    {
        var files = source.Files.Select(f => new AuthorFile(f, _gaps, int.MaxValue)).Where(f => f.Root is AuthorMap).ToList();
        var own = files.Where(f => !SharedElements.IsOne(f.Source)).Select(Id).ToHashSet(StringComparer.Ordinal);
        var listed = _pack.Elements.Concat(_pack.Signs).Select(e => e.Id).Except(own, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return files.FindAll(f => !SharedElements.IsOne(f.Source) || listed.Contains(Id(f)));
    }

    private void Exercise(PackExample example, Draft draft)
    {
        var reading = DraftAnalysis.Analyse(draft, _pack, new Workspace(), CancellationToken.None);
        foreach (var segment in reading.Segments.Where(s => s.Lead < s.First))
        {
            var words = draft.Paragraphs[segment.Paragraph].Text[reading.TokenList[segment.Lead].Start..reading.TokenList[segment.First - 1].End];
            _headings.Add(Words(words));
        }

        var mentions = MentionReader.Read(reading, new TermSets(reading), CancellationToken.None);
        foreach (var element in _pack.Elements.Where(e => e.Id == example.Element).Concat(_pack.Signs))
        {
            _rules.UnionWith(mentions[element.Number].Select(m => m.Rule));
        }
    }

    private void Headings(AuthorFile file)
    {
        if (Child(file.Root, "sections") is { } sections)
        {
            foreach (var (name, _, value) in file.Entries(sections))
            {
                Headings(file, Child(value, "headings"), $"section \"{name}\"");
                Headings(file, Child(value, "undecided"), $"section \"{name}\"");
            }
        }

        Headings(file, Child(file.Root, "headings"), $"element \"{Id(file)}\"");
    }

    private void Headings(AuthorFile file, AuthorNode? list, string owner)
    {
        var unused = file.Texts(list).Where(t => !PhraseNotation.Variants(t.Text).Any(v => _headings.Contains(Words(v)))).ToList();
        if (unused.Count > 0)
        {
            file.Error(unused[0].Node, $"No example stands under these headings of the {owner}: {Quoted(unused.Select(t => t.Text))}.");
        }
    }

    private void Readings(AuthorFile file)
    {
        foreach (var read in file.Items(Child(file.Root, "reads")))
        {
            if (!_rulesAt[$"{file.Path}:{read.Line}"].Any(r => _rules.Contains(r.Number)))
            {
                file.Error(read, $"No example of \"{Id(file)}\" is read by this.");
            }
        }
    }

    private void Options(AuthorFile file)
    {
        var own = _pack.Elements.Where(e => e.Id == Id(file)).ToList();
        if (own.Count == 1)
        {
            Options(file, file.Root!, own[0].Phrase, own);
        }
    }

    private void Options(AuthorFile file, AuthorNode owner, string phrase, List<ElementRule> elements)
    {
        if (Child(owner, "fields") is not { } fields)
        {
            return;
        }

        foreach (var (name, _, value) in file.Entries(fields))
        {
            foreach (var (option, at) in file.Texts(Child(value, "options")).Where(o => !AnswerWords.IsAlwaysOffered(o.Text)))
            {
                var answers = Answers(Filled(phrase, name, option), elements);
                if (answers.Count == 0)
                {
                    file.Error(at, $"The phrase with the option \"{option}\" is not read as an answer, so the question would come again.");
                }
                else if (!answers.Exists(IsExpected))
                {
                    file.Error(at, $"No example expects what the option \"{option}\" states.");
                }
            }
        }
    }

    /// <summary>The phrase with one field filled in and the others left out.</summary>
    private static string Filled(string phrase, string field, string option)
    {
        var text = phrase.Replace("{" + field + "}", option, StringComparison.Ordinal);
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            text = close < 0 ? text[..open] : text.Remove(open, close - open + 1);
        }

        return text;
    }

    private List<ElementResult> Answers(string sentence, List<ElementRule> elements)
    {
        var draft = PackExamples.Described(sentence, _pack);
        var result = Scanner.Scan(draft, _pack);
        return [.. result.Elements.Where(r => elements.Exists(e => e.Id == r.Id) && r.Status is ElementStatus.Documented or ElementStatus.NotPerformed)];
    }

    private bool IsExpected(ElementResult answer)
        => _pack.Examples.Any(e => e.Element == answer.Id && e.Status == answer.Status && (answer.Values.Count == 0 || e.Values is null || e.Values.Any(answer.Values.Contains)));

    internal static AuthorNode? Child(AuthorNode? node, string key) => node?.Child(key);

    internal static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(t => $"\"{t}\""));

    private static string Id(AuthorFile file) => (Child(file.Root, "id") as AuthorScalar)?.Value ?? string.Empty;

    private static string Words(string text) => string.Join(' ', PhraseNotation.Words(text));
}
