using System.Net.Http.Headers;
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
        var (bytes, files) = await SizeAsync(server.Address);
        table.AtMost("own scripts, styles and pages, compressed (KB)", $"{bytes / 1024.0:0.0} KB", $"{files} files", bytes / 1024.0, 60);

        var loads = await LoadsAsync(chromium, server.Address);
        table.AtMost("cold load to first findings, median (ms)", $"{Median(loads):0} ms", $"slowest {loads.Max():0}", Median(loads), 500);

        var (checks, longest) = await TypingAsync(chromium, server.Address);
        table.AtMost("from the quiet moment to the list, 900 words, median (ms)", $"{Median(checks):0.0} ms", $"slowest {checks.Max():0.0}", Median(checks), 60);
        table.AtMost("longest task while typing (ms; 0: none over 50)", $"{longest:0} ms", $"{Typed} keys", longest, 50);
        return table.End();
    }

    /// <summary>As Chromium gets them: what it can be sent smaller is.</summary>
    private static async Task<(long Bytes, int Files)> SizeAsync(Uri server)
    {
        using var client = new HttpClient { BaseAddress = server };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var root = ServerProcess.Built("Laminar.Web", "wwwroot");
        var (bytes, files) = (0L, 0);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(static file => Path.GetExtension(file) is ".js" or ".css" or ".html"))
        {
            var address = Path.GetRelativePath(root, file).Replace('\\', '/') switch
            {
                "index.html" => "",
                var page when page.EndsWith(".html", StringComparison.Ordinal) => page[..^".html".Length],
                var other => other,
            };
            bytes += (await client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
            files++;
        }

        return (bytes, files);
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
            await page.WaitForFunctionAsync("window.shown");
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
            await page.WaitForFunctionAsync("performance.getEntriesByName('laminar-check').length > 0");
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
