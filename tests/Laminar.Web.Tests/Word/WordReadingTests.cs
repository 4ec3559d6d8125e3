using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>How the draft gets from Word to the server, and its paragraphs back to Word's.</summary>
public sealed class WordReadingTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    // Selects words of each paragraph that the server read, and says of which ones Word has selected something else.
    private const string SelectEach = """
        const missed = [];
        for (const [number, { text, part }] of scan.paragraphs.entries()) {
          if (text.length > 4 && part === undefined) {
            const found = await host.select({ paragraph: number, start: text.length - 4, length: 3, text: text.slice(-4, -1) });
            const { paragraph, text: words } = fakeWord.selected() ?? {};
            if (!found || paragraph !== number || words !== text.slice(-4, -1)) {
              missed.push(`${number}: ${text}; ${found} ${paragraph} ${words}`);
            }
          }
        }
        return missed.join('\n');
        """;

    [Fact]
    public async Task A_draft_is_read_with_its_paragraphs_once_and_not_again_while_nothing_changes()
    {
        var word = await WordPage.HostAsync(browser, server.Client);

        var read = await word.DoAsync<string[]>("""
            await check();
            const syncs = fakeWord.wire.syncs;
            const again = await host.read(false);
            return [window.read.name, String(again), String(fakeWord.wire.syncs - syncs)];
            """);

        Assert.Equal("document.xml", read[0]);
        Assert.Equal("null", read[1]);
        // The look, and the end of the run.
        Assert.Equal("2", read[2]);
    }

    [Fact]
    public async Task Open_XML_and_paragraphs_come_with_one_sync()
    {
        var word = await WordPage.HostAsync(browser, server.Client);

        Assert.Equal(3, await word.DoAsync<int>("const before = fakeWord.wire.syncs; await host.read(true); return fakeWord.wire.syncs - before;"));
    }

    [Fact]
    public async Task A_draft_that_has_changed_is_read_again()
    {
        var word = await WordPage.HostAsync(browser, server.Client);

        Assert.True(await word.DoAsync<bool>("await check(); fakeWord.type(7, ' No contrast was given.'); return await host.read(false) !== null;"));
    }

    [Theory]
    [InlineData("#4078")]
    [InlineData("#4258")]
    [InlineData("#1267")]
    [InlineData("#4997")]
    [InlineData("no requirements")]
    [InlineData("trailing paragraph")]
    public async Task Words_are_found_again_in_a_Word_with(string fault)
    {
        var word = await WordPage.HostAsync(browser, server.Client, Mixed(fault));

        await word.DoAsync("await check(); await check();");

        Assert.Equal("", await word.DoAsync<string>(SelectEach));
    }

    [Theory]
    [InlineData("document.xml", "#6059")]
    [InlineData("document.docx", "#6059", "#6059 paragraphs")]
    [InlineData("document.txt", "#6059", "#6059 paragraphs", "#6059 file")]
    [InlineData("document.docx", "#3898")]
    [InlineData("document.xml", "#6059", "#6751")]
    public async Task A_draft_that_Word_does_not_hand_out_whole_is_read_another_way(string name, params string[] faults)
    {
        var word = await WordPage.HostAsync(browser, server.Client, Mixed(faults));

        await word.DoAsync("await check();");

        Assert.Equal(name, await word.DoAsync<string>("return read.name;"));
        Assert.Equal("", await word.DoAsync<string>(SelectEach));
        Assert.True(await word.DoAsync<bool>("return scan.elements.find(({ id }) => id === 'levels').status === 'documented';"));
        Assert.Equal(0, await word.DoAsync<int>("return fakeWord.open.count;"));
    }

    [Fact]
    public async Task Of_a_row_that_is_given_for_the_last_paragraph_of_a_cell_only_that_paragraph_is_read()
    {
        var word = await WordPage.HostAsync(browser, server.Client, Mixed("#6059", "#6751"));

        var texts = await word.DoAsync<string[]>("return (await check()).paragraphs.map(({ text }) => text);");

        Assert.Single(texts, static text => text == "Estimated blood loss");
        Assert.Single(texts, static text => text == "Minimal");
    }

    [Fact]
    public async Task Struck_out_words_are_no_part_of_the_draft_1267()
    {
        var word = await WordPage.HostAsync(browser, server.Client, Mixed("#1267"));

        Assert.True(await word.DoAsync<bool>("""
            await check();
            fakeWord.strike(7, 'with a strip');
            return await host.read(false) !== null && (await check()).paragraphs.some(({ text }) => text === 'The instruments were withdrawn and the skin was closed .');
            """));
    }

    [Theory]
    [InlineData(0, 700)]
    [InlineData(13, 255)]
    [InlineData(13, 256)]
    public async Task Words_longer_than_Word_looks_for_are_selected(int start, int length)
    {
        var text = string.Join(' ', Enumerable.Range(0, 120).Select(static number => $"word^{number}"));
        var word = await WordPage.HostAsync(browser, server.Client, new { paragraphs = (string[])[.. FictionalDraft.Paragraphs, text] });

        Assert.Equal(text.Substring(start, length).Trim('^'), await word.DoAsync<string>($"await check(); await host.select({{ paragraph: 8, start: {start}, length: {length}, text: '' }}); return fakeWord.selected().text;"));
    }

    [Fact]
    public async Task Kept_answers_come_with_the_draft()
    {
        const string Record = """<record xmlns="urn:laminar:record:1" pack="x" version="1"><answer finding="contrast.missing.0123456789abcdef" given="none used"/></record>""";
        var word = await WordPage.HostAsync(browser, server.Client, new { paragraphs = FictionalDraft.Paragraphs, parts = new[] { "<other xmlns=\"urn:other\"/>", Record } });

        Assert.Equal(Record, await word.DoAsync<string>("await check(); return read.record;"));
    }

    [Fact]
    public async Task Outside_of_Word_the_page_says_where_to_open_it()
    {
        var word = await WordPage.HostAsync(browser, server.Client, "not in Word");

        Assert.True(await word.DoAsync<bool>("return host === null;"));
        Assert.Equal("Open this page in Word by “Check report” on the Home tab, or use the workbench instead.", await word.Page.Locator(".elsewhere").InnerTextAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no settings")]
    public async Task Settings_are_kept(string fault)
    {
        var word = await WordPage.HostAsync(browser, server.Client, fault);

        Assert.Equal("placeholders transcriptionist", await word.DoAsync<string>("""
            host.settings.set('surface', 'placeholders');
            host.settings.set('role', 'transcriptionist');
            return `${host.settings.get('surface')} ${host.settings.get('role')}`;
            """));
        // Who works on the document is nothing that goes with it.
        Assert.Equal(fault.Length == 0 ? ["laminar.surface"] : [], await word.DoAsync<string[]>("return Object.keys(fakeWord.model.settings);"));
    }

    [Fact]
    public async Task The_pane_opens_with_the_document_where_that_is_chosen()
    {
        var word = await WordPage.HostAsync(browser, server.Client);

        Assert.True(await word.DoAsync<bool>("""
            document.body.append(...host.ownSettings);
            document.querySelector('.setting.check input').click();
            return fakeWord.model.settings['Office.AutoShowTaskpaneWithDocument'];
            """));
    }

    /// <summary>The fictional draft with a table, a note, and words that are struck out.</summary>
    private static object Mixed(params string[] faults) => new
    {
        faults,
        paragraphs = (object[])
        [
            .. FictionalDraft.Paragraphs,
            new { text = "Estimated blood loss", cell = new { table = 0, row = 0, column = 0 } },
            new { text = "Minimal", cell = new { table = 0, row = 0, column = 1 } },
            new { text = "\u0002 The levels were counted from the sacrum." },
            new { pieces = (object[])[new { text = "The patient was " }, new { text = "awakened and ", del = "Dr. Other" }, new { text = "moved to recovery", ins = "Dr. Other" }, new { text = "." }] },
            "None", "None",
        ],
    };
}
