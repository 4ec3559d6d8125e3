using Laminar.Engine.Analysis;
using Laminar.Engine.Applying;
using Laminar.Engine.Elements;

namespace Laminar.Engine.Findings;

/// <summary>Words what a draft leaves open: titles name the gap, evidence quotes the draft, suggestions keep their fields open.</summary>
internal sealed class FindingWriter(Reading reading, TermSets terms, EvidenceWriter evidence, IReadOnlyDictionary<string, Resolution> resolutions)
{
    private readonly PlacementFinder _places = new(reading, terms);

    public Finding? Write(Resolution resolution, IReadOnlyList<Mention> unplanned)
    {
        var element = resolution.Element;
        if (unplanned.Count > 0)
        {
            return Conflict(element, unplanned);
        }

        return resolution.Status switch
        {
            ElementStatus.Conflict => Conflict(element, resolution.Conflicts),
            ElementStatus.Ambiguous => Question(element, FindingKind.Ambiguous, "can be read in more than one way", resolution.Deciding),
            ElementStatus.TitleOnly when element.Asked => Question(element, FindingKind.TitleOnly, "stated in the heading only", resolution.Deciding),
            ElementStatus.Missing when element.Asked => Missing(element),
            ElementStatus.Documented when element.Weak is { } weak && resolution.Values.All(weak.Values.Contains) =>
                Make(element, FindingKind.Ambiguous, $"{element.Name}: {weak.Gap}", weak.Why, resolution.Deciding, suggest: true),
            _ => null,
        };
    }

    public Finding? Group(GroupRule group, IReadOnlyList<Resolution> open)
    {
        if (open.Count == 0)
        {
            return null;
        }

        // The id leaves out which of them are open: an answer that settles some must not bring the question back for the rest.
        var names = string.Join(", ", open.Select(r => InlineName.Of(r.Element)));
        return new Finding(FindingId.Of(reading.Pack.Id, group.Id, FindingKind.Missing, []), group.Id, FindingKind.Missing, Severity.Recommended,
            $"{group.Name}: {names} not stated", group.Question, group.Why, [], _places.Find(group.Place),
            Suggest(string.Join(' ', open.Select(r => r.Element.Phrase)), [.. open.SelectMany(r => r.Element.Fields)]));
    }

    public Finding Gate(string status, string reason, IReadOnlyList<Mention> mentions)
    {
        var words = evidence.Write(mentions);
        return new Finding(FindingId.Of(reading.Pack.Id, FindingKind.Applicability, FindingKind.Applicability, words.Select(e => e.Text)),
            FindingKind.Applicability, FindingKind.Applicability, status == ApplicabilityStatus.Uncertain ? Severity.Required : Severity.Recommended,
            status == ApplicabilityStatus.Uncertain ? "This pack: it is not certain that it fits the report" : "This pack does not fit the report",
            "Does this report describe the procedure that the pack is for?", reason, words, null, null);
    }

    private Finding Missing(ElementRule element)
    {
        var residue = Residue(element);
        return residue.Count > 0
            ? Make(element, FindingKind.Placeholder, $"{element.Name}: a blank is not filled in", element.Why, [], suggest: false) with { Evidence = residue, Id = Id(element, FindingKind.Placeholder, residue) }
            : Make(element, FindingKind.Missing, $"{element.Name}: not stated", element.Why, [], suggest: true);
    }

    private Finding Question(ElementRule element, string kind, string gap, IReadOnlyList<Mention> mentions)
        => Make(element, kind, $"{element.Name}: {gap}", kind == FindingKind.TitleOnly ? "The heading alone states it; who reads the description does not learn it there." : Doubt(mentions), mentions, suggest: true);

    private Finding Conflict(ElementRule element, IReadOnlyList<Mention> mentions)
        => Make(element, FindingKind.Conflict, $"{element.Name}: two statements disagree", Disagreement(mentions), mentions, suggest: false) with { Severity = Severity.Consistency, Placement = null };

