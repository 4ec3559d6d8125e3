using Laminar.Engine;

namespace Laminar.Web;

/// <summary>The page around a draft: the choice of samples, the draft as a document, what it leaves open beside it.</summary>
internal sealed class ReportPage(PackShelf packs, Sample? shown, CancellationToken cancellation = default)
{
    private readonly Html html = new(cancellation);

    public Html Write(Draft draft, ScanResult result, Pack pack)
    {
        Head(shown is null ? draft.Name : $"Sample: {shown.Title}");
        html.Add($"""<article class="page" aria-label="The draft">""");
        new DraftView(html, draft, result).Write();
        html.Add($"</article>");
        OwnDraft();
        html.Add($"""</main><aside class="pane" aria-label="What the draft leaves open">""");
        new FindingsView(html, draft, result, pack, cancellation).Write();
        html.Add($"</aside></div></body></html>");
        return html;
    }

    /// <summary>The page without a draft, and why.</summary>
    public static Html Empty(PackShelf packs, string sentence)
    {
        var page = new ReportPage(packs, null);
        page.Head("No draft");
        page.html.Add($"""<p class="notice" role="alert">{sentence}</p>""");
        page.OwnDraft();
        return page.html.Add($"</main></div></body></html>");
    }

    private void Head(string title)
    {
        html.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · Laminar</title>
            <link rel="stylesheet" href="/laminar.css">
            </head>
            <body>
            <div class="app">
            <main class="desk">
            <div class="bar"><h2>{title}</h2>
            """);
        Samples();
        html.Add($"</div>");
    }

    private void Samples()
    {
        html.Add($"""<form method="get" action="/"><label for="sample">Sample drafts</label> <select id="sample" name="sample">""");
        foreach (var sample in packs.Samples)
        {
            html.Add($"""<option value="{sample.Name}" """);
            if (sample == shown)
            {
                html.Add($"selected");
            }

            html.Add($">{sample.Title}</option>");
        }

        html.Add($"""</select> <button class="btn">Show</button></form>""");
    }

    private void OwnDraft() => html.Add($"""
        <section class="own" aria-labelledby="own">
        <h3 id="own">Your own draft</h3>
        <form method="post" action="/" enctype="multipart/form-data">
        <label for="file">A Word file (.docx, .docm, .dotx, .dotm), Flat OPC XML or .txt</label>
        <input id="file" name="file" type="file" accept=".docx,.docm,.dotx,.dotm,.xml,.txt">
        <label for="text">or its text, a line a paragraph</label>
        <textarea id="text" name="text" rows="6" spellcheck="false"></textarea>
        <button class="btn primary">Read it</button>
        <small>It is read in memory and forgotten: nothing is stored or logged.</small>
        </form>
        </section>
        """);
}
