using System.Diagnostics;
using System.Net;
using Laminar.Tests;
using Laminar.Web.Tests.Store;
using Microsoft.Data.Sqlite;

namespace Laminar.Web.Tests.Operation;

/// <summary>Backup and restore with the commands of the operator's guide: what comes back is what was there.</summary>
public sealed class BackupTests(Postgres postgres) : StoreTests(postgres)
{
    private const string Reworded = "The instruments went in under {guidance} guidance.";
    private const string Own = "Everything was done under {guidance} guidance.";
    private const string Chapter = "## Backup and restore";
    private const string Phrases = $"/api/phrases/{StudioClient.Pack}";
    private const string Notes = $"packs/{StudioClient.Pack}/notes";

    private readonly Postgres postgres = postgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static byte[] Note { get; } = WordFiles.Zip(["DESCRIPTION OF PROCEDURE:", "The patient was draped."]);

    [Fact]
    public async Task A_PostgreSQL_that_is_restored_from_a_backup_of_the_guide_is_the_same_and_is_gone_on_with()
    {
        var from = await postgres.RenamedAsync(await postgres.NewStoreAsync(), "laminar");
        await using var server = await WebServer.StartAsync($"--ConnectionStrings:Laminar={from}", "--People:Local=Ada");
        var ada = new StudioClient(server);
        var before = await WorkAsync(ada);

        // While it runs.
        await RunAsync(Guide.Commands(Chapter)[0], []);
        await AnswerAsync(ada);
        await RunAsync(Guide.Commands(Chapter)[1], []);

        await using var restored = await WebServer.StartAsync($"--ConnectionStrings:Laminar={postgres.ConnectionTo("laminar_restored")}", "--People:Local=Ada");
        await AssertSameAsync(before, new StudioClient(restored));
        Assert.Equal(before.Trail.Count + 1, (await Trail.ExportAsync(server.Client)).Count);
    }

    [Fact]
    public async Task An_SQLite_store_is_the_same_from_a_backup_of_the_guide_and_from_a_copy_of_its_files_when_its_server_is_gone()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var before = await WorkAsync(ada);
        var (backup, copy) = (Path.Combine(Folder, "backup.db"), Directory.CreateDirectory(Path.Combine(Folder, "copy")).FullName);

        // While it runs.
        await BackUpAsync(backup);
        await AnswerAsync(ada);
        await KillAsync(ada);
        await RunAsync(Guide.Commands(Chapter)[3], [("/var/lib/laminar/laminar.db", File), ("/var/backups/", copy)]);
        await RunAsync(Guide.Commands(Chapter)[4], [("/var/backups/laminar.db", backup), ("/var/lib/laminar/laminar.db", File)]);

        await AssertSameAsync(before, await StartAsync(Kind.Sqlite));
        await using var copied = await WebServer.StartAsync($"--Store:File={copy}/laminar.db", "--People:Local=Ada");
        Assert.Equal(before.Trail, (await Trail.ExportAsync(copied.Client))[..^1]);
        Assert.Equal(Own, (await new StudioClient(copied).ScanAsync()).Phrase);
    }

    /// <summary>A version, a note, an own phrase and answers, and what a server says of them.</summary>
    private static async Task<Kept> WorkAsync(StudioClient ada)
    {
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Reworded), "1.1.0"));
        Assert.Equal(HttpStatusCode.Created, (await ada.Server.Client.SendDraftAsync($"/api/studio/{Notes}?reason=Ours.", Note, name: "\"our-note.docx\"")).StatusCode);
        await StudioClient.Ok(await ada.SendAsync(HttpMethod.Put, $"{Phrases}/guidance", new { phrase = Own }));
        await AnswerAsync(ada);
        await AnswerAsync(ada);
        return await KeptAsync(ada);
    }

    private static async Task<Kept> KeptAsync(StudioClient ada) => new(
        (await ada.PackAsync()).GetRawText(), (await ada.GetAsync(Notes)).GetRawText(), await ada.Server.Client.GetByteArrayAsync(new Uri($"/api/studio/{Notes}/our-note/1", UriKind.Relative), Cancellation),
        (await ada.GetAsync(Phrases)).GetRawText(), await CountsAsync(ada), await Trail.ExportAsync(ada.Server.Client));

    private async Task AssertSameAsync(Kept before, StudioClient restored)
    {
        var now = await KeptAsync(restored);
        Assert.Equal((before.Pack, before.Notes, before.Phrases, before.Counts), (now.Pack, now.Notes, now.Phrases, now.Counts));
        Assert.Equal(Note, now.Note);
        Assert.Equal(before.Note, now.Note);
        Assert.Equal(before.Trail, now.Trail);
        Assert.Equal(Own, (await restored.ScanAsync()).Phrase);
        // And it is gone on with: what was published is still frozen, what is done comes behind the rest.
        await AnswerAsync(restored);
        var token = await restored.RewordAsync("Tools went in under {guidance} guidance.");
        await StudioClient.RefusedAsync(restored.PublishAsync(token, "1.1.0"), HttpStatusCode.Conflict, "version-taken");
        await StudioClient.Ok(await restored.PublishAsync(token, "1.2.0"));
        var lines = await Trail.ExportAsync(restored.Server.Client);
        Assert.Equal(before.Trail, lines[..^2]);
        Assert.Equal(0, await Trail.VerifyAsync(Folder, lines));
    }

    private static async Task<string> CountsAsync(StudioClient ada) => (await ada.GetAsync($"packs/{StudioClient.Pack}/statistics")).GetRawText();

    private static async Task AnswerAsync(StudioClient ada)
    {
        var finding = (await ada.Server.Client.FindingsAsync(StudioClient.Draft)).Single(static finding => finding.Get("element") == "guidance").Get("id");
        var answer = await ada.Server.Client.ApplyAsync(StudioClient.Draft, Requests.Answers("Dr. A. Name", "surgeon", (finding, "fluoroscopic")), "draft.txt");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>As the guide says it, or where the machine has no sqlite3 by the same means of SQLite.</summary>
    private async Task BackUpAsync(string backup)
    {
        if (System.IO.File.Exists("/usr/bin/sqlite3"))
        {
            await RunAsync(Guide.Commands(Chapter)[2], [("/var/lib/laminar/laminar.db", File), ("/var/backups/laminar.db", backup)]);
            return;
        }

        await using var from = new SqliteConnection($"Data Source={File};Pooling=False");
        await using var to = new SqliteConnection($"Data Source={backup};Pooling=False");
        await from.OpenAsync(Cancellation);
        await to.OpenAsync(Cancellation);
        from.BackupDatabase(to);
    }

    /// <summary>Commands of the guide, with this test's own places.</summary>
    private async Task RunAsync(string commands, (string Theirs, string Ours)[] places)
    {
        foreach (var (theirs, ours) in places)
        {
            Assert.Contains(theirs, commands, StringComparison.Ordinal);
            commands = commands.Replace(theirs, ours, StringComparison.Ordinal);
        }

        var shell = new ProcessStartInfo("/bin/sh", ["-e", "-c", commands]) { WorkingDirectory = Folder, RedirectStandardError = true };
        shell.Environment["PATH"] = $"{PostgresServer.Programs}:{Environment.GetEnvironmentVariable("PATH")}";
        (shell.Environment["PGHOST"], shell.Environment["PGUSER"]) = (postgres.Folder, "laminar");
        using var process = Process.Start(shell)!;
        var said = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, $"{commands}\n{said}");
    }

    /// <summary>All that a store holds, as a server gives it out.</summary>
    private sealed record Kept(string Pack, string Notes, byte[] Note, string Phrases, string Counts, List<string> Trail);
}
