using System.Text;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The workbench in a browser, and what a person does there.</summary>
internal sealed class Desk(IPage page)
{
    private const string TextsInPage = """
        async () => {
          const { textIn } = await import('/app/workbench/caret.js');
          return [...document.querySelectorAll('.page [data-line]')].map(textIn);
        }
        """;

    public IPage Page => page;

    public ILocator Draft => page.Locator(".page");

    public ILocator Headline => page.Locator("aside h1");

    public ILocator Line(int number) => Draft.Locator("[data-line]").Nth(number);

    /// <summary>The draft's words, a string a paragraph, without what is no part of it.</summary>
    public Task<string[]> TextsAsync() => page.EvaluateAsync<string[]>(TextsInPage);

    public static async Task<Desk> OpenAsync(Browser browser, SharedServer server, int width = 1240)
    {
        var desk = new Desk(await browser.OpenAsync(server.Client.BaseAddress!, width, ColorScheme.Light));
        await desk.CheckedAsync();
        return desk;
    }

    public static async Task<Desk> OpenAsync(Browser browser, SharedServer server, params string[] lines)
    {
        var desk = await OpenAsync(browser, server);
        await desk.UploadAsync("mine.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return desk;
    }

    public async Task UploadAsync(string name, byte[] bytes)
    {
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await Assertions.Expect(page.Locator(".draft-name")).ToHaveTextAsync(name);
        await CheckedAsync();
    }

    /// <summary>
    /// Until the draft has been read as it stands. The page's own clock says when its quiet moment is over, however late that is on a
    /// busy machine; then the pane says when it has read.
    /// </summary>
    public async Task CheckedAsync()
    {
        await Assertions.Expect(page.Locator("aside .card, aside .nothing").First).ToBeAttachedAsync(new() { Timeout = 30_000 });
        await page.EvaluateAsync("() => new Promise((over) => setTimeout(over, 450))");
        await Assertions.Expect(page.Locator("aside progress[hidden]")).ToBeAttachedAsync(new() { Timeout = 30_000 });
    }

    /// <summary>Puts the caret into a paragraph.</summary>
    public async Task CaretAsync(int line, int offset, int? toLine = null, int? toOffset = null)
    {
        await Draft.FocusAsync();
        await page.EvaluateAsync("""
            async ([line, offset, toLine, toOffset]) => {
              const { Caret, textIn } = await import('/app/workbench/caret.js');
              const elements = [...document.querySelectorAll('.page [data-line]')];
              const lines = elements.map((element) => ({ text: textIn(element), element }));
              const caret = new Caret(document.querySelector('.page'), () => lines, (one) => one.element);
              const place = (number, at) => lines.slice(0, number).reduce((sum, { text }) => sum + text.length + 1, at);
              caret.select({ anchor: place(line, offset), focus: place(toLine, toOffset) });
            }
            """, new[] { line, offset, toLine ?? line, toOffset ?? offset });
    }

    public async Task<string> CaretNowAsync() => await page.EvaluateAsync<string>("""
        async () => {
          const { Caret, textIn } = await import('/app/workbench/caret.js');
          const lines = [...document.querySelectorAll('.page [data-line]')].map((element) => ({ text: textIn(element), element }));
          const caret = new Caret(document.querySelector('.page'), () => lines, (one) => one.element);
          let { focus } = caret.selected;
          let line = 0;
          while (focus > lines[line].text.length) { focus -= lines[line++].text.length + 1; }
          return `${line}:${focus}`;
        }
        """);

    public Task PressAsync(params string[] keys) => keys.Aggregate(Task.CompletedTask, async (before, key) =>
    {
        await before;
        await page.Keyboard.PressAsync(key);
    });

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>An event of the clipboard, or of words that are dragged, as the browser makes it.</summary>
    public Task<string> SendAsync(string kind, string text) => page.EvaluateAsync<string>("""
        ([kind, text]) => {
          const data = new DataTransfer();
          if (kind === 'paste') { data.setData('text/plain', text); data.setData('text/html', `<b>${text}</b>`); }
          const event = new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true });
          document.querySelector('.page').dispatchEvent(event);
          return data.getData('text/plain');
        }
        """, new[] { kind, text });

    public async Task<byte[]> DownloadAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download .docx" }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
