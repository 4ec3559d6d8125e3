using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Whatever is done to the page, the file that is written reads as the page does.</summary>
public sealed class EditLawTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private const int Rounds = 40;

    // A workbench of its own, without a pane: random ranges of the draft are replaced, undone and done again, and answers arrive.
    private const string Law = """
        async ([bytes, name, first, rounds]) => {
          const { WorkbenchHost } = await import('/app/workbench/workbench-host.js');
          const api = await import('/app/api.js');
          const host = new WorkbenchHost();
          document.querySelector('.sheet').replaceChildren(host.view.page);
          let seed = first;
          const random = (below) => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return (seed >> 8) % below; };
          const words = ['x', ' ', 'left', '\n', 'two\nlines', '', '', '\u{1F600}', 'T8-T9', '\t', 'é\u0301'];
          const paragraphsOf = async (draft) => (await api.scan(draft, null)).paragraphs.map(({ text }) => text);
          const bad = [];
          for (let round = 0; round < rounds; round++) {
            await host.open(new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]), name);
            const did = [];
            for (let step = 0; step < 1 + random(6); step++) {
              const length = host.draft.texts.join('\n').length;
              const at = random(length + 1);
              const to = Math.min(length, at + (random(3) === 0 ? random(length) : random(12)));
              const text = words[random(words.length)];
              const kind = random(10);
              if (kind === 0) { host.editor.undo(); } else if (kind === 1) { host.editor.redo(); } else { host.editor.replace([at, to], text, `step ${step}`); }
              did.push([kind, at, to, text]);
              if (random(4) === 0) { const read = await host.read(false); if (read) { host.take(await api.scan(read, null)); } }
            }
            try {
              const wanted = host.draft.texts;
              const shown = [...host.view.page.querySelectorAll('[data-line]')].map((element) => {
                const copy = element.cloneNode(true);
                copy.querySelectorAll('[data-out]').forEach((out) => out.remove());
                return copy.textContent;
              });
              const read = await paragraphsOf(host.draft.body('Tester'));
              const written = await paragraphsOf({ file: await host.file(), name: 'written.docx' });
              for (const [what, texts] of Object.entries({ shown, read, written })) {
                if (JSON.stringify(texts) !== JSON.stringify(wanted)) { bad.push({ round, what, did, wanted, texts }); }
              }
            } catch (failure) {
              bad.push({ round, did, failure: failure.message, edits: host.draft.body('Tester').edits });
            }
          }
          return JSON.stringify(bad.slice(0, 2), null, 1);
        }
        """;

    [Theory]
    [InlineData("rich.docx", 1)]
    [InlineData("rich.docx", 2)]
    [InlineData("runs.docx", 3)]
    [InlineData("plain.txt", 4)]
    public async Task The_file_reads_as_the_page_does(string name, int seed)
    {
        var desk = await Desk.OpenAsync(browser, server);
        var bytes = name switch
        {
            "rich.docx" => RichDraft.Bytes,
            "runs.docx" => WordFiles.Zip(FictionalDraft.Paragraphs),
            _ => Encoding.UTF8.GetBytes(FictionalDraft.Text),
        };

        var bad = await desk.Page.EvaluateAsync<string>(Law, new object[] { Convert.ToBase64String(bytes), name, seed, Rounds });

        Assert.True(bad == "[]", bad);
    }

    [Fact]
    public async Task A_break_inside_a_paragraph_is_no_end_of_it()
    {
        var desk = await Desk.OpenAsync(browser, server);

        var text = await desk.Page.EvaluateAsync<string>("async () => (await import('/app/workbench/changes.js')).editsOf([{ start: 0, end: 3, text: 'a\\nb\\u2029c' }], ['one'])[0].text");

        Assert.Equal("a\vb\nc", text);
    }
}
