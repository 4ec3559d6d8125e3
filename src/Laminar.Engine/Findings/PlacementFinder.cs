using Laminar.Engine.Analysis;
using Laminar.Engine.Elements;
using Laminar.Engine.Sections;

namespace Laminar.Engine.Findings;

/// <summary>Finds the place where a careful writer would put a phrase: behind the sentence about the same step, never inside one.</summary>
internal sealed class PlacementFinder(Reading reading, TermSets sets)
{
    private readonly Dictionary<PlaceRule, Placement?> _found = new(ReferenceEqualityComparer.Instance);

    public Placement? Find(PlaceRule rule)
    {
        if (!_found.TryGetValue(rule, out var placement))
        {
            _found[rule] = placement = Place(rule);
        }

        return placement;
    }

    private Placement? Place(PlaceRule rule)
    {
        var (best, end, body) = (-1, -1, -1);
        var (taken, closed) = (false, false);
        for (var s = 0; s < reading.Sentences.Count; s++)
        {
            var sentence = reading.Sentences[s];
            if (reading.Draft.Paragraphs[sentence.Paragraph].Part != DraftPart.Body)
            {
                break;
            }

            body = Sorting.IsHeading(sentence.Section) && body >= 0 || sentence.Section is SectionKind.Plan or SectionKind.Aside ? body : s;
            if (sentence.Section != rule.Section || closed)
            {
                continue;
            }

            // Nobody adds a step of the operation behind its closure.
            closed = end >= 0 && sets.InSentence(s, reading.Pack.ClosingTerm);
            if (closed)
            {
                continue;
            }

            end = s;
            if (!taken && sets.AnyInSentence(s, rule.AfterFirst))
            {
                (best, taken) = (s, true);
            }
            else if (!taken && sets.AnyInSentence(s, rule.After))
            {
                best = s;
            }
        }

        var chosen = best >= 0 ? best : end >= 0 ? end : body;
        if (chosen < 0)
        {
            return reading.Draft.Paragraphs.Count == 0 ? null : new Placement(0, reading.Draft.Paragraphs[0].Text.Length, SectionKind.Body.Name());
        }

        var place = reading.Sentences[chosen];
        var offset = reading.Tokens[place.End - 1].End;
        return new Placement(place.Paragraph, offset, place.Section.Name(), Sorting.IsHeading(place.Section) || !IsEnded(reading.Draft.Paragraphs[place.Paragraph].Text, offset));
    }

    /// <summary>Whether a mark ends the sentence; a quotation mark or bracket may stand behind it.</summary>
    private static bool IsEnded(string text, int offset)
    {
        var words = text.AsSpan(0, offset).TrimEnd("\"'\u201D\u2019)] ");
        return words.Length > 0 && words[^1] is '.' or '!' or '?';
    }
}
