using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class TrackedChangeTests
{
    private const string MarkDeleted = "<w:rPr><w:del w:id=\"9\" w:author=\"A\"/></w:rPr>";

    [Fact]
    public void A_deletion_counts_in_no_text()
        => Assert.Equal(["The cannula was advanced."], Reading.Body(P(R("The cannula was advanced") + Del(" under fluoroscopic guidance") + R("."))));

    [Fact]
    public void An_insertion_is_read_and_known_to_be_pending()
    {
        var paragraph = Reading.Paragraph(P(R("Advanced ") + Ins(R("under ") + R("fluoroscopy")) + R(".")));
        Assert.Equal("Advanced under fluoroscopy.", paragraph.Text);
        Assert.Equal("under fluoroscopy", paragraph.Span(DraftSpanKind.PendingInsertion));
    }

    [Fact]
    public void A_replacement_reads_as_the_new_words()
        => Assert.Equal(["at C6-7."], Reading.Body(P(R("at ") + Del("C5-6") + Ins(R("C6-7")) + R("."))));

    [Fact]
    public void What_was_inserted_and_deleted_again_is_gone()
        => Assert.Equal(["ab"], Reading.Body(P(R("a") + Ins(Del("x")) + R("b"))));

    [Fact]
    public void Moved_text_stands_where_it_was_moved_to()
    {
        var paragraphs = WordFile.WithBody(
            P("<w:moveFromRangeStart w:id=\"1\" w:name=\"m\"/><w:moveFrom w:id=\"2\">" + R("left side.") + "</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>" + R("First."))
            + P("<w:moveTo w:id=\"3\">" + R("left side.") + "</w:moveTo>")).Draft().Paragraphs;
        Assert.Equal("First.", paragraphs[0].Text);
        Assert.Equal("left side.", paragraphs[1].Span(DraftSpanKind.PendingInsertion));
    }

    [Fact]
    public void A_deleted_paragraph_mark_joins_the_two_halves_with_the_format_of_the_second()
    {
        var draft = WordFile.WithBody(
            P(R("Decompression at ", "<w:b/>"), "<w:outlineLvl w:val=\"0\"/>" + MarkDeleted) + P(R("C5-6", "<w:b/>") + R(".")) + P(R("Next."))).Draft();
        Assert.Equal(["Decompression at C5-6.", "Next."], draft.Texts());
        Assert.Equal("Decompression at C5-6", draft.Paragraphs[0].Span(DraftSpanKind.Bold));
        Assert.Equal(0, draft.Paragraphs[0].HeadingLevel);
    }

    [Fact]
    public void A_paragraph_that_is_deleted_whole_is_gone()
        => Assert.Equal(["one", "three"], Reading.Body(P(R("one")) + P(Del("two"), MarkDeleted) + P(R("three"))));

    [Fact]
    public void A_paragraph_that_is_moved_away_whole_is_gone()
        => Assert.Equal(["one", "three"], Reading.Body(
            P(R("one")) + P("<w:moveFrom w:id=\"2\">" + R("two") + "</w:moveFrom>", "<w:rPr><w:moveFrom w:id=\"3\"/></w:rPr>") + P(R("three"))));

    [Fact]
    public void A_deleted_mark_before_a_table_joins_nothing()
        => Assert.Equal(["one", "cell", "after"], Reading.Body(
            P(R("one"), MarkDeleted) + P(Del("gone"), MarkDeleted) + $"<w:tbl>{Row(P(R("cell")))}</w:tbl>" + P(R("after"))));

    [Fact]
    public void A_deleted_mark_at_the_end_of_a_cell_does_not_reach_the_next_cell()
        => Assert.Equal(["one", "two"], Reading.Body($"<w:tbl>{Row(P(R("one"), MarkDeleted), P(R("two")))}</w:tbl>"));

    [Fact]
    public void A_deleted_row_is_left_out_and_not_counted()
    {
        var draft = WordFile.WithBody(
            $"<w:tbl>{Row(P(R("a")))}<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>{P(R("gone"))}</w:tc></w:tr>{Row(P(R("b")))}</w:tbl>").Draft();
        Assert.Equal(["a", "b"], draft.Texts());
        Assert.Equal(new DraftCell(0, 1, 0), draft.Paragraphs[1].Cell);
    }

    [Fact]
    public void A_deleted_cell_is_left_out()
        => Assert.Equal(["b"], Reading.Body($"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr>{P(R("a"))}</w:tc><w:tc>{P(R("b"))}</w:tc></w:tr></w:tbl>"));

    [Fact]
    public void An_inserted_row_is_pending()
    {
        var draft = WordFile.WithBody($"<w:tbl><w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr><w:tc>{P(R("new"))}</w:tc></w:tr>{Row(P(R("old")))}</w:tbl>").Draft();
        Assert.Equal("new", draft.Paragraphs[0].Span(DraftSpanKind.PendingInsertion));
        Assert.Empty(draft.Paragraphs[1].Spans);
    }

    [Fact]
    public void Old_paragraph_properties_of_a_tracked_change_do_not_count()
        => Assert.Equal(0, Reading.Paragraph(P(R("x"), "<w:pPrChange w:id=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>")).HeadingLevel);
}
