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

        // One sweep over the text: nothing is looked for again in each stretch of a long paragraph.
        var covering = new Sweep<Mark>(marks[index].Select(mark => (mark.Start, mark.End, (int)mark.Kind, mark)));
        var look = new Look(paragraph);
        var here = phrases[index].ToLookup(finding => finding.Placement!.Offset);
        var start = 0;
        foreach (var cut in Cuts(index, paragraph))
        {
            if (cut > start)
            {
                Stretch(paragraph.Text.AsSpan(start, cut - start), covering.TryFind(start, out var mark) ? mark : null, look.At(start));
            }

            start = cut;
            Phrases(here[cut]);
        }

        // A place beyond the text would be the engine's mistake; the phrase is still shown.
        Phrases(phrases[index].Where(finding => finding.Placement!.Offset > paragraph.Text.Length));
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

    private void Stretch(ReadOnlySpan<char> text, Mark? mark, (string Tag, string Class) look)
    {
        var (tag, @class) = look;
        if (mark is null)
        {
            html.Add($"""<{tag} class="{@class}">{text}</{tag}>""");
        }
        else if (mark.Finding is null)
        {
            html.Add($"""<{tag} class="{@class}"><mark>{text}</mark></{tag}>""");
        }
        else
        {
            html.Add($"""<{tag} class="{@class}"><a class="mark {mark.Class}" href="#{mark.Finding}">{text}</a></{tag}>""");
        }
    }

    private void Phrases(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            html.Add($""" <a class="ghost" href="#{finding.Id}">""");
            PhraseView.Write(html, finding.Suggestion!);
            html.Add($"</a> ");
        }
    }
}
