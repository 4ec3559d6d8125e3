namespace Laminar.Cli.Tests;

public sealed class PackTestTests : IDisposable
{
    private readonly Command laminar = new();

    public void Dispose() => laminar.Dispose();

    [Fact]
    public async Task The_shipped_packs_pass_their_own_examples()
    {
        foreach (var pack in Directory.GetDirectories(Command.Templates).Where(folder => File.Exists(Path.Combine(folder, "pack.yaml"))))
        {
            var ended = await laminar.RunAsync("pack", "test", pack);

            Assert.True(ended.Exit == 0, ended.Output + ended.Errors);
            Assert.Matches(@"\d+ passed, 0 failed", ended.Output);
        }
    }

    [Fact]
    public async Task Coverage_adds_how_much_no_example_exercises()
    {
        var ended = await laminar.RunAsync("pack", "test", "--coverage", Path.Combine(Command.Templates, "percutaneous-interlaminar-decompression"));

        Assert.True(ended.Exit is 0 or 1, ended.Errors);
        Assert.Matches(@"passed, 0 failed, \d+ not exercised by any example", ended.Output);
    }

    [Fact]
    public async Task An_authors_error_is_shown_with_its_file_and_line_and_no_stack()
    {
        laminar.Write("packs/shared/.keep", "");
        var pack = Path.GetDirectoryName(laminar.Write("packs/broken/pack.yaml", "BROKEN: true\n"))!;

        var ended = await laminar.RunAsync("pack", "test", pack);

        Assert.Equal(1, ended.Exit);
        Assert.Contains("broken/pack.yaml:1:", ended.Output, StringComparison.Ordinal);
        Assert.Contains("no example was run", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors, StringComparison.Ordinal);
    }
}
