using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class ContentControlTests
{
    private const string Placeholder = "<w:tag w:val=\"level\"/><w:showingPlcHdr/>";

    [Fact]
    public void A_filled_control_in_a_line_is_text_with_its_tag()
    {
        var paragraph = Reading.Paragraph(P(R("at ") + Control("<w:tag w:val=\"level\"/>", R("C5") + R("-6")) + R(".")));
        Assert.Equal("at C5-6.", paragraph.Text);
        Assert.Equal([new DraftSpan(DraftSpanKind.ContentControl, 3, 4, "level")], paragraph.Spans);
    }

    [Fact]
    public void A_control_that_shows_its_placeholder_is_a_placeholder()
    {
        var paragraph = Reading.Paragraph(P(R("at ") + Control(Placeholder, R("C5-6")) + R(".")));
        Assert.Equal([new DraftSpan(DraftSpanKind.Placeholder, 3, 4, "level")], paragraph.Spans);
    }

    [Fact]
    public void A_control_around_paragraphs_covers_each_of_them()
    {
        var draft = WordFile.WithBody(Control("<w:tag w:val=\"s\"/>", P(R("one")) + P(R("two"))) + P(R("three"))).Draft();
        Assert.Equal(["one", "two", "three"], draft.Texts());
        Assert.Equal("one", draft.Paragraphs[0].Span(DraftSpanKind.ContentControl));
        Assert.Equal("two", draft.Paragraphs[1].Span(DraftSpanKind.ContentControl));
        Assert.Empty(draft.Paragraphs[2].Spans);
    }

    [Fact]
    public void Controls_around_rows_and_cells_cover_their_paragraphs()
    {
        var draft = WordFile.WithBody(
            $"<w:tbl>{Control("<w:tag w:val=\"row\"/>", Row(P(R("a")), P(R("b"))))}<w:tr>{Control(Placeholder, $"<w:tc>{P(R("c"))}</w:tc>")}</w:tr></w:tbl>").Draft();
        Assert.Equal([new DraftCell(0, 0, 0), new DraftCell(0, 0, 1), new DraftCell(0, 1, 0)], draft.Paragraphs.Select(static paragraph => paragraph.Cell));
        Assert.Equal(["row", "row", "level"], draft.Paragraphs.Select(static paragraph => paragraph.Spans.Single().Tag));
        Assert.Equal(DraftSpanKind.Placeholder, draft.Paragraphs[2].Spans[0].Kind);
    }

    [Fact]
    public void Nested_controls_keep_the_order_of_their_starts()
    {
        var paragraph = Reading.Paragraph(P(Control("<w:tag w:val=\"outer\"/>", R("a") + Control("<w:tag w:val=\"inner\"/>", R("b", "<w:b/>")) + R("c"))));
        Assert.Equal(["outer", "inner", null], paragraph.Spans.Select(static span => span.Tag));
        Assert.Equal([0, 1, 1], paragraph.Spans.Select(static span => span.Start));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void A_placeholder_is_one_however_deep_it_stands(int depth)
    {
        var inner = Control(Placeholder, Control("", R("C5-6")));
        for (var i = 1; i < depth; i++)
        {
            inner = Control("<w:tag w:val=\"outer\"/>", inner);
        }

        Assert.Equal("C5-6", Reading.Paragraph(P(R("at ") + inner + R("."))).Span(DraftSpanKind.Placeholder));
        Assert.Equal("C5-6", Reading.Paragraph(inner.Replace(R("C5-6"), P(R("C5-6")), StringComparison.Ordinal)).Span(DraftSpanKind.Placeholder));
    }

    [Theory]
    [InlineData("comboBox", true)]
    [InlineData("dropDownList", false)]
    public void A_list_says_what_it_offers_and_whether_it_takes_own_words(string kind, bool takesWords)
    {
        var list = $"<w:tag w:val=\"level\"/><w:{kind}><w:listItem w:displayText=\"the left side\" w:value=\"l\"/><w:listItem w:value=\"right\"/></w:{kind}>";

        var field = Reading.Paragraph(P(R("at ") + Control(list, R("left")) + R("."))).Spans.Single().Field!;

        Assert.Equal(["the left side", "right"], field.Options);
        Assert.Equal(takesWords, field.TakesWords);
    }

    [Fact]
    public void A_notes_field_over_several_paragraphs_is_one()
    {
        var draft = WordFile.WithBody(Control("<w:tag w:val=\"laminar:levels\"/>", P(R("one")) + P(R("two")))).Draft();
        Assert.Same(draft.Paragraphs[0].Spans.Single().Field, draft.Paragraphs[1].Spans.Single().Field);
        Assert.NotNull(draft.Paragraphs[0].Spans.Single().Field);
    }

    [Fact]
    public void An_empty_control_leaves_no_span()
        => Assert.Empty(Reading.Paragraph(P(R("a") + Control("<w:tag w:val=\"x\"/>", "") + R("b"))).Spans);
}
