using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Web.Tests.Store;

/// <summary>Who did what, in a chain that shows each change of it.</summary>
public sealed class AuditTests(Postgres postgres) : StoreTests(postgres)
{
    private const string OwnWords = "under a borrowed arthroscope with patience";
    private const string Reworded = "The instruments went in under {guidance} guidance.";

    private static byte[] Complete { get; } = WordFiles.Zip(Samples.Lines("cervical-one-level-complete"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_people_do_is_recorded_with_ids_and_hashes_and_whoever_changes_it_is_found_out(Kind kind)
    {
        var ada = await StartAsync(kind);
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Reworded), "1.1.0"));
        await StudioClient.Ok(await ada.UseAsync("1.0.0", instead: "1.1.0"));
        await StudioClient.Ok(await ada.UseAsync("1.1.0", instead: "1.0.0"));
        var given = await ada.RewordAsync("Given up.");
        Assert.Equal(HttpStatusCode.NoContent, (await ada.SendAsync(HttpMethod.Delete, $"packs/{StudioClient.Pack}/draft?token={given}")).StatusCode);
        await StudioClient.Ok(await ada.SendAsync(HttpMethod.Post, "/api/reports",
            new { pack = StudioClient.Pack, version = "1.1.0", element = "guidance", kind = "missing", reason = "unclear", sentence = OwnWords }));
        var finding = await FindingAsync(ada, "guidance");
        var applied = await AnswerAsync(ada, finding, "fluoroscopic").WrittenAsync();
        await AnswerAsync(ada, finding, OwnWords).WrittenAsync();
        var flagged = await ada.Server.Client.SendFormAsync(Requests.Flagged, StudioClient.Draft, ("flags", Requests.Flags("Ben", finding, OwnWords)));
        Assert.Equal(HttpStatusCode.OK, flagged.StatusCode);
        var final = await ada.Server.Client.SendDraftAsync(Requests.Finalized, Complete).WrittenAsync();

        var lines = await ExportAsync(ada);

