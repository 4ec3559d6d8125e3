using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>What the host writes into Word: only what is missing, only where the text is what was read, and back with one undo.</summary>
public sealed class WordWritingTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private const string Added = " Instruments were advanced under fluoroscopic guidance.";
    private const string Answer = "return JSON.stringify((await answered(of('guidance'), 'fluoroscopic')).refused.map(({ code }) => code));";

    [Theory]
    [InlineData("")]
    [InlineData("#4078")]
    [InlineData("#4258")]
    [InlineData("#5784")]
    [InlineData("#1267")]
    [InlineData("#4874")]
    [InlineData("no requirements")]
    [InlineData("trailing paragraph")]
    [InlineData("#6059")]
    public async Task An_answer_is_put_at_its_place_and_nothing_else_is_touched(string fault)
    {
        var word = await CheckedAsync(fault);
        var before = await word.TextAsync();

        Assert.Equal("[]", await word.DoAsync<string>(Answer));

        var after = await word.TextAsync();
        var number = Array.FindIndex(after, static text => text.Contains(Added.Trim(), StringComparison.Ordinal));
        Assert.Equal(before[number], after[number].Replace(Added, "", StringComparison.Ordinal));
        Assert.Equal(before.Where((_, other) => other != number), after.Where((_, other) => other != number));
        Assert.True(await word.DoAsync<bool>("await check(); return of('guidance') === undefined;"));
    }

    [Fact]
    public async Task It_is_a_tracked_change_and_tracking_is_off_again_behind_it()
    {
        var word = await CheckedAsync("");

        await word.DoAsync(Answer);

        Assert.Equal($"inserted {Added}", await word.DoAsync<string>("return fakeWord.revisions().map(({ kind, text }) => `${kind} ${text}`).join();"));
        Assert.Equal("Off", await word.DoAsync<string>("return fakeWord.model.tracking;"));
    }

    [Fact]
    public async Task One_undo_takes_it_back()
    {
        var word = await CheckedAsync("");
        var before = await word.TextAsync();

        await word.DoAsync(Answer + " ");
        Assert.NotEqual(before, await word.TextAsync());
        await word.DoAsync("await host.undo();");

        Assert.Equal(before, await word.TextAsync());
    }

    [Theory]
    [InlineData("#4258")]
    [InlineData("")]
    public async Task A_paragraph_that_somebody_put_in_above_since_the_check_moves_nothing(string fault)
    {
        var word = await CheckedAsync(fault);

        await word.DoAsync("fakeWord.add(1, 'SURGEON: Dr. Hand');");

        Assert.Equal("[]", await word.DoAsync<string>(Answer));
        Assert.Contains(FictionalDraft.Paragraphs[5] + Added, await word.TextAsync());
    }

    [Fact]
    public async Task Text_that_somebody_changes_between_reading_and_writing_is_not_written_into()
    {
        var word = await CheckedAsync("");
        await word.Page.RouteAsync("**/api/drafts/insertions*", async route =>
        {
            await word.DoAsync("fakeWord.replace(5, 'A cannula', 'Two cannulas');");
            await route.ContinueAsync();
        });

        Assert.Equal("""["changed"]""", await word.DoAsync<string>(Answer));
        Assert.Equal(FictionalDraft.Paragraphs[5].Replace("A cannula", "Two cannulas", StringComparison.Ordinal), (await word.TextAsync())[5]);
        Assert.Empty(await word.DoAsync<string[]>("return fakeWord.model.parts.map(({ xml }) => xml);"));
    }

    [Fact]
    public async Task Words_struck_out_between_reading_and_writing_are_a_change_where_Word_s_own_text_still_holds_them_1267()
    {
        var word = await CheckedAsync("#1267");
        await word.Page.RouteAsync("**/api/drafts/insertions*", async route =>
        {
            await word.DoAsync("fakeWord.strike(5, 'percutaneously ');");
            await route.ContinueAsync();
        });

        Assert.Equal("""["changed"]""", await word.DoAsync<string>(Answer));
    }

    [Fact]
    public async Task What_somebody_changed_since_the_check_is_read_before_an_answer_is_written()
    {
        var word = await CheckedAsync("");

        await word.DoAsync("fakeWord.replace(5, 'A cannula', 'A long cannula');");

        Assert.Equal("[]", await word.DoAsync<string>(Answer));
        Assert.StartsWith("The patient was positioned prone and the back was prepared and draped. A long cannula", (await word.TextAsync())[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_kept_with_the_document()
    {
        var word = await CheckedAsync("");

        await word.DoAsync("await host.answer([{ finding: of('guidance').id, answer: 'dismissed: seen elsewhere' }], surgeon);");

        Assert.Contains("urn:laminar:record:1", await word.DoAsync<string>("return fakeWord.model.parts.map(({ xml }) => xml).join();"), StringComparison.Ordinal);
        Assert.True(await word.DoAsync<bool>("await check(); return of('guidance') === undefined;"));
        Assert.True(await word.DoAsync<bool>("await host.answer([{ finding: scan.answered[0].id, answer: 'ask again' }], surgeon); await check(); return of('guidance') !== undefined;"));
        Assert.Equal(1, await word.DoAsync<int>("return fakeWord.model.parts.length;"));
    }

    [Fact]
    public async Task Without_custom_parts_an_answer_is_kept_in_the_document_s_settings()
    {
        var word = await CheckedAsync("no requirements");

        await word.DoAsync("await host.answer([{ finding: of('guidance').id, answer: 'dismissed: seen elsewhere' }], surgeon);");

        Assert.Contains("urn:laminar:record:1", await word.DoAsync<string>("return fakeWord.model.settings['laminar.record'];"), StringComparison.Ordinal);
        Assert.True(await word.DoAsync<bool>("await check(); return of('guidance') === undefined;"));
    }

    [Fact]
    public async Task A_phrase_behind_a_heading_gets_a_paragraph_that_looks_like_text()
    {
        var word = await WordPage.HostAsync(browser, server.Client, new
        {
            faults = (string[])["#5784"],
            paragraphs = (object[])
            [
                .. FictionalDraft.Paragraphs.Take(4).Where(static text => !text.StartsWith("INDICATIONS", StringComparison.Ordinal)),
                new { text = "Indications", style = "Heading1", bold = true }, new { text = "Description of procedure", style = "Heading1", bold = true },
                .. FictionalDraft.Paragraphs.Skip(5),
            ],
        });
        await word.DoAsync("await check();");
        var before = await word.TextAsync();

        Assert.Equal("", await word.DoAsync<string>("""
            const own = scan.findings.find(({ placement, suggestion }) => suggestion && placement?.ownParagraph || scan.paragraphs[placement?.paragraph]?.heading);
            window.chosen = own;
            return (await answered(own, 'spinal stenosis')).refused.map(({ message }) => own.id + message).join();
            """));

        Assert.Equal(before.Length + 1, (await word.TextAsync()).Length);
        Assert.Equal("Normal false", await word.DoAsync<string>("""
            const added = fakeWord.model.paragraphs[chosen.placement.paragraph + 1];
            return `${added.style} ${added.units.some(({ bold }) => bold)}`;
            """));
    }

    [Fact]
    public async Task Of_words_that_stand_several_times_the_right_ones_lead_to_the_place()
    {
        var again = string.Concat(Enumerable.Repeat("The wound was irrigated. ", 20));
        string[] paragraphs = [.. FictionalDraft.Paragraphs];
        paragraphs[5] = again + paragraphs[5] + " " + again.Trim();
        var word = await WordPage.HostAsync(browser, server.Client, new { paragraphs });
        await word.DoAsync("await check();");
        var expected = await word.DoAsync<string>("const { placement } = of('guidance'); const { text } = scan.paragraphs[placement.paragraph]; return text.slice(0, placement.offset) + '|' + text.slice(placement.offset);");

        Assert.Equal("[]", await word.DoAsync<string>(Answer));

        Assert.Contains(expected.Replace("|", Added, StringComparison.Ordinal), await word.TextAsync());
    }

    [Fact]
    public async Task A_transcriptionist_writes_no_clinical_fact()
    {
        var word = await CheckedAsync("");

        Assert.Equal("403", await word.DoAsync<string>("surgeon.role = 'transcriptionist'; return answered(of('guidance'), 'fluoroscopic').then(({ refused }) => refused.length > 0 ? '403' : 'written', ({ status }) => String(status));"));
        Assert.Equal(FictionalDraft.Paragraphs, await word.TextAsync());
    }

    [Fact]
    public async Task A_slip_of_form_is_mended_as_a_tracked_change_of_these_words_alone()
    {
        var word = await SlippedAsync();

        Assert.Equal(0, await word.DoAsync<int>("return (await host.mend(scan.repairs, surgeon)).refused.length;"));

        Assert.Equal(["the the", "the"], await word.DoAsync<string[]>("return fakeWord.revisions().sort((a, b) => a.kind.localeCompare(b.kind)).map(({ text }) => text.toLowerCase());"));
        Assert.DoesNotContain("the the", (await word.TextAsync())[7], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_have_changed_are_not_mended()
    {
        var word = await SlippedAsync();

        await word.DoAsync("fakeWord.replace(7, 'withdrawn', 'taken out');");

        Assert.Equal(["changed"], await word.DoAsync<string[]>("return (await host.mend(scan.repairs, surgeon)).refused.map(({ code }) => code);"));
        Assert.Empty(await word.DoAsync<object[]>("return fakeWord.revisions();"));
    }

    [Fact]
    public async Task The_place_of_a_phrase_is_shown()
    {
        var word = await CheckedAsync("");

        Assert.True(await word.DoAsync<bool>("""
            const { placement } = of('guidance');
            await host.reveal(placement);
            const { paragraph, text, after } = fakeWord.selected();
            return paragraph === placement.paragraph && text === '' && after === placement.offset;
            """));
    }

    [Fact]
    public async Task Words_that_no_longer_stand_there_are_not_selected()
    {
        var word = await CheckedAsync("");

        Assert.False(await word.DoAsync<bool>("fakeWord.replace(6, 'right', 'left'); return host.select(scan.findings.find(({ kind }) => kind === 'conflict').evidence.find(({ paragraph }) => paragraph === 6));"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#4258")]
    public async Task Flagged_a_question_is_a_comment_on_the_words_that_raise_it(string fault)
    {
        var word = await CheckedAsync(fault);

        var comments = await word.DoAsync<string[][]>("""
            const finding = scan.findings.find(({ kind }) => kind === 'conflict');
            await host.flag(finding, { name: 'T. Typist', role: 'transcriptionist' });
            await host.flag(finding, { name: 'T. Typist', role: 'transcriptionist' });
            window.finding = finding;
            return fakeWord.comments().map(({ content, words }) => [words, ...content.split('\n')]);
            """);

        Assert.Equal(["left", "right"], comments.Select(static comment => comment[0]).Order(StringComparer.Ordinal));
        Assert.All(comments, static comment => Assert.Equal("Flagged by T. Typist.", comment[1]));
        Assert.Equal(await word.DoAsync<string>("return `Question ${finding.id}`;"), comments[0][^1]);
    }

    [Fact]
    public async Task Flagged_a_gap_is_a_comment_where_its_phrase_would_stand()
    {
        var word = await CheckedAsync("");

        var words = await word.DoAsync<string>("await host.flag(of('guidance'), surgeon); return fakeWord.comments()[0].words;");

        Assert.Equal("A cannula was advanced percutaneously through a stab incision onto the lower edge of the T8 lamina.", words);
        Assert.Equal("document.xml", await word.DoAsync<string>("await check(); return read.name;"));
    }

    [Fact]
    public async Task A_Word_that_takes_no_comments_is_answered_with_a_sentence_6746()
    {
        var word = await CheckedAsync("#6746");

        Assert.Equal("Word does not let add-ins comment in this document; ask the surgeon by a comment of your own.", await word.DoAsync<string>("return (await host.flag(of('guidance'), surgeon)).refused[0].message;"));
    }

    private async Task<WordPage> CheckedAsync(string fault)
    {
        var word = await WordPage.HostAsync(browser, server.Client, fault);
        await word.DoAsync("await check();");
        return word;
    }

    private async Task<WordPage> SlippedAsync()
    {
        string[] paragraphs = [.. FictionalDraft.Paragraphs];
        paragraphs[7] = "The instruments were withdrawn and the the skin was closed with a strip.";
        var word = await WordPage.HostAsync(browser, server.Client, new { paragraphs });
        await word.DoAsync("await check();");
        return word;
    }
}
