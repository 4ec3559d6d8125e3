using Laminar.Hosts;

namespace Laminar.Engine.Tests;

/// <summary>What an author wrote and no example exercises.</summary>
public sealed class PackCoverageTests
{
    [Fact]
    public void A_term_that_no_example_uses_is_named_at_its_place()
    {
        var gap = New("vocabulary.yaml", t => t + "\n  brand-new: { words: [zymurgy] }\n");

        Assert.Equal("No example uses \"brand-new\".", gap.Message);
        Assert.Contains("brand-new: { words: [zymurgy] }", gap.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_that_no_example_uses_is_named_beside_those_that_are_used()
        => Assert.Contains("\"zymurgy\"", New("vocabulary.yaml", t => t + "\n  brand-new: { words: [lamina, zymurgy] }\n").Message, StringComparison.Ordinal);

    [Fact]
    public void A_reading_that_reads_no_example_of_its_element_is_named()
    {
        var gap = New("guidance.yaml", t => t.Replace("reads:\n", "reads:\n  - { thing: dens-word, value: ct, with: [blood-loss-word] } # zymurgy\n", StringComparison.Ordinal));

        Assert.Equal("No example of \"guidance\" is read by this.", gap.Message);
    }

    [Fact]
    public void An_option_whose_phrase_is_not_read_as_an_answer_is_named()
    {
        var gap = New("guidance.yaml", t => t.Replace("options: [", "options: [zymurgy, ", StringComparison.Ordinal));

        Assert.Contains("\"zymurgy\" is not read as an answer", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_under_which_no_example_stands_is_named()
        => Assert.Contains("\"zymurgy\"", New("shared/sections.yaml", t => t.Replace("headings: [description of procedure, ", "headings: [description of procedure, zymurgy, ", StringComparison.Ordinal)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_option_of_every_shipped_pack_is_read_as_an_answer()
        => Assert.All(Shipped.Packs, pack => Assert.DoesNotContain(
            PackExamples.Coverage(pack, PackFolder.Read(Path.Combine(Shipped.Templates, pack.Id))), gap => gap.Message.Contains("not read as an answer", StringComparison.Ordinal)));

    [Fact]
    public void A_shared_element_that_the_pack_does_not_list_is_no_gap()
        => Assert.DoesNotContain(PackExamples.Coverage(Shipped.Packs[2], PackFolder.Read(Path.Combine(Shipped.Templates, Shipped.Packs[2].Id))), gap => gap.File == "shared/elements/access.yaml");

    [Fact]
    public void Every_gap_has_a_place_and_one_sentence()
        => Assert.All(PackExamples.Coverage(Shipped.Pack, Shipped.Source), gap =>
        {
            Assert.Contains(Shipped.Source.Files, f => f.Path == gap.File);
            Assert.True(gap.Line > 0 && gap.Column > 0);
            Assert.EndsWith(".", gap.Message, StringComparison.Ordinal);
        });

    /// <summary>The gap that a change of the pack adds, which always brings the same odd word, and that speaks of it.</summary>
    private static PackError New(string file, Func<string, string> change)
    {
        var source = Shipped.With(file, change);
        return PackExamples.Coverage(Pack.Compile(source), source).First(g => IsMarked(g));
    }
    private static bool IsMarked(PackError gap)
        => gap.Excerpt.Split('\n').Any(l => l.StartsWith($"{gap.Line,5} |", StringComparison.Ordinal) && l.Contains("zymurgy", StringComparison.Ordinal));
}
