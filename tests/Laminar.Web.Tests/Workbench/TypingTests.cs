using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>What typing costs. A long task is measured by the clock: this runs when nothing else does.</summary>
[Collection(Alone.Name)]
public sealed class TypingTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    [Fact]
    public async Task Typing_draws_the_paragraph_alone_and_takes_no_long_task()
    {
        var desk = await Desk.OpenAsync(browser, server, [.. Enumerable.Repeat(FictionalDraft.Paragraphs, 8).SelectMany(static lines => lines)]);
        await desk.CaretAsync(5, 20);
        await desk.Page.EvaluateAsync("""
            () => {
              window.tasks = 0; window.drawn = new Set();
              new PerformanceObserver((list) => { window.tasks += list.getEntries().length; }).observe({ type: 'longtask' });
              new MutationObserver((all) => all.forEach(({ target }) => window.drawn.add((target.closest ? target : target.parentElement).closest('[data-line]')?.dataset.line)))
                .observe(document.querySelector('.page'), { childList: true, subtree: true, characterData: true });
            }
            """);

        await desk.Page.Keyboard.TypeAsync("carefully and slowly ", new KeyboardTypeOptions { Delay = 20 });
        await desk.CheckedAsync();

        Assert.Equal(0, await desk.Page.EvaluateAsync<int>("window.tasks"));
        Assert.Equal(1, await desk.Page.EvaluateAsync<int>("window.drawn.size"));
    }
}

/// <summary>Tests that share the machine with no others; they come last.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
