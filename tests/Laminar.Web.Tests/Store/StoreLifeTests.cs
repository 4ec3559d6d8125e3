using System.Diagnostics;
using System.Net;

namespace Laminar.Web.Tests.Store;

public sealed class StoreLifeTests : StoreTests
{
    public StoreLifeTests(Postgres postgres)
        : base(postgres) => BeginsWithNone = true;

    [Fact]
    public async Task Where_no_store_can_be_made_drafts_are_read_all_the_same()
    {
        await using var server = await WebServer.StartAsync("--Store:File=/proc/nowhere/laminar.db");
        var client = new StudioClient(server);

        Assert.Equal(("1.0.0", StudioClient.Phrase), await client.ScanAsync());
        await StudioClient.RefusedAsync(client.SendAsync(HttpMethod.Get, "packs"), HttpStatusCode.ServiceUnavailable, "no-store");
        Assert.Contains("The file /proc/nowhere/laminar.db can't be used as the store", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_published_is_there_after_a_restart()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync("Tools went in under {guidance} guidance."), "1.1.0"));
        await KillAsync(ada);

        var again = await StartAsync(Kind.Sqlite);

        Assert.Equal(("1.1.0", "Tools went in under {guidance} guidance."), await again.ScanAsync());
    }

    [Fact]
    public async Task A_file_is_copied_before_it_is_brought_up_to_date_and_not_otherwise()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync("Tools went in under {guidance} guidance."), "1.1.0"));
        await KillAsync(ada);
        Assert.Empty(Directory.GetFiles(Folder, "*.bak"));
        // As the server before this one left it, killed while it was at work.
        await SqlAsync(Kind.Sqlite, """
            DROP TABLE standard_notes; DROP TABLE question_counts; DROP TABLE question_reports; DROP TABLE personal_phrases; DROP TABLE audit_entries; DROP TABLE protection_keys;
            DELETE FROM __EFMigrationsHistory WHERE MigrationId NOT LIKE '%_Packs';
            CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2020-01-01');
            """);

        var again = await StartAsync(Kind.Sqlite);

        Assert.Equal("1.1.0", (await again.ScanAsync()).Version);
        Assert.Empty((await again.GetAsync($"packs/{StudioClient.Pack}/reports")).EnumerateArray());
        var backup = Assert.Single(Directory.GetFiles(Folder, "*.bak"));
        Assert.Contains(backup, again.Server.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(backup).Length > 100_000);
    }

    [Fact]
    public async Task A_file_that_can_not_be_brought_up_to_date_is_copied_once()
    {
        var first = await StartAsync(Kind.Sqlite);
        await first.PackAsync();
        await KillAsync(first);
        await SqlAsync(Kind.Sqlite, "DELETE FROM __EFMigrationsHistory WHERE MigrationId NOT LIKE '%_Packs'");

        for (var start = 0; start < 2; start++)
        {
            var ada = await StartAsync(Kind.Sqlite);
            Assert.Equal("1.0.0", (await ada.ScanAsync()).Version);
            // Several turns of the watch.
            await Task.Delay(1500, TestContext.Current.CancellationToken);
            await StudioClient.RefusedAsync(ada.SendAsync(HttpMethod.Get, "packs"), HttpStatusCode.ServiceUnavailable, "no-store");
            await KillAsync(ada);
        }

        Assert.EndsWith("_Packs.bak", Assert.Single(Directory.GetFiles(Folder, "*.bak*")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_can_not_be_read_is_told_once_and_the_server_goes_on()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await ada.PackAsync();
        await SqlAsync(Kind.Sqlite, $"INSERT INTO pack_uses SELECT pack, 2, version, author, 'yesterday', reason, shipped FROM pack_uses WHERE pack = '{StudioClient.Pack}'");

        await ada.Server.WroteAsync("A look at the store failed (System.FormatException)");
        await Task.Delay(1500, TestContext.Current.CancellationToken);

        Assert.Equal("1.0.0", (await ada.ScanAsync()).Version);
        Assert.Single(ada.Server.Output.Split('\n'), line => line.Contains("A look at the store failed", StringComparison.Ordinal));
        Assert.DoesNotContain("yesterday", ada.Server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_in_use_is_not_told_as_a_failure_where_the_look_at_it_fails()
    {
        var ada = await StartAsync(Kind.Postgres);
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync("Tools went in under {guidance} guidance."), "1.1.0"));
        // What is read after the row was written is gone with it.
        await SqlAsync(Kind.Postgres, """
            CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN ALTER TABLE pack_versions RENAME COLUMN hash TO gone; RETURN NULL; END';
            CREATE TRIGGER lost AFTER INSERT ON pack_uses FOR EACH ROW EXECUTE FUNCTION lose();
            """);

        await StudioClient.Ok(await ada.UseAsync("1.0.0", instead: "1.1.0"));

        Assert.Equal("1.0.0", await SqlAsync(Kind.Postgres, $"SELECT version FROM pack_uses WHERE pack = '{StudioClient.Pack}' ORDER BY number DESC LIMIT 1"));
    }

    [Fact]
    public async Task Before_PostgreSQL_is_brought_up_to_date_a_line_says_that_its_backup_is_the_operators()
    {
        const string Line = "backing it up is the operator's";
        var ada = await StartAsync(Kind.Postgres);
        await ada.PackAsync();
        Assert.DoesNotContain(Line, ada.Server.Output, StringComparison.Ordinal);
        await KillAsync(ada);
        await SqlAsync(Kind.Postgres, """
            DROP TABLE standard_notes; DROP TABLE question_counts; DROP TABLE question_reports; DROP TABLE personal_phrases; DROP TABLE audit_entries; DROP TABLE archive_parts; DROP TABLE archive_runs; DROP TABLE protection_keys;
            DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" NOT LIKE '%_Packs';
            """);

        var again = await StartAsync(Kind.Postgres);

        Assert.Empty((await again.GetAsync($"packs/{StudioClient.Pack}/reports")).EnumerateArray());
        Assert.Single(again.Server.Output.Split('\n'), line => line.Contains(Line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_database_is_gone_scanning_goes_on_publishing_says_so_and_all_comes_back_by_itself()
    {
        await using var own = new Postgres();
        var setting = $"--ConnectionStrings:Laminar={await own.NewDatabaseAsync()}";
        await using var server = await WebServer.StartAsync(setting);
        var client = new StudioClient(server);
        await StudioClient.Ok(await client.PublishAsync(await client.RewordAsync("Tools went in under {guidance} guidance."), "1.1.0"));
        var token = await client.RewordAsync("Devices went in under {guidance} guidance.");

        await own.StopAsync();
        await StudioClient.RefusedAsync(client.PublishAsync(token, "1.2.0"), HttpStatusCode.ServiceUnavailable, "no-store");
        Assert.Equal("1.1.0", (await client.ScanAsync()).Version);
        // One that starts meanwhile has nothing at hand but what ships with it.
        await using var late = await WebServer.StartAsync(setting);
        var other = new StudioClient(late);
        Assert.Equal(("1.0.0", StudioClient.Phrase), await other.ScanAsync());
        await StudioClient.RefusedAsync(other.SendAsync(HttpMethod.Get, "packs"), HttpStatusCode.ServiceUnavailable, "no-store");
        await own.StartAsync();

        await UntilAsync(async () => (await client.PublishAsync(token, "1.2.0")).IsSuccessStatusCode, server);
        Assert.Equal("1.2.0", (await client.ScanAsync()).Version);
        await UntilAsync(async () => (await other.ScanAsync()).Version == "1.2.0", late);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, WebServer server)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo(); await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), server.Output);
        }
    }
}
