using System.Collections.Concurrent;
using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>A page in the fake Word (FakeWord/*.js), which stands in for Office.js at its own address.</summary>
internal sealed class WordPage
{
    // Nothing but the host: tests call what the session would.
    private const string Bare = """
        <!doctype html><title>Host</title><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><div id="root"></div>
        <script type="module">
        const [{ createWordHost }, api] = await Promise.all([import('/app/word/word-host.js'), import('/app/api.js')]);
        window.api = api;
        window.surgeon = { name: 'Dr. Hand', role: 'surgeon' };
        window.check = async () => {
          const draft = await host.read(true);
          window.read = draft;
          window.scan = await api.scan(draft, null);
          host.take(scan);
          return scan;
        };
        window.of = (element) => scan.findings.find((finding) => finding.element === element);
        window.answered = (finding, words) => host.answer([{ finding: finding.id, fields: Object.fromEntries(finding.suggestion.fields.map(({ name }) => [name, words])) }], surgeon);
        window.host = await createWordHost(document.getElementById('root'));
        window.ready = true;
        </script>
        """;

    private WordPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(15_000);
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Errors.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What was thrown and not caught.</summary>
    public ConcurrentBag<string> Errors { get; } = [];

    /// <summary>The host alone, without the pane, beside the fictional draft.</summary>
    public static Task<WordPage> HostAsync(Browser browser, HttpClient server, params string[] faults)
        => HostAsync(browser, server, new { paragraphs = FictionalDraft.Paragraphs, faults });

    public static async Task<WordPage> HostAsync(Browser browser, HttpClient server, object setup)
    {
        var word = await PrepareAsync(browser, setup);
        var address = new Uri(server.BaseAddress!, "/only-the-host");
        await word.Page.RouteAsync(address.ToString(), static route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = Bare }));
        await word.Page.GotoAsync(address.ToString());
        try
        {
            await word.Page.UntilAsync("window.ready === true");
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"The host did not start: {string.Join("; ", word.Errors)}", late);
        }

        return word;
    }

    /// <summary>The pane as people see it.</summary>
    public static async Task<WordPage> PaneAsync(Browser browser, HttpClient server, object setup)
    {
        var word = await PrepareAsync(browser, setup);
        await word.Page.GotoAsync(new Uri(server.BaseAddress!, "/pane").ToString());
        return word;
    }

    public Task<T> DoAsync<T>(string script) => Page.EvaluateAsync<T>($"async () => {{ {script} }}");

    public Task DoAsync(string script) => Page.EvaluateAsync($"async () => {{ {script} }}");

    /// <summary>What stands in the document, without what is struck out.</summary>
    public Task<string[]> TextAsync() => Page.EvaluateAsync<string[]>("fakeWord.text()");

    private static async Task<WordPage> PrepareAsync(Browser browser, object setup)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 340, Height = 800 } });
        await FakeWord.ServeAsync(page, setup);
        return new WordPage(page);
    }
}
