using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Laminar.Tests;
using Laminar.Web.Tests.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Laminar.Web.Tests.Canaries;

/// <summary>
/// Every feature over HTTP with sentences that stand nowhere else, in each place where a request has room for them, well and badly, with
/// everything logged that can be; then all that was written is searched.
/// </summary>
public sealed class CanaryTests
{
    private static readonly Searcher Never = new(Canary.Never);
    private static readonly Searcher Kept = new(Canary.Kept);

    private static readonly string[] LogEverything =
    [
        "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel=Trace",
        "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Trace", "--Logging:LogLevel:Npgsql=Trace", "--Logging:LogLevel:System=Trace",
        "--Logging:Console:FormatterName=json", "--Logging:Console:FormatterOptions:IncludeScopes=true",
    ];

    private readonly List<string> found = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Program { get; } = Path.GetDirectoryName(WebServer.Dll)!;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Nothing_of_a_draft_is_found_in_anything_that_was_written(Kind kind)
    {
        await using var postgres = new Postgres();
        var database = kind == Kind.Postgres ? await postgres.NewDatabaseAsync() : null;
        var home = Directory.CreateTempSubdirectory("laminar-home-").FullName;
        var archive = Directory.CreateTempSubdirectory("laminar-archive-").FullName;
        var begun = DateTime.UtcNow;
        await using var server = await WebServer.StartAtHomeAsync(home, ["--urls=http://127.0.0.1:0", .. LogEverything,
            $"--Archive:Folders:reports={archive}/reports", "--Archive:Patience=00:00:03", .. database is null ? (string[])[] : [$"--ConnectionStrings:Laminar={database}"]]);
        var files = Watch(server.Temporary);
        var heads = new HeadKeeper();
        server.Client = new HttpClient(heads) { BaseAddress = server.Client.BaseAddress };
        var ada = new StudioClient(server);
        await ada.PackAsync();

        await DraftsAsync(server);
        await StudioAsync(ada);
        await KeptAsync(ada);
        await BadRequestsAsync(server);
        await MistakeAsync(ada, kind == Kind.Postgres ? new NpgsqlConnection($"{database};Pooling=False") : new SqliteConnection($"Data Source={Path.Combine(server.Temporary, "laminar.db")};Pooling=False"));
        await GiveOutAsync(server);
        if (database is not null)
        {
            await ArchiveAsync(server, archive);
            await WithoutStoreAsync(ada, postgres);
        }

        // The provoked failures have happened.
        Assert.Contains("A request failed with", server.Output, StringComparison.Ordinal);
        Assert.Contains("A client left before its answer", server.Output, StringComparison.Ordinal);
        Assert.All(files, file => Assert.True(file.StartsWith("laminar.db", StringComparison.Ordinal) || file.Contains("-diagnostic-", StringComparison.Ordinal) || file.Contains("clr-debug-pipe", StringComparison.Ordinal), $"A file was made: {file}"));
        // What is kept on purpose is in the store: the search would find it there. It is in no log all the same.
        await StoreAsync(kind, database, server.Temporary);
        Look("the output", server.Output, Never, Kept);
        Look("the headers of answers", heads.All, Never, Kept);
        found.AddRange(Never.InFolder(server.Temporary));
        found.AddRange(Never.InFolder(home).Concat(Kept.InFolder(home)));
        found.AddRange(Directory.EnumerateFiles(Program, "*", SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) >= begun)
            .SelectMany(file => Never.In(file, File.ReadAllBytes(file)).Concat(Kept.In(file, File.ReadAllBytes(file)))));
        if (database is not null)
        {
            found.AddRange(Never.In("a dump of PostgreSQL", await postgres.DumpAsync(database)));
            await postgres.StopAsync();
            found.AddRange(Never.InFolder(postgres.Folder!));
            Look("the log of PostgreSQL", await File.ReadAllTextAsync($"{postgres.Folder}/log", Cancellation), Kept);
            await postgres.StartAsync();
        }

