namespace Laminar.Engine.Tests;

/// <summary>Every blank that stands in a draft, whatever it belongs to and wherever it stands: with one, a draft is not finished.</summary>
public sealed class BlankTests
{
    [Theory]
    [InlineData("The ____ interspace was treated.", "____")]
    [InlineData("Approach from the [left/right].", "[left/right]")]
    [InlineData("The *** was seen, and ___.", "*** ___")]
    [InlineData("PLAN: Return in ____ weeks.", "____")]
    [InlineData("ALLERGIES: ***", "***")]
    [InlineData("Signature: ________", "________")]
    [InlineData("DICTATED BY ____: nobody", "____")]
    [InlineData("A 5_mm * note.", "")]
    public void Blanks_and_option_lists_are_found_in_any_section(string line, string blanks)
        => Assert.Equal(blanks, string.Join(' ', Shipped.Describe(line).Blanks.Select(b => b.Text)));

    [Theory]
    [InlineData(DraftPart.Header, "header")]
    [InlineData(DraftPart.Footer, "footer")]
    [InlineData(DraftPart.Footnote, "footnote")]
    public void Blanks_outside_the_body_say_in_which_part_they_stand(DraftPart part, string name)
    {
        var blank = Assert.Single(Scan(new DraftParagraph("DESCRIPTION OF PROCEDURE:"), new DraftParagraph("Patient ____") { Part = part }).Blanks);

        Assert.Equal((1, name, "placeholder"), (blank.Paragraph, blank.Part, blank.State));
    }

    [Fact]
    public void A_placeholder_is_one_blank_though_it_holds_sentences_and_underscores()
    {
        const string text = "Level: Choose one. Or ____ here.";
        var blank = Assert.Single(Scan(Placeholder(text, 7, text.Length - 7)).Blanks);

        Assert.Equal((7, "Choose one. Or ____ here."), (blank.Start, blank.Text));
    }

    [Fact]
    public void A_placeholder_that_shows_only_white_space_is_a_blank()
    {
        var blank = Assert.Single(Scan(Placeholder("Level: \u2002\u2002\u2002", 7, 3)).Blanks);

        Assert.Equal((7, 3), (blank.Start, blank.Length));
    }

    [Fact]
    public void A_paragraph_that_is_nothing_but_a_blank_field_has_a_blank()
        => Assert.Single(Scan(Placeholder("\u2002\u2002", 0, 2)).Blanks);

    [Fact]
    public void Blanks_stand_in_the_order_of_the_draft_and_each_once()
    {
        var blanks = Scan(Placeholder("Side ____ and Click here and [left/right].", 14, 10), new DraftParagraph("Level ***.")).Blanks;

        Assert.Equal(["____", "Click here", "[left/right]", "***"], blanks.Select(b => b.Text));
    }

    [Fact]
    public void A_complete_draft_has_none()
        => Assert.Empty(OpenDraft.Scan(OpenDraft.Whole).Blanks);

    private static DraftParagraph Placeholder(string text, int start, int length)
        => new(text) { Spans = [new DraftSpan(DraftSpanKind.Placeholder, start, length)] };

    private static ScanResult Scan(params DraftParagraph[] paragraphs) => Shipped.Scan(new Draft("draft.docx", string.Empty, paragraphs, []));
}
