using Laminar.Tests;
using Laminar.Web.Tests.Store;
using Microsoft.Playwright;
using Npgsql;

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

        var database = await postgres.NewStoreAsync();
        await using var server = await WebServer.StartAsync(
            $"--ConnectionStrings:Laminar={database}", $"--Archive:Folders:reports={reports}", "--Archive:Patience=00:00:03");
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

        await page.RouteAsync("**/runs", static route => route.AbortAsync());
        await archive.GetByRole(AriaRole.Button, new() { Name = "Begin audit" }).ClickAsync();
        await Assertions.Expect(archive.GetByRole(AriaRole.Alert)).ToContainTextAsync("not known whether it was done");

        await AddOlderAsync(database, 12);
        await Assertions.Expect(archive.Locator("article")).ToHaveCountAsync(10, new() { Timeout = 30_000 });
        await archive.GetByRole(AriaRole.Button, new() { Name = "Show older audits" }).ClickAsync();
        await Assertions.Expect(archive.Locator("article")).ToHaveCountAsync(13);
        await Assertions.Expect(archive.GetByRole(AriaRole.Button, new() { Name = "Show older audits" })).ToBeHiddenAsync();
        await RemoveOlderAsync(database);
        await Assertions.Expect(archive.Locator("article")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        await archive.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await archive.GetByRole(AriaRole.Button, new() { Name = "Delete with its results?" }).ClickAsync();
        await Assertions.Expect(archive.Locator("article")).ToHaveCountAsync(0);
    }

    /// <summary>Audits of the year before, like the one that there is.</summary>
    private static Task AddOlderAsync(string database, int count) => ExecuteAsync(database, $"""
        INSERT INTO archive_runs SELECT (jsonb_populate_record(run, jsonb_build_object('id', gen_random_uuid(), 'at', run.at - interval '1 year'))).*
        FROM archive_runs run, generate_series(1, {count})
        """);

    private static Task RemoveOlderAsync(string database) => ExecuteAsync(database, "DELETE FROM archive_runs WHERE at < (SELECT max(at) FROM archive_runs)");

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // The test's own words.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
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
