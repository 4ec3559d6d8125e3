namespace Laminar.Engine.Tests;

/// <summary>The examples that stand in the packs' files.</summary>
public sealed class PackExampleTests
{
    public static TheoryData<string> Packs { get; } = [.. Shipped.Packs.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_example_of_a_shipped_pack_comes_out_as_its_file_says(string id)
    {
        var pack = Shipped.Packs.Single(p => p.Id == id);
        var report = PackExamples.Run(pack);

        Assert.True(report.Failures.Count == 0, string.Join('\n', report.Failures));
        Assert.True(report.Passed >= 2 * pack.Elements.Count(e => e.Asked));
    }

    [Fact]
    public void An_example_that_fails_is_shown_at_its_line()
    {
        var pack = Pack.Compile(Shipped.With("guidance.yaml", t => t.Replace(
            "The trocar was passed under biplanar fluoroscopy.", "The trocar was passed.", StringComparison.Ordinal)));

        var failure = Assert.Single(PackExamples.Run(pack).Failures);

        Assert.EndsWith("elements/guidance.yaml", failure.File, StringComparison.Ordinal);
        Assert.Contains("The trocar was passed.", failure.Excerpt, StringComparison.Ordinal);
        Assert.Contains("guidance", failure.Message, StringComparison.Ordinal);
    }
}
