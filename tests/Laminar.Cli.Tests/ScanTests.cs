using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Cli.Tests;

public sealed class ScanTests : IDisposable
{
    private readonly Command laminar = new();

    public void Dispose() => laminar.Dispose();

    [Fact]
    public async Task Text_shows_the_sentence_with_carets_the_question_and_a_summary()
    {
        var draft = laminar.Write("draft.txt", FictionalDraft.Text);

        var ended = await laminar.RunAsync("scan", draft);

        Assert.Equal(1, ended.Exit);
        Assert.Contains("≠", ended.Output, StringComparison.Ordinal);
        Assert.Contains("   3 │ PROCEDURE PERFORMED: Percutaneous interlaminar laminotomy, left T8-T9.", ended.Output, StringComparison.Ordinal);
        Assert.Matches(@"│ +\^\^\^\^", ended.Output);
        Assert.Contains("elements stated", ended.Lines[^2] + ended.Lines[^1], StringComparison.Ordinal);
        Assert.Empty(ended.Errors);
    }

    [Fact]
    public async Task Text_has_no_colours_where_nobody_looks_and_keeps_to_the_width()
    {
        var draft = laminar.Write("draft.txt", FictionalDraft.Text);

        var ended = await laminar.RunAsync("scan", draft);

        Assert.DoesNotContain('\e', ended.Output);
        Assert.All(ended.Lines.Where(line => line.Contains('│', StringComparison.Ordinal)), line => Assert.True(line.Length <= 90, line));
    }

    [Theory]
    [InlineData("draft.docx")]
    [InlineData("draft.docm")]
    [InlineData("draft.dotx")]
    [InlineData("draft.dotm")]
    [InlineData("draft.xml")]
    [InlineData("draft.txt")]
    public async Task Every_format_gives_the_same_findings(string name)
    {
        var draft = Path.GetExtension(name) switch
        {
            ".txt" => laminar.Write(name, FictionalDraft.Text),
            ".xml" => laminar.Write(name, WordFiles.FlatOpc(FictionalDraft.Paragraphs)),
            var extension => laminar.Write(name, WordFiles.Zip(FictionalDraft.Paragraphs, extension)),
        };

        var ended = await laminar.RunAsync("scan", "--format", "json", draft);

        var result = JsonDocument.Parse(ended.Output).RootElement;
        Assert.Equal(1, ended.Exit);
        Assert.Equal(name, result.GetProperty("document").GetProperty("name").GetString());
        Assert.Contains(Findings(result), finding => finding == ("laterality", "conflict"));
        Assert.Contains(Findings(result), finding => finding.Element == "guidance");
    }

