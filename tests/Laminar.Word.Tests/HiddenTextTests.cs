using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class HiddenTextTests
{
    private const string Styles =
        "<w:style w:type=\"character\" w:styleId=\"Base\"><w:name w:val=\"Base\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Derived\"><w:name w:val=\"Derived\"/><w:basedOn w:val=\"Base\"/></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Shown\"><w:name w:val=\"Shown\"/><w:basedOn w:val=\"Base\"/><w:rPr><w:vanish w:val=\"false\"/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Secret\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:name w:val=\"Loop\"/><w:basedOn w:val=\"Loop\"/></w:style>";

    private static string Styled(string style) => $"<w:rStyle w:val=\"{style}\"/>";

    [Fact]
    public void A_hidden_run_is_left_out_of_text_and_offsets()
    {
        var paragraph = Reading.Paragraph(P(R("at ") + R("left C5-6 ", "<w:vanish/>") + R("C6-7", "<w:b/>")));
        Assert.Equal("at C6-7", paragraph.Text);
        Assert.Equal("C6-7", paragraph.Span(DraftSpanKind.Bold));
    }

    [Theory]
    [InlineData("<w:vanish w:val=\"0\"/>")]
    [InlineData("<w:vanish w:val=\"false\"/>")]
    [InlineData("<w:vanish w:val=\"off\"/>")]
    [InlineData("<w:webHidden/>")]
    public void What_is_not_hidden_in_print_is_read(string property)
        => Assert.Equal(["shown"], Reading.Body(P(R("shown", property))));

    [Theory]
    [InlineData("Base", "", "")]
    [InlineData("Derived", "", "")]
    [InlineData("Shown", "", "x")]
    [InlineData("Base", "<w:vanish w:val=\"0\"/>", "x")]
    [InlineData("Unknown", "", "x")]
    public void A_character_style_hides_through_what_it_is_based_on_until_it_is_turned_off(string style, string direct, string expected)
        => Assert.Equal([expected], WordFile.WithBody(P(R("x", Styled(style) + direct))).WithStyles(Styles).Texts());

    [Fact]
    public void A_paragraph_style_hides_and_a_run_in_it_can_be_shown()
        => Assert.Equal(["seen"], WordFile.WithBody(P(R("hidden ") + R("seen", "<w:vanish w:val=\"0\"/>"), "<w:pStyle w:val=\"Secret\"/>")).WithStyles(Styles).Texts());

    [Fact]
    public void A_hidden_character_style_in_a_hidden_paragraph_style_toggles_back()
        => Assert.Equal(["x"], WordFile.WithBody(P(R("x", Styled("Base")), "<w:pStyle w:val=\"Secret\"/>")).WithStyles(Styles).Texts());

    [Fact]
    public void Styles_based_on_themselves_end()
        => Assert.Equal(["x"], WordFile.WithBody(P(R("x"), "<w:pStyle w:val=\"Loop\"/>")).WithStyles(Styles).Texts());

    [Fact]
    public void Formatting_before_a_tracked_change_does_not_count()
        => Assert.Equal(["x"], Reading.Body(P("<w:r><w:rPr><w:rPrChange w:id=\"1\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>")));

    [Fact]
    public void A_hidden_paragraph_mark_hides_no_text()
        => Assert.Equal(["one", "two"], Reading.Body(P(R("one"), "<w:rPr><w:vanish/></w:rPr>") + P(R("two"))));

    [Fact]
    public void A_text_box_in_a_hidden_run_is_hidden()
        => Assert.Equal(["a"], Reading.Body(P(R("a") + $"<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox><w:txbxContent>{P(R("box"))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")));
}