        Assert.Equal(["published", "rolled-back", "used", "draft-discarded", "reported", "answered", "answered", "flagged", "finalized"], Mine(lines).Select(entry => entry.Get("action")));
        Assert.All(Mine(lines), entry => Assert.Equal(StudioClient.Pack, entry.Get("pack")));
        Assert.Contains(Entries(lines), entry => entry.Get("person") == "Laminar" && entry.Get("action") == "used" && entry.Get("version") == "1.0.0");
        var answered = Mine(lines)[5];
        Assert.Equal(("surgeon", "1.1.0", Hash(StudioClient.Draft), Hash(applied)), (answered.Get("role"), answered.Get("version"), answered.Get("received"), answered.Get("sent")));
        Assert.Equal($$$"""{"answers":[{"finding":"{{{finding}}}","element":"guidance","fields":{"guidance":"fluoroscopic"}}],"refused":0}""", answered.Get("details"));
        Assert.Contains("\"fields\":{\"guidance\":\"own words\"}", Mine(lines)[6].Get("details"), StringComparison.Ordinal);
        Assert.Equal($$"""{"findings":["{{finding}}"]}""", Mine(lines)[7].Get("details"));
        Assert.Equal((Hash(Complete), Hash(final)), (Mine(lines)[8].Get("received"), Mine(lines)[8].Get("sent")));
        Assert.DoesNotContain("arthroscope", string.Concat(lines), StringComparison.Ordinal);
        await AssertWholeAsync(lines);
        await AssertFrozenAsync(kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_version_is_published_with_its_entry_or_not_at_all(Kind kind)
    {
        var ada = await StartAsync(kind);
        var token = await ada.RewordAsync(Reworded);
        var before = (await ExportAsync(ada)).Count;

        await SqlAsync(kind, Refusing(kind, "audit_entries"));
        Assert.False((await ada.PublishAsync(token, "1.1.0")).IsSuccessStatusCode);
        Assert.Equal("1.0.0", (await ada.PackAsync()).Get("inUse"));
        await SqlAsync(kind, kind == Kind.Postgres ? "DROP TRIGGER no ON audit_entries" : "DROP TRIGGER no");

        await SqlAsync(kind, Refusing(kind, "pack_uses"));
        Assert.False((await ada.PublishAsync(token, "1.1.0")).IsSuccessStatusCode);
        Assert.Equal(before, (await ExportAsync(ada)).Count);
        await SqlAsync(kind, kind == Kind.Postgres ? "DROP TRIGGER no ON pack_uses" : "DROP TRIGGER no");

        await StudioClient.Ok(await ada.PublishAsync(token, "1.1.0"));
        Assert.Equal(before + 1, (await ExportAsync(ada)).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Servers_that_record_at_the_same_time_make_one_chain(Kind kind)
    {
        const int Each = 20;
        var (ada, ben) = (await StartAsync(kind), await StartAsync(kind, "Ben"));
        await Task.WhenAll(ada.PackAsync(), ben.PackAsync());
        var finding = await FindingAsync(ada, "guidance");

        await Task.WhenAll(Enumerable.Range(0, 2 * Each).Select(number => AnswerAsync(number % 2 == 0 ? ada : ben, finding, "fluoroscopic").WrittenAsync()));

        var lines = await ExportAsync(ada);
        Assert.Equal(Each, Mine(lines).Count);
        Assert.Equal(Each, Mine(lines, "Ben").Count);
        Assert.Equal(0, await VerifyAsync(lines));
    }

    [Fact]
    public async Task The_export_is_a_stretch_without_a_gap_by_time_or_by_number()
    {
        var ada = await StartAsync(Kind.Sqlite);
        // A store that is only now made is not waited for by those who answer.
        await ada.PackAsync();
        var finding = await FindingAsync(ada, "guidance");
        await AnswerAsync(ada, finding, "fluoroscopic").WrittenAsync();
        var between = DateTime.UtcNow.AddMilliseconds(5);
        await Task.Delay(20, Cancellation);
        await AnswerAsync(ada, finding, "CT").WrittenAsync();
        await AnswerAsync(ada, finding, "CT").WrittenAsync();
        var all = await ExportAsync(ada);

        Assert.Equal(all[^2..], await ExportAsync(ada, $"?from={between:O}"));
        Assert.Equal(all[..^2], await ExportAsync(ada, $"?to={between:O}"));
        Assert.Equal(all[^1..], await ExportAsync(ada, $"?after={all.Count - 1}"));
        Assert.Empty(await ExportAsync(ada, $"?after={all.Count}"));
        Assert.Empty(await ExportAsync(ada, "?from=2999-01-01T00:00:00Z"));
        Assert.Equal(0, await VerifyAsync(all[^2..], "--after", Entries(all)[^3].Get("hash")));
        await StudioClient.RefusedAsync(ada.SendAsync(HttpMethod.Get, $"{Trail.Address}?from=yesterday"), HttpStatusCode.BadRequest, "bad-request");
    }

    [Fact]
    public async Task While_the_store_is_away_what_is_done_waits_in_a_file_and_comes_in_once_with_its_own_time()
    {
        await using var own = new Postgres();
        var database = $"--ConnectionStrings:Laminar={await own.NewDatabaseAsync()}";
        var pending = Path.Combine(Folder, "pending");
        var server = await WebServer.StartAsync(database, $"--Audit:Pending={pending}", "--People:Local=Ada");
        var ada = new StudioClient(server);
        await ada.PackAsync();
        var finding = await FindingAsync(ada, "guidance");
        await AnswerAsync(ada, finding, OwnWords).WrittenAsync();
        await own.StopAsync();

        await AnswerAsync(ada, finding, OwnWords).WrittenAsync();
        await AnswerAsync(ada, finding, "CT").WrittenAsync();
        var waited = DateTime.UtcNow;
        // Killed: what was answered is on the disk, and so is half of a line that nobody was answered for.
        await server.DisposeAsync();
        Assert.DoesNotContain("arthroscope", await System.IO.File.ReadAllTextAsync(pending, Cancellation), StringComparison.Ordinal);
        Assert.Equal(2, (await System.IO.File.ReadAllLinesAsync(pending, Cancellation)).Count(line => line.Length > 0));
        await System.IO.File.AppendAllTextAsync(pending, "{\"number\":0,\"id\":\"", Cancellation);
        var copy = await System.IO.File.ReadAllTextAsync(pending, Cancellation);
        await Task.Delay(50, Cancellation);
        await own.StartAsync();
        await using var again = await WebServer.StartAsync(database, $"--Audit:Pending={pending}", "--People:Local=Ada");
        await EmptyAsync(pending, again);
        // As a server leaves it that is killed after the store has taken the entries and before they are forgotten.
        await System.IO.File.WriteAllTextAsync(pending, copy, Cancellation);
        await EmptyAsync(pending, again);

        var lines = await ExportAsync(new StudioClient(again));
        Assert.Equal(3, Mine(lines).Count);
        Assert.All(Mine(lines), entry => Assert.True(entry.GetProperty("at").GetDateTimeOffset() <= waited, entry.ToString()));
        Assert.Equal(0, await VerifyAsync(lines));
    }

    [Fact]
    public async Task What_can_be_recorded_nowhere_does_not_go_out()
    {
        await using var server = await WebServer.StartAsync("--Store:File=/proc/nowhere/laminar.db");
        var ada = new StudioClient(server);
        var finding = await FindingAsync(ada, "guidance");

        await StudioClient.RefusedAsync(AnswerAsync(ada, finding, "CT"), HttpStatusCode.ServiceUnavailable, "no-audit");
        await StudioClient.RefusedAsync(server.Client.SendDraftAsync(Requests.Finalized, Complete), HttpStatusCode.ServiceUnavailable, "no-audit");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendDraftAsync(Requests.Annotated, StudioClient.Draft)).StatusCode);
        Assert.Contains("/proc/nowhere/laminar.db.audit-pending can't be written", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_breaks_off_is_not_taken_for_whole_and_its_exception_stands_in_no_log()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await ada.PackAsync();
        // More than any buffer on the way holds.
        await SqlAsync(Kind.Sqlite, """
            WITH RECURSIVE n(x) AS (SELECT 1001 UNION ALL SELECT x + 1 FROM n WHERE x < 4000)
            INSERT INTO audit_entries SELECT x, printf('00000000-0000-0000-0000-%012d', x), '2026-01-01 00:00:00', 'Ada', '', 'used', 'p', '', '{"a":"' || printf('%.*c', 8000, 'a') || '"}', NULL, NULL, '', '' FROM n
            """);

        using var answer = await ada.Server.Client.GetAsync(new Uri(Trail.Address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await SqlAsync(Kind.Sqlite, "ALTER TABLE audit_entries RENAME TO elsewhere");

        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsByteArrayAsync(Cancellation));
        await ada.Server.WroteAsync("A request failed with Microsoft.Data.Sqlite.SqliteException");
        Assert.DoesNotContain("unhandled exception", ada.Server.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("no such table", ada.Server.Output, StringComparison.Ordinal);
    }

    /// <summary>And each change of the file is found out.</summary>
    private async Task AssertWholeAsync(List<string> lines)
    {
        var head = Entries(lines)[^1].Get("hash");
        Assert.Equal(0, await VerifyAsync(lines, "--head", head));
        Assert.Equal(1, await VerifyAsync([.. lines[..^2], lines[^2].Replace("\"person\":\"Ada\"", "\"person\":\"Ben\"", StringComparison.Ordinal), lines[^1]]));
        Assert.Equal(1, await VerifyAsync([.. lines[..^2], lines[^1]]));
        Assert.Equal(1, await VerifyAsync([.. lines[..^2], lines[^1], lines[^2]]));
        Assert.Equal(1, await VerifyAsync([.. lines[..^1]], "--head", head));
    }

    /// <summary>The database itself refuses to change what was recorded.</summary>
    private async Task AssertFrozenAsync(Kind kind)
    {
        List<string> statements = ["UPDATE audit_entries SET person = 'Nobody'", "DELETE FROM audit_entries"];
        statements.AddRange(kind == Kind.Postgres
            ? ["TRUNCATE audit_entries"]
            : ["INSERT OR REPLACE INTO audit_entries SELECT number + 1000, id, at, person, role, action, pack, version, details, received, sent, previous, hash FROM audit_entries LIMIT 1"]);
        foreach (var sql in statements)
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => SqlAsync(kind, sql));
            Assert.Contains("never changed or deleted", refused.Message, StringComparison.Ordinal);
        }
    }

    private static async Task EmptyAsync(string pending, WebServer server)
    {
        for (var watch = Stopwatch.StartNew(); new FileInfo(pending).Length > 0; await Task.Delay(50, Cancellation))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), server.Output);
        }
    }

    private static string Refusing(Kind kind, string table) => kind == Kind.Postgres
        ? $"""
            CREATE OR REPLACE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION USING MESSAGE = $m$no$m$; END';
            CREATE TRIGGER no BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION no();
            """
        : $"CREATE TRIGGER no BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END;";

    private static async Task<string> FindingAsync(StudioClient client, string element) =>
        (await client.Server.Client.FindingsAsync(StudioClient.Draft)).Single(finding => finding.Get("element") == element).Get("id");

    private static Task<HttpResponseMessage> AnswerAsync(StudioClient client, string finding, string answer) =>
        client.Server.Client.ApplyAsync(StudioClient.Draft, Requests.Answers("Dr. A. Name", "surgeon", (finding, answer)), "draft.txt");

    private static Task<List<string>> ExportAsync(StudioClient client, string query = "") => Trail.ExportAsync(client.Server.Client, query);

    private static List<JsonElement> Entries(List<string> lines) => Trail.Entries(lines);

    private static List<JsonElement> Mine(List<string> lines, string person = "Ada") => [.. Entries(lines).Where(entry => entry.Get("person") == person)];

    private static string Hash(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document));

    private Task<int> VerifyAsync(List<string> lines, params string[] options) => Trail.VerifyAsync(Folder, lines, options);
}
