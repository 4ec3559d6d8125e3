using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class RunTests
{
    [Fact]
    public void Runs_split_anywhere_are_one_text()
        => Assert.Equal(["Under fluoroscopic view."], Reading.Body(P(
            R("Under fluo", "<w:b/>") + "<w:proofErr w:type=\"spellStart\"/>" + R("rosco") + "<w:bookmarkStart w:id=\"0\" w:name=\"x\"/>" + R("pic", "<w:i/>") + R(" view."))));

    [Fact]
    public void A_non_breaking_hyphen_reads_as_a_hyphen()
        => Assert.Equal(["at C5-C6."], Reading.Body(P(R("at C5") + "<w:r><w:noBreakHyphen/></w:r>" + R("C6."))));

    [Theory]
    [InlineData("C5\u2011C6")]
    [InlineData("C5\u2013C6")]
    public void Hyphens_and_dashes_that_are_typed_stay_what_they_are(string text)
        => Assert.Equal([text], Reading.Body(P(R(text))));

    [Fact]
    public void A_soft_hyphen_is_nothing_as_element_and_as_character()
        => Assert.Equal(["C5C6 decompression"], Reading.Body(P(R("C5") + "<w:r><w:softHyphen/></w:r>" + R("C6 decom\u00ADpres\u00ADsion"))));

    [Fact]
    public void Tabs_and_breaks_are_one_character_each()
        => Assert.Equal(["A left\tC5-6\nlami\nno\ttomy\n"], Reading.Body(P(
            R("A left") + "<w:r><w:tab/><w:t>C5-6</w:t><w:br/><w:t>lami</w:t><w:cr/><w:t>no</w:t><w:ptab/><w:t>tomy</w:t><w:br w:type=\"page\"/></w:r>")));

    [Fact]
    public void A_tab_stop_in_the_paragraph_properties_is_no_text()
        => Assert.Equal(["x"], Reading.Body(P(R("x"), "<w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs>")));

    [Fact]
    public void Space_at_the_ends_of_a_text_counts_only_where_it_is_preserved()
        => Assert.Equal(["a b c"], Reading.Body("<w:p><w:r><w:t>\n  a</w:t></w:r><w:r><w:t xml:space=\"preserve\"> b </w:t></w:r><w:r><w:t> c </w:t></w:r></w:p>"));

    [Fact]
    public void A_line_end_inside_a_text_is_a_space()
        => Assert.Equal(["one two"], Reading.Body(P("<w:r><w:t>one\ntwo</w:t></w:r>")));

    [Fact]
    public void Character_references_and_cdata_are_read()
        => Assert.Equal(["a & b <c>"], Reading.Body(P("<w:r><w:t>a &#x26; b <![CDATA[<c>]]></w:t></w:r>")));

    [Theory]
    [InlineData("Symbol", "F0B0", "\u00B0")]
    [InlineData("Symbol", "B3", "\u2265")]
    [InlineData("Symbol", "F02D", "-")]
    [InlineData("Symbol", "F06D", "\u03BC")]
    [InlineData("Wingdings", "F0FE", "\u2611")]
    [InlineData("Wingdings", "F0A8", "\u2610")]
    [InlineData("Wingdings", "F04A", "\u2022")]
    [InlineData("Wingdings 2", "F050", "\u2713")]
    [InlineData("Arial", "F041", "A")]
    [InlineData("arial", "0041", "A")]
    [InlineData("MS Gothic", "2612", "\u2612")]
    [InlineData("Vendor Signs", "F033", "\u2022")]
    [InlineData("Vendor Signs", "33", "\u2022")]
    [InlineData("Vendor Signs", "E133", "\u2022")]
    [InlineData("Vendor Signs", "F020", " ")]
    [InlineData("Vendor Signs", "2265", "\u2265")]
    [InlineData("", "F033", "\u2022")]
    [InlineData("Arial", "D800", "")]
    [InlineData("Arial", "zz", "")]
    public void A_symbol_is_the_character_that_a_reader_sees(string font, string code, string expected)
        => Assert.Equal([$"<{expected}>".Replace("<", "[", StringComparison.Ordinal).Replace(">", "]", StringComparison.Ordinal)],
            Reading.Body(P(R("[") + $"<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>" + R("]"))));

    [Fact]
    public void A_hyperlink_reads_as_its_text()
        => Assert.Equal(["see the film here"], Reading.Body(P(R("see ") + "<w:hyperlink r:id=\"rId9\">" + R("the film") + "</w:hyperlink>" + R(" here"))));

    [Fact]
    public void Smart_tags_custom_xml_and_direction_are_read_through()
        => Assert.Equal(["C5-C6"], Reading.Body(P(
            "<w:smartTag w:element=\"x\"><w:smartTagPr/>" + R("C5") + "</w:smartTag><w:customXml w:element=\"y\">" + R("-") + "</w:customXml><w:bdo w:val=\"ltr\">" + R("C6") + "</w:bdo>")));

    [Fact]
    public void Of_ruby_text_only_the_base_is_read()
        => Assert.Equal(["base text"], Reading.Body(P("<w:r><w:ruby><w:rubyPr/><w:rt>" + R("above") + "</w:rt><w:rubyBase>" + R("base") + "</w:rubyBase></w:ruby></w:r>" + R(" text"))));

    [Fact]
    public void The_text_of_a_formula_is_read()
        => Assert.Equal(["angle x=30 degrees"], Reading.Body(P(R("angle ") + "<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>30</m:t></m:r></m:num></m:f></m:oMath>" + R(" degrees"))));

    [Fact]
    public void A_comment_and_its_marks_are_no_text()
        => Assert.Equal(["Advanced."], WordFile.WithBody(P(
                "<w:commentRangeStart w:id=\"0\"/>" + R("Advanced.") + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"))
            .With("comments", "comments.xml", $"<w:comments {WordFile.Namespaces}><w:comment w:id=\"0\">{P(R("left C5-6"))}</w:comment></w:comments>").Texts());

    [Fact]
    public void Bold_runs_next_to_each_other_are_one_span()
    {
        var paragraph = Reading.Paragraph(P(R("FIND", "<w:b/>") + R("INGS:", "<w:b w:val=\"true\"/>") + R(" None", "<w:b w:val=\"0\"/>") + R(".")));
        Assert.Equal("FINDINGS:", paragraph.Span(DraftSpanKind.Bold));
    }
}
