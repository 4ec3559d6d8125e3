using Laminar.Tests;

namespace Laminar.Cli.Tests;

/// <summary>Where the commands write: never over the draft unasked, whole or not at all.</summary>
public sealed class OutputFileTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    private static readonly byte[] Draft = WordFiles.Zip(FictionalDraft.Paragraphs);

    private readonly Command laminar = new();

    public OutputFileTests() => laminar.Write("draft.docx", Draft);

    public void Dispose() => laminar.Dispose();

    [Theory]
    [InlineData("draft.docx")]
    [InlineData("./folder/../draft.docx")]
    [InlineData("link.docx")]
    [InlineData("link-to-link.docx")]
    [InlineData("here/draft.docx")]
    [InlineData("here/link.docx")]
    public async Task The_draft_itself_is_never_the_output_by_whatever_name(string output)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own here.");
        File.CreateSymbolicLink(laminar.PathOf("link.docx"), "draft.docx");
        File.CreateSymbolicLink(laminar.PathOf("link-to-link.docx"), laminar.PathOf("link.docx"));
        Directory.CreateSymbolicLink(laminar.PathOf("here"), laminar.Directory);

        foreach (var draft in new[] { "draft.docx", laminar.PathOf("draft.docx"), "link.docx", "here/draft.docx" })
        {
            AssertRefused(await laminar.RunAsync("annotate", draft, "-o", output), "The output is the draft itself");
        }

        Assert.Equal(Draft, laminar.Read("draft.docx"));
    }

    [Fact]
    public async Task Another_name_of_the_same_file_becomes_a_file_of_its_own()
    {
        Assert.SkipUnless(File.Exists("/bin/ln"), "There is no such command here.");

        var ended = await laminar.RunInShellAsync("ln draft.docx other.docx && $LAMINAR annotate draft.docx -o other.docx");

        Assert.Equal(0, ended.Exit);
        Assert.Equal(Draft, laminar.Read("draft.docx"));
        Assert.NotEqual(Draft, laminar.Read("other.docx"));
    }

    [Fact]
    public async Task A_link_to_another_file_goes_on_leading_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own here.");
        laminar.Write("far.docx", "old");
        File.CreateSymbolicLink(laminar.PathOf("near.docx"), "far.docx");

        Assert.Equal(0, (await laminar.RunAsync("annotate", "draft.docx", "-o", "near.docx")).Exit);

        Assert.Equal("far.docx", new FileInfo(laminar.PathOf("near.docx")).LinkTarget);
        Assert.Contains("laminar:", WrittenFiles.Document(laminar.Read("far.docx")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_place_keeps_a_backup_each_time()
    {
        await laminar.RunAsync("annotate", "draft.docx", "--in-place");
        var annotated = laminar.Read("draft.docx");
        await laminar.RunAsync("clear", "draft.docx", "--in-place");
        await laminar.RunAsync("annotate", "draft.docx", "--in-place", "--as", "questions");

        Assert.Equal(Draft, laminar.Read("draft.docx.bak"));
        Assert.Equal(annotated, laminar.Read("draft.docx.2.bak"));
        Assert.Equal(["draft.docx", "draft.docx.2.bak", "draft.docx.3.bak", "draft.docx.bak"], Files());
    }

    [Fact]
    public async Task In_place_keeps_who_may_read_it_and_the_link_that_leads_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no such modes here.");
        Directory.CreateDirectory(laminar.PathOf("links"));
        File.CreateSymbolicLink(laminar.PathOf("links/draft.docx"), "../draft.docx");
        laminar.SetMode("draft.docx", Private);

        Assert.Equal(0, (await laminar.RunAsync("annotate", "links/draft.docx", "--in-place")).Exit);

        Assert.Equal(Private, laminar.ModeOf("draft.docx"));
        Assert.Equal(Private, laminar.ModeOf("draft.docx.bak"));
        Assert.NotEqual(Draft, laminar.Read("draft.docx"));
        Assert.Equal("../draft.docx", new FileInfo(laminar.PathOf("links/draft.docx")).LinkTarget);
        Assert.Equal(["draft.docx", "draft.docx.bak"], Files());
    }

    [Theory]
    [InlineData("022", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    [InlineData("077", UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    public async Task A_new_file_is_as_open_as_the_system_makes_new_files(string mask, UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no such modes here.");

        await laminar.RunInShellAsync($"umask {mask}; $LAMINAR annotate draft.docx -o out.docx");

        Assert.Equal(mode, laminar.ModeOf("out.docx"));
    }

    [Fact]
    public async Task A_file_that_is_written_over_keeps_its_mode_and_gets_no_backup()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no such modes here.");
        laminar.Write("out.docx", "old");
        laminar.SetMode("out.docx", Private);

        Assert.Equal(0, (await laminar.RunAsync("annotate", "draft.docx", "-o", "out.docx")).Exit);

        Assert.Equal(Private, laminar.ModeOf("out.docx"));
        Assert.Equal(["draft.docx", "out.docx"], Files());
    }

    [Fact]
    public async Task A_missing_folder_is_said_and_not_made()
    {
        AssertRefused(await laminar.RunAsync("annotate", "draft.docx", "-o", "nowhere/out.docx"), "its folder does not exist");

        Assert.False(Directory.Exists(laminar.PathOf("nowhere")));
    }

    [Fact]
    public async Task A_folder_of_that_name_stays_a_folder()
    {
        Directory.CreateDirectory(laminar.PathOf("out.docx"));

        AssertRefused(await laminar.RunAsync("annotate", "draft.docx", "-o", "out.docx"), "a folder has that name");

        Assert.Equal(["draft.docx"], Files());
    }

    [Fact]
    public async Task A_folder_that_nobody_may_write_to_is_said()
    {
        // Even an administrator can't make files there.
        Assert.SkipUnless(Directory.Exists("/proc"), "There is no such folder here.");

        AssertRefused(await laminar.RunAsync("annotate", "draft.docx", "-o", "/proc/out.docx"), "/proc/out.docx could not be written");
    }

    [Theory]
    [InlineData("-o out.docx")]
    [InlineData("--in-place")]
    public async Task A_write_that_fails_leaves_the_target_and_no_other_file(string where)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The shell sets no such limit here.");
        laminar.Write("draft.docx", [.. WordFiles.Zip([.. FictionalDraft.Paragraphs, Noise(40_000)])]);
        laminar.Write("out.docx", "old");
        var before = laminar.Read("draft.docx");

        // No file may grow beyond 16 blocks of 512 bytes. The runtime itself maps a larger one unless it is told not to.
        var ended = await laminar.RunInShellAsync($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 16; $LAMINAR annotate draft.docx {where}");

        AssertRefused(ended, "could not be written, and nothing was changed: the disk does not take it");
        Assert.Equal("old", File.ReadAllText(laminar.PathOf("out.docx")));
        Assert.Equal(before, laminar.Read("draft.docx"));
        Assert.Equal(["draft.docx", "out.docx"], Files());
    }

    [Theory]
    [InlineData(".docm", "out.docx")]
    [InlineData(".docx", "out.docm")]
    [InlineData(".dotm", "out.docm")]
    [InlineData(".docx", "out")]
    [InlineData(".docx", "out.doc")]
    public async Task A_name_that_says_another_kind_is_refused(string extension, string output)
    {
        laminar.Write($"other{extension}", WordFiles.Zip(FictionalDraft.Paragraphs, extension));

        AssertRefused(await laminar.RunAsync("annotate", $"other{extension}", "-o", output), $"of the kind {extension};");

        Assert.False(File.Exists(laminar.PathOf(output)));
    }

    [Theory]
    [InlineData("draft.txt")]
    [InlineData("draft.xml")]
    public async Task What_becomes_a_Word_file_on_the_way_is_not_written_in_place(string name)
    {
        var bytes = name.EndsWith("txt", StringComparison.Ordinal) ? "PROCEDURE: nothing yet."u8.ToArray() : WordFiles.FlatOpc(FictionalDraft.Paragraphs);
        laminar.Write(name, bytes);

        AssertRefused(await laminar.RunAsync("annotate", name, "--in-place"), "can't take this draft's name");

        Assert.Equal(bytes, laminar.Read(name));
    }

    [Fact]
    public async Task A_file_whose_name_begins_with_a_dash_is_named_behind_two()
    {
        laminar.Write("-o.docx", Draft);

        var ended = await laminar.RunAsync("clear", "-o", "out.docx", "--", "-o.docx");

        Assert.Equal(0, ended.Exit);
        Assert.Equal(Draft, laminar.Read("out.docx"));
    }

    private static void AssertRefused(Ended ended, string named)
    {
        Assert.Equal((2, ""), (ended.Exit, ended.Output));
        Assert.Contains(named, ended.Errors, StringComparison.Ordinal);
        Assert.StartsWith("laminar: ", ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.TrimEnd().Split('\n'));
    }

    /// <summary>Text that no compression makes small.</summary>
    private static string Noise(int letters)
    {
        var random = new Random(1);
        return string.Concat(Enumerable.Range(0, letters).Select(_ => (char)random.Next('a', 'z')));
    }

    private IEnumerable<string?> Files() => Directory.EnumerateFiles(laminar.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
