using Laminar.Tests.Generated;
using Laminar.Tests.Laws;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>The second reader, on the few cases where accepting and rejecting are easily mixed up.</summary>
public class WordTextTests
{
    private const string InsertedMark = "<w:rPr><w:ins w:id=\"8\" w:author=\"A\"/></w:rPr>";
    private const string DeletedMark = "<w:rPr><w:del w:id=\"9\" w:author=\"A\"/></w:rPr>";

    private static void Reads(string body, string[] rejected, string[] accepted)
    {
        var docx = SamplePackage.Of(body);
        Assert.Equal(rejected, WordText.Rejected(docx).Texts);
        Assert.Equal(accepted, WordText.Accepted(docx).Texts);
    }

    [Fact]
    public void Insertions_and_deletions() => Reads(P(R("at ") + Del("C5") + Ins(R("C6")) + R(".")), ["at C5."], ["at C6."]);

    [Fact]
    public void What_was_inserted_and_deleted_again_is_in_neither() => Reads(P(R("a") + Ins(Del("x")) + R("b")), ["ab"], ["ab"]);

    [Fact]
    public void Moves() => Reads(
        P("<w:moveFrom w:id=\"2\" w:author=\"A\">" + R("left") + "</w:moveFrom>" + R("1")) + P(R("2") + "<w:moveTo w:id=\"3\" w:author=\"A\">" + R("left") + "</w:moveTo>"), ["left1", "2"], ["1", "2left"]);

    [Fact]
    public void Marks() => Reads(P(R("a"), InsertedMark) + P(R("b"), DeletedMark) + P(R("c")), ["ab", "c"], ["a", "bc"]);

    [Fact]
    public void Joined_paragraphs_in_a_row() => Reads(P(R("a"), DeletedMark) + P(Del("b"), DeletedMark) + P(R("c")), ["a", "b", "c"], ["ac"]);

    [Fact]
    public void The_joined_paragraph_has_the_format_of_the_second()
    {
        var docx = SamplePackage.Of(P(R("a"), "<w:jc w:val=\"left\"/>" + DeletedMark) + P(R("b"), "<w:jc w:val=\"right\"/>"));
        Assert.Contains("right", Assert.Single(WordText.Accepted(docx).Paragraphs).Properties, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_inserted() => Reads(
        $"<w:tbl><w:tr>{Cell("a")}</w:tr><w:tr><w:trPr><w:ins w:id=\"4\" w:author=\"A\"/></w:trPr>{Cell("b")}</w:tr></w:tbl>" + P(R("c")), ["a", "c"], ["a", "b", "c"]);

    [Fact]
    public void Changed_formatting()
    {
        var docx = SamplePackage.Of(P(R("a", "<w:b/><w:rPrChange w:id=\"5\" w:author=\"A\"><w:rPr><w:i/></w:rPr></w:rPrChange>")));
        Assert.Equal("<w:rPr><w:i></i></rPr>", Format(WordText.Rejected(docx)));
        Assert.Equal("<w:rPr><w:b></b></rPr>", Format(WordText.Accepted(docx)));
    }

    [Fact]
    public void White_space_at_the_ends_counts_only_where_it_is_kept()
        => Reads(P($"<w:r><w:t>\n a b\n</w:t></w:r><w:r><w:t xml:space=\"preserve\"> c </w:t></w:r>"), ["a b c "], ["a b c "]);

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
        => Reads(P(R("a") + IdStamp.Stamp(TextBox.Around(P(R("box")))) + R("b")), ["ab", "box"], ["ab", "box"]);

    private static string Cell(string text) => $"<w:tc>{P(R(text))}</w:tc>";

    private static string Format(WordText text) => text.Paragraphs[0].Characters[0].Format;
}
