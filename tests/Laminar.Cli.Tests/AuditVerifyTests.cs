using System.Buffers;
using System.Text;
using Laminar.Hosts;

namespace Laminar.Cli.Tests;

/// <summary>A trail as the server exports it, and each way in which somebody may change one.</summary>
public sealed class AuditVerifyTests : IDisposable
{
    private readonly Command laminar = new();
    private readonly string[] trail = Trail(5);

    public void Dispose() => laminar.Dispose();

    [Fact]
    public async Task A_whole_trail_is_told_in_one_line_with_its_times_and_its_head()
    {
        var ended = await VerifyAsync(trail);

        Assert.Equal(0, ended.Exit);
        Assert.Equal($"5 entries (1 to 5), from 2026-01-02T03:04:01.000Z to 2026-01-02T03:04:05.000Z: the chain is whole; its head is {HeadOf(trail)}.", Assert.Single(ended.Lines));
    }

    [Fact]
    public async Task A_trail_without_entries_is_whole()
    {
        var ended = await VerifyAsync([]);

        Assert.Equal((0, "No entries: nothing was recorded yet."), (ended.Exit, Assert.Single(ended.Lines)));
    }

    [Theory]
    [InlineData("\"person\":\"Ada\"", "\"person\":\"Ben\"")]
    [InlineData("\"role\":\"surgeon\"", "\"role\":\"author\"")]
    [InlineData("\"action\":\"answered\"", "\"action\":\"flagged\"")]
    [InlineData("\"at\":\"2026-01-02T03:04:03.000Z\"", "\"at\":\"2026-01-02T03:04:03.001Z\"")]
    [InlineData("\"refused\":0", "\"refused\":1")]
    [InlineData("\"refused\":0", "\"refused\": 0")]
    [InlineData("\"received\":null", "\"received\":\"00\"")]
    [InlineData("\"pack\":\"p\",\"version\":\"1.0.0\"", "\"pack\":\"p1\",\"version\":\".0.0\"")]
    public async Task A_changed_entry_is_named(string from, string to)
    {
        Assert.Contains(from, trail[2], StringComparison.Ordinal);
        trail[2] = trail[2].Replace(from, to, StringComparison.Ordinal);

        await RefusedAsync("Entry 3 was changed: it says something else than its hash stands for.");
    }

