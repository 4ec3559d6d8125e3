using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class BlockTests
{
    private static string Box(string content) => $"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";

    private static string ModernBox(string content, string requires = "wps")
        => $"<w:r><mc:AlternateContent><mc:Choice Requires=\"{requires}\"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>"
            + $"<mc:Fallback>{Box(content)}</mc:Fallback></mc:AlternateContent></w:r>";

    [Fact]
    public void Empty_paragraphs_count()
        => Assert.Equal(["a", "", "", "b"], Reading.Body(P(R("a")) + "<w:p/>" + P("") + P(R("b"))));

    [Fact]
    public void A_table_is_read_where_it_stands_with_its_cells()
    {
        var draft = WordFile.WithBody(P(R("before")) + $"<w:tbl><w:tblPr/>{Row(P(R("Level")), P(R("C5-6 decompressed")))}{Row(P(R("Side")), P(R("left")) + P(R("only")))}</w:tbl>" + P(R("after"))).Draft();
        Assert.Equal(["before", "Level", "C5-6 decompressed", "Side", "left", "only", "after"], draft.Texts());
        Assert.Equal(
            [null, new DraftCell(0, 0, 0), new DraftCell(0, 0, 1), new DraftCell(0, 1, 0), new DraftCell(0, 1, 1), new DraftCell(0, 1, 1), null],
            draft.Paragraphs.Select(static paragraph => paragraph.Cell));
    }

    [Fact]
    public void A_table_in_a_table_has_its_own_number_and_the_outer_cell_goes_on()
    {
        var draft = WordFile.WithBody($"<w:tbl>{Row(P(R("a")) + $"<w:tbl>{Row(P(R("inner")))}</w:tbl>" + P(R("b")), P(R("c")))}</w:tbl>").Draft();
        Assert.Equal(["a", "inner", "b", "c"], draft.Texts());
        Assert.Equal([new DraftCell(0, 0, 0), new DraftCell(1, 0, 0), new DraftCell(0, 0, 0), new DraftCell(0, 0, 1)], draft.Paragraphs.Select(static paragraph => paragraph.Cell!.Value));
    }

    [Fact]
    public void A_text_box_in_two_forms_is_read_once_right_after_its_paragraph()
        => Assert.Equal(["Anchor text.", "The C5-6 interspace was decompressed.", "next"], Reading.Body(
            P(R("Anchor ") + ModernBox(P(R("The C5-6 interspace was decompressed."))) + R("text.")) + P(R("next"))));

    [Fact]
    public void A_choice_that_is_not_understood_gives_way_to_the_fallback()
        => Assert.Equal(["", "box"], Reading.Body(P(ModernBox(P(R("box")), "v"))));

    [Fact]
    public void An_old_text_box_alone_is_read()
        => Assert.Equal(["a", "box one", "box two", "b"], Reading.Body(P(R("a") + Box(P(R("box one")) + P(R("box two")))) + P(R("b"))));

    [Fact]
    public void A_table_in_a_text_box_and_a_box_in_a_cell_are_read()
        => Assert.Equal(["a", "cell", "boxed"], Reading.Body(P(R("a") + Box($"<w:tbl>{Row(P(R("cell") + Box(P(R("boxed")))))}</w:tbl>"))));

    [Fact]
    public void Run_formatting_goes_on_after_a_text_box()
    {
        var run = $"<w:r><w:rPr><w:b/></w:rPr>{T("bold")}<w:pict><v:textbox><w:txbxContent>{P(R("plain"))}</w:txbxContent></v:textbox></w:pict>{T(" still")}</w:r>";
        var paragraphs = WordFile.WithBody(P(run)).Draft().Paragraphs;
        Assert.Equal("bold still", paragraphs[0].Span(DraftSpanKind.Bold));
        Assert.Empty(paragraphs[1].Spans);
    }

    [Fact]
    public void A_body_without_paragraphs_is_one_empty_paragraph()
        => Assert.Equal([""], Reading.Body("<w:sectPr/>"));

    [Fact]
    public void An_alt_chunk_is_reported_once()
    {
        var draft = WordFile.WithBody(P(R("a")) + "<w:altChunk r:id=\"c1\"/><w:altChunk r:id=\"c2\"><w:altChunkPr/></w:altChunk>" + P(R("b"))).Draft();
        Assert.Equal(["a", "b"], draft.Texts());
        Assert.Contains("altChunk", Assert.Single(draft.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_subdocument_is_reported()
        => Assert.Single(WordFile.WithBody(P("<w:subDoc r:id=\"s\"/>")).Draft().Notices);
}
