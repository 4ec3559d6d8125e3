using Laminar.Engine;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class AroundTheBodyTests
{
    private static string Header(string text) => $"<w:hdr {WordFile.Namespaces}>{P(R(text))}</w:hdr>";

    private static string Footer(string text) => $"<w:ftr {WordFile.Namespaces}>{P(R(text))}</w:ftr>";

    private static string Reference(string kind, string id) => $"<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>";

    private static (string Text, DraftPart Part)[] PartsOf(WordFile file) => [.. file.Draft().Paragraphs.Select(static paragraph => (paragraph.Text, paragraph.Part))];

    [Fact]
    public void Headers_footers_and_notes_follow_the_body_and_say_what_they_are()
        => Assert.Equal(
            [("body", DraftPart.Body), ("head", DraftPart.Header), ("foot", DraftPart.Footer), ("note", DraftPart.Footnote), ("end", DraftPart.Endnote)],
            PartsOf(WordFile.WithBody(P(R("body") + Reference("footnote", "2") + Reference("endnote", "2"))
                    + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/><w:footerReference w:type=\"default\" r:id=\"f\"/></w:sectPr>")
                .WithNotes("endnote", $"<w:endnote w:id=\"2\">{P(R("end"))}</w:endnote>")
                .WithNotes("footnote", $"<w:footnote w:id=\"2\">{P(R("note"))}</w:footnote>")
                .With("footer", "footer1.xml", Footer("foot"), "f")
                .With("header", "header1.xml", Header("head"), "h")));

    [Fact]
    public void Headers_stand_in_the_order_of_the_sections_and_each_once()
        => Assert.Equal(["a", "b", "second", "first"], WordFile.WithBody(
                P(R("a"), "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h2\"/></w:sectPr>") + P(R("b"))
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/><w:headerReference w:type=\"default\" r:id=\"h2\"/></w:sectPr>")
            .With("header", "header1.xml", Header("first"), "h1").With("header", "header2.xml", Header("second"), "h2").Texts());

    [Fact]
    public void A_header_that_no_section_mentions_is_read()
        => Assert.Equal(["body", "head"], WordFile.WithBody(P(R("body"))).With("header", "header1.xml", Header("head")).Texts());

    [Theory]
    [InlineData("first", "", "", false)]
    [InlineData("first", "<w:titlePg/>", "", true)]
    [InlineData("even", "", "", false)]
    [InlineData("even", "", "<w:evenAndOddHeaders/>", true)]
    public void A_header_of_first_or_even_pages_counts_only_where_it_is_switched_on(string type, string section, string settings, bool shown)
        => Assert.Equal(shown ? ["body", "head"] : ["body"], WordFile.WithBody(P(R("body")) + $"<w:sectPr><w:headerReference w:type=\"{type}\" r:id=\"h\"/>{section}</w:sectPr>")
            .With("header", "header1.xml", Header("head"), "h").With("settings", "settings.xml", $"<w:settings {WordFile.Namespaces}>{settings}</w:settings>").Texts());

    [Fact]
    public void Separator_notes_are_no_text()
        => Assert.Equal(["body", "real"], WordFile.WithBody(P(R("body") + Reference("footnote", "1")))
            .WithNotes("footnote", $"<w:footnote w:type=\"separator\" w:id=\"-1\">{P(R("---"))}</w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\">{P(R("---"))}</w:footnote><w:footnote w:id=\"1\">{P("<w:r><w:footnoteRef/></w:r>" + R("real"))}</w:footnote>").Texts());

    [Fact]
    public void A_note_of_deleted_or_hidden_text_goes_with_it()
        => Assert.Equal(["body", "kept"], WordFile.WithBody(P(R("body") + $"<w:del w:id=\"1\">{Reference("footnote", "1")}</w:del><w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>" + Reference("footnote", "3")))
            .WithNotes("footnote", $"<w:footnote w:id=\"1\">{P(R("deleted"))}</w:footnote><w:footnote w:id=\"2\">{P(R("hidden"))}</w:footnote><w:footnote w:id=\"3\">{P(R("kept"))}</w:footnote>").Texts());

    [Fact]
    public void A_table_in_a_note_and_a_box_in_a_header_are_read()
        => Assert.Equal(["body", "", "boxed", "cell"], WordFile.WithBody(P(R("body")))
            .With("header", "header1.xml", $"<w:hdr {WordFile.Namespaces}>{P($"<w:r><w:pict><w:txbxContent>{P(R("boxed"))}</w:txbxContent></w:pict></w:r>")}</w:hdr>")
            .WithNotes("footnote", $"<w:footnote w:id=\"1\"><w:tbl>{Row(P(R("cell")))}</w:tbl></w:footnote>").Texts());

    [Fact]
    public void A_header_that_is_missing_is_reported()
    {
        var parts = WordFile.WithBody(P(R("body"))).With("header", "header1.xml", Header("head")).AllParts().Where(static part => part.Name != "word/header1.xml");
        var draft = Reading.Of(WordFile.Zip(parts)).Draft!;
        Assert.Equal(["body"], draft.Texts());
        Assert.Single(draft.Notices);
    }
}
