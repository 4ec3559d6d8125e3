using Laminar.Tests;
using Laminar.Web.Tests.Store;
using Microsoft.Playwright;

namespace Laminar.Web.Tests.Archive;

/// <summary>The audits of archives on the operator's page.</summary>
public sealed class ArchivePageTests(Postgres postgres, Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly string reports = Directory.CreateTempSubdirectory("laminar-archive-").FullName;

    public void Dispose() => Directory.Delete(reports, recursive: true);

    [Fact]
    public async Task An_audit_is_begun_watched_taken_out_and_deleted()
    {
        for (var number = 0; number < 450; number++)
        {
            var path = Path.Combine(reports, $"{number:d4}.txt");
            await File.WriteAllTextAsync(path, $"{FictionalDraft.Text}\nRecord {number}.", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(path, new DateTime(2023 + (number % 3), 1 + (number % 12), 1, 12, 0, 0, DateTimeKind.Utc));
        }

        await using var server = await WebServer.StartAsync(
            $"--ConnectionStrings:Laminar={await postgres.NewStoreAsync()}", $"--Archive:Folders:reports={reports}", "--Archive:Patience=00:00:03");
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, "/status").ToString());
        var archive = page.Locator("#archive");
        await Assertions.Expect(archive).ToContainTextAsync("lends a worker", new() { Timeout = 30_000 });

        await archive.GetByRole(AriaRole.Button, new() { Name = "Begin audit" }).ClickAsync();
        await Assertions.Expect(archive.Locator(".run-state")).ToHaveTextAsync("Ended", new() { Timeout = 60_000 });

        await Assertions.Expect(archive.Locator(".pace")).ToContainTextAsync("450 of 450 files in");
        await Assertions.Expect(archive.Locator(".found")).ToContainTextAsync("450 reports");
        await Assertions.Expect(archive.Locator(".months rect.all")).ToHaveCountAsync(12);
        Assert.Equal(450, (await DownloadAsync(page, "Results")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("<h1>Archive audit</h1>", await DownloadAsync(page, "Summary (.html)"), StringComparison.Ordinal);
        await LookAtAsync(page);

        await archive.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await archive.GetByRole(AriaRole.Button, new() { Name = "Delete with its results?" }).ClickAsync();
        await Assertions.Expect(archive.Locator("article")).ToHaveCountAsync(0);
    }

    private static async Task<string> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static async Task LookAtAsync(IPage page)
    {
        foreach (var width in new[] { 1280, 640, 400 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"It does not fit {width} pixels.");
            if (Environment.GetEnvironmentVariable("LAMINAR_PICTURES") is { Length: > 0 } folder)
            {
                await page.Locator("#archive").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, $"archive-{width}.png") });
            }
        }

        Assert.Empty(await Axe.ViolationsAsync(page));
    }
}
