using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Laminar.Tests;
using Laminar.Web.Tests.Store;

namespace Laminar.Web.Tests.Nodes;

/// <summary>A server that is killed while it writes: what it was about is there whole, or not at all.</summary>
public sealed class KillTests(Postgres postgres) : StoreTests(postgres)
{
    private const int Publications = 4;

    private static readonly string[] Tools = ["instruments", "tools", "devices", "cannulas", "instruments and tools", "tools and devices", "devices and tools"];

    private static string Note { get; } = Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "templates", StudioClient.Pack, "standard-note.dotx");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_version_whose_server_is_killed_while_it_is_published_is_there_whole_or_not_at_all(Kind kind)
    {
        var ada = await StartAsync(kind);
        var first = await ada.RewordAsync(PhraseOf(0));
        var watch = Stopwatch.StartNew();
        await StudioClient.Ok(await ada.PublishAsync(first, VersionOf(0)));
        // Each kill halves what is left between one that came too early and one that came too late: closer and closer to the commit.
        var (early, late) = (TimeSpan.Zero, 2 * watch.Elapsed);
        var (inUse, token) = (0, "");
        for (var kill = 1; kill <= Publications; kill++)
        {
            token = token.Length > 0 ? token : await ada.RewordAsync(PhraseOf(kill));
            var sent = ada.PublishAsync(token, VersionOf(kill));
            var after = (early + late) / 2;
            await Task.WhenAny(sent, Task.Delay(after, Cancellation));
            await KillAsync(ada);
            var answered = await IsAnsweredAsync(sent);

            ada = await StartAsync(kind);
            var pack = await ada.PackAsync();
            var isThere = pack.Get("inUse") == VersionOf(kill);
            Assert.True(isThere || !answered);
            TestContext.Current.TestOutputHelper!.WriteLine($"Killed after {after}: {(answered ? "answered" : isThere ? "there, unanswered" : "not there")}.");
            (early, late) = isThere ? (early, after) : (after, late);
            inUse = isThere ? kill : inUse;
            await AssertAsync(ada, pack, kill, isThere, token);
            Assert.Equal(VersionOf(inUse), (await ada.ScanAsync()).Version);
            token = isThere ? "" : token;
        }

        if (token.Length > 0)
        {
            await StudioClient.Ok(await ada.PublishAsync(token, VersionOf(Publications + 1)));
        }
    }

    private static async Task<bool> IsAnsweredAsync(Task<HttpResponseMessage> sent)
    {
        try
        {
            return (await sent).IsSuccessStatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The version, its use, its entry in the trail and the draft's end: all of them, or none.</summary>
    private async Task AssertAsync(StudioClient ada, JsonElement pack, int number, bool isThere, string token)
    {
        var versions = pack.GetProperty("versions").EnumerateArray().Select(version => version.Get("version")).ToList();
        Assert.Equal(isThere, versions.Contains(VersionOf(number)));
        Assert.Equal(isThere, pack.GetProperty("draft").ValueKind == JsonValueKind.Null);
        if (!isThere)
        {
            Assert.Equal(token, pack.GetProperty("draft").Get("token"));
        }

        var lines = await Trail.ExportAsync(ada.Server.Client);
        Assert.Equal(isThere ? 1 : 0, Trail.Entries(lines).Count(entry => entry.Get("action") == "published" && entry.Get("version") == VersionOf(number)));
        Assert.Equal(0, await Trail.VerifyAsync(Folder, lines));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_is_killed_or_frozen_within_the_transaction_leaves_nothing_of_it_and_keeps_no_other_from_it(bool isKilled)
    {
        var (ada, ben) = (await StartAsync(Kind.Postgres), await StartAsync(Kind.Postgres, "Ben"));
        var token = await ada.RewordAsync(PhraseOf(1));
        await ben.PackAsync();
        // By then the place at the end of the trail is taken.
        await SqlAsync(Kind.Postgres, """
            CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END';
            CREATE TRIGGER linger BEFORE INSERT ON pack_uses FOR EACH ROW EXECUTE FUNCTION linger();
            """);
        var sent = ada.PublishAsync(token, VersionOf(1));
        while (await SqlAsync(Kind.Postgres, "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'") is 0L)
        {
            Assert.False(sent.IsCompleted, "It was over before it was seen.");
        }

        await (isKilled ? KillAsync(ada) : ada.Server.FreezeAsync());
        await AssertAsync(ben, await ben.PackAsync(), 1, isThere: false, token);
        await StudioClient.Ok(await ben.PublishAsync(token, VersionOf(1)));

        await AssertAsync(ben, await ben.PackAsync(), 1, isThere: true, token);
        Assert.False(isKilled && await IsAnsweredAsync(sent));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_store_whose_server_is_killed_while_it_is_made_is_made_by_the_next(Kind kind)
    {
        BeginsWithNone = true;
        var watch = Stopwatch.StartNew();
        await using (var first = await WebServer.StartAsync())
        {
            await new StudioClient(first).PackAsync();
        }

        // A start, the tables, what ships: most of the kills in the later part.
        var whole = watch.Elapsed;
        var setting = await SettingAsync(kind);
        foreach (var part in new[] { 0.55, 0.75, 0.95 })
        {
            await WebServer.KillAfterAsync(whole * part, setting);
        }

        var ada = await StartAsync(kind);
        var pack = await ada.PackAsync();
        Assert.Equal("1.0.0", Assert.Single(pack.GetProperty("versions").EnumerateArray()).Get("version"));
        Assert.Single((await ada.GetAsync($"packs/{StudioClient.Pack}/notes")).EnumerateArray());
        var lines = await Trail.ExportAsync(ada.Server.Client);
        var entries = Trail.Entries(lines).Select(entry => (entry.Get("action"), entry.Get("pack"), entry.Get("version"))).ToList();
        Assert.Equal(entries.Count, entries.Distinct().Count());
        Assert.Equal(0, await Trail.VerifyAsync(Folder, lines));
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(PhraseOf(1)), "1.1.0"));
    }

    [Fact]
    public async Task Of_uploads_that_were_under_way_when_the_server_was_killed_nothing_is_left()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await ada.PackAsync();
        var notes = $"/api/studio/packs/{StudioClient.Pack}/notes";
        var before = (await ada.GetAsync(notes)).GetArrayLength();
        using var draft = await HalfSentAsync(ada, Requests.Scans, WordFiles.Zip(Samples.Lines("cervical-one-level-complete")));
        using var note = await HalfSentAsync(ada, notes, await System.IO.File.ReadAllBytesAsync(Note, Cancellation));
        await Task.Delay(200, Cancellation);
        // But for what the runtime itself keeps there.
        var files = Directory.EnumerateFiles(ada.Server.Temporary, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file));
        Assert.DoesNotContain(files, file => !file.StartsWith("clr-", StringComparison.Ordinal) && !file.StartsWith("dotnet-", StringComparison.Ordinal));
        await KillAsync(ada);

        var again = await StartAsync(Kind.Sqlite);
        Assert.Equal(before, (await again.GetAsync(notes)).GetArrayLength());
        Assert.DoesNotContain("note-published", Trail.Entries(await Trail.ExportAsync(again.Server.Client)).Where(entry => entry.Get("person") == "Ada").Select(entry => entry.Get("action")));
    }

    [Fact]
    public async Task What_was_answered_while_the_store_was_away_is_recorded_whenever_the_server_is_killed()
    {
        await using var own = new Postgres();
        var database = $"--ConnectionStrings:Laminar={await own.NewStoreAsync()}";
        var pending = Path.Combine(Folder, "pending");
        await own.StopAsync();
        var answered = 0;
        for (var kill = 1; kill <= 3; kill++)
        {
            var server = await WebServer.StartAsync(database, $"--Audit:Pending={pending}", "--People:Local=Ada");
            var finding = (await server.Client.FindingsAsync(StudioClient.Draft)).Single(one => one.Get("element") == "guidance").Get("id");
            var people = Enumerable.Range(0, 3).Select(_ => Task.Run(() => AnswerAsync(server, finding, () => Interlocked.Increment(ref answered)))).ToList();
            await Task.Delay(TimeSpan.FromMilliseconds(150 + (70 * kill)), Cancellation);
            await server.DisposeAsync();
            await Task.WhenAll(people);
        }

        await own.StartAsync();
        await using var last = await WebServer.StartAsync(database, $"--Audit:Pending={pending}", "--People:Local=Ada");
        for (var watch = Stopwatch.StartNew(); new FileInfo(pending).Length > 0; await Task.Delay(50, Cancellation))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), last.Output);
        }

        var lines = await Trail.ExportAsync(last.Client);
        Assert.True(answered > 0);
        // Three who were not answered any more each time may stand in it: they had done it all the same.
        Assert.InRange(Trail.Entries(lines).Count(entry => entry.Get("action") == "answered"), answered, answered + 9);
        Assert.Equal(0, await Trail.VerifyAsync(Folder, lines));
    }

    /// <summary>Answers one question after the other until the server is gone.</summary>
    private static async Task AnswerAsync(WebServer server, string finding, Action answered)
    {
        try
        {
            while (true)
            {
                using var answer = await server.Client.ApplyAsync(StudioClient.Draft, Requests.Answers("Dr. A. Name", "surgeon", (finding, "fluoroscopic")), "draft.txt");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                answered();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    /// <summary>A request whose body stops in the middle, its connection open.</summary>
    private static async Task<TcpClient> HalfSentAsync(StudioClient client, string address, byte[] body)
    {
        var at = client.Server.Client.BaseAddress!;
        var connection = new TcpClient(at.Host, at.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {address} HTTP/1.1\r\nHost: {at.Authority}\r\nContent-Disposition: attachment; filename=\"my-note.dotx\"\r\nContent-Length: {body.Length}\r\n\r\n"), Cancellation);
        await connection.GetStream().WriteAsync(body.AsMemory(0, body.Length / 2), Cancellation);
        return connection;
    }

    private static string VersionOf(int number) => $"1.{number + 1}.0";

    private static string PhraseOf(int number) => $"The {Tools[number % Tools.Length]} went in under {{guidance}} guidance.";
}
