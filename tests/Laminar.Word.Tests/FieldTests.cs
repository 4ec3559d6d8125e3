using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class FieldTests
{
    [Fact]
    public void The_result_of_a_field_is_text_and_its_instruction_is_not()
        => Assert.Equal(["Date: 2 May"], Reading.Body(P(R("Date: ") + Field("begin") + Instruction(" DATE \\@ left ") + Field("separate") + R("2 May") + Field("end"))));

    [Fact]
    public void A_field_without_a_result_shows_nothing()
        => Assert.Equal(["ab"], Reading.Body(P(R("a") + Field("begin") + Instruction(" XE x ") + Field("end") + R("b"))));

    [Fact]
    public void A_field_inside_an_instruction_shows_nothing_of_its_own()
        => Assert.Equal(["yes"], Reading.Body(P(
            Field("begin") + Instruction(" IF ") + Field("begin") + Instruction("MERGEFIELD a") + Field("separate") + R("inner") + Field("end") + Instruction("= 1") + Field("separate") + R("yes") + Field("end"))));

    [Fact]
    public void A_simple_field_reads_as_its_result()
        => Assert.Equal(["page 2"], Reading.Body(P(R("page ") + "<w:fldSimple w:instr=\" PAGE \">" + R("2") + "</w:fldSimple>")));

    [Fact]
    public void A_field_reaches_over_paragraphs()
        => Assert.Equal(["", "one", "two", "after"], Reading.Body(
            P(Field("begin") + Instruction("TOC")) + P(Field("separate") + R("one")) + P(R("two") + Field("end")) + P(R("after"))));

    [Fact]
    public void A_field_that_never_ends_hides_nothing()
        => Assert.Equal(["a", "b", "c"], Reading.Body(P(R("a") + Field("begin") + Instruction(" PAGE ")) + P(R("b")) + P(R("c"))));

    [Fact]
    public void A_second_reading_for_such_a_field_costs_no_more_than_one()
    {
        var paragraphs = string.Concat(Enumerable.Repeat(P(R("b")), 99));
        var file = WordFile.WithBody(P(R("a") + Field("begin") + Instruction(" PAGE ")) + paragraphs);
        var limits = ReadLimits.Default with { MaxParagraphs = 100, MaxDecompressedBytes = file.AllParts().Sum(static part => part.Xml.Length) };
        Assert.Equal(100, Reading.Of(file.ToDocx(), limits).Draft!.Paragraphs.Count);
        Assert.Equal("too-many-paragraphs", Reading.Code(file.ToDocx(), limits with { MaxParagraphs = 99 }));
        Assert.Equal(100, Reading.Of(file.ToFlatOpc(), limits with { MaxDecompressedBytes = file.ToFlatOpc().Length }).Draft!.Paragraphs.Count);
    }

    [Fact]
    public void An_end_without_a_beginning_is_ignored()
        => Assert.Equal(["ab"], Reading.Body(P(R("a") + Field("end") + Field("separate") + R("b"))));

    [Theory]
    [InlineData("<w:ffData><w:textInput/></w:ffData>", "FORM")]
    [InlineData("", " FORMTEXT ")]
    public void A_form_field_with_blanks_for_a_result_is_a_placeholder(string data, string instruction)
    {
        var blank = new string('\u2002', 5);
        var paragraph = Reading.Paragraph(P(R("Findings: ") + Field("begin", data) + Instruction(instruction) + Field("separate") + R(blank) + Field("end")));
        Assert.Equal(blank, paragraph.Span(DraftSpanKind.Placeholder));
    }

    [Theory]
    [InlineData(" MACROBUTTON  NoMacro [Click here and type level] ", "")]
    [InlineData(" macrobutton\tNoMacro [Click here and type level]", "")]
    [InlineData(" MACROBUTTON NoMacro [Click here and| type level]", "")]
    [InlineData(" MACRO|BUTTON NoM|acro [Click here and type level]", "")]
    [InlineData(" MACROBUTTON NoMacro another text", "[Click here and type level]")]
    public void A_macro_button_reads_as_its_text_and_is_a_placeholder(string instruction, string result)
    {
        var runs = string.Concat(instruction.Split('|').Select(static piece => Instruction(piece)));
        var field = Field("begin") + runs + (result.Length > 0 ? Field("separate") + R(result) : "") + Field("end");
        var paragraph = Reading.Paragraph(P(R("at ") + field + R(" now")));
        Assert.Equal("at [Click here and type level] now", paragraph.Text);
        Assert.Equal("[Click here and type level]", paragraph.Span(DraftSpanKind.Placeholder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<w:r><w:t>[Level]</w:t></w:r>")]
    public void A_simple_macro_button_is_a_placeholder(string content)
        => Assert.Equal("[Level]", Reading.Paragraph(P(R("at ") + $"<w:fldSimple w:instr=\" MACROBUTTON NoMacro [Level] \">{content}</w:fldSimple>" + R("."))).Span(DraftSpanKind.Placeholder));

    [Fact]
    public void A_macro_button_without_text_or_in_hidden_text_shows_nothing()
        => Assert.Equal(["ab"], Reading.Body(P(
            R("a") + Field("begin") + Instruction("MACROBUTTON NoMacro") + Field("end")
            + Field("begin") + Instruction("MACROBUTTON NoMacro x") + "<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r>" + R("b"))));

    [Fact]
    public void A_filled_form_field_is_text()
        => Assert.Empty(Reading.Paragraph(P(Field("begin") + Instruction(" FORMTEXT ") + Field("separate") + R("C5-6") + Field("end"))).Spans);

    [Fact]
    public void A_blank_simple_form_field_is_a_placeholder()
        => Assert.Equal("  ", Reading.Paragraph(P(R("a") + "<w:fldSimple w:instr=\" FORMTEXT \">" + R("  ") + "</w:fldSimple>" + R("b"))).Span(DraftSpanKind.Placeholder));

    [Fact]
    public void A_form_result_over_two_paragraphs_is_no_placeholder()
        => Assert.All(
            WordFile.WithBody(P(Field("begin") + Instruction("FORMTEXT") + Field("separate") + R(" ")) + P(R(" ") + Field("end"))).Draft().Paragraphs,
            static paragraph => Assert.Empty(paragraph.Spans));

    [Theory]
    [InlineData("<w:checked/>", "\u2612")]
    [InlineData("<w:checked w:val=\"0\"/><w:default/>", "\u2610")]
    [InlineData("<w:default w:val=\"1\"/>", "\u2612")]
    public void An_old_check_box_shows_its_state(string state, string expected)
        => Assert.Equal([expected + " left"], Reading.Body(P(
            Field("begin", $"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>") + Instruction(" FORMCHECKBOX ") + Field("separate") + Field("end") + R(" left"))));

    [Theory]
    [InlineData("<w:result w:val=\"1\"/>", "C6-7", 0)]
    [InlineData("", "C5-6", 1)]
    public void An_old_list_shows_what_was_chosen_and_is_a_placeholder_until_then(string result, string expected, int placeholders)
    {
        var list = $"<w:ffData><w:ddList>{result}<w:listEntry w:val=\"C5-6\"/><w:listEntry w:val=\"C6-7\"/></w:ddList></w:ffData>";
        var paragraph = Reading.Paragraph(P(Field("begin", list) + Instruction(" FORMDROPDOWN ") + Field("end")));
        Assert.Equal(expected, paragraph.Text);
        Assert.Equal(placeholders, paragraph.Spans.Count(static span => span.Kind == DraftSpanKind.Placeholder));
    }
}
