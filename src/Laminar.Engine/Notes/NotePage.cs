using Laminar.Engine.Analysis;
using Laminar.Engine.Elements;
using Laminar.Engine.Findings;

namespace Laminar.Engine.Notes;

/// <summary>A field of the note as it stands on the page; a field over several paragraphs is one.</summary>
/// <param name="Element">As the tag has it, whether the pack knows it or not.</param>
internal sealed record PageField(string Element, DraftSpan Span, int Paragraph);

/// <summary>What all rules of the lint read, and how a finding is worded.</summary>
internal sealed class NotePage
{
    private readonly EvidenceWriter _evidence;
    private readonly HashSet<int> _open;
    private readonly Dictionary<int, Stretches> _fields = [];
    private readonly Dictionary<int, Stretches> _placeholders = [];

    public NotePage(Reading reading, List<Mention> mentions, EvidenceWriter evidence)
    {
        (Reading, Mentions, _evidence) = (reading, mentions, evidence);
        Fields = [.. FindFields(reading.Draft)];
        _open = [.. reading.Residues.Select(r => r.Sentence)];
    }

    public Reading Reading { get; }

    public Pack Pack => Reading.Pack;

    /// <summary>What the words say, with nothing made of the fields.</summary>
    public List<Mention> Mentions { get; }

    public List<PageField> Fields { get; }

    public EvidenceWriter Evidence => _evidence;

    /// <summary>Whether something in the sentence waits to be filled in.</summary>
    public bool IsOpen(int sentence) => _open.Contains(sentence);

    public string Words(Mention mention)
    {
        var (start, stop) = _evidence.Offsets(mention.First, mention.End);
        return Reading.Draft.Paragraphs[Reading.Sentences[mention.Sentence].Paragraph].Text[start..stop];
    }

    /// <summary>Whether words stand in a field of the note.</summary>
    public bool IsInField(int sentence, int first, int end)
    {
        var (start, stop) = _evidence.Offsets(first, end);
        return Of(_fields, Reading.Sentences[sentence].Paragraph, static s => NoteTag.Element(s.Tag) is not null).Meet(start, stop);
    }

    /// <summary>Whether a stretch is the placeholder of a control.</summary>
    public bool IsPlaceholder(int paragraph, int start, int stop)
        => Of(_placeholders, paragraph, static s => s.Kind == DraftSpanKind.Placeholder).Meet(start, stop);

    /// <summary>A finding on tokens of a sentence.</summary>
    public NoteFinding OfTokens(string rule, ElementRule? element, int sentence, int first, int end)
    {
        var (start, stop) = _evidence.Offsets(first, end);
        return Finding(rule, element, Reading.Sentences[sentence].Paragraph, start, stop);
    }

    public NoteFinding Finding(string rule, ElementRule? element, int paragraph, int start, int stop)
        => Make(rule, element, new NotePlace(paragraph, start, stop - start, Reading.Draft.Paragraphs[paragraph].Text[start..stop]));

    public NoteFinding Lacks(string element) => Make(NoteRules.LackingField, Pack.Elements.First(e => e.Id == element), null);

    private NoteFinding Make(string rule, ElementRule? element, NotePlace? place)
    {
        var text = Pack.Guide.Rules.GetValueOrDefault(rule) ?? new NoteRuleText(Severity.Required, rule, rule);
        return new NoteFinding(rule, text.Severity ?? element?.Severity ?? Severity.Required, element?.Id, Named(text.Title, element), Named(text.Do, element), place,
            element is { Asked: true } && rule is NoteRules.HardCodedFact or NoteRules.PerformedOutsideField or NoteRules.Alternatives or NoteRules.LackingField ? Proposal(element!) : null);
    }

    private Stretches Of(Dictionary<int, Stretches> known, int paragraph, Func<DraftSpan, bool> wanted)
    {
        if (!known.TryGetValue(paragraph, out var stretches))
        {
            known.Add(paragraph, stretches = new Stretches(Reading.Draft.Paragraphs[paragraph].Spans.Where(wanted)));
        }

        return stretches;
    }

    /// <summary>The pack's own note says it with a label, which reads with every option; where it does not, the phrase has to do.</summary>
    private NoteProposal Proposal(ElementRule element)
        => new(NoteTag.Of(element.Id), Pack.Note?.LabelOf(element.Id) is { } label ? $"{label}: {{{element.Fields[0].Name}}}." : element.Phrase, [.. element.Fields.SelectMany(f => f.Options)]);

    private static string Named(string text, ElementRule? element) => text.Replace("{element}", element?.Name ?? "", StringComparison.Ordinal);

    private static IEnumerable<PageField> FindFields(Draft draft)
    {
        var known = new HashSet<DraftField>(ReferenceEqualityComparer.Instance);
        return from number in Enumerable.Range(0, draft.Paragraphs.Count)
               from span in draft.Paragraphs[number].Spans
               where span.Kind is DraftSpanKind.ContentControl or DraftSpanKind.Placeholder
               let element = NoteTag.Element(span.Tag)
               where element is not null && (span.Field is null || known.Add(span.Field))
               select new PageField(element, Clipped(span, draft.Paragraphs[number].Text.Length), number);
    }

    /// <summary>A span may come from any host: only what lies in the text is taken.</summary>
    private static DraftSpan Clipped(DraftSpan span, int length)
    {
        var start = Math.Clamp(span.Start, 0, length);
        return span with { Start = start, Length = Math.Clamp(span.End, start, length) - start };
    }
}
