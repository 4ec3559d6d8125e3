using System.Text.RegularExpressions;

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
    public async Task The_pack_of_the_authors_guide_passes_as_it_stands_there_and_asks_what_its_draft_leaves_open()
    {
        Follow(File.ReadAllText(Path.Combine(Command.Templates, "README.md")));

        var tested = await laminar.RunAsync("pack", "test", "./skin-punch-biopsy");
        var scanned = await laminar.RunAsync("scan", "--pack", "./skin-punch-biopsy", "skin-punch-biopsy/drafts/forearm-closure-not-stated.txt");

        Assert.Matches(@"^skin-punch-biopsy 1\.0\.0: \d+ passed, 0 failed\s*$", tested.Output);
        Assert.Equal("forearm-closure-not-stated.txt: 1 question", scanned.Lines[0]);
        Assert.Contains("Closure: not stated", scanned.Output, StringComparison.Ordinal);
    }

    /// <summary>Writes the files of the guide: blocks whose first line names one, beside the shared folder.</summary>
    private void Follow(string guide)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Command.Templates, "shared"), "*.yaml", SearchOption.AllDirectories))
        {
            laminar.Write(Path.Combine("shared", Path.GetRelativePath(Path.Combine(Command.Templates, "shared"), file)), File.ReadAllText(file));
        }

        foreach (Match block in Regex.Matches(guide, @"^```(?:yaml)?\n# (?<file>skin-\S+)(?<more> \(continued\))?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            var path = block.Groups["file"].Value;
            var before = block.Groups["more"].Success ? File.ReadAllText(laminar.PathOf(path)) : string.Empty;
            laminar.Write(path, before + block.Groups["text"].Value);
        }
    }

    [Fact]
    public async Task Coverage_names_what_no_example_exercises_with_its_file_and_line_and_exits_with_one()
    {
        var ended = await laminar.RunAsync("pack", "test", "--coverage", TinyPack("drain, zyxwort"));

        Assert.Equal(1, ended.Exit);
        Assert.Equal("tiny/drain.yaml:9:27: No example uses these phrases of \"drain\": \"zyxwort\".", ended.Lines[0]);
        Assert.Equal("tiny 1.0.0: 2 passed, 0 failed, 1 not exercised by any example", ended.Lines[^1]);
    }

    [Fact]
    public async Task A_pack_whose_examples_exercise_all_of_it_exits_with_zero()
    {
        var ended = await laminar.RunAsync("pack", "test", "--coverage", TinyPack("drain"));

        Assert.Equal(0, ended.Exit);
        Assert.Equal(["tiny 1.0.0: 2 passed, 0 failed, 0 not exercised by any example"], ended.Lines);
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

    /// <summary>A pack of one element that needs no vocabulary but its own.</summary>
    private string TinyPack(string words)
    {
        laminar.Write("packs/tiny/drain.yaml", $$"""
            id: drain
            name: Drain
            kind: stated
            severity: recommended
            question: Was a drain left?
            why: The description does not say whether a drain was left.
            source: an invented rule
            terms:
              drain: { words: [{{words}}] }
            reads:
              - { thing: drain }
            phrase: "A drain: {drain}."
            not-done: "No drain was left."
            unable: "Whether a drain was left can't be stated."
            fields:
              drain: { options: [other, not performed, unable to state] }
            examples:
              states: ["A drain was left."]
              leaves-open: ["The skin was closed."]
            """);
        return Path.GetDirectoryName(laminar.Write("packs/tiny/pack.yaml", """
            id: tiny
            version: 1.0.0
            title: A pack for a test
            elements: [drain]
            terms:
              operation-start: { words: [drain] }
              history-start: { words: [drain] }
              closing-step: { words: [drain] }
            """))!;
    }
}
