namespace Laminar.Engine.Tests;

/// <summary>The examples that stand in the pack's own files.</summary>
public sealed class PackExampleTests
{
    [Fact]
    public void Every_example_of_the_shipped_pack_comes_out_as_its_file_says()
    {
        var report = PackExamples.Run(Shipped.Pack);

        Assert.True(report.Failures.Count == 0, string.Join('\n', report.Failures));
        Assert.True(report.Passed >= 2 * Shipped.Pack.Elements.Count(e => e.Asked));
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