    /// <summary>Quotes the first statement and the first that says something else.</summary>
    private string Disagreement(IReadOnlyList<Mention> mentions)
    {
        var one = mentions[0];
        var other = mentions.FirstOrDefault(m => Says(m) != Says(one)) ?? mentions[^1];
        return $"The draft says “{Text(one)}” ({Place(one)}) and “{Text(other)}” ({Place(other)}).";

        static string Says(Mention m) => m.Value ?? $"{m.Level?.Interspaces}/{m.Level?.Vertebrae}/{m.Count}";
    }

    private string Doubt(IReadOnlyList<Mention> mentions)
        => mentions.Count == 0 ? "The draft can be read in more than one way." : $"The words “{Text(mentions[0])}” do not decide it.";

    private string Text(Mention mention) => evidence.Write(mention).Text;

    private static string Place(Mention mention) => Sections.SectionNames.Name(mention.Section);

    private Finding Make(ElementRule element, string kind, string title, string why, IReadOnlyList<Mention> mentions, bool suggest)
    {
        var words = evidence.Write(mentions);
        return new Finding(Id(element, kind, words), element.Id, kind, element.Severity, title, element.Question, why, words,
            _places.Find(element.Place), suggest ? Suggest(element.Phrase, element.Fields) with { NotPerformed = element.NotDone, UnableToState = element.Unable } : null);
    }

    private string Id(ElementRule element, string kind, IEnumerable<Evidence> words)
        => FindingId.Of(reading.Pack.Id, element.Id, kind, words.Select(e => e.Text));

    private Suggestion Suggest(string phrase, IReadOnlyList<FieldRule> fields)
        => new(phrase, [.. fields.Select(Field)]);

    /// <summary>A field is filled only with what the same draft states once and clearly, and then says where.</summary>
    private SuggestionField Field(FieldRule field)
    {
        if (field.From is not null && resolutions.TryGetValue(field.From, out var source) && source.Is(ElementStatus.Documented) && source.Values.Count == 1 && source.Deciding.Count > 0)
        {
            return new SuggestionField(field.Name, field.Options, source.Values[0], evidence.Write(source.Deciding[0]));
        }

        return new SuggestionField(field.Name, field.Options, null, null);
    }

    /// <summary>Blanks that belong to the element: its own mentions inside them, or words around them that ask for it.</summary>
    private List<Evidence> Residue(ElementRule element)
    {
        var found = new List<Evidence>();
        foreach (var mention in resolutions[element.Id].Mentions)
        {
            if (mention.State == MentionState.Placeholder)
            {
                found.Add(evidence.Write(mention));
            }
        }

        if (found.Count == 0 && element.BlankNear.Length > 0)
        {
            found.AddRange(from residue in reading.Residues.Take(MostResidues)
                           let sentence = reading.Sentences[residue.Sentence]
                           where Near(element, residue) && sentence.Section is not (Sections.SectionKind.Plan or Sections.SectionKind.Aside)
                           select evidence.Write(residue.Sentence, residue.First, residue.End, sentence.Section, "placeholder"));
        }

        return found;
    }

    /// <summary>A form full of blanks is reported by its first ones.</summary>
    private const int MostResidues = 100;

    private bool Near(ElementRule element, Residue residue)
    {
        const int Reach = 12;
        var sentence = reading.Sentences[residue.Sentence];
        for (var c = sentence.FirstClause; c < sentence.EndClause; c++)
        {
            var clause = reading.Clauses[c];
            if (clause.End <= residue.First - Reach || clause.First >= residue.End + Reach)
            {
                continue;
            }

            for (var h = clause.FirstHit; h < clause.EndHit; h++)
            {
                if (reading.Hits[h].First < residue.End + Reach && reading.Hits[h].End > residue.First - Reach && element.BlankNear.AsSpan().Contains(reading.Hits[h].Term))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
