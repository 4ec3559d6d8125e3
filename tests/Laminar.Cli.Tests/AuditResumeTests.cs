using System.Diagnostics;
using Laminar.Tests;

namespace Laminar.Cli.Tests;

/// <summary>An audit that was stopped, killed or overtaken by changes goes on, and ends with the results of one that was not.</summary>
public sealed class AuditResumeTests : IDisposable
{
    private const int Many = 2500;
    private readonly Command laminar = new();

    public void Dispose() => laminar.Dispose();

    [Fact]
    public async Task A_killed_audit_loses_and_doubles_nothing()
    {
        Reports(Many);

        for (var kill = 0; kill < 3; kill++)
        {
            await InterruptAsync(static process => process.Kill, LengthOf("results.jsonl") + 200_000);
        }

        var killed = File.ReadLines(laminar.PathOf("results.jsonl")).Count();
        var ended = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        await laminar.RunAsync("audit", "archive", "--out", "whole.jsonl");

        Assert.InRange(killed, 1, Many - 1);
        Assert.Equal(0, ended.Exit);
        Assert.Contains("of them before", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(laminar.Read("whole.jsonl"), laminar.Read("results.jsonl"));
        Assert.Equal(Many, File.ReadLines(laminar.PathOf("results.jsonl")).Count());
    }

    [Fact]
    public async Task An_audit_that_is_stopped_finishes_its_files_and_says_how_to_go_on()
    {
        Reports(Many);

        var (exit, errors) = await InterruptAsync(Interruption, 50_000);
        var stopped = File.ReadAllText(laminar.PathOf("results.jsonl"));
        await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        await laminar.RunAsync("audit", "archive", "--out", "whole.jsonl");

        Assert.Equal(2, exit);
        Assert.Matches(@"^laminar: Stopped after [\d,]+ files; the same command goes on from there\.\s*$", errors);
        Assert.EndsWith("}\n", stopped, StringComparison.Ordinal);
        Assert.Equal(laminar.Read("whole.jsonl"), laminar.Read("results.jsonl"));
    }

    [Fact]
    public async Task Files_that_changed_came_or_went_are_all_that_is_read_again()
    {
        Reports(40);
        await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        laminar.Write("archive/0003.txt", "PROCEDURE: Another.");
        laminar.Write("archive/0010b.txt", FictionalDraft.Text);
        File.Delete(laminar.PathOf("archive/0000.txt"));
        File.Delete(laminar.PathOf("archive/0020.txt"));
        File.Delete(laminar.PathOf("archive/0039.txt"));

        var ended = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        await laminar.RunAsync("audit", "archive", "--out", "whole.jsonl");

        Assert.Equal(laminar.Read("whole.jsonl"), laminar.Read("results.jsonl"));
        Assert.StartsWith("laminar: 38 files audited (36 of them before)", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(["archive", "results.jsonl", "whole.jsonl"], Directory.EnumerateFileSystemEntries(laminar.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lines_that_wait_for_their_files_outlive_a_kill()
    {
        Reports(Many);
        await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        File.Delete(laminar.PathOf("archive/0001.txt"));

        await InterruptAsync(static process => process.Kill, 50_000, from: 0);
        laminar.Write("archive/0001.txt", FictionalDraft.Text);
        File.Delete(laminar.PathOf("archive/0002.txt"));
        var ended = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        await laminar.RunAsync("audit", "archive", "--out", "whole.jsonl");

        Assert.Equal(laminar.Read("whole.jsonl"), laminar.Read("results.jsonl"));
        Assert.StartsWith($"laminar: {Many - 1:n0} files audited ({Many - 2:n0} of them before)", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_cut_off_is_read_again()
    {
        Reports(5);
        await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        var whole = laminar.Read("results.jsonl");
        laminar.Write("results.jsonl", whole[..^100]);

        var ended = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");

        Assert.Equal(whole, laminar.Read("results.jsonl"));
        Assert.Contains("(4 of them before)", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_other_packs_are_neither_mixed_nor_lost_and_can_be_begun_anew()
    {
        Reports(3);
        await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        var before = laminar.Read("results.jsonl");

        var other = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl", "--pack", "interlaminar-epidural-injection");
        var untouched = laminar.Read("results.jsonl");
        var anew = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl", "--pack", "interlaminar-epidural-injection", "--anew");

        Assert.Equal((2, 0), (other.Exit, anew.Exit));
        Assert.Contains("was made with other packs or another version of Laminar", other.Errors, StringComparison.Ordinal);
        Assert.Equal(before, untouched);
        Assert.NotEqual(before, laminar.Read("results.jsonl"));
    }

    [Theory]
    [InlineData("Notes of a meeting.\n", "holds something else")]
    [InlineData("Notes of a meeting", "holds something else")]
    [InlineData("{\"document\":{\"name\":\"a.txt\"}}\n", "holds something else")]
    public async Task A_file_that_is_no_audits_is_left_as_it_is(string text, string says)
    {
        Reports(3);
        laminar.Write("results.jsonl", text);

        var ended = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        var anew = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl", "--anew");

        Assert.Equal((2, 2), (ended.Exit, anew.Exit));
        Assert.Contains(says, ended.Errors, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(laminar.PathOf("results.jsonl")));
    }

    [Fact]
    public async Task Results_of_another_archive_are_not_taken_for_this_ones()
    {
        Reports(3);
        laminar.Write("other/report.txt", FictionalDraft.Text);
        await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");
        var before = laminar.Read("results.jsonl");

        var ended = await laminar.RunAsync("audit", "other", "--out", "results.jsonl");

        Assert.Equal(2, ended.Exit);
        Assert.Contains("holds the results of other files", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(before, laminar.Read("results.jsonl"));
    }

    private void Reports(int count)
    {
        Directory.CreateDirectory(laminar.PathOf("archive"));
        for (var number = 0; number < count; number++)
        {
            File.WriteAllText(laminar.PathOf($"archive/{number:d4}.txt"), $"{FictionalDraft.Text}\nRecord {number}.");
        }
    }

    /// <summary>What ends a service. Ctrl+C sends another and is taken the same way; whatever runs in the background of a shell never sees that.</summary>
    private static Action Interruption(Process audit)
    {
        var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"read now; kill -TERM {audit.Id}"]) { RedirectStandardInput = true })!;
        return () =>
        {
            using (shell)
            {
                shell.StandardInput.Close();
                shell.WaitForExit();
            }
        };
    }

    private long LengthOf(string name) => new FileInfo(laminar.PathOf(name)) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>Starts the audit and ends it once its results are so long.</summary>
    /// <param name="arm">Makes ready what ends it, so that nothing has to be started when the time has come.</param>
    /// <param name="from">The length that the results shrink to first, where they had another.</param>
    private async Task<(int Exit, string Errors)> InterruptAsync(Func<Process, Action> arm, long length, long? from = null)
    {
        using var process = laminar.Start("audit", "archive", "--out", "results.jsonl");
        var end = arm(process);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        // On a thread of its own: those of the pool may all be waiting for other commands.
        await Task.Factory.StartNew(
            () =>
            {
                while (!process.HasExited && ((from is not null && LengthOf("results.jsonl.rest") == 0) || LengthOf("results.jsonl") < length))
                {
                    Thread.Sleep(1);
                }

                end();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await errors);
    }
}
