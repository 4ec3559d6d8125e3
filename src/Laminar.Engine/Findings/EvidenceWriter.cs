using Laminar.Engine.Analysis;
using Laminar.Engine.Elements;
using Laminar.Engine.Sections;
using Laminar.Engine.Text;

namespace Laminar.Engine.Findings;

/// <summary>The only place that maps tokens back to UTF-16 offsets of the draft's paragraphs.</summary>
internal sealed class EvidenceWriter(Reading reading)
{
    private static readonly string[] States = Array.ConvertAll(Enum.GetNames<MentionState>(), Kebab.Of);
    private static readonly string[] Roles = Array.ConvertAll(Enum.GetNames<Levels.LevelRole>(), Kebab.Of);

    private readonly Dictionary<DraftParagraph, List<DraftSpan>> _pending = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Evidence> Write(IReadOnlyList<Mention> mentions)
    {
        if (mentions.Count == 0)
        {
            return [];
        }

        var evidence = new List<Evidence>(mentions.Count);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (!IsRepeated(mentions, i))
            {
                evidence.Add(Write(mentions[i]));
            }
        }

        return evidence;
    }

    /// <summary>Several rules may read the same words; they stand next to each other.</summary>
    private static bool IsRepeated(IReadOnlyList<Mention> mentions, int i)
    {
        var mention = mentions[i];
        for (var k = i - 1; k >= 0 && k >= i - 4; k--)
        {
            if (mentions[k].First == mention.First && mentions[k].End == mention.End && mentions[k].State == mention.State && mentions[k].Role == mention.Role)
            {
                return true;
            }
        }

        return false;
    }

    public Evidence Write(Mention mention)
        => Write(mention.Sentence, mention.First, mention.End, mention.Section, States[(int)mention.State], mention.Role is { } role ? Roles[(int)role] : null);

    public Evidence Write(int sentence, int first, int end, SectionKind section, string state, string? role = null)
    {
        var (start, stop) = Offsets(first, end);
        return Quote(reading.Sentences[sentence].Paragraph, start, stop, section, state, role);
    }

    /// <summary>Where tokens stand in their paragraph.</summary>
    public (int Start, int Stop) Offsets(int first, int end)
    {
        var start = reading.Tokens[first].Start;
        return (start, Math.Max(start, reading.Tokens[end - 1].End));
    }

    /// <summary>The words of a paragraph that stand between two of its offsets.</summary>
    public Evidence Quote(int number, int start, int stop, SectionKind section, string state, string? role)
    {
        var paragraph = reading.Draft.Paragraphs[number];
        return new Evidence(number, start, stop - start, paragraph.Text[start..stop], section.Name(), state, role, PartName(paragraph.Part), IsPending(paragraph, start, stop) ? true : null);
    }

    private static string? PartName(DraftPart part) => part switch
    {
        DraftPart.Header => "header",
        DraftPart.Footer => "footer",
        DraftPart.Footnote => "footnote",
        DraftPart.Endnote => "endnote",
        _ => null,
    };

    private List<DraftSpan> Pending(DraftParagraph paragraph)
    {
        if (!_pending.TryGetValue(paragraph, out var pending))
        {
            _pending[paragraph] = pending = [.. paragraph.Spans.Where(s => s.Kind == DraftSpanKind.PendingInsertion).OrderBy(s => s.Start)];
        }

        return pending;
    }

    private bool IsPending(DraftParagraph paragraph, int start, int stop)
    {
        // Insertions do not overlap and stand in order: the last that begins before the words' end decides.
        if (paragraph.Spans.Count == 0)
        {
            return false;
        }

        var pending = Pending(paragraph);
        var (low, high) = (0, pending.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pending[middle].Start < stop ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && pending[low - 1].End > start;
    }
}