    [Fact]
    public async Task Jsonl_gives_a_line_for_each_file_in_their_order_and_goes_on_past_one_that_cannot_be_read()
    {
        var first = laminar.Write("first.txt", FictionalDraft.Text);
        var half = laminar.Write("half.docx", WordFiles.Zip(FictionalDraft.Paragraphs)[..200]);
        var last = laminar.Write("last.docx", WordFiles.Zip(FictionalDraft.Paragraphs));

        var ended = await laminar.RunAsync("scan", first, half, "nowhere.docx", last, "--format=jsonl");

        var lines = ended.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(2, ended.Exit);
        Assert.Equal(["first.txt", "half.docx", "nowhere.docx", "last.docx"], lines.Select(line => line.GetProperty("document").GetProperty("name").GetString()));
        Assert.Equal([false, true, true, false], lines.Select(line => line.TryGetProperty("error", out _)));
        Assert.Equal("not-found", lines[2].GetProperty("error").GetProperty("code").GetString());
        Assert.All(lines.Where(line => line.TryGetProperty("error", out _)), line => Assert.EndsWith(".", line.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_of_several_files_is_an_array()
    {
        var draft = laminar.Write("draft.txt", FictionalDraft.Text);

        var ended = await laminar.RunAsync("scan", "--format", "json", draft, "nowhere.txt", draft);

        Assert.Equal(3, JsonDocument.Parse(ended.Output).RootElement.GetArrayLength());
        Assert.Equal(2, ended.Exit);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_on_standard_error_and_the_rest_go_on()
    {
        var draft = laminar.Write("draft.txt", FictionalDraft.Text);

        var ended = await laminar.RunAsync("scan", "nowhere.docx", draft);

        Assert.Equal(2, ended.Exit);
        Assert.Equal("laminar: nowhere.docx: There is no such file. (not-found)", ended.Errors.TrimEnd());
        Assert.Contains("1 draft: ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("1 file could not be read", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_draft()
    {
        var ended = await laminar.RunAsync("scan", laminar.Directory);

        Assert.Equal(2, ended.Exit);
        Assert.Contains("This is a folder", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complete_draft_that_ships_with_the_pack_exits_with_zero()
    {
        var draft = Path.Combine(Command.Templates, "percutaneous-interlaminar-decompression", "drafts", "cervical-one-level-complete.txt");

        var ended = await laminar.RunAsync("scan", draft);

        Assert.Equal(0, ended.Exit);
        Assert.StartsWith("cervical-one-level-complete.txt: Nothing required is open", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_name_is_not_found()
    {
        var ended = await laminar.RunAsync("scan", "");

        Assert.Equal(2, ended.Exit);
        Assert.Equal("laminar: \"\": There is no such file. (not-found)", ended.Errors.TrimEnd());
    }

    [Fact]
    public async Task A_device_without_an_end_is_too_large()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no such device here.");

        var ended = await laminar.RunAsync("scan", "/dev/zero");

        Assert.Equal(2, ended.Exit);
        Assert.Contains("(too-large)", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_comes_through_a_pipe_as_from_a_file()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no shell here.");
        laminar.Write("draft.txt", FictionalDraft.Text);

        var ended = await laminar.RunInShellAsync("cat draft.txt | $LAMINAR scan --format json /dev/stdin");

        Assert.Equal(1, ended.Exit);
        Assert.Contains(Findings(JsonDocument.Parse(ended.Output).RootElement), finding => finding == ("laterality", "conflict"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Output_that_cannot_be_written_is_said_and_exits_with_two(string format)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no such device here.");
        laminar.Write("draft.txt", FictionalDraft.Text);

        var ended = await laminar.RunInShellAsync($"$LAMINAR scan --format {format} draft.txt > /dev/full");

        Assert.Equal(2, ended.Exit);
        Assert.Equal("laminar: The output could not be written.", ended.Errors.TrimEnd());
    }

    [Fact]
    public async Task A_reader_that_has_gone_is_no_error()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no shell here.");
        laminar.Write("draft.txt", FictionalDraft.Text);

        var ended = await laminar.RunInShellAsync("$LAMINAR scan draft.txt | true");

        Assert.Empty(ended.Errors);
    }

    [Fact]
    public async Task A_draft_that_is_one_sentence_prints_a_few_lines_of_it()
    {
        var draft = laminar.Write("long.txt", string.Concat(Enumerable.Repeat("left C4-5 interlaminar laminotomy and right C5-6 laminectomy, ", 8000)));

        var ended = await laminar.RunAsync("scan", draft);

        Assert.Empty(ended.Errors);
        Assert.Contains("│ …", ended.Output, StringComparison.Ordinal);
        Assert.True(ended.Lines.Length < 1000, $"{ended.Lines.Length} lines");
    }

    [Fact]
    public async Task Where_the_pack_does_not_apply_the_head_says_so_once_and_not_that_nothing_is_open()
    {
        var draft = Path.Combine(Command.Templates, "percutaneous-interlaminar-decompression", "drafts", "near-miss-lumbar.txt");

        var ended = await laminar.RunAsync("scan", draft, "--pack", "percutaneous-interlaminar-decompression");

        Assert.Equal("near-miss-lumbar.txt: The pack does not apply", ended.Lines[0]);
        Assert.DoesNotContain("The pack does not apply", ended.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing required is open", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_chooses_its_pack_and_whoever_asks_overrules_it()
    {
        var samples = Directory.GetDirectories(Command.Templates).Where(folder => File.Exists(Path.Combine(folder, "pack.yaml"))).Order(StringComparer.Ordinal)
            .Select(folder => (Pack: Path.GetFileName(folder), File: Directory.GetFiles(Path.Combine(folder, "drafts"), "*complete.txt").Order(StringComparer.Ordinal).First())).ToList();

        var chosen = await laminar.RunAsync(["scan", "--format", "jsonl", .. samples.Select(sample => sample.File)]);
        var overruled = await laminar.RunAsync(["scan", "--format", "jsonl", "--pack", samples[0].Pack, .. samples.Select(sample => sample.File)]);

        Assert.True(samples.Count >= 3);
        Assert.Equal(samples.Select(sample => sample.Pack), chosen.Lines.Select(PackOf));
        Assert.All(overruled.Lines, line => Assert.Equal(samples[0].Pack, PackOf(line)));
    }

    [Fact]
    public async Task The_name_of_a_file_cannot_steer_the_terminal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No file may have such a name here.");
        var draft = laminar.Write("a\e[31m\nb.txt", FictionalDraft.Text);

        var ended = await laminar.RunAsync("scan", draft, "no\e]0;such\a.txt");

        Assert.StartsWith("a [31m b.txt: ", ended.Output, StringComparison.Ordinal);
        Assert.StartsWith("laminar: no ]0;such .txt: ", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', ended.Output + ended.Errors);
    }

    private static string? PackOf(string line) => JsonDocument.Parse(line).RootElement.GetProperty("pack").GetProperty("id").GetString();

    private static List<(string? Element, string? Kind)> Findings(JsonElement result) =>
        [.. result.GetProperty("findings").EnumerateArray().Select(finding => (finding.GetProperty("element").GetString(), finding.GetProperty("kind").GetString()))];
}