        Directory.Delete(home, recursive: true);
        Directory.Delete(archive, recursive: true);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Nothing_of_a_draft_is_written_where_its_time_is_over()
    {
        await using var server = await WebServer.StartAsync([.. LogEverything, "--Limits:ScanTime=00:00:00.0001"]);
        var draft = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 200).Append(Canary.Sentence("Timeout"))));

        foreach (var address in new[] { Requests.Scans, Requests.Annotated, Requests.Cleared, Requests.Finalized, Requests.Lint })
        {
            await (await server.Client.SendDraftAsync(address, draft, "text/plain")).AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "scan-time");
        }

        await server.Client.SendFormAsync($"/api/studio/packs/{StudioClient.Pack}/preview", draft);
        await server.Client.ApplyAsync(draft, Requests.Answers("Dr. A. Name", "surgeon", ("a.missing.0", Canary.Sentence("TimeoutAnswer"))));

        Look("the output", server.Output, Never);
        found.AddRange(Never.InFolder(server.Temporary));
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>A draft in each kind of file, whole and damaged, by each way of writing, with all that may come with it.</summary>
    private static async Task DraftsAsync(WebServer server)
    {
        string[] lines = [.. FictionalDraft.Paragraphs, Canary.Sentence("Draft")];
        var text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var (word, flat, complete) = (WordFiles.Zip(lines), WordFiles.FlatOpc(lines), WordFiles.Zip([.. Samples.Lines("cervical-one-level-complete"), Canary.Sentence("Final")]));
        var name = $"\"{Canary.Sentence("FileName")}docx\"";
        string[] addresses = [Requests.Scans, $"{Requests.Scans}?include=paragraphs,repairs", Requests.Annotated, $"{Requests.Annotated}?as=questions", Requests.Cleared, Requests.Finalized, Requests.Lint];
        foreach (var address in addresses)
        {
            foreach (var (bytes, type) in new[] { (text, "text/plain"), (word, null), (flat, null), (word[..(word.Length / 2)], null), (flat[..(flat.Length / 2)], null), (Encoding.Unicode.GetBytes(string.Join('\n', lines)), "text/plain") })
            {
                await server.Client.SendDraftAsync(address, bytes, type, name);
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendDraftAsync(Requests.Finalized, complete, name: name)).StatusCode);
        var asked = (await server.Client.FindingsAsync(word)).Select(finding => finding.Get("id")).ToArray();
        var own = asked.Select(id => (id, Canary.Sentence("OwnWords"))).ToArray();
        foreach (var address in new[] { Requests.Applied, Requests.Insertions })
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Client.ApplyAsync(word, Requests.Answers(Canary.Never + "By", "surgeon", own), $"{Canary.Sentence("PartFile")}docx", address: address)).StatusCode);
            await server.Client.ApplyAsync(word, Requests.Answers("Dr. A. Name", "surgeon", [.. asked.Select(id => (id, $"dismissed: {Canary.Sentence("Dismissed")}"))]), address: address);
            await server.Client.ApplyAsync(word, Requests.Answers("T. Typist", "transcriptionist", own), address: address);
            await server.Client.ApplyAsync(word, Requests.Answers("Dr. A. Name", Canary.Sentence("Role"), own), address: address);
            await server.Client.ApplyAsync(word, $"{{\"by\": {Canary.Sentence("BrokenAnswers")}", address: address);
        }

        (string, string)[] beside =
        [
            ("edits", Requests.Edits("Dr. A. Name", (0, 0, 1, Canary.Sentence("Edit")))), ("edits", Requests.Edits("Dr. A. Name", (0, 90_000, 90_000, Canary.Sentence("FarEdit")))), ("edits", $"{{\"by\": {Canary.Sentence("BrokenEdits")}"),
            ("flags", Requests.Flags("Dr. A. Name", [Canary.Sentence("Flag"), .. asked])), ("flags", $"[{Canary.Sentence("BrokenFlags")}]"), ("record", $"<record>{Canary.Sentence("Record")}"),
            (Canary.Sentence("PartName"), Canary.Sentence("Part")),
        ];
        foreach (var part in beside)
        {
            await server.Client.SendFormAsync($"{Requests.Scans}?include=paragraphs,repairs", word, part);
            await server.Client.SendFormAsync(part.Item1 == "flags" ? Requests.Flagged : Requests.Edited, word, part);
        }
    }

    /// <summary>What an author may send by mistake: drafts where packs and notes belong, and drafts to try a pack on.</summary>
    private static async Task StudioAsync(StudioClient ada)
    {
        var (client, pack) = (ada.Server.Client, $"/api/studio/packs/{StudioClient.Pack}");
        var draft = WordFiles.Zip([.. FictionalDraft.Paragraphs, Canary.Sentence("Preview")]);
        await client.SendFormAsync($"{pack}/preview", draft, ("changes", $"[{Canary.Sentence("Changes")}"));
        Assert.Equal(HttpStatusCode.OK, (await client.SendFormAsync($"{pack}/preview", draft)).StatusCode);
        foreach (var (method, path) in new[] { (HttpMethod.Put, "draft"), (HttpMethod.Post, "check"), (HttpMethod.Post, "wording"), (HttpMethod.Post, "publish"), (HttpMethod.Post, "uses") })
        {
            await client.SendAsync(new HttpRequestMessage(method, new Uri($"{pack}/{path}", UriKind.Relative)) { Content = new StringContent($"{{\"token\": \"{Canary.Sentence("StudioJson")}", Encoding.UTF8, "application/json") }, Cancellation);
            await ada.SendAsync(method, $"packs/{StudioClient.Pack}/{path}", new { token = Canary.Sentence("Token"), version = Canary.Sentence("Version"), instead = Canary.Sentence("Instead"), reason = "", changes = Canary.Sentence("Changes") });
        }

        await client.PostAsync(new Uri("/api/studio/packs/import", UriKind.Relative), new ByteArrayContent(Canary.Bytes("Import")), Cancellation);
        await client.PostAsync(new Uri("/api/studio/packs/import", UriKind.Relative), new ByteArrayContent(draft), Cancellation);
        // With the facts of a patient, damaged, and no note at all.
        var note = WordFiles.Zip(["The procedure was performed on the left side.", Canary.Sentence("Note")]);
        foreach (var (bytes, name) in new[] { (note, "note.docx"), (note[..(note.Length / 2)], "note.docx"), (Canary.Bytes("TextNote"), $"{Canary.Sentence("NoteName")}txt") })
        {
            var refused = await client.SendDraftAsync($"{pack}/notes?reason=New.", bytes, name: $"\"{name}\"");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        foreach (var (element, kind, reason) in new[] { (Canary.Sentence("Element"), "missing", "unclear"), ("guidance", Canary.Sentence("Kind"), "unclear"), ("guidance", "missing", Canary.Sentence("Reason")) })
        {
            await ada.SendAsync(HttpMethod.Post, "/api/reports", new { pack = StudioClient.Pack, version = "1.0.0", element, kind, reason, sentence = (string?)null });
        }

        await ada.SendAsync(HttpMethod.Post, "/api/reports", new { pack = StudioClient.Pack, version = "1.0.0", element = "guidance", kind = "missing", reason = "unclear", sentence = new string(' ', 1000) + Canary.Sentence("LongReport") });
        await ada.SendAsync(HttpMethod.Put, $"/api/phrases/{StudioClient.Pack}/guidance", new { phrase = Canary.Sentence("RefusedPhrase") });
    }

    /// <summary>What is kept on purpose: the store may hold it, and nothing else.</summary>
    private static async Task KeptAsync(StudioClient ada)
    {
        await StudioClient.Ok(await ada.SendAsync(HttpMethod.Post, "/api/reports", Report));
        await StudioClient.Ok(await ada.SendAsync(HttpMethod.Put, $"/api/phrases/{StudioClient.Pack}/guidance", new { phrase = $"Under {{guidance}} guidance {Canary.Kept} went in." }));
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync($"{Canary.Kept} went in under {{guidance}} guidance."), "1.1.0", $"For {Canary.Kept}."));
        await StudioClient.Ok(await ada.UseAsync("1.0.0", instead: "1.1.0"));
        var token = await ada.RewordAsync($"{Canary.Kept} again under {{guidance}} guidance.");
        await ada.SendAsync(HttpMethod.Delete, $"packs/{StudioClient.Pack}/draft?token={token}");
    }

    private static object Report { get; } = new { pack = StudioClient.Pack, version = "1.0.0", element = "guidance", kind = "missing", reason = "unclear", sentence = $"It says {Canary.Kept}." };

    /// <summary>Sentences where no sentence belongs, too much of everything, and clients that break off.</summary>
    private static async Task BadRequestsAsync(WebServer server)
    {
        var escaped = Uri.EscapeDataString(Canary.Sentence("Query"));
        string[] addresses =
        [
            $"{Requests.Scans}?pack={escaped}", $"{Requests.Scans}?include={escaped}", $"{Requests.Scans}?note={escaped}", $"{Requests.Annotated}?as={escaped}", $"/api/packs/{escaped}", $"/api/samples/{escaped}",
            $"/api/studio/packs/{escaped}", $"/api/studio/packs/{StudioClient.Pack}/compare?from={escaped}&to=1.0.0", $"/api/studio/packs/{StudioClient.Pack}/versions/{escaped}/export", $"/api/audit?from={escaped}&after={escaped}",
            $"/api/studio/packs/{StudioClient.Pack}/draft?token={escaped}", $"/api/phrases/{escaped}/{escaped}", $"/{escaped}", $"/%2e%2e/{escaped}",
        ];
        foreach (var address in addresses)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = method == HttpMethod.Get ? null : Requests.Content(Canary.Bytes("BadBody"), "text/plain") };
                request.Headers.TryAddWithoutValidation("Laminar-Visit", Canary.Never + "Visit");
                request.Headers.TryAddWithoutValidation("User-Agent", Canary.Sentence("Agent"));
                request.Headers.TryAddWithoutValidation("Referer", $"http://localhost/{escaped}");
                request.Headers.TryAddWithoutValidation("Cookie", $"draft={Canary.Never}Cookie");
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Canary.Never}Bearer");
                request.Headers.TryAddWithoutValidation("traceparent", Canary.Sentence("Trace"));
                request.Headers.TryAddWithoutValidation("tracestate", $"laminar={Canary.Never}State");
                request.Headers.TryAddWithoutValidation("baggage", $"draft={Canary.Never}Baggage");
                using var answer = await server.Client.SendAsync(request, Cancellation);
            }
        }

        await server.Client.ScanAsync(Canary.Bytes("Type"), $"image/{Canary.Never}type");
        // Large enough that a server which buffers forms would have spooled it, and then too large.
        foreach (var size in new[] { 20, 34 })
        {
            var large = new byte[size * 1024 * 1024];
            Canary.Bytes("Large").CopyTo(large, 100);
            await server.Client.SendFormAsync(Requests.Scans, large);
            await server.Client.SendFormAsync($"/api/studio/packs/{StudioClient.Pack}/preview", large);
        }

        await server.Client.ApplyAsync(StudioClient.Draft, Requests.Answers("Dr. A. Name", "surgeon", ("a", string.Concat(Enumerable.Repeat(Canary.Sentence("ManyAnswers"), 40_000)))));
        string[] broken =
        [
            $"POST /{escaped} HTTP/1.1\r\nHost: localhost\r\n{Canary.Sentence("HeaderName")}\r\n\r\n",
            $"{Canary.Sentence("RequestLine")}\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: {Canary.Sentence("Host")}\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('x', 40_000)}{Canary.Sentence("LongHeader")}\r\n\r\n",
            $"POST {Requests.Scans} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{Canary.Sentence("Chunk")}\r\n",
            $"POST {Requests.Scans} HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n{Canary.Sentence("HalfForm")}",
            $"POST {Requests.Scans} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{Canary.Sentence("Leaving")}",
        ];
        foreach (var request in broken)
        {
            using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, Cancellation);
            await client.SendAsync(Encoding.UTF8.GetBytes(request), Cancellation);
            await Task.Delay(100, Cancellation);
            // A reset, no farewell.
            client.Close(timeout: 0);
        }

        await server.WroteAsync("A client left before its answer");
    }

    /// <summary>A mistake inside: a table is not as the server believes, while somebody sends what is to be kept.</summary>
    private static async Task MistakeAsync(StudioClient ada, DbConnection connection)
    {
        await using (connection)
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE question_reports RENAME TO elsewhere";
            await command.ExecuteNonQueryAsync(Cancellation);
            Assert.Equal(HttpStatusCode.InternalServerError, (await ada.SendAsync(HttpMethod.Post, "/api/reports", Report)).StatusCode);
            command.CommandText = "ALTER TABLE elsewhere RENAME TO question_reports";
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }

    private static async Task WithoutStoreAsync(StudioClient ada, Postgres postgres)
    {
        var token = await ada.RewordAsync("The instruments went in under {guidance} guidance.");
        var finding = (await ada.Server.Client.FindingsAsync(StudioClient.Draft)).Single(one => one.Get("element") == "guidance").Get("id");
        await postgres.StopAsync();
        await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.2.0", $"For {Canary.Kept}."), HttpStatusCode.ServiceUnavailable, "no-store");
        await StudioClient.RefusedAsync(ada.SendAsync(HttpMethod.Post, "/api/reports", Report), HttpStatusCode.ServiceUnavailable, "no-store");
        Assert.Equal(HttpStatusCode.OK, (await ada.Server.Client.ApplyAsync(StudioClient.Draft, Requests.Answers("Dr. A. Name", "surgeon", (finding, Canary.Sentence("WithoutStore"))))).StatusCode);
        await postgres.StartAsync();
        for (var watch = Stopwatch.StartNew(); !(await ada.SendAsync(HttpMethod.Get, "packs")).IsSuccessStatusCode; await Task.Delay(100, Cancellation))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), ada.Server.Output);
        }
    }

    /// <summary>What the server tells of itself to whoever runs it.</summary>
    /// <summary>An audit of an archive, whose folder is not there at first: a job that fails is kept with what stood against it.</summary>
    private static async Task ArchiveAsync(WebServer server, string archive)
    {
        var id = (await (await server.Client.PostAsJsonAsync("/api/archive/runs", new { folder = "reports" }, Cancellation)).JsonAsync()).Get("id");
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancellation);
        var reports = Directory.CreateDirectory(Path.Combine(archive, "being-written")).FullName;
        foreach (var (name, bytes) in new[] { ("txt", Canary.Bytes("Archived")), ("docx", WordFiles.Zip([.. FictionalDraft.Paragraphs, Canary.Sentence("ArchivedWord")])), ("doc", Canary.Bytes("ArchivedOld")) })
        {
            await File.WriteAllBytesAsync(Path.Combine(reports, $"{Canary.Sentence("ArchivedName")}{name}"), bytes, Cancellation);
        }

        Directory.Move(reports, Path.Combine(archive, "reports"));
        string? state = null;
        for (var tries = 0; state != "ended"; tries++)
        {
            Assert.True(tries < 600, $"The audit of the archive is {state}.");
            await Task.Delay(100, Cancellation);
            state = (await (await server.Client.AskAsync("/api/archive")).JsonAsync()).GetProperty("runs")[0].Get("state");
        }

        // Who may have the results has the names of the files as well.
        Assert.Contains(Canary.Never, await server.Client.GetStringAsync(new Uri($"/api/archive/runs/{id}/results", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    private async Task GiveOutAsync(WebServer server)
    {
        foreach (var address in new[] { "/api/audit", "/metrics", "/status", "/health/live", "/health/ready", "/openapi/v1.json" })
        {
            Look(address, await (await server.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation)).Content.ReadAsStringAsync(Cancellation), Never, Kept);
        }

        Look("the statistics", await server.Client.GetStringAsync(new Uri($"/api/studio/packs/{StudioClient.Pack}/statistics", UriKind.Relative), Cancellation), Never, Kept);
    }

    /// <summary>Each value of each row, archives among them unpacked.</summary>
    private async Task StoreAsync(Kind kind, string? database, string folder)
    {
        await using DbConnection connection = kind == Kind.Postgres ? new NpgsqlConnection($"{database};Pooling=False") : new SqliteConnection($"Data Source={Path.Combine(folder, "laminar.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        var tables = await RowsAsync(connection, kind == Kind.Postgres ? "SELECT schemaname || '\".\"' || tablename FROM pg_tables WHERE schemaname IN ('public', 'laminar_jobs')" : "SELECT name FROM sqlite_master WHERE type = 'table'");
        var isKept = new HashSet<string>();
        foreach (var table in tables.Select(row => (string)row[0]))
        {
            foreach (var value in (await RowsAsync(connection, $"SELECT * FROM \"{table}\"")).SelectMany(row => row))
            {
                var bytes = value as byte[] ?? Encoding.UTF8.GetBytes($"{value}");
                found.AddRange(Never.In($"the table {table}", bytes));
                if (Kept.In(table, bytes).Any())
                {
                    isKept.Add(table.Split('"')[^1]);
                }
            }
        }

        // The search finds what is there; and nothing but these may hold it.
        Assert.Equal(["pack_uses", "pack_versions", "personal_phrases", "question_reports"], isKept.Where(table => table != "pack_drafts").Order(StringComparer.Ordinal));
    }

    private static async Task<List<object[]>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(Cancellation))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private void Look(string where, string text, params Searcher[] searchers) => found.AddRange(searchers.SelectMany(searcher => searcher.In(where, text)));

    /// <summary>The names of all files that come into being in a folder from now on.</summary>
    private static ConcurrentBag<string> Watch(string folder)
    {
        var made = new ConcurrentBag<string>();
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        watcher.Created += (_, file) => made.Add(file.Name!);
        watcher.Renamed += (_, file) => made.Add(file.Name!);
        return made;
    }

    /// <summary>
    /// Keeps the heads of all answers. But for two of their headers, which give a client back what it has sent itself: its draft's name
    /// for the file, and the ids that it made up.
    /// </summary>
    private sealed class HeadKeeper() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly ConcurrentQueue<string> heads = new();

        public string All => string.Join('\n', heads);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            heads.Enqueue($"{answer.ReasonPhrase}\n" + string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Content-Disposition" or "Laminar-Refused")).Select(header => $"{header.Key}: {string.Join(' ', header.Value)}")));
            return answer;
        }
    }
}
