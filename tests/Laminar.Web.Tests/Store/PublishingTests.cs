using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;

namespace Laminar.Web.Tests.Store;

public sealed class PublishingTests(Postgres postgres) : StoreTests(postgres)
{
    private const string Reworded = "The instruments went in under {guidance} guidance.";

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_ships_is_the_first_version_of_each_pack_and_in_use(Kind kind)
    {
        var ada = await StartAsync(kind);

        var pack = await ada.PackAsync();

        Assert.Equal("1.0.0", pack.Get("inUse"));
        var version = Assert.Single(pack.GetProperty("versions").EnumerateArray());
        Assert.Equal(("1.0.0", "Laminar", "True"), (version.Get("version"), version.Get("author"), version.Get("inUse")));
        Assert.Equal(["1.0.1", "1.1.0", "2.0.0"], pack.GetProperty("next").EnumerateArray().Select(next => next.GetString()));
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_published_change_is_used_by_the_next_scan_and_taken_back_in_one_step(Kind kind)
    {
        var ada = await StartAsync(kind);
        var token = await ada.RewordAsync(Reworded);
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());

        var check = await StudioClient.Ok(await ada.SendAsync(HttpMethod.Post, $"packs/{StudioClient.Pack}/check", new { }));
        Assert.True(check.GetProperty("publishable").GetBoolean(), check.ToString());
        var published = await StudioClient.Ok(await ada.PublishAsync(token, "1.1.0", "Plainer words."));
        Assert.Equal(("1.1.0", "Ada", "Plainer words."), (published.Get("version"), published.Get("author"), published.Get("reason")));
        Assert.Equal(("1.1.0", Reworded), await ada.ScanAsync());

        var lines = (await ada.GetAsync($"packs/{StudioClient.Pack}/compare?from=1.0.0&to=1.1.0")).GetProperty("files").EnumerateArray()
            .SelectMany(file => file.GetProperty("lines").EnumerateArray()).Where(line => line.Get("op") != " ").Select(line => line.Get("op") + line.Get("text"));
        Assert.Equal(["-version: 1.0.0", "+version: 1.1.0", $"-phrase: \"{StudioClient.Phrase}\"", $"+phrase: \"{Reworded}\""], lines);

        await StudioClient.Ok(await ada.UseAsync("1.0.0", instead: "1.1.0"));
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
        var uses = await ada.GetAsync($"packs/{StudioClient.Pack}/uses");
        Assert.Equal(["1.0.0 Back.", "1.1.0 Plainer words.", "1.0.0 Came with the server."], uses.EnumerateArray().Select(use => $"{use.Get("version")} {use.Get("reason")}"));
        Assert.Equal(2, (await ada.PackAsync()).GetProperty("versions").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_version_asks_otherwise_is_news_and_a_version_that_is_only_back_again_is_none(Kind kind)
    {
        var ada = await StartAsync(kind);
        Task<System.Text.Json.JsonElement> Pack() => ada.GetAsync($"/api/packs/{StudioClient.Pack}");
        Assert.False((await Pack()).TryGetProperty("news", out _), "What ships is no news.");

        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Reworded), "1.1.0"));
        var news = (await Pack()).GetProperty("news");
        Assert.Equal(("1.1.0", "guidance"), (news.Get("version"), Assert.Single(news.GetProperty("elements").EnumerateArray()).GetString()));
        Assert.InRange(news.GetProperty("at").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);

        // A server that starts later tells the same.
        var ben = await StartAsync(kind, "Ben");
        Assert.True((await ben.GetAsync($"/api/packs/{StudioClient.Pack}")).TryGetProperty("news", out _));

