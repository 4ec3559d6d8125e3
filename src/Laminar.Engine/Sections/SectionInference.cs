using Laminar.Engine.Analysis;
using Laminar.Engine.Text;

namespace Laminar.Engine.Sections;

/// <summary>
/// Gives sentences without a telling heading their section by what they say: "was brought to the operating room" opens the
/// description, "is a 54-year-old" is history, "will be seen in two weeks" the plan. A report without headings has all of it in one run.
/// </summary>
internal static class SectionInference
{
    public static void Refine(Reading reading)
    {
        var pack = reading.Pack;
        var described = reading.Segments.Exists(s => s.Kind == SectionKind.Description);
        var opened = false;
        var current = SectionKind.Body;
        var (lastKind, lastHeading) = (SectionKind.Body, -1);
        for (var s = 0; s < reading.Sentences.Count; s++)
        {
            var sentence = reading.Sentences[s];
            var part = reading.Draft.Paragraphs[sentence.Paragraph].Part;
            var headed = s == 0 || lastKind != sentence.Section || lastHeading != sentence.Heading && sentence.Heading >= 0;
            (lastKind, lastHeading) = (sentence.Section, sentence.Heading);
            if (headed && !(opened && sentence.Section == SectionKind.Body))
            {
                (opened, current) = (false, sentence.Section);
            }

            if (part != DraftPart.Body)
            {
                var outside = part is DraftPart.Header or DraftPart.Footer ? SectionKind.Fact : sentence.Section;
                reading.Sentences[s] = sentence with { Section = outside };
                continue;
            }

            if (!described && CanOpen(sentence.Section) && !opened && Says(reading, sentence, pack.OpeningTerm))
            {
                (opened, current) = (true, SectionKind.Description);
            }
            else if (!opened && current == SectionKind.Body && IsTitleLine(reading, s, sentence))
            {
                reading.Sentences[s] = sentence with { Section = SectionKind.Title };
                continue;
            }

            var section = opened ? current : sentence.Section;
            if (section is SectionKind.Body or SectionKind.Description or SectionKind.Indication && Says(reading, sentence, pack.HistoryTerm) && !Says(reading, sentence, pack.OpeningTerm))
            {
                section = SectionKind.Indication;
            }

            reading.Sentences[s] = sentence with { Section = section };
        }
    }

    private static bool CanOpen(SectionKind kind)
        => kind is SectionKind.Body or SectionKind.Indication or SectionKind.History or SectionKind.Summary or SectionKind.Title
            or SectionKind.Fact or SectionKind.Diagnosis or SectionKind.Consent or SectionKind.Findings;

    /// <summary>The first lines of a draft without headings, as long as they are names and not sentences.</summary>
    private static bool IsTitleLine(Reading reading, int s, Sentence sentence)
    {
        if (s > 3)
        {
            return false;
        }

        for (var c = sentence.FirstClause; c < sentence.EndClause; c++)
        {
            if ((reading.Clauses[c].Flags & ClauseFlags.Predicate) != 0)
            {
                return false;
            }
        }

        return sentence.End - sentence.First <= 24;
    }

    private static bool Says(Reading reading, Sentence sentence, int term)
    {
        if (sentence.EndClause == sentence.FirstClause)
        {
            return false;
        }

        var end = reading.Clauses[sentence.EndClause - 1].EndHit;
        for (var h = reading.Clauses[sentence.FirstClause].FirstHit; h < end; h++)
        {
            if (reading.Hits[h].Term == term)
            {
                return true;
            }
        }

        return false;
    }
}
