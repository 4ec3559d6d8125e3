using Laminar.Engine;

namespace Laminar.Web;

/// <summary>The draft as a document: evidence underlined, each phrase faint at the place where it would go.</summary>
internal sealed class DraftView
{
    private readonly Html html;
    private readonly Draft draft;
    private readonly ILookup<int, Mark> marks;
    private readonly ILookup<int, Finding> phrases;

    public DraftView(Html html, Draft draft, ScanResult result)
    {
        this.html = html;
        this.draft = draft;
        marks = Mark.Of(result).ToLookup(mark => mark.Paragraph);
        phrases = result.Findings
            .Where(finding => finding is { Placement: not null, Suggestion: not null } && finding.Severity != Severity.Recommended)
            .ToLookup(finding => finding.Placement!.Paragraph);
    }

    public void Write()
    {
        for (var index = 0; index < draft.Paragraphs.Count; index++)
        {
            Paragraph(index, draft.Paragraphs[index]);
        }
    }

    private void Paragraph(int index, DraftParagraph paragraph)
    {
        html.Add($"""<p id="p{index}" class="{Classes(paragraph)}">""");
        if (paragraph.Part != DraftPart.Body)
        {
            html.Add($"""<span class="part">{paragraph.Part.ToString()}</span> """);
        }

        var start = 0;
        foreach (var cut in Cuts(index, paragraph))
        {
            Stretch(index, paragraph, start, cut);
            start = cut;
            Phrases(index, at => at == cut);
        }

        // A place beyond the text would be the engine's mistake; the phrase is still shown.
        Phrases(index, at => at > paragraph.Text.Length);
        html.Add($"</p>\n");
    }

    private static string Classes(DraftParagraph paragraph) =>
        (paragraph.HeadingLevel > 0 ? "heading" : "") + (paragraph.Cell is null ? "" : " cell") + (paragraph.IsListItem ? " item" : "");

    /// <summary>Where the look of the text changes or a phrase stands, in order; the end of the text is the last.</summary>
    private SortedSet<int> Cuts(int index, DraftParagraph paragraph)
    {
        var cuts = new SortedSet<int> { paragraph.Text.Length };
        foreach (var mark in marks[index])
        {
            cuts.Add(mark.Start);
            cuts.Add(mark.End);
        }

        foreach (var span in paragraph.Spans)
        {
            cuts.Add(span.Start);
            cuts.Add(span.End);
        }

        cuts.UnionWith(phrases[index].Select(finding => finding.Placement!.Offset));
        cuts.RemoveWhere(cut => cut < 0 || cut > paragraph.Text.Length);
        return cuts;
    }

    private void Stretch(int index, DraftParagraph paragraph, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        var spans = paragraph.Spans.Where(span => span.Start <= start && end <= span.End).Select(span => span.Kind).ToHashSet();
        var look = (spans.Contains(DraftSpanKind.Bold) ? "bold " : "") + (spans.Contains(DraftSpanKind.Placeholder) ? "blank " : "");
        var tag = spans.Contains(DraftSpanKind.PendingInsertion) ? "ins" : "span";
        var text = paragraph.Text.AsSpan(start, end - start);
        var mark = marks[index].Where(mark => mark.Start <= start && end <= mark.End).MaxBy(mark => mark.Kind);
        if (mark is null)
        {
            html.Add($"""<{tag} class="{look}">{text}</{tag}>""");
        }
        else if (mark.Finding is null)
        {
            html.Add($"""<{tag} class="{look}"><mark>{text}</mark></{tag}>""");
        }
        else
        {
            html.Add($"""<{tag} class="{look}"><a class="mark {mark.Class}" href="#{mark.Finding}">{text}</a></{tag}>""");
        }
    }

    private void Phrases(int index, Func<int, bool> at)
    {
        foreach (var finding in phrases[index].Where(finding => at(finding.Placement!.Offset)))
        {
            html.Add($""" <a class="ghost" href="#{finding.Id}">""");
            PhraseView.Write(html, finding.Suggestion!);
            html.Add($"</a> ");
        }
    }
}
