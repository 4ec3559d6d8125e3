using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Laminar.Tests;
using Laminar.Web.Tests.Store;
using Npgsql;

namespace Laminar.Web.Tests.Archive;

/// <summary>Audits of archives as jobs: any number of servers, killed and stopped, and each file counts once.</summary>
public sealed class ArchiveTests(Postgres postgres) : IDisposable
{
    private const string Runs = "/api/archive/runs";
    private readonly string folder = Directory.CreateTempSubdirectory("laminar-archive-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Reports => Path.Combine(folder, "reports");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Two_servers_find_what_laminar_audit_finds_and_each_file_once()
    {
        Write(700);
        File.WriteAllBytes(Path.Combine(Reports, "b-damaged.docx"), WordFiles.Zip(FictionalDraft.Paragraphs)[..200]);
        File.WriteAllBytes(Path.Combine(Reports, "c-word.docx"), WordFiles.Zip(FictionalDraft.Paragraphs));
        File.WriteAllText(Path.Combine(Reports, "d-letter.txt"), "Dear colleague, thank you for the flowers.");
        var database = await postgres.NewStoreAsync();
        await using var one = await StartAsync(database);
        await using var other = await StartAsync(database);

        var run = await EndedAsync(one, await BeginAsync(one));
        var results = await TextAsync(other, $"{Runs}/{run.Get("id")}/results");

        Assert.Equal(LinesOf(await AuditAsync()), LinesOf(results));
        var figures = run.GetProperty("figures");
        Assert.Equal((703, 703, 1, 4), (run.GetProperty("files").GetInt32(), figures.GetProperty("files").GetInt32(), figures.GetProperty("unreadable").GetInt32(), run.GetProperty("parts").GetInt32()));
        Assert.Equal(701, figures.GetProperty("reports").GetInt32());
        Assert.Equal(701, figures.GetProperty("months").EnumerateObject().Sum(static month => month.Value.GetProperty("reports").GetInt32()));
        Assert.Equal(2, (await LookAsync(one)).GetProperty("servers").GetArrayLength());
        Assert.Contains("703", await TextAsync(other, $"{Runs}/{run.Get("id")}/summary.html"), StringComparison.Ordinal);
        Assert.StartsWith("PK", await TextAsync(other, $"{Runs}/{run.Get("id")}/summary.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_killed_in_the_middle_loses_and_doubles_nothing()
    {
        Write(2400);
        var database = await postgres.NewStoreAsync();
        await using var desk = await StartAsync(database, "--Archive:Workers=0");
        var id = await BeginAsync(desk);
        for (var kill = 0; kill < 3; kill++)
        {
            var before = await OverAsync(desk, id);
            await using var worker = await StartAsync(database);
            for (var watch = Stopwatch.StartNew(); await OverAsync(desk, id) == before;)
            {
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "No worker does anything.");
                await Task.Delay(10, Cancellation);
            }

            if (kill == 1)
            {
                // One is asked to stop, and leaves what it has in hand.
                worker.Stop();
                Assert.Equal(0, await worker.EndedAsync());
            }

            // Disposing of it is SIGKILL.
        }

        var left = 12 - await OverAsync(desk, id);
        await using var last = await StartAsync(database);
        var run = await EndedAsync(desk, id);

        Assert.InRange(left, 1, 9);
        var results = LinesOf(await TextAsync(desk, $"{Runs}/{id}/results"));
        Assert.Equal(LinesOf(await AuditAsync()), results);
        Assert.Equal(2400, run.GetProperty("figures").GetProperty("files").GetInt32());
        Assert.Equal(0, run.GetProperty("failedParts").GetInt32());
    }

    [Fact]
    public async Task What_nobody_has_handed_out_is_taken_up()
    {
        Write(300);
        var database = await postgres.NewStoreAsync();
        string id;
        await using (var desk = await StartAsync(database, "--Archive:Workers=0"))
        {
            id = await BeginAsync(desk);
            Assert.Contains("lends workers", (await FindAsync(desk, id)).Get("stalled"), StringComparison.Ordinal);
        }

        // As if the server had been killed before it could hand out anything.
        await ExecuteAsync(database, "DELETE FROM laminar_jobs.jobqueue");
        await using var worker = await StartAsync(database);

        Assert.Equal(300, (await EndedAsync(worker, id)).GetProperty("figures").GetProperty("files").GetInt32());
    }

    [Fact]
    public async Task A_share_that_is_away_for_a_while_fails_no_file()
    {
        Write(300);
        var database = await postgres.NewStoreAsync();
        await using var server = await StartAsync(database);
        Directory.Move(Reports, Reports + "-away");
        var id = await BeginAsync(server);
        await TriedAsync(database);
        // Where it was mounted an empty folder stays behind: not one of its files is there.
        Directory.Move(Reports + "-away", Reports);

        var run = await EndedAsync(server, id);

        Assert.Equal((300, 0), (run.GetProperty("figures").GetProperty("files").GetInt32(), run.GetProperty("figures").GetProperty("unreadable").GetInt32()));
    }

    [Fact]
    public async Task A_share_that_goes_away_in_the_middle_fails_no_file_either()
    {
        Write(2400);
        var database = await postgres.NewStoreAsync();
        await using var server = await StartAsync(database, "--Archive:Workers=1");
        var id = await BeginAsync(server);
        while (await OverAsync(server, id) == 0)
        {
            await Task.Delay(5, Cancellation);
        }

        // Within a part, as likely as not: of that some files are read and the others are gone.
        Directory.Move(Reports, Reports + "-away");
        await TriedAsync(database);
        Directory.Move(Reports + "-away", Reports);
        var run = await EndedAsync(server, id);

        Assert.Equal((2400, 0), (run.GetProperty("figures").GetProperty("files").GetInt32(), run.GetProperty("figures").GetProperty("unreadable").GetInt32()));
    }

    [Fact]
    public async Task A_file_that_is_gone_when_its_part_is_read_is_told_in_its_line()
    {
        Write(300);
        var database = await postgres.NewStoreAsync();
        await using var server = await StartAsync(database, "--Archive:Workers=0");
        var id = await BeginAsync(server);
        await using (var lister = await StartAsync(database, "--Archive:Workers=1"))
        {
            while ((await FindAsync(server, id)).Get("state") == "listing")
            {
                await Task.Delay(5, Cancellation);
            }

            // Listed, and gone before anybody reads it: the last of the last part.
            File.Delete(Path.Combine(Reports, "a0", "00299.txt"));
            var run = await EndedAsync(server, id);

            Assert.Equal((300, 1), (run.GetProperty("figures").GetProperty("files").GetInt32(), run.GetProperty("figures").GetProperty("unreadable").GetInt32()));
            Assert.Contains("not-found", await TextAsync(server, $"{Runs}/{id}/results"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_is_stopped_goes_on_and_is_deleted_and_each_is_recorded()
    {
        Write(1600);
        var database = await postgres.NewStoreAsync();
        await using var server = await StartAsync(database, "--Archive:Workers=1");
        var id = await BeginAsync(server);
        while (await OverAsync(server, id) == 0)
        {
            await Task.Delay(20, Cancellation);
        }

        await AssertProblemAsync(server, HttpMethod.Delete, $"{Runs}/{id}", HttpStatusCode.Conflict, "stop it first");
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(server, HttpMethod.Post, $"{Runs}/{id}/stop")).StatusCode);
        var stopped = await FindAsync(server, id);
        await AssertProblemAsync(server, HttpMethod.Post, $"{Runs}/{id}/stop", HttpStatusCode.Conflict, "does not run any more");
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(server, HttpMethod.Post, $"{Runs}/{id}/go-on")).StatusCode);
        var ended = await EndedAsync(server, id);
        await AssertProblemAsync(server, HttpMethod.Post, $"{Runs}/{id}/go-on", HttpStatusCode.Conflict, "left to do");
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(server, HttpMethod.Delete, $"{Runs}/{id}")).StatusCode);
        await AssertProblemAsync(server, HttpMethod.Get, $"{Runs}/{id}/results", HttpStatusCode.NotFound, "no such audit");

        Assert.Equal("stopped", stopped.Get("state"));
        Assert.True(stopped.GetProperty("overParts").GetInt32() < 8);
        Assert.Equal((1600, 8), (ended.GetProperty("figures").GetProperty("files").GetInt32(), ended.GetProperty("overParts").GetInt32()));
        var trail = await TextAsync(server, "/api/audit");
        Assert.All(["archive-begun", "archive-stopped", "archive-resumed", "archive-deleted"], action => Assert.Contains($"\"{action}\"", trail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_names_of_files_nor_words_of_reports_can_be_read_in_the_database()
    {
        Write(3);
        File.WriteAllText(Path.Combine(Reports, "Quillfeather-Ambrose.txt"), FictionalDraft.Text + "\nThe gherkin was purple.");
        File.WriteAllText(Path.Combine(Reports, "Quillfeather-Broken.docx"), "The gherkin was purple.");
        var database = await postgres.NewStoreAsync();
        await using var server = await StartAsync(database);

        var id = await BeginAsync(server);
        await EndedAsync(server, id);
        var dump = await postgres.DumpAsync(database);

        Assert.Contains("Quillfeather-Ambrose", await TextAsync(server, $"{Runs}/{id}/results"), StringComparison.Ordinal);
        Assert.All(["Quillfeather", "gherkin", Reports], secret => Assert.DoesNotContain(secret, dump + server.Output, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("protection_keys", dump, StringComparison.Ordinal);

        await ExecuteAsync(database, "DELETE FROM protection_keys");
        await using var without = await StartAsync(database);
        await AssertProblemAsync(without, HttpMethod.Get, $"{Runs}/{id}/results", HttpStatusCode.Conflict, "protection_keys");
        await AssertProblemAsync(without, HttpMethod.Get, $"{Runs}/{id}/summary.html", HttpStatusCode.Conflict, "protection_keys");
    }

    [Fact]
    public async Task With_a_certificate_the_keys_are_of_no_use_to_who_has_the_database_alone()
    {
        Write(3);
        var (certificate, next) = (await CertificateAsync("keys.pfx"), await CertificateAsync("next.pfx"));
        var database = await postgres.NewStoreAsync();
        await using var server = await StartAsync(database, $"--DataProtection:Certificate={certificate}", "--DataProtection:Password=secret");
        await using var other = await StartAsync(database, $"--DataProtection:Certificate={certificate}", "--DataProtection:Password=secret", "--Archive:Workers=0");

        var id = await BeginAsync(server);
        await EndedAsync(server, id);
        var dump = await postgres.DumpAsync(database);

        Assert.Equal(3, LinesOf(await TextAsync(other, $"{Runs}/{id}/results")).Length);
        Assert.Contains("EncryptedData", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", dump, StringComparison.Ordinal);

        // The certificate is renewed: what was encrypted with the one before stays readable where that is named.
        string[] renewed = [$"--DataProtection:Certificate={next}", "--DataProtection:Password=secret", "--Archive:Workers=0"];
        await using var without = await StartAsync(database, renewed);
        await AssertProblemAsync(without, HttpMethod.Get, $"{Runs}/{id}/results", HttpStatusCode.Conflict, "DataProtection:Earlier");
        await using var with = await StartAsync(database, [.. renewed, $"--DataProtection:Earlier:0:Certificate={certificate}", "--DataProtection:Earlier:0:Password=secret"]);
        Assert.Equal(3, LinesOf(await TextAsync(with, $"{Runs}/{id}/results")).Length);
    }

    [Fact]
    public async Task Only_folders_that_the_server_names_are_read()
    {
        Write(1);
        await using var server = await StartAsync(await postgres.NewStoreAsync());

        foreach (var name in new[] { "/etc", "../reports", "Reports", "" })
        {
            var answer = await server.Client.PostAsJsonAsync(Runs, new { folder = name }, Cancellation);
            await answer.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-folder");
        }

        await (await server.Client.PostAsJsonAsync(Runs, new { folder = "reports", pack = "no-such" }, Cancellation)).AssertProblemAsync(HttpStatusCode.NotFound, "no-such-pack");
        await AssertProblemAsync(server, HttpMethod.Get, $"{Runs}/{Guid.NewGuid()}/summary.html", HttpStatusCode.NotFound, "no such audit");
    }

    [Fact]
    public async Task On_one_machine_it_says_what_to_use_instead()
    {
        await using var server = await WebServer.StartAsync($"--Archive:Folders:reports={folder}");

        Assert.Contains("laminar audit", (await LookAsync(server)).Get("hindrance"), StringComparison.Ordinal);
        await (await server.Client.PostAsJsonAsync(Runs, new { folder = "reports" }, Cancellation)).AssertProblemAsync(HttpStatusCode.Conflict, "no-postgres");
    }

    [Theory]
    [InlineData("--Archive:Folders:Old_Reports=/srv", "needs another name")]
    [InlineData("--Archive:Folders:reports=srv", "has to be a whole path")]
    [InlineData("--Archive:Workers=65", "from 0 to 64")]
    [InlineData("--Archive:Patience=00:00:01", "at least")]
    public async Task A_setting_that_makes_no_sense_is_refused_at_the_start(string setting, string says)
    {
        var (code, output) = await WebServer.RunAsync([], setting, "--urls=http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    private async Task<string> CertificateAsync(string name)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, made.Export(X509ContentType.Pkcs12, "secret"), Cancellation);
        return path;
    }

    private void Write(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var place = Directory.CreateDirectory(Path.Combine(Reports, $"a{number / 500}")).FullName;
            File.WriteAllText(Path.Combine(place, $"{number:d5}.txt"), $"{FictionalDraft.Text}\nRecord {number}.");
        }
    }

    private Task<WebServer> StartAsync(string database, params string[] arguments) => WebServer.StartAsync(
        [$"--ConnectionStrings:Laminar={database}", $"--Archive:Folders:reports={Reports}", "--Archive:Workers=2", "--Archive:Patience=00:00:03", .. arguments]);

    private static async Task<string> BeginAsync(WebServer server)
    {
        var answer = await server.Client.PostAsJsonAsync(Runs, new { folder = "reports" }, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.JsonAsync()).Get("id")!;
    }

    private static async Task<JsonElement> LookAsync(WebServer server) => await (await server.Client.AskAsync("/api/archive")).JsonAsync();

    private static async Task<JsonElement> FindAsync(WebServer server, string id) =>
        (await LookAsync(server)).GetProperty("runs").EnumerateArray().Single(run => run.Get("id") == id);

    private static async Task<int> OverAsync(WebServer server, string id) => (await FindAsync(server, id)).GetProperty("overParts").GetInt32();

    private static async Task<JsonElement> EndedAsync(WebServer server, string id)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var run = await FindAsync(server, id);
            if (run.Get("state") == "ended")
            {
                return run;
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(120), $"It never ended: {run}\n{server.Output}");
            await Task.Delay(100, Cancellation);
        }
    }

    private static async Task<string> TextAsync(WebServer server, string address) => await server.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);

    private static Task<HttpResponseMessage> SendAsync(WebServer server, HttpMethod method, string address) =>
        server.Client.SendAsync(new HttpRequestMessage(method, address), Cancellation);

    private static async Task AssertProblemAsync(WebServer server, HttpMethod method, string address, HttpStatusCode status, string says)
    {
        var answer = await SendAsync(server, method, address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, (await answer.JsonAsync()).Get("detail"), StringComparison.Ordinal);
    }

    /// <summary>Until a job has failed once.</summary>
    private static async Task TriedAsync(string database)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(Cancellation);
            await using var command = new NpgsqlCommand("SELECT count(*) FROM laminar_jobs.state WHERE name = 'Scheduled'", connection);
            if (await command.ExecuteScalarAsync(Cancellation) is > 0L)
            {
                return;
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "No job was tried again.");
            await Task.Delay(50, Cancellation);
        }
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
#pragma warning disable CA2100 // The test's own words.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>The results of the same folder by the command.</summary>
    private async Task<string> AuditAsync()
    {
        var path = Path.Combine(folder, "results.jsonl");
        var laminar = typeof(ArchiveTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "laminar").Value!;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [laminar, "audit", Reports, "--out", path]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(Cancellation);
        return await File.ReadAllTextAsync(path, Cancellation);
    }

    /// <summary>In the order of the files' names, without what read them.</summary>
    private static string[] LinesOf(string results) =>
    [
        .. results.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line =>
        {
            var json = JsonNode.Parse(line)!.AsObject();
            json.Remove("by");
            return json.ToJsonString();
        }).Order(StringComparer.Ordinal),
    ];
}
