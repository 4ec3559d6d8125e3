using CsCheck;

namespace Laminar.Engine.Tests;

/// <summary>A sentence is found again by its print, wherever it stands in a paragraph, and no other is.</summary>
public sealed class WordingPrintTests
{
    private static readonly Gen<string> Text = Gen.Char["aB .\t\u00A0\u00C4\u0130"].Array[0, 60].Select(c => new string(c));

    [Fact]
    public void Prints_are_kept_in_documents_and_never_change()
        => Assert.Equal("27-0b5cf74c17656ae5", WordingPrint.Of("No image guidance was used."));

    [Theory]
    [InlineData("No image guidance was used.")]
    [InlineData("Before. No image guidance was used. After.")]
    [InlineData("Before.\tNO  IMAGE\u00A0guidance\nwas used.")]
    public void A_sentence_is_found_in_its_paragraph(string paragraph)
        => Assert.True(WordingPrint.IsIn(WordingPrint.Of(" No image guidance  was used. "), paragraph));

    [Theory]
    [InlineData("")]
    [InlineData("No image guidance was used")]
    [InlineData("No image guidance was ever used.")]
    public void A_sentence_that_is_gone_is_not(string paragraph)
        => Assert.False(WordingPrint.IsIn(WordingPrint.Of("No image guidance was used."), paragraph));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("0-0000000000000000")]
    [InlineData("-1-0000000000000000")]
    [InlineData("99999999999-0000000000000000")]
    [InlineData("3-000000000000000z")]
    [InlineData("3")]
    public void What_is_no_print_stands_nowhere(string print)
        => Assert.False(WordingPrint.IsIn(print, "abc"));

    [Fact]
    public void The_print_of_nothing_stands_nowhere()
        => Assert.False(WordingPrint.IsIn(WordingPrint.Of(" "), "abc"));

    [Fact]
    public void Whatever_stands_in_a_paragraph_is_found_and_nothing_else()
        => Gen.Select(Text, Text, Text).Sample((before, sentence, after) =>
        {
            var print = WordingPrint.Of(sentence);
            var folded = WordingPrint.Fold(sentence);
            Assert.Equal(folded.Length > 0, WordingPrint.IsIn(print, before + " " + sentence + " " + after));
            Assert.Equal(folded.Length > 0 && WordingPrint.Fold(before).Contains(folded, StringComparison.Ordinal), WordingPrint.IsIn(print, before));
        }, iter: 3_000);
}
