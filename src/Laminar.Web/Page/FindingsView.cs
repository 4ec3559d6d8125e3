using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>The state of the report in words, then a card for each question: what disagrees, what is open, what is worth adding, what is stated.</summary>
internal sealed class FindingsView(Html html, Draft draft, ScanResult result, Pack pack, CancellationToken cancellation)
{
    private readonly FindingGroups groups = new(result);

    public void Write()
    {
        Head();
        html.Add($"""<div class="list">""");
        Group("Disagree", groups.Disagree, "≠", "clash", open: true);
        Group("Not stated", groups.Open, "○", "open", open: true);
        Group("Worth adding", groups.WorthAdding, "○", "quiet", open: false);
        Stated();
        html.Add($"</div>");
    }

    private void Head()
    {
        var stated = result.Elements.Count(StatedElements.IsStated);
        html.Add($"""
            <header><h1>{groups.Headline}</h1>
            <div class="sub">{stated} of {result.Elements.Count} elements stated · {pack.Title} {pack.Version}</div>
            """);
        if (result.Applicability.Status != ApplicabilityStatus.Applies)
        {
            html.Add($"""<p class="notice">{result.Applicability.Reason}</p>""");
        }

        foreach (var notice in result.Document.Notices)
        {
            html.Add($"""<p class="notice">{notice}</p>""");
        }

        html.Add($"</header>");
    }

    private void Group(string title, IEnumerable<Finding> findings, string sign, string look, bool open)
    {
        var cards = findings.ToList();
        if (cards.Count == 0)
        {
            return;
        }

        html.Add($"""<h2 class="group"><span>{title}</span><span>{cards.Count}</span></h2>""");
        foreach (var finding in cards)
        {
            Card(finding, sign, look, open);
        }
    }

    private void Card(Finding finding, string sign, string look, bool open)
    {
        var state = open ? "open" : "";
        html.Add($"""
            <details class="card" id="{finding.Id}" {state}>
            <summary><span class="sign {look}" aria-hidden="true">{sign}</span>{finding.Title}</summary>
            <p class="question">{finding.Question}</p>
            <p class="why">{finding.Why}</p>
            """);
        Quotes(finding.Evidence);

        if (finding.Suggestion is { } suggestion)
        {
            Suggestion(finding, suggestion);
        }

        html.Add($"</details>");
    }

    /// <summary>The sentences of the draft that the evidence stands in, each once.</summary>
    private void Quotes(IReadOnlyList<Evidence> evidence)
    {
        var quoted = new HashSet<(int Paragraph, int Start)>();
        var last = (Paragraph: -1, Start: 0, End: 0);
        foreach (var words in evidence)
        {
            // A sentence is as long as its writer likes: it is not looked for again for each word in it.
            if (words.Paragraph == last.Paragraph && words.Start >= last.Start && words.Start < last.End)
            {
                continue;
            }

            var text = (uint)words.Paragraph < (uint)draft.Paragraphs.Count ? draft.Paragraphs[words.Paragraph].Text : words.Text;
            var (start, end) = Sentences.Around(text, words.Start);
            last = (words.Paragraph, start, end);
            cancellation.ThrowIfCancellationRequested();
            if (quoted.Add((words.Paragraph, start)))
            {
                html.Add($"""
                    <blockquote>“{text.AsSpan(start, end - start)}”
                    <small><a href="#p{words.Paragraph}">{Words.FromId(words.Section)}, paragraph {words.Paragraph + 1}</a></small></blockquote>
                    """);
            }
        }
    }

    private void Suggestion(Finding finding, Suggestion suggestion)
    {
        html.Add($"""<p class="phrase">""");
        PhraseView.Write(html, suggestion);
        html.Add($"</p>");
        foreach (var field in suggestion.Fields.Where(field => field.Value is null))
        {
            html.Add($"""<ul class="options" aria-label="{field.Name}">""");
            foreach (var option in field.Options)
            {
                html.Add($"<li>{option}</li>");
            }

            html.Add($"</ul>");
        }

        if (finding.Placement is { } place)
        {
            html.Add($"""<p class="place"><a href="#p{place.Paragraph}">Its place: paragraph {place.Paragraph + 1}</a></p>""");
        }
    }

    private void Stated()
    {
        html.Add($"""<h2 class="group"><span>Stated</span></h2>""");
        foreach (var element in result.Elements.Where(StatedElements.IsStated))
        {
            var values = element.Status == ElementStatus.NotPerformed ? "not performed" : string.Join(", ", element.Values.Select(Words.FromValue));
            html.Add($"""<div class="element"><span class="sign done" aria-hidden="true">✓</span>{element.Name}""");
            if (element.Evidence is [var first, ..])
            {
                html.Add($"""<a href="#p{first.Paragraph}">{values}</a></div>""");
            }
            else
            {
                html.Add($"<b>{values}</b></div>");
            }
        }
    }
}
