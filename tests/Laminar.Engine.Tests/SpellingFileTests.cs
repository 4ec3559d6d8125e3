namespace Laminar.Engine.Tests;

/// <summary>The words for repairs of form: an author who would have a repair answer a question is refused, with the place.</summary>
public sealed class SpellingFileTests
{
    [Theory]
    [InlineData("laminectomy: [laminectmy]", "\"laminectomy\"")]
    [InlineData("laminotomy: [laminectomy]", "\"laminectomy\"")]
    [InlineData("fluoroscopy: [flouroscopy]", "\"flouroscopy\"")]
    [InlineData("fluoroscopy: [floroscopie]", "\"fluoroscopy\"")]
    [InlineData("left: [lefft]", "\"left\"")]
    [InlineData("thoracic: [thorasic]", "\"thoracic\"")]
    [InlineData("five: [fivve]", "\"five\"")]
    [InlineData("without: [wihtout]", "\"without\"")]
    [InlineData("surgery: [surgry]\n    surgry: [surgy]", "\"surgry\"")]
    [InlineData("surgery: [seperate]", "\"seperate\"")]
    [InlineData("approx: [aprox]", "\"approx\"")]
    [InlineData("surgery: [c5]", "one word")]
    [InlineData("Surgery: [surgry]", "one word")]
    [InlineData("surgery: [a surgry]", "one word")]
    public void A_word_that_could_answer_or_mean_something_else_is_refused_at_its_place(string entry, string named)
    {
        var key = entry[..entry.IndexOf(':', StringComparison.Ordinal)];
        var errors = Refused(t => t.Replace("  words:\n", $"  words:\n    {entry}\n", StringComparison.Ordinal)
            .Replace(key == "surgery" ? "    surgery: [surgury]\n" : "?", string.Empty, StringComparison.Ordinal));

        var error = errors[0];
        Assert.Equal("shared/spelling.yaml", error.File);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains(error.Line + " | ", error.Excerpt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("left")]
    [InlineData("two")]
    [InlineData("not")]
    [InlineData("lamina")]
    public void A_word_that_is_read_for_an_answer_is_no_slip_where_it_stands_twice(string word)
        => Assert.Contains($"\"{word}\"", Assert.Single(Refused(t => t.Replace("twice: [", $"twice: [{word}, ", StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("  twice: [", "  twise: [", "\"twise\"")]
    [InlineData("  leaves:", "  leave:", "\"leave\"")]
    [InlineData(", with: \"A separate incision was made.\" }", " }", "\"with\"")]
    [InlineData("\nexamples:", "\n# examples:\nterms:", "\"examples\"")]
    public void A_file_that_is_not_whole_is_refused(string was, string now, string named)
        => Assert.Contains(Refused(t => t.Replace(was, now, StringComparison.Ordinal)), e => e.Message.Contains(named, StringComparison.Ordinal));

    [Fact]
    public void An_example_that_fails_is_shown_at_its_line()
    {
        var pack = Pack.Compile(Shipped.With("spelling.yaml", t => t.Replace("with: \"A separate incision was made.\"", "with: \"A separate incison was made.\"", StringComparison.Ordinal)));

        var failure = Assert.Single(PackExamples.Run(pack).Failures);

        Assert.Equal("shared/spelling.yaml", failure.File);
        Assert.Contains("A separate incison was made.", failure.Excerpt, StringComparison.Ordinal);
        Assert.Contains("A separate incision was made.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_is_compiled_without_examples_repairs_the_same()
    {
        var draft = Draft.FromText("draft.txt", "The the patinet was draped.");

        Assert.Equal(FormRepairs.Of(draft, Shipped.Pack), FormRepairs.Of(draft, Pack.Compile(Shipped.Source, examples: false)));
    }

    private static IReadOnlyList<PackError> Refused(Func<string, string> change)
        => Assert.Throws<PackException>(() => Pack.Compile(Shipped.With("spelling.yaml", change))).Errors;
}
