using System.Diagnostics;
using System.Net;
using Laminar.Web.Tests.Store;

namespace Laminar.Web.Tests.Operation;

/// <summary>A store that can't be written, can't be read or isn't there: drafts are read, and what can't be kept is refused with a sentence.</summary>
public sealed class StoreFaultTests(Postgres postgres) : StoreTests(postgres)
{
    private const string Reworded = "The instruments went in under {guidance} guidance.";
    private const string Lost = "can't be used as the store";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_stores_disk_is_full_nothing_is_answered_that_can_not_be_kept_and_all_goes_on_by_itself_when_there_is_room()
    {
        var disk = Directory.CreateDirectory(Path.Combine(Folder, "disk")).FullName;
        await using var server = await WebServer.StartUnderAsync(Disk.Small(disk, 16 << 20), $"--Store:File={disk}/laminar.db", "--People:Local=Ada");
        var ada = new StudioClient(server);
        var token = await ada.RewordAsync(Reworded);
        var finding = await FindingAsync(ada);
        var filler = server.Seen(Path.Combine(disk, "filler"));
        Disk.Fill(filler);

        var (answered, refused) = await AnswerUntilRefusedAsync(ada, finding);
        await refused.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "no-audit");
        await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.1.0"), HttpStatusCode.ServiceUnavailable, "no-store");
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
        Assert.Contains(Lost, server.Output, StringComparison.Ordinal);

