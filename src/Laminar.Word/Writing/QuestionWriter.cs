using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Asks a finding as a comment: on the words that raise it, or where its phrase would stand.</summary>
internal sealed class QuestionWriter(WritingSession session, Stamp stamp)
{
    private readonly WordMarkup main = new(session.Tree, stamp, session.Ids);
    private readonly WordMarkup comments = new(session.Comments.Tree(), stamp, session.Ids);

    /// <param name="head">A line before the question, or null.</param>
    public void Ask(Finding finding, string? head = null)
    {
        string[] lines = [.. head is null ? [] : new[] { head }, .. Lines(finding)];
        foreach (var (paragraph, start, end) in Places(finding))
        {
            if (session.Seats.ForRange(session.Draft.Paragraphs[paragraph], start, end) is not var (first, last))
            {
                continue;
            }

            var id = session.Ids.Next();
            var range = main.CommentRange(id);
            if (first.Offset == last.Offset)
            {
                session.Seating.Put(first, SeatOrder.Phrase, range.Start + range.End);
            }
            else
            {
                session.Seating.Put(first, SeatOrder.StartOfRange, range.Start);
                session.Seating.Put(last, SeatOrder.EndOfRange, range.End);
            }

            session.Comments.Add(comments.Comment(id, lines));
        }
    }

    /// <summary>What is asked, why, and the answers that there are; no answer is put first.</summary>
    private static List<string> Lines(Finding finding)
    {
        List<string> lines = [finding.Title, finding.Why, finding.Question];
        foreach (var field in finding.Suggestion?.Fields ?? [])
        {
            var name = finding.Suggestion!.Fields.Count > 1 ? $"{char.ToUpperInvariant(field.Name[0])}{field.Name[1..]}" : "Answers";
            lines.Add($"{name}: {string.Join("; ", field.Options)}");
        }

        lines.Add(CommentsPart.Reference(finding.Id));
        return lines;
    }

    private IEnumerable<(int Paragraph, int Start, int End)> Places(Finding finding)
    {
        var stated = Sides(finding).Where(evidence => evidence.Part is null && session.Draft.Paragraphs[evidence.Paragraph].Part == DraftPart.Body).ToList();
        return stated.Count > 0
            ? stated.Select(static evidence => (evidence.Paragraph, evidence.Start, evidence.Start + evidence.Length))
            : [finding.Placement is { } placement ? SentenceBefore(placement) : FirstWords()];
    }

    /// <summary>Of a disagreement or a doubt both sides: the first words, and the first that say something else.</summary>
    private static IEnumerable<Evidence> Sides(Finding finding)
    {
        if (finding.Evidence.Count == 0)
        {
            return [];
        }

        var one = finding.Evidence[0];
        var other = finding.Evidence.FirstOrDefault(evidence => !evidence.Text.Equals(one.Text, StringComparison.OrdinalIgnoreCase));
        return finding.Kind is FindingKind.Conflict or FindingKind.Ambiguous && (other ?? finding.Evidence[^1]) is var second && second != one ? [one, second] : [one];
    }

    private (int Paragraph, int Start, int End) SentenceBefore(Placement placement)
    {
        var text = session.Draft.Paragraphs[placement.Paragraph].Text;
        var end = Math.Min(placement.Offset, text.Length);
        var start = end < 2 ? 0 : Math.Max(text.LastIndexOf(". ", end - 2, StringComparison.Ordinal), text.LastIndexOf(": ", end - 2, StringComparison.Ordinal)) + 1;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return (placement.Paragraph, start, end);
    }

    private (int Paragraph, int Start, int End) FirstWords()
    {
        for (var number = 0; number < session.Draft.Paragraphs.Count; number++)
        {
            if (session.Draft.Paragraphs[number] is { Part: DraftPart.Body, Text.Length: > 0 and var length })
            {
                return (number, 0, length);
            }
        }

        return (0, 0, 0);
    }
}
