namespace Laminar.Engine.Tests;

/// <summary>How answers become a sentence.</summary>
public sealed class WordingTests
{
    private static readonly Suggestion Guidance = new(
        "Instruments were advanced under {guidance} guidance.", [Field("guidance")], "No image guidance was used.", "Which image guidance was used can't be stated.");

    private static readonly Suggestion BloodLoss = new("Blood loss: {amount}.", [Field("amount")], "Blood loss: none.", "Blood loss: unable to state.");

    private static readonly Suggestion Group = new("Disc: {disc}. Facet: {facet}.", [Field("disc"), Field("facet")]);

    [Theory]
    [InlineData("CT", "Instruments were advanced under CT guidance.")]
    [InlineData("  biplanar\n fluoroscopic ", "Instruments were advanced under biplanar fluoroscopic guidance.")]
    [InlineData("none used", "No image guidance was used.")]
    [InlineData("not performed", "No image guidance was used.")]
    [InlineData("None", "No image guidance was used.")]
    [InlineData("unable to state", "Which image guidance was used can't be stated.")]
    public void An_answer_is_put_into_its_field_or_stands_as_a_sentence_of_its_own(string answer, string sentence)
        => Assert.Equal(sentence, Wording.Of(Guidance, new Dictionary<string, string> { ["guidance"] = answer }));

    [Theory]
    [InlineData("10 mL.")]
    [InlineData("10 mL ...")]
    [InlineData("10 mL . ")]
    public void Own_words_bring_no_second_period(string answer)
        => Assert.Equal("Blood loss: 10 mL.", Wording.Of(BloodLoss, new Dictionary<string, string> { ["amount"] = answer }));

    [Fact]
    public void Braces_in_own_words_are_words()
        => Assert.Equal("Disc: {facet}. Facet: kept.", Wording.Of(Group, new Dictionary<string, string> { ["disc"] = "{facet}", ["facet"] = "kept" }));

    [Fact]
    public void Every_field_of_a_group_is_filled_as_it_is_answered()
        => Assert.Equal("Disc: not performed. Facet: unable to state.", Wording.Of(Group, new Dictionary<string, string> { ["disc"] = "not performed", ["facet"] = "unable to state" }));

    [Theory]
    [InlineData("other")]
    [InlineData("Other ")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("____")]
    [InlineData(".")]
    public void A_field_without_an_answer_is_named(string answer)
    {
        Assert.False(Wording.TryWrite(Group, new Dictionary<string, string> { ["disc"] = "left", ["facet"] = answer }, out var sentence, out var open));
        Assert.Null(sentence);
        Assert.Equal("facet", open);
    }

    [Fact]
    public void A_field_that_nobody_answered_is_refused_without_a_word_of_the_draft()
    {
        var refused = Assert.Throws<ArgumentException>(() => Wording.Of(Group, new Dictionary<string, string> { ["facet"] = "zymurgy" }));

        Assert.Contains("\"disc\"", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("zymurgy", refused.Message, StringComparison.Ordinal);
    }

    private static SuggestionField Field(string name) => new(name, [], null, null);
}
