using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>Deleted text is kept beside the draft's for whoever shows it, and for nobody else.</summary>
public class DeletedTextTests
{
    private static DraftParagraph Paragraph(string body, bool shows = true)
        => DraftReader.Read(WordFile.WithBody(body).ToDocx(), "draft.docx", ReadLimits.Default, new ReadOptions { ShowsDeleted = shows }, TestContext.Current.CancellationToken).Draft!.Paragraphs[0];

    [Fact]
    public void It_has_its_place_in_the_text()
    {
        var paragraph = Paragraph(P(R("at ") + Del("C5-6") + Ins(R("C6-7")) + Del(" and") + R(".")));
        Assert.Equal("at C6-7.", paragraph.Text);
        Assert.Equal([new DeletedText(3, "C5-6"), new DeletedText(7, " and")], paragraph.Deleted);
    }

    [Fact]
    public void Nobody_who_has_not_asked_gets_it() => Assert.Empty(Paragraph(P(R("a") + Del("b")), shows: false).Deleted);

    [Fact]
    public void Tabs_and_breaks_are_characters_and_hidden_text_is_none() => Assert.Equal(
        [new DeletedText(0, "a\t\nb")],
        Paragraph(P("<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>a</w:delText><w:tab/><w:br/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:delText>x</w:delText></w:r><w:r><w:delText>b</w:delText></w:r></w:del>" + R("c"))).Deleted);

    [Fact]
    public void That_of_a_paragraph_that_is_gone_stands_before_the_next()
        => Assert.Equal([new DeletedText(0, "two")], Paragraph(P(Del("two"), "<w:rPr><w:del w:id=\"9\" w:author=\"A\"/></w:rPr>") + P(R("three"))).Deleted);
}