        System.IO.File.Delete(filler);
        await PublishedAsync(ada, token);
        var lines = await Trail.ExportAsync(server.Client);
        Assert.Equal(answered, Trail.Entries(lines).Count(entry => entry.Get("action") == "answered"));
        Assert.Equal(0, await Trail.VerifyAsync(Folder, lines));
    }

    [Fact]
    public async Task While_the_store_and_the_file_of_what_waits_can_not_be_written_drafts_are_read_and_no_answer_goes_out()
    {
        await using var server = await WebServer.StartAsync("--Store:File=/proc/nowhere/laminar.db", "--Audit:Pending=/dev/full");
        var ada = new StudioClient(server);

        await StudioClient.RefusedAsync(AnswerAsync(ada, await FindingAsync(ada)), HttpStatusCode.ServiceUnavailable, "no-audit");

        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
        Assert.Contains("/dev/full can't be written (IOException)", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_on_a_disk_that_takes_no_writing_is_left_as_it_is_and_said_to_be_lost_once()
    {
        var setting = await SettingAsync(Kind.Sqlite);
        var before = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        var pending = Path.Combine(Path.GetTempPath(), $"laminar-pending-{Guid.NewGuid():N}");

        await using (var server = await WebServer.StartUnderAsync(Disk.ReadOnly(Folder), setting, $"--Audit:Pending={pending}", "--People:Local=Ada"))
        {
            var ada = new StudioClient(server);
            Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(ada, await FindingAsync(ada))).StatusCode);
            await StudioClient.RefusedAsync(ada.SendAsync(HttpMethod.Put, $"packs/{StudioClient.Pack}/draft", new { changes = Array.Empty<object>() }), HttpStatusCode.ServiceUnavailable, "no-store");
            // Several turns of the watch.
            await Task.Delay(1500, Cancellation);
            Assert.Single(server.Output.Split('\n'), static line => line.Contains(Lost, StringComparison.Ordinal));
        }

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, Cancellation));
        await using (var again = await WebServer.StartAsync(setting, $"--Audit:Pending={pending}"))
        {
            Assert.Single(Trail.Entries(await Trail.ExportAsync(again.Client)), static entry => entry.Get("action") == "answered");
        }

        System.IO.File.Delete(pending);
    }

    [Fact]
    public async Task A_damaged_store_is_left_as_it_is_and_drafts_are_read_with_what_ships()
    {
        var damaged = (byte[])[.. "Not a database any more."u8, .. new byte[100_000]];
        await System.IO.File.WriteAllBytesAsync(File, damaged, Cancellation);

        var ada = await StartAsync(Kind.Sqlite);

        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
        await StudioClient.RefusedAsync(ada.SendAsync(HttpMethod.Get, "packs"), HttpStatusCode.ServiceUnavailable, "no-store");
        Assert.Contains("can't be used as the store (SQLite 26)", ada.Server.Output, StringComparison.Ordinal);
        await KillAsync(ada);
        Assert.Equal(damaged, await System.IO.File.ReadAllBytesAsync(File, Cancellation));
    }

    [Fact]
    public async Task While_PostgreSQL_takes_no_writing_publishing_says_so_answers_wait_and_the_log_says_it_once()
    {
        var ada = await StartAsync(Kind.Postgres, "Ada", $"--Audit:Pending={Path.Combine(Folder, "pending")}");
        var token = await ada.RewordAsync(Reworded);
        var finding = await FindingAsync(ada);
        // As where another machine has become the primary, or an operator keeps a full disk from filling on.
        await SqlAsync(Kind.Postgres, ReadOnly(true));

        await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.1.0"), HttpStatusCode.ServiceUnavailable, "no-store");
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(ada, finding)).StatusCode);
        await Task.Delay(1500, Cancellation);
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
        var lost = ada.Server.Output.Split('\n').Count(static line => line.Contains(Lost, StringComparison.Ordinal));

        await SqlAsync(Kind.Postgres, ReadOnly(false));
        await PublishedAsync(ada, token);
        var lines = await Trail.ExportAsync(ada.Server.Client);
        Assert.Single(Trail.Entries(lines), static entry => entry.Get("action") == "answered");
        Assert.Equal(0, await Trail.VerifyAsync(Folder, lines));
        // Once as its connections were cut, once as it took no writing any more.
        Assert.InRange(lost, 1, 2);
    }

    [Fact]
    public async Task A_version_that_is_in_use_and_can_not_be_read_leaves_the_one_at_hand_in_use()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await ada.PackAsync();
        // As a server of another version puts it in use, for which these bytes are a pack.
        await SqlAsync(Kind.Sqlite, $"""
            INSERT INTO pack_versions (pack, version, author, at, reason, hash, archive) VALUES ('{StudioClient.Pack}', '7.0.0', 'Old', '2026-01-01 00:00:00', 'Later.', 'x', X'00');
            INSERT INTO pack_uses (pack, number, version, author, at, reason, shipped) VALUES ('{StudioClient.Pack}', 2, '7.0.0', 'Old', '2026-01-01 00:00:00', 'Later.', 0);
            """);

        await ada.Server.WroteAsync($"{StudioClient.Pack} 7.0.0 is in use and can't be compiled by this server");

        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
    }

    private static async Task PublishedAsync(StudioClient ada, string token)
    {
        for (var watch = Stopwatch.StartNew(); !(await ada.PublishAsync(token, "1.1.0")).IsSuccessStatusCode; await Task.Delay(100, Cancellation))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), ada.Server.Output);
        }

        Assert.Equal(("1.1.0", Reworded), await ada.ScanAsync());
    }

    /// <summary>How many answers were taken until one was not. What the store has room for within its file, it takes.</summary>
    private static async Task<(int Answered, HttpResponseMessage Refused)> AnswerUntilRefusedAsync(StudioClient ada, string finding)
    {
        for (var answered = 0; ; answered++)
        {
            Assert.True(answered < 2000, "It never noticed that its disk is full.");
            if (await AnswerAsync(ada, finding) is { IsSuccessStatusCode: false } refused)
            {
                return (answered, refused);
            }
        }
    }

    private static async Task<string> FindingAsync(StudioClient client) =>
        (await client.Server.Client.FindingsAsync(StudioClient.Draft)).Single(static finding => finding.Get("element") == "guidance").Get("id");

    private static Task<HttpResponseMessage> AnswerAsync(StudioClient client, string finding) =>
        client.Server.Client.ApplyAsync(StudioClient.Draft, Requests.Answers("Dr. A. Name", "surgeon", (finding, "fluoroscopic")), "draft.txt");

    /// <summary>For whoever connects from now on; those who are connected are sent away.</summary>
    private static string ReadOnly(bool isSo) => $"""
        BEGIN READ WRITE;
        DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = {(isSo ? "on" : "off")}', current_database()); END $$;
        COMMIT;
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
        """;
}
