using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>Typing into the page.</summary>
public sealed class EditingTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    private static readonly string[] Lines = ["PROCEDURE: Percutaneous laminotomy, left C5-C6.", "One two three.", "Four five six."];

    [Fact]
    public async Task Words_are_typed_where_the_caret_is_and_it_stays_there_when_the_draft_has_been_read()
    {
        var desk = await OpenAsync();
        await desk.CaretAsync(1, 7);

        await desk.TypeAsync(" and a half");
        await desk.CheckedAsync();

        Assert.Equal("One two and a half three.", (await desk.TextsAsync())[1]);
        Assert.Equal("1:18", await desk.CaretNowAsync());
        await desk.TypeAsync("!");
        Assert.Equal("One two and a half! three.", (await desk.TextsAsync())[1]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(1, 14)]
    public async Task Enter_parts_a_paragraph_and_Backspace_joins_it_again(int line, int offset)
    {
        var desk = await OpenAsync();
        await desk.CaretAsync(line, offset);

        await desk.PressAsync("Enter");
        Assert.Equal([Lines[0], Lines[1][..offset], Lines[1][offset..], Lines[2]], await desk.TextsAsync());
        Assert.Equal($"{line + 1}:0", await desk.CaretNowAsync());

        await desk.PressAsync("Backspace");
        Assert.Equal(Lines, await desk.TextsAsync());
        Assert.Equal($"{line}:{offset}", await desk.CaretNowAsync());
    }

    [Theory]
    [InlineData("Backspace", "One tw three.", "1:6")]
    [InlineData("Delete", "One twothree.", "1:7")]
    [InlineData("Control+Backspace", "One  three.", "1:4")]
    [InlineData("Control+Delete", "One two.", "1:7")]
    public async Task A_letter_and_a_word_are_deleted(string key, string expected, string caret)
    {
        var desk = await OpenAsync();
        await desk.CaretAsync(1, 7);

        await desk.PressAsync(key);

        Assert.Equal(expected, (await desk.TextsAsync())[1]);
        Assert.Equal(caret, await desk.CaretNowAsync());
    }

    [Theory]
    [InlineData("Delete", "One ve six.")]
    [InlineData("x", "One xve six.")]
    public async Task A_selection_over_paragraphs_is_deleted_or_typed_over(string key, string expected)
    {
        var desk = await OpenAsync();
        await desk.CaretAsync(1, 4, 2, 7);

        await desk.PressAsync(key);

        Assert.Equal([Lines[0], expected], await desk.TextsAsync());
    }

    [Fact]
    public async Task Everything_is_taken_back_and_done_again_step_by_step()
    {
        var desk = await OpenAsync();
        await desk.CaretAsync(1, 14);
        await desk.TypeAsync(" More words");
        await desk.PressAsync("Enter");
        await desk.SendAsync("paste", "a\r\nb\n");
        await desk.PressAsync("Control+Backspace");
        string[] last = [Lines[0], "One two three. More words", "a", "", Lines[2]];
        Assert.Equal(last, await desk.TextsAsync());

        await desk.PressAsync("Control+z");
        Assert.Equal("b", (await desk.TextsAsync())[3]);
        await desk.PressAsync("Control+z", "Control+z");
        Assert.Equal("One two three. More words", (await desk.TextsAsync())[1]);
        await desk.PressAsync("Control+z");
        Assert.Equal(Lines, await desk.TextsAsync());
        Assert.Equal("1:14", await desk.CaretNowAsync());
        await desk.PressAsync("Control+z");
        Assert.Equal(Lines, await desk.TextsAsync());

        await desk.PressAsync("Control+y", "Control+Shift+z", "Control+y", "Control+y");
        Assert.Equal(last, await desk.TextsAsync());
    }

    [Fact]
    public async Task An_insertion_is_one_step_among_the_others()
    {
        var desk = await Desk.OpenAsync(browser, server, [.. FictionalDraft.Paragraphs]);
        await desk.CaretAsync(7, 0);
        await desk.TypeAsync("Then ");
        await desk.Draft.Locator(".ghost").ClickAsync();
        await desk.Page.Locator(".card[open]").GetByLabel("Fluoroscopic").CheckAsync();
        await desk.Page.Locator(".card[open]").GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".did")).ToBeVisibleAsync();
        var inserted = await desk.TextsAsync();
        Assert.EndsWith("Instruments were advanced under fluoroscopic guidance.", inserted[5], StringComparison.Ordinal);
        await desk.CaretAsync(7, 5);
        await desk.TypeAsync("finally ");

        await desk.PressAsync("Control+z", "Control+z");
        string[] typed = [.. FictionalDraft.Paragraphs.Take(7), $"Then {FictionalDraft.Paragraphs[7]}"];
        Assert.Equal(typed, await desk.TextsAsync());
        await desk.CheckedAsync();
        Assert.Equal("1 question, 1 disagreement", await desk.Headline.InnerTextAsync());

        await desk.PressAsync("Control+y", "Control+y", "Control+z", "Control+y");
        await desk.CheckedAsync();
        Assert.Equal("1 disagreement", await desk.Headline.InnerTextAsync());
        string[] all = [.. inserted.Take(7), $"Then finally {FictionalDraft.Paragraphs[7]}"];
        Assert.Equal(all, await desk.TextsAsync());
    }

    [Fact]
    public async Task A_correction_in_the_text_settles_the_disagreement()
    {
        var desk = await Desk.OpenAsync(browser, server, [.. FictionalDraft.Paragraphs]);
        var at = FictionalDraft.Paragraphs[6].IndexOf("right", StringComparison.Ordinal);
        await desk.CaretAsync(6, at, 6, at + 5);

        await desk.TypeAsync("left");

        await Assertions.Expect(desk.Headline).ToHaveTextAsync("1 question");
        Assert.Equal(0, await desk.Draft.Locator("mark.clash").CountAsync());
    }

    [Fact]
    public async Task Words_are_typed_before_and_behind_a_phrase_and_never_into_it()
    {
        var desk = await Desk.OpenAsync(browser, server, [.. FictionalDraft.Paragraphs]);
        var end = FictionalDraft.Paragraphs[5].Length;
        await desk.CaretAsync(5, end);
        await desk.PressAsync("End");
        await desk.TypeAsync(" Slowly.");

        Assert.Equal($"{FictionalDraft.Paragraphs[5]} Slowly.", (await desk.TextsAsync())[5]);
        await desk.CheckedAsync();
        await desk.PressAsync("End", "Backspace", "Backspace");
        Assert.Equal($"{FictionalDraft.Paragraphs[5]} Slowl", (await desk.TextsAsync())[5]);
    }

    [Fact]
    public async Task Cells_of_a_table_are_edited_and_stay_apart()
    {
        var desk = await RichAsync();
        await desk.CaretAsync(5, 5);
        await desk.TypeAsync(" only");
        await desk.PressAsync("Enter");
        await desk.TypeAsync("one");
        Assert.Equal(["T8-T9 only", "one"], await desk.Draft.Locator("td").Nth(1).Locator("p").AllInnerTextsAsync());
        await desk.PressAsync("Control+z", "Control+z", "Control+z");
        var before = await desk.TextsAsync();

        await desk.CaretAsync(4, 2, 9, 3);
        await desk.PressAsync("Delete");

        Assert.Equal(4, await desk.Draft.Locator("td").CountAsync());
        Assert.Equal("Le", (await desk.TextsAsync())[4]);
        Assert.Equal("", await desk.Draft.Locator("td").Nth(3).TextContentAsync());
        await desk.PressAsync("Control+z");
        Assert.Equal(before, await desk.TextsAsync());
        await desk.CheckedAsync();
        Assert.Equal(before, await desk.TextsAsync());
    }

    [Fact]
    public async Task Headers_notes_and_blanks_of_Word_are_not_changed()
    {
        var desk = await RichAsync();
        var before = await desk.TextsAsync();
        await desk.CaretAsync(0, 0);

        await desk.PressAsync("Control+a", "Delete");

        var after = await desk.TextsAsync();
        Assert.Contains(after, static text => text.Contains("Click to enter a name", StringComparison.Ordinal));
        Assert.DoesNotContain(after, static text => text.Contains("laminotomy", StringComparison.Ordinal));
        Assert.Equal(before.TakeLast(2), after.TakeLast(2));
        await desk.CheckedAsync();
        // The server took the edits: what the pane says is what it says of an empty report, and no refusal.
        await Assertions.Expect(desk.Page.Locator("header .notice:not([hidden])")).ToContainTextAsync("The draft does not read as the report of an operation on the lamina.");
        await desk.PressAsync("Control+z");
        Assert.Equal(before, await desk.TextsAsync());
    }

    [Fact]
    public async Task Words_that_are_composed_are_put_in_and_nothing_is_drawn_under_them()
    {
        var desk = await OpenAsync();
        await desk.CaretAsync(1, 7);
        var devtools = await desk.Page.Context.NewCDPSessionAsync(desk.Page);
        foreach (var text in new[] { "に", "にほ", "日本" })
        {
            await devtools.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });
            await desk.Page.WaitForTimeoutAsync(400);
        }

        await devtools.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "日本" });
        await desk.CheckedAsync();

        Assert.Equal("One two日本 three.", (await desk.TextsAsync())[1]);
        Assert.Equal("1:9", await desk.CaretNowAsync());
        await desk.PressAsync("Control+z");
        Assert.Equal(Lines, await desk.TextsAsync());
    }

    private Task<Desk> OpenAsync() => Desk.OpenAsync(browser, server, Lines);

    private async Task<Desk> RichAsync()
    {
        var desk = await Desk.OpenAsync(browser, server);
        await desk.UploadAsync("rich.docx", RichDraft.Bytes);
        return desk;
    }
}