        await StudioClient.Ok(await ada.UseAsync("1.0.0", instead: "1.1.0"));
        Assert.False((await Pack()).TryGetProperty("news", out _), "Nobody has to be told of what they know.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task News_are_news_for_as_long_as_the_setting_says(Kind kind)
    {
        var ada = await StartAsync(kind, "Ada", "--Packs:News=00:00:00");

        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Reworded), "1.1.0"));

        Assert.False((await ada.GetAsync($"/api/packs/{StudioClient.Pack}")).TryGetProperty("news", out _));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_second_of_two_authors_is_told_and_shown_the_difference_and_nothing_is_overwritten(Kind kind)
    {
        var ada = await StartAsync(kind);
        var ben = await StartAsync(kind, "Ben");
        var first = await ada.RewordAsync(Reworded);
        var second = await ada.RewordAsync("The needles went in under {guidance} guidance.", first);

        var refused = await StudioClient.RefusedAsync(
            ben.SaveAsync(first, (StudioClient.Guidance, (await ben.TextAsync(StudioClient.Guidance)).Replace(StudioClient.Phrase, Reworded, StringComparison.Ordinal))),
            HttpStatusCode.Conflict, "stale");

        var theirs = refused.GetProperty("theirs");
        Assert.Equal((second, "Ada"), (theirs.Get("token"), theirs.Get("author")));
        Assert.Contains("The needles went in", Assert.Single(theirs.GetProperty("files").EnumerateArray()).Get("text"), StringComparison.Ordinal);
        var difference = Assert.Single(theirs.GetProperty("difference").EnumerateArray()).GetProperty("lines").EnumerateArray().Where(line => line.Get("op") != " ");
        Assert.Equal(["-phrase: \"The needles went in under {guidance} guidance.\"", $"+phrase: \"{Reworded}\""], difference.Select(line => line.Get("op") + line.Get("text")));
        await StudioClient.RefusedAsync(ben.PublishAsync(first, "1.1.0"), HttpStatusCode.Conflict, "stale");
        await StudioClient.RefusedAsync(ben.SendAsync(HttpMethod.Delete, $"packs/{StudioClient.Pack}/draft?token={first}"), HttpStatusCode.Conflict, "stale");
        Assert.Equal(second, (await ben.GetAsync($"packs/{StudioClient.Pack}/draft")).Get("token"));

        Assert.NotEqual(second, await ben.RewordAsync(Reworded, second));
        Assert.Equal("Ben", (await ada.PackAsync()).GetProperty("draft").Get("author"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_broken_pack_is_kept_as_a_draft_and_not_published(Kind kind)
    {
        var ada = await StartAsync(kind);
        var token = await ada.RewordAsync("Instruments were advanced under {imaging} guidance.");

        var errors = (await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.1.0"), HttpStatusCode.UnprocessableEntity, "pack-errors")).GetProperty("errors");
        Assert.Contains(errors.EnumerateArray(), error => error.Get("file") == StudioClient.Guidance && error.GetProperty("line").GetInt32() > 1 && error.Get("message").Contains("{imaging}", StringComparison.Ordinal));

        var text = await ada.TextAsync(StudioClient.Guidance);
        token = (await StudioClient.Ok(await ada.SaveAsync(token, (StudioClient.Guidance, text.Replace("\"No image guidance of any kind was used.\", is: not-performed", "\"No image guidance of any kind was used.\", values: [ct]", StringComparison.Ordinal))))).Get("token");
        var failures = (await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.1.0"), HttpStatusCode.UnprocessableEntity, "examples-fail")).GetProperty("failures");
        Assert.Equal(StudioClient.Guidance, Assert.Single(failures.EnumerateArray()).Get("file"));
        Assert.Equal(("1.0.0", StudioClient.Phrase), await ada.ScanAsync());
        Assert.Equal(token, (await ada.PackAsync()).GetProperty("draft").Get("token"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_published_version_can_be_published_changed_or_deleted_by_nobody(Kind kind)
    {
        var ada = await StartAsync(kind);
        var token = await ada.RewordAsync(Reworded);

        await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.0.0"), HttpStatusCode.Conflict, "version-taken");
        await StudioClient.RefusedAsync(ada.PublishAsync(token, "one"), HttpStatusCode.UnprocessableEntity, "version");
        await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.1.0", " "), HttpStatusCode.UnprocessableEntity, "reason");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await ada.SendAsync(HttpMethod.Delete, $"packs/{StudioClient.Pack}/versions/1.0.0")).StatusCode);
        foreach (var sql in new[] { "UPDATE pack_versions SET author = 'x'", "DELETE FROM pack_versions", "DELETE FROM pack_uses", "UPDATE pack_uses SET version = '1.0.0'" })
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => SqlAsync(kind, sql));
            Assert.Contains("never changed or deleted", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_published_is_not_replaced_either()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await ada.PackAsync();
        foreach (var table in new[] { "pack_versions", "pack_uses", "standard_notes", "audit_entries" })
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => SqlAsync(Kind.Sqlite, $"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
            Assert.Contains("never changed or deleted", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_version_that_this_server_can_not_read_is_not_put_in_use(Kind kind)
    {
        var ada = await StartAsync(kind);
        await ada.PackAsync();
        // As an older server with other rules left it: an archive that is whole, of a pack that has no manifest worth the name.
        var archive = Convert.ToHexString(ArchiveOf("id: [broken"));
        await SqlAsync(kind, kind == Kind.Postgres
            ? $"INSERT INTO pack_versions (pack, version, author, at, reason, hash, archive) VALUES ('{StudioClient.Pack}', '0.9.0', 'Old', now(), 'Old.', 'x', decode('{archive}', 'hex'))"
            : $"INSERT INTO pack_versions (pack, version, author, at, reason, hash, archive) VALUES ('{StudioClient.Pack}', '0.9.0', 'Old', '2026-01-01 00:00:00', 'Old.', 'x', X'{archive}')");

        var refused = await StudioClient.RefusedAsync(ada.UseAsync("0.9.0", instead: "1.0.0"), HttpStatusCode.UnprocessableEntity, "pack-errors");

        Assert.NotEmpty(refused.GetProperty("errors").EnumerateArray());
        Assert.Equal("1.0.0", (await ada.PackAsync()).Get("inUse"));
    }

    private static byte[] ArchiveOf(string manifest)
    {
        var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var file = new StreamWriter(zip.CreateEntry($"{StudioClient.Pack}/pack.yaml").Open());
            file.Write(manifest);
        }

        return bytes.ToArray();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Another_server_uses_what_was_published_within_two_seconds(Kind kind)
    {
        var ada = await StartAsync(kind);
        var other = await StartAsync(kind);
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Reworded), "1.1.0"));

        var watch = Stopwatch.StartNew();
        while ((await other.ScanAsync()).Version != "1.1.0")
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
        Assert.Equal(("1.1.0", Reworded), await other.ScanAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_scan_mixes_two_versions_while_one_takes_the_others_place(Kind kind)
    {
        var ada = await StartAsync(kind);
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Reworded), "1.1.0"));
        using var stop = new CancellationTokenSource();
        var seen = new ConcurrentBag<(string, string)>();
        var scans = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                seen.Add(await ada.ScanAsync());
            }
        })).ToList();

        for (var (round, now, next) = (0, "1.1.0", "1.0.0"); round < 20; round++, (now, next) = (next, now))
        {
            await StudioClient.Ok(await ada.UseAsync(next, instead: now));
        }

        await stop.CancelAsync();
        await Task.WhenAll(scans);
        Assert.Equal([("1.0.0", StudioClient.Phrase), ("1.1.0", Reworded)], seen.Distinct().Order());
    }

    [Fact]
    public async Task Servers_that_start_together_on_an_empty_database_make_one_store()
    {
        BeginsWithNone = true;
        // The first makes the database's name known before the others run.
        await StartAsync(Kind.Postgres);
        await SqlAsync(Kind.Postgres, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");

        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(Kind.Postgres)));

        foreach (var server in servers)
        {
            Assert.Single((await server.PackAsync()).GetProperty("versions").EnumerateArray());
        }

        Assert.Equal(1L, await SqlAsync(Kind.Postgres, "SELECT max(n) FROM (SELECT count(*) AS n FROM pack_uses GROUP BY pack) AS of_each"));
    }
}
