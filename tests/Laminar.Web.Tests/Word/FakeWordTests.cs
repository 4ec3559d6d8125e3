namespace Laminar.Web.Tests;

/// <summary>The fake Word is as strict as the real one: what would fail there fails here.</summary>
public sealed class FakeWordTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("context.document.body.paragraphs.items", "PropertyNotLoaded")]
    [InlineData("context.document.body.paragraphs.getFirst().text", "PropertyNotLoaded")]
    [InlineData("context.document.changeTrackingMode", "PropertyNotLoaded")]
    [InlineData("context.document.body.getOoxml().value", "ValueNotLoaded")]
    [InlineData("context.document.body.paragraphs.getFirst().search('')", "InvalidArgument")]
    [InlineData("context.document.body.paragraphs.getFirst().search('x'.repeat(256))", "InvalidArgument")]
    public async Task What_Word_refuses_is_refused(string use, string code)
    {
        var word = await OpenAsync();

        Assert.Equal(code, await word.DoAsync<string>($"return Word.run(async (context) => {{ {use}; }}).then(() => 'done', (failure) => failure.code);"));
    }

    [Fact]
    public async Task Nothing_happens_before_a_sync()
    {
        var word = await OpenAsync();

        var before = await word.DoAsync<string>("return Word.run(async (context) => { context.document.body.paragraphs.getFirst().getRange('Content').insertText('!', 'End'); return fakeWord.text()[0]; });");

        Assert.Equal("OPERATIVE REPORT", before);
        Assert.Equal("OPERATIVE REPORT!", (await word.TextAsync())[0]);
    }

    [Fact]
    public async Task An_object_of_one_run_is_no_use_in_another()
    {
        var word = await OpenAsync();

        Assert.Equal("InvalidObjectPath", await word.DoAsync<string>("""
            const kept = await Word.run(async (context) => context.document.body.paragraphs.getFirst());
            return Word.run(async (context) => { kept.load('text'); }).then(() => 'done', (failure) => failure.code);
            """));
    }

    [Theory]
    [InlineData(0, 17)]
    [InlineData(3, 0)]
    [InlineData(-1, 2)]
    public async Task An_annotation_stays_within_its_paragraph(int start, int length)
    {
        var word = await OpenAsync();

        Assert.Equal("InvalidArgument", await word.DoAsync<string>($$"""
            return Word.run(async (context) => {
              context.document.body.paragraphs.getFirst().insertAnnotations({ critiques: [{ colorScheme: 'Blue', start: {{start}}, length: {{length}} }] });
              await context.sync();
            }).then(() => 'done', (failure) => failure.code);
            """));
    }

    [Fact]
    public async Task What_one_sync_wrote_one_undo_takes_back()
    {
        var word = await OpenAsync();
        var before = await word.TextAsync();

        await word.DoAsync("""
            await Word.run(async (context) => {
              const first = context.document.body.paragraphs.getFirst();
              first.getRange('Content').insertText('!', 'End');
              first.insertParagraph('Another.', 'After');
              await context.sync();
            });
            fakeWord.undo();
            """);

        Assert.Equal(before, await word.TextAsync());
    }

    private Task<WordPage> OpenAsync() => WordPage.HostAsync(browser, server.Client);
}
