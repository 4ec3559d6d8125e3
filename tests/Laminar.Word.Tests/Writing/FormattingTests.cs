using Laminar.Tests.Generated;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>A suggestion looks like its neighbours; an open field is gray.</summary>
public class FormattingTests
{
    private const string Arial = "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/>";
    private const string Gray = "<w:color w:val=\"767676\"/>";

    private static string[] Formats(string body, string words = "prone.", bool ownParagraph = false)
        => [.. Written.Formats(Written.Lawfully(SamplePackage.Of(body), Asking.Behind(words, ownParagraph: ownParagraph))).Take(2)];

    [Fact]
    public void Font_and_size_are_the_neighbours() => Assert.Equal(
        [$"<w:rPr>{Arial}<w:sz w:val=\"24\"/></w:rPr>", $"<w:rPr>{Arial}{Gray}<w:sz w:val=\"24\"/></w:rPr>"],
        Formats(P(R("It lay prone.", $"{Arial}<w:sz w:val=\"24\"/>"))));

    [Fact]
    public void Plain_text_gets_no_formatting() => Assert.Equal(["", $"<w:rPr>{Gray}</w:rPr>"], Formats(P(R("It lay prone."))));

    [Fact]
    public void A_bold_sentence_is_followed_by_bold_words() => Assert.Equal(["<w:rPr><w:b/></w:rPr>", $"<w:rPr><w:b/>{Gray}</w:rPr>"], Formats(P(R("It lay prone.", "<w:b/>"))));

    [Fact]
    public void A_color_is_taken_over_for_words_and_not_for_what_is_open()
        => Assert.Equal(["<w:rPr><w:color w:val=\"FF0000\"/></w:rPr>", $"<w:rPr>{Gray}</w:rPr>"], Formats(P(R("It lay prone.", "<w:color w:val=\"FF0000\"/>"))));

    [Fact]
    public void A_bold_lead_in_gives_its_font_alone()
        => Assert.Equal($"<w:rPr>{Arial}</w:rPr>", Formats(P(R("FINDINGS:", $"{Arial}<w:b/><w:caps/><w:u w:val=\"single\"/>")), "FINDINGS:")[0]);

    [Fact]
    public void A_mark_of_one_word_is_not_taken_over()
        => Assert.Equal("", Formats(P(R("It lay prone.", "<w:strike/><w:highlight w:val=\"yellow\"/><w:vertAlign w:val=\"superscript\"/>")))[0]);

    [Fact]
    public void A_tracked_change_of_the_neighbours_formatting_is_not_taken_over()
        => Assert.Equal("<w:rPr><w:b/></w:rPr>", Formats(P(R("It lay prone.", "<w:b/><w:rPrChange w:id=\"1\" w:author=\"B\"><w:rPr/></w:rPrChange>")))[0]);

    [Fact]
    public void A_link_before_it_does_not_make_it_look_like_one()
        => Assert.Equal("<w:rPr><w:i/></w:rPr>", Formats(P(R("It lay ", "<w:i/>") + $"<w:hyperlink w:anchor=\"_top\">{R("prone.", "<w:rStyle w:val=\"Hyperlink\"/>")}</w:hyperlink>"))[0]);

    [Fact]
    public void Behind_a_heading_it_looks_like_the_text_of_the_section()
    {
        var docx = SamplePackage.Of(P(R("Description", "<w:b/>"), "<w:pStyle w:val=\"Heading1\"/>") + P(R("It lay prone.", Arial), "<w:keepNext/><w:spacing w:after=\"60\"/><w:jc w:val=\"both\"/>") + P(R("End.")));
        var annotated = Written.Lawfully(docx, Asking.At(0));
        Assert.Equal($"<w:rPr>{Arial}</w:rPr>", Written.Formats(annotated)[0]);
        Assert.Matches("^<w:p><w:pPr><w:spacing w:after=\"60\"/><w:jc w:val=\"both\"/><w:rPr><w:ins w:id=\"\\d+\" w:author=\"Laminar\" w:date=\"[^\"]*\"/></w:rPr></w:pPr>⟦", Written.Paragraph(annotated, 1));
    }

    [Fact]
    public void Behind_an_item_of_a_list_it_is_an_item()
    {
        const string Item = "<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        var annotated = Written.Lawfully(SamplePackage.Of(P(R("One"), Item) + P(R("Two"), Item)), Asking.Behind("One"));
        Assert.StartsWith($"<w:p><w:pPr>{Item}<w:rPr><w:ins ", Written.Paragraph(annotated, 1), StringComparison.Ordinal);
        Assert.EndsWith("⟦It was [field].⟧</w:p>", Written.Paragraph(annotated, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_confirmed_sentence_keeps_the_formatting_and_loses_the_gray()
    {
        var docx = SamplePackage.Of(P(R("It lay prone.", $"{Arial}<w:sz w:val=\"24\"/>")));
        var applied = Written.Answered(Written.Annotated(docx, Asking.Behind("prone.")), Asking.Behind("prone."), "one").Bytes;
        Assert.Contains($"<w:r><w:rPr>{Arial}<w:sz w:val=\"24\"/></w:rPr><w:t xml:space=\"preserve\"> It was one.</w:t></w:r></w:ins></w:p>", Written.Body(applied), StringComparison.Ordinal);
    }
}
