using Microsoft.Playwright;

namespace Laminar.Tests;

/// <summary>Waiting for what a page says of itself.</summary>
internal static class PageWaiting
{
    /// <summary>Asks from outside until it is so: Playwright's own waiting evaluates in the page, whose policy lets nothing be evaluated.</summary>
    /// <exception cref="TimeoutException">It was not so for half a minute.</exception>
    public static async Task UntilAsync(this IPage page, string condition)
    {
        for (var patience = DateTime.UtcNow.AddSeconds(30); !await page.EvaluateAsync<bool>(condition);)
        {
            if (DateTime.UtcNow > patience)
            {
                throw new TimeoutException($"It never came to be that {condition}");
            }

            await Task.Delay(10);
        }
    }
}