    [Theory]
    [InlineData("{\"number\":3}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("half of an ent")]
    public async Task What_is_no_entry_is_named(string line)
    {
        trail[2] = line;

        await RefusedAsync("Entry 3 is no entry of an audit trail: it was changed or cut off.");
    }

    [Theory]
    [InlineData("{\"number\":3", "{\"more\":1,\"number\":3")]
    [InlineData("{\"number\":3", "{\"number\":3,\"number\":3")]
    [InlineData("\"number\":3", "\"number\":\"3\"")]
    public async Task Properties_too_many_or_of_another_kind_are_no_entry(string from, string to)
    {
        trail[2] = trail[2].Replace(from, to, StringComparison.Ordinal);

        await RefusedAsync("Entry 3 is no entry of an audit trail: it was changed or cut off.");
    }

    [Fact]
    public async Task An_entry_that_was_changed_and_given_a_new_hash_no_longer_fits_to_the_next()
    {
        var forged = AuditLine.Read(Encoding.UTF8.GetBytes(trail[2]))! with { Person = "Ben" };
        trail[2] = Line(forged with { Hash = forged.ComputeHash() });

        await RefusedAsync("Entry 4 does not follow the one before it: one of them was exchanged.");
    }

    [Fact]
    public async Task A_missing_entry_is_named()
    {
        await RefusedAsync([.. trail.Where((_, at) => at != 2)], "Entry 3 is missing or out of order: entry 4 stands in that place.");
        await RefusedAsync([.. trail.Where((_, at) => at is < 1 or > 2)], "Entries 2 to 3 are missing or out of order: entry 4 stands in that place.");
    }

    [Fact]
    public async Task Entries_out_of_order_are_named()
    {
        (trail[2], trail[3]) = (trail[3], trail[2]);

        await RefusedAsync("Entry 3 is missing or out of order: entry 4 stands in that place.");
        await RefusedAsync([trail[0], trail[1], trail[0]], "Entry 1 is out of order: entry 3 was expected in its place.");
    }

    [Fact]
    public async Task A_trail_that_lost_its_end_is_known_by_its_head()
    {
        Assert.Equal(0, (await VerifyAsync(trail[..3])).Exit);
        Assert.Equal(0, (await VerifyAsync(trail, $"--head={HeadOf(trail).ToUpperInvariant()}")).Exit);
        await RefusedAsync(trail[..3], "The trail is cut off or another one: entry 3 is the last here, and it is not the one that --head names.", "--head", HeadOf(trail));
        await RefusedAsync([], "The file holds no entry, and --head names one: all are missing.", "--head", HeadOf(trail));
    }

    [Fact]
    public async Task A_trail_that_lost_its_begin_is_told_and_one_that_goes_on_is_checked_behind_the_other()
    {
        await RefusedAsync(trail[2..], $"Entries 1 to 2 are missing: the file begins with entry 3. Where it goes on behind another export, say --after with the hash of entry 2.");

        var whole = await VerifyAsync(trail[2..], "--after", HeadOf(trail[..2]));
        Assert.Equal(0, whole.Exit);
        Assert.StartsWith("3 entries (3 to 5), from ", Assert.Single(whole.Lines), StringComparison.Ordinal);
        await RefusedAsync(trail[3..], "Entry 4 does not follow the entry that --after names: entries between them are missing, or it is another trail.", "--after", HeadOf(trail[..2]));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_no_entry()
    {
        laminar.Write("trail.jsonl", [.. Encoding.UTF8.GetBytes(trail[0] + "\n"), 0xFF, 0xFE, (byte)'\n']);

        var ended = await laminar.RunAsync("audit", "verify", "trail.jsonl");

        Assert.Equal(1, ended.Exit);
        Assert.EndsWith("it was changed or cut off.", Assert.Single(ended.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.jsonl")]
    [InlineData(".")]
    public async Task A_file_that_can_not_be_read_is_told_with_exit_code_2(string file)
    {
        var ended = await laminar.RunAsync("audit", "verify", file);

        Assert.Equal((2, $"laminar: {file} could not be read; see whether it is there and yours to read."), (ended.Exit, ended.Errors.Trim()));
    }

    [Theory]
    [InlineData("audit", "verify")]
    [InlineData("audit", "verify", "a", "b")]
    [InlineData("audit", "verify", "a", "--tail")]
    [InlineData("audit", "verify", "a", "--head")]
    [InlineData("audit", "verify", "a", "--head", "abc")]
    public async Task A_command_that_can_not_be_followed_is_one_sentence(params string[] arguments)
    {
        var ended = await laminar.RunAsync(arguments);

        Assert.Equal(2, ended.Exit);
        Assert.Single(ended.Errors.Trim().Split('\n'));
    }

    private Task RefusedAsync(string sentence) => RefusedAsync(trail, sentence);

    private async Task RefusedAsync(string[] lines, string sentence, params string[] options)
    {
        var ended = await VerifyAsync(lines, options);

        Assert.Equal((1, sentence), (ended.Exit, Assert.Single(ended.Lines)));
    }

    private Task<Ended> VerifyAsync(string[] lines, params string[] options)
    {
        laminar.Write("trail.jsonl", string.Concat(lines.Select(line => line + "\n")));
        return laminar.RunAsync(["audit", "verify", "trail.jsonl", .. options]);
    }

    private static string HeadOf(string[] lines) => AuditLine.Read(Encoding.UTF8.GetBytes(lines[^1]))!.Hash;

    private static string[] Trail(int count)
    {
        var (lines, number, hash) = (new List<string>(), 0L, AuditEntry.NoHash);
        for (var second = 1; second <= count; second++)
        {
            var entry = new AuditEntry
            {
                Id = Guid.NewGuid(), At = new DateTime(2026, 1, 2, 3, 4, second, DateTimeKind.Utc), Person = "Ada", Role = "surgeon", Action = "answered",
                Pack = "p", Version = "1.0.0", Details = "{\"answers\":[],\"refused\":0}",
            }.Behind(number, hash);
            (number, hash) = (entry.Number, entry.Hash);
            lines.Add(Line(entry));
        }

        return [.. lines];
    }

    private static string Line(AuditEntry entry)
    {
        var line = new ArrayBufferWriter<byte>();
        AuditLine.Write(line, entry);
        return Encoding.UTF8.GetString(line.WrittenSpan).TrimEnd('\n');
    }
}
