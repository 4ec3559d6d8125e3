using System.Net.Http.Headers;
using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Benchmarks;

/// <summary>What the browser has to load, and how long a person waits: for the first findings, and for the list after typing.</summary>
internal static class PaneTable
{
    private const int Loads = 15;
    private const int Pauses = 20;
    private const int Typed = 300;

    public static async Task<int> RunAsync()
    {
        using var server = new ServerProcess();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });

        var table = new Table();
        foreach (var (name, path) in new[] { ("workbench", "/"), ("pane in Word", "/pane") })
        {
            var (bytes, files) = await SizeAsync(chromium, new Uri(server.Address, path));
            table.AtMost($"{name}: own page, scripts, styles, compressed (KB)", $"{bytes / 1024.0:0.0} KB", $"{files} files", bytes / 1024.0, 60);
        }

        var loads = await LoadsAsync(chromium, server.Address);
        table.AtMost("cold load to first findings, median (ms)", $"{Median(loads):0} ms", $"slowest {loads.Max():0}", Median(loads), 500);

        var (checks, longest) = await TypingAsync(chromium, server.Address);
        table.AtMost("from the quiet moment to the list, 900 words, median (ms)", $"{Median(checks):0.0} ms", $"slowest {checks.Max():0.0}", Median(checks), 60);
        table.AtMost("longest task while typing (ms; 0: none over 50)", $"{longest:0} ms", $"{Typed} keys", longest, 50);
        return table.End();
    }

    /// <summary>What one page loads of its own, as Chromium is sent it.</summary>
    private static async Task<(long Bytes, int Files)> SizeAsync(IBrowser chromium, Uri page)
    {
        await using var profile = await chromium.NewContextAsync();
        var opened = await profile.NewPageAsync();
        await opened.RouteAsync("https://appsforoffice.microsoft.com/**", static route => route.AbortAsync());
        await opened.GotoAsync(page.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var loaded = await opened.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map((one) => one.name)");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var own = loaded.Where(address => address.EndsWith(".js", StringComparison.Ordinal) || address.EndsWith(".css", StringComparison.Ordinal))
            .Where(address => address.StartsWith(page.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)).Append(page.ToString()).Distinct().ToList();
        var sizes = await Task.WhenAll(own.Select(async address => (await client.GetByteArrayAsync(new Uri(address))).LongLength));
        return (sizes.Sum(), own.Count);
    }

    /// <summary>Each load in a profile of its own: nothing is in a cache. From the click on the link to the first card.</summary>
    private static async Task<List<double>> LoadsAsync(IBrowser chromium, Uri server)
    {
        var times = new List<double>();
        for (var load = 0; load <= Loads; load++)
        {
            await using var profile = await chromium.NewContextAsync();
            var page = await profile.NewPageAsync();
            await page.AddInitScriptAsync("""
                new MutationObserver((_, observer) => {
                  if (document.querySelector('.card')) { observer.disconnect(); window.shown = performance.now(); }
                }).observe(document, { childList: true, subtree: true });
                """);
            await page.GotoAsync(server.ToString());
            await page.UntilAsync("window.shown !== undefined");
            times.Add(await page.EvaluateAsync<double>("window.shown"));
        }

        // The first also starts the browser's own processes.
        return times[1..];
    }

    /// <summary>Types into a draft of 900 words, with a rest after every few words; and once without any.</summary>
    private static async Task<(List<double> Checks, double LongestTask)> TypingAsync(IBrowser chromium, Uri server)
    {
        var page = await chromium.NewPageAsync();
        await page.GotoAsync(server.ToString());
        await page.Locator(".card").First.WaitForAsync();
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "draft.docx", MimeType = "application/octet-stream", Buffer = Materials.Docx.ToArray() });
        await page.GetByText("draft.docx").First.WaitForAsync();
        await page.WaitForTimeoutAsync(1000);
        await page.EvaluateAsync("""
            () => {
              window.longest = 0;
              new PerformanceObserver((list) => list.getEntries().forEach((task) => { window.longest = Math.max(window.longest, task.duration); })).observe({ type: 'longtask' });
            }
            """);
        await page.Locator(".page p").Last.ClickAsync();
        await page.Keyboard.PressAsync("End");

        var checks = new List<double>();
        for (var pause = 0; pause < Pauses; pause++)
        {
            await page.EvaluateAsync("performance.clearMeasures('laminar-check')");
            await page.Keyboard.TypeAsync(pause % 2 == 0 ? " The probe" : " passed.", new KeyboardTypeOptions { Delay = 20 });
            await page.UntilAsync("performance.getEntriesByName('laminar-check').length > 0");
            checks.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('laminar-check')[0].duration"));
        }

        await page.Keyboard.TypeAsync(string.Concat(Enumerable.Repeat("word ", Typed / 5)), new KeyboardTypeOptions { Delay = 15 });
        await page.WaitForTimeoutAsync(1000);
        var longest = await page.EvaluateAsync<double>("window.longest");
        await page.CloseAsync();
        return (checks, longest);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
