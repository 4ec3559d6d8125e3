namespace Laminar.Cli.Tests;

public sealed class PackFilesTests : IDisposable
{
    private const string Id = "percutaneous-interlaminar-decompression";

    private readonly Command laminar = new();

    private static string Shipped { get; } = Path.Combine(Command.Templates, Id);

    public void Dispose() => laminar.Dispose();

    [Fact]
    public async Task A_pack_goes_into_a_zip_and_back_byte_for_byte()
    {
        Assert.Equal(0, (await laminar.RunAsync("pack", "export", Shipped, "-o", "pack.zip")).Exit);
        Assert.Equal(0, (await laminar.RunAsync("pack", "import", "pack.zip", "-o", "templates")).Exit);

        foreach (var folder in new[] { Id, "shared" })
        {
            var files = Directory.GetFiles(Path.Combine(Command.Templates, folder), "*", SearchOption.AllDirectories);
            Assert.Equal(files.Length, Directory.GetFiles(laminar.PathOf($"templates/{folder}"), "*", SearchOption.AllDirectories).Length);
            Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), laminar.Read($"templates/{Path.GetRelativePath(Command.Templates, file)}")));
        }

        Assert.Equal((0, "No difference.\n"), await Diff("pack.zip", "templates/" + Id));
    }

    [Fact]
    public async Task A_difference_is_shown_line_by_line_and_exits_with_one()
    {
        await laminar.RunAsync("pack", "export", Shipped, "-o", "pack.zip");
        await laminar.RunAsync("pack", "import", "pack.zip", "-o", "templates");
        var manifest = laminar.PathOf($"templates/{Id}/pack.yaml");
        laminar.Write($"templates/{Id}/pack.yaml", (await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken)).Replace("version: 1.0.0", "version: 1.0.1", StringComparison.Ordinal));
        laminar.Write($"templates/{Id}/new.dotx", [1, 0]);

        var (exit, output) = await Diff(Shipped, "templates/" + Id);

        Assert.Equal(1, exit);
        Assert.StartsWith($"{Id}/new.dotx: added (no text)\n", output, StringComparison.Ordinal);
        Assert.Contains("@@ 1 1 @@\n id: percutaneous-interlaminar-decompression\n-version: 1.0.0\n+version: 1.0.1\n title:", output, StringComparison.Ordinal);
        Assert.EndsWith("2 files differ.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_writes_over_nothing_unless_it_is_told_to()
    {
        await laminar.RunAsync("pack", "export", Shipped, "-o", "pack.zip");
        laminar.Write("templates/shared/cues.yaml", "mine: true\n");
        laminar.Write($"templates/{Id}/old.yaml", "old: true\n");
        laminar.Write("templates/shared/own.yaml", "own: true\n");

        var refused = await laminar.RunAsync("pack", "import", "pack.zip", "-o", "templates");
        Assert.Equal(2, refused.Exit);
        Assert.Contains("shared/cues.yaml first", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(laminar.PathOf($"templates/{Id}/pack.yaml")));

        Assert.Equal(0, (await laminar.RunAsync("pack", "import", "pack.zip", "-o", "templates", "--replace")).Exit);
        Assert.False(File.Exists(laminar.PathOf($"templates/{Id}/old.yaml")));
        Assert.True(File.Exists(laminar.PathOf("templates/shared/own.yaml")));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Command.Templates, "shared/cues.yaml")), laminar.Read("templates/shared/cues.yaml"));
    }

    [Theory]
    [InlineData("pack.yaml a.yaml", "pack.yaml", "a.yaml")]
    [InlineData("Pack.yaml", "pack.yaml", "")]
    [InlineData("Pack.yaml pack.yaml", "pack.yaml", "Pack.yaml")]
    [InlineData("pack.yaml .gitignore drafts/.DS_Store ~$note.docx", "pack.yaml", "")]
    public void An_import_deletes_what_the_pack_no_longer_holds_and_nothing_that_it_wrote(string found, string written, string stale)
    {
        static string[] Paths(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => $"{Id}/{name}")];

        Assert.Equal(Paths(stale), PackZipCommand.Stale(Paths(found), Paths(written)));
    }

    [Fact]
    public async Task What_a_system_leaves_in_a_folder_is_no_part_of_the_pack()
    {
        laminar.Write("templates/skin/pack.yaml", "id: skin\n");
        foreach (var name in new[] { ".DS_Store", ".git/config", "~$note.docx", "Thumbs.db", "drafts/desktop.ini", "drafts/a.txt" })
        {
            laminar.Write($"templates/skin/{name}", "x");
        }

        await laminar.RunAsync("pack", "export", "templates/skin", "-o", "pack.zip");

        using var zip = System.IO.Compression.ZipFile.OpenRead(laminar.PathOf("pack.zip"));
        Assert.Equal(["skin/drafts/a.txt", "skin/pack.yaml"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task What_could_not_be_opened_again_is_not_put_into_a_zip()
    {
        laminar.Write("templates/skin/pack.yaml", "id: skin\n");
        laminar.Write("templates/skin/large.dotx", new byte[(64 * 1024 * 1024) + 1]);

        var refused = await laminar.RunAsync("pack", "export", "templates/skin", "-o", "pack.zip");

        Assert.Equal(2, refused.Exit);
        Assert.Contains("64 MB, 5,000 files", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(laminar.PathOf("pack.zip")));
    }

    [Fact]
    public async Task A_zip_whose_names_differ_by_capital_letters_alone_is_refused()
    {
        await using (var zip = System.IO.Compression.ZipFile.Open(laminar.PathOf("pack.zip"), System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var name in new[] { "skin/pack.yaml", "skin/elements/site.yaml", "skin/elements/Site.yaml" })
            {
                zip.CreateEntry(name);
            }
        }

        var refused = await laminar.RunAsync("pack", "import", "pack.zip", "-o", "templates");

        Assert.Equal(2, refused.Exit);
        Assert.Contains("capital letters alone", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_pack_is_named_in_one_sentence()
    {
        laminar.Write("not.zip", "text");

        foreach (var path in new[] { "not.zip", "nowhere" })
        {
            var ended = await laminar.RunAsync("pack", "diff", path, Shipped);
            Assert.Equal(2, ended.Exit);
            Assert.StartsWith($"laminar: There is no pack in {path}: ", ended.Errors, StringComparison.Ordinal);
        }
    }

    private async Task<(int Exit, string Output)> Diff(string from, string to)
    {
        var ended = await laminar.RunAsync("pack", "diff", from, to);
        return (ended.Exit, ended.Output);
    }
}
