using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class StyleTests
{
    private const string Styles =
        "<w:latentStyles><w:lsdException w:name=\"heading 1\"/></w:latentStyles>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Titre3\"><w:name w:val=\"heading 3\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"berschrift2\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Flat\"><w:name w:val=\"Flat\"/><w:basedOn w:val=\"berschrift2\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"Not a heading\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"List\"><w:name w:val=\"List\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Grid\"/><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:vanish/></w:rPr></w:tblStylePr></w:style>";

    private static DraftParagraph Styled(string style, string properties = "", string run = "")
        => Assert.Single(WordFile.WithBody(P(R("x", run), $"<w:pStyle w:val=\"{style}\"/>{properties}")).WithStyles(Styles).Draft().Paragraphs);

    [Theory]
    [InlineData("berschrift2", 2)]
    [InlineData("Titre3", 3)]
    [InlineData("Own", 2)]
    [InlineData("Flat", 0)]
    [InlineData("T", 1)]
    [InlineData("Heading1", 0)]
    [InlineData("Heading7", 7)]
    [InlineData("Grid", 0)]
    public void A_heading_is_told_by_outline_level_or_the_name_of_its_style(string style, int level)
        => Assert.Equal(level, Styled(style).HeadingLevel);

    [Fact]
    public void An_outline_level_of_the_paragraph_comes_first()
        => Assert.Equal(4, Styled("berschrift2", "<w:outlineLvl w:val=\"3\"/>").HeadingLevel);

    [Fact]
    public void Heading_identifiers_count_where_the_file_has_no_styles()
        => Assert.Equal(2, Reading.Paragraph(P(R("x"), "<w:pStyle w:val=\"Heading2\"/>")).HeadingLevel);

    [Theory]
    [InlineData("List", "", true)]
    [InlineData("List", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>", false)]
    [InlineData("T", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>", true)]
    [InlineData("T", "", false)]
    [InlineData("T", "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>", false)]
    [InlineData("List", "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>", true)]
    public void A_list_item_is_told_by_the_paragraph_or_its_style(string style, string properties, bool expected)
        => Assert.Equal(expected, Styled(style, properties).IsListItem);

    [Fact]
    public void A_style_separator_joins_a_heading_with_the_text_on_its_line()
    {
        var heading = P(R("FINDINGS:", "<w:b/>"), "<w:pStyle w:val=\"berschrift2\"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>");
        var draft = WordFile.WithBody(heading + P(R(" stenosis at C5-6.")) + P(R("Next."))).WithStyles(Styles).Draft();
        Assert.Equal(["FINDINGS: stenosis at C5-6.", "Next."], draft.Texts());
        Assert.Equal("FINDINGS:", draft.Paragraphs[0].Span(DraftSpanKind.Bold));
        Assert.Equal(0, draft.Paragraphs[0].HeadingLevel);
    }

    [Theory]
    [InlineData("<w:specVanish/>")]
    [InlineData("<w:vanish/><w:specVanish w:val=\"0\"/>")]
    [InlineData("<w:rPrChange w:id=\"1\"><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:rPrChange>")]
    public void What_is_no_style_separator_joins_nothing(string mark)
        => Assert.Equal(["one", "two"], Reading.Body(P(R("one"), $"<w:rPr>{mark}</w:rPr>") + P(R("two"))));

    [Theory]
    [InlineData("berschrift2", "", true)]
    [InlineData("Own", "", true)]
    [InlineData("berschrift2", "<w:b w:val=\"0\"/>", false)]
    [InlineData("berschrift2", "<w:rStyle w:val=\"Strong\"/>", false)]
    [InlineData("T", "<w:rStyle w:val=\"Strong\"/>", true)]
    [InlineData("Grid", "", false)]
    public void Bold_comes_from_styles_and_two_styles_toggle(string style, string run, bool expected)
        => Assert.Equal(expected, Styled(style, run: run).Spans.Any(static span => span.Kind == DraftSpanKind.Bold));
}
