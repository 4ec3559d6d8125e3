namespace Laminar.Engine.Tests;

/// <summary>What somebody who answers questions has to be told of when a pack's version changes, and what they need not.</summary>
public sealed class PackNewsTests
{
    [Theory]
    [InlineData("guidance.yaml", "Instruments were advanced under {guidance} guidance.", "The instruments were advanced under {guidance} guidance.", "guidance")]
    [InlineData("guidance.yaml", "severity: required", "severity: recommended", "guidance")]
    [InlineData("adjunct.discectomy.yaml", "name: Disc", "name: Discectomy", "adjunct.discectomy adjunct")]
    [InlineData("pack.yaml", "question: Which of these were done, and which were not?", "question: Which of these were done?", "adjunct")]
    public void Wording_and_severity_are_news_and_so_is_the_group_that_asks(string file, string was, string now, string news)
        => Assert.Equal(news, string.Join(' ', PackNews.Between(Shipped.Pack, Changed(file, was, now))));

    [Fact]
    public void What_nobody_is_asked_is_no_news()
        => Assert.Empty(PackNews.Between(Shipped.Pack, Changed("pack.yaml", "version: 1.0.0", "version: 1.1.0\n# A remark.")));

    [Fact]
    public void An_element_that_was_not_there_is_news()
    {
        var without = new PackSource([.. Shipped.Source.Files.Where(f => !f.Path.EndsWith("imaging.planning.yaml", StringComparison.Ordinal) && !f.Path.EndsWith("/note.yaml", StringComparison.Ordinal))
            .Select(f => f with { Text = f.Text.Replace("imaging.planning, ", "", StringComparison.Ordinal) })]);

        Assert.Equal(["imaging.planning"], PackNews.Between(Pack.Compile(without, examples: false), Shipped.Pack));
    }

    private static Pack Changed(string file, string was, string now)
        => Pack.Compile(Shipped.With(file, t => t.Replace(was, now, StringComparison.Ordinal)), examples: false);
}
