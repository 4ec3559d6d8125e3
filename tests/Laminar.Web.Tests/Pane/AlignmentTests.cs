using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>Which paragraph of one reading is which of another (wwwroot/app/align.js), in the browser that runs it.</summary>
public sealed class AlignmentTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    public static TheoryData<string, string[], string[], int[]> Readings => new()
    {
        { "the same", ["A.", "B.", "C."], ["A.", "B.", "C."], [0, 1, 2] },
        { "an empty paragraph at the end", ["A.", "B."], ["A.", "B.", ""], [0, 1] },
        { "a paragraph that was put in", ["A.", "C."], ["A.", "B.", "C."], [0, 2] },
        { "a paragraph that was taken out", ["A.", "B.", "C."], ["A.", "C."], [0, -1, 1] },
        { "a changed paragraph", ["A.", "left side", "C."], ["A.", "right side", "C."], [0, -1, 2] },
        { "the same text twice", ["A.", "None", "None", "D."], ["A.", "None", "D."], [0, 1, -1, 2] },
        { "a text box that one of them leaves out", ["A.", "box", "B.", "C."], ["A.", "B.", "C.", ""], [0, -1, 1, 2] },
        { "spaces, quotes and hyphens as programs write them", ["A\u00a0b \u201cc\u201d d\u2011e\tf"], ["A b \"c\" d-e f"], [0] },
        { "nothing in common", ["A."], ["B."], [-1] },
        { "nothing at all", [], ["B."], [] },
        { "two that changed places", ["A.", "B.", "C.", "D."], ["B.", "A.", "C.", "D."], [-1, 0, 2, 3] },
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task Paragraphs_are_found_again(string reading, string[] from, string[] to, int[] found)
    {
        var page = await OpenAsync();

        var aligned = await page.EvaluateAsync<int[]>("async ([from, to]) => (await import('/app/align.js')).align(from, to)", new object[] { from, to });

        Assert.True(found.SequenceEqual(aligned), $"{reading}: {string.Join(' ', aligned)}");
    }

    [Fact]
    public async Task Paragraphs_that_are_found_say_the_same_and_keep_their_order()
    {
        var page = await OpenAsync();

        var wrong = await page.EvaluateAsync<string?>("""
            async () => {
              const { align, plain } = await import('/app/align.js');
              let seed = 7;
              const random = (limit) => (seed = (seed * 48271) % 2147483647) % limit;
              for (let round = 0; round < 300; round++) {
                const from = Array.from({ length: random(30) }, () => 'abcdef'.slice(0, random(4)));
                const to = from.filter(() => random(8) > 0).flatMap((text) => random(8) > 0 ? [text] : [text, 'new']);
                const found = align(from, to);
                let last = -1;
                for (const [index, number] of found.entries()) {
                  if (number >= 0) {
                    if (plain(from[index]) !== plain(to[number]) || number <= last) { return JSON.stringify([from, to, found]); }
                    last = number;
                  }
                }
              }
              return null;
            }
            """);

        Assert.Null(wrong);
    }

    private async Task<IPage> OpenAsync() => await browser.OpenAsync(server.Client.BaseAddress!, 800, ColorScheme.Light);
}
