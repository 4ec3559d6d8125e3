using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>A law that can't fail is worth nothing: each is broken here, and says so.</summary>
public class BrokenLawTests
{
    private const string More = "more than what was put in";
    private static readonly byte[] Good = HandWritten.Suggested(HandWritten.Suggestion());

    private static void Broken(string sentence, byte[] after) => Lawful.Broken(sentence, WritingLaws.Check(HandWritten.Before, after));

    private static void BrokenInMain(string sentence, string old, string now) => Broken(sentence, HandWritten.InMain(Good, old, now));

    [Fact]
    public void A_lost_entry() => Broken("customXml/item1.xml is lost", Repacked.Without(Good, "customXml/item1.xml"));

    [Fact]
    public void A_touched_entry() => Broken("settings.xml is touched", Repacked.With(Good, "word/settings.xml", static xml => xml + " "));

    [Fact]
    public void A_doubled_entry() => Broken("stands twice", Repacked.And(Good, "word/settings.xml", "<a/>"));

    [Fact]
    public void An_entry_that_nobody_needs() => Broken("word/extra.xml is new", Repacked.And(Good, "word/extra.xml", "<a/>"));

    [Fact]
    public void A_lost_relationship() => Broken("relationship is lost", Repacked.With(Good, "word/_rels/document.xml.rels", static xml => xml.Replace("rIdCustom", "rIdOther", StringComparison.Ordinal)));

    [Fact]
    public void A_doubled_relationship() => Broken("stands twice", Repacked.With(Good, "word/_rels/document.xml.rels", static xml => xml.Replace("rIdCustom", "rId_styles", StringComparison.Ordinal)));

    [Fact]
    public void A_lost_content_type() => Broken("content type is lost", Repacked.With(Good, "[Content_Types].xml", static xml => xml.Replace("/word/header1.xml", "/word/header2.xml", StringComparison.Ordinal)));

    [Fact]
    public void Formatting_lost_where_a_run_was_cut()
        => BrokenInMain(More, "<w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:b/></w:rPr><w:t>The skin", "<w:r w:rsidR=\"00A1B2C3\"><w:t>The skin");

    [Fact]
    public void A_revision_mark_of_a_run_lost() => BrokenInMain(More, "<w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:b/></w:rPr><w:t>The skin", "<w:r><w:rPr><w:b/></w:rPr><w:t>The skin");

    [Fact]
    public void A_space_lost_where_a_run_was_cut() => BrokenInMain(More, "<w:t xml:space=\"preserve\">The patient", "<w:t>The patient");

    [Fact]
    public void An_empty_run_left_behind() => BrokenInMain(More, "<w:bookmarkEnd w:id=\"7\"/>", "<w:r/><w:bookmarkEnd w:id=\"7\"/>");

    [Fact]
    public void A_bookmark_lost() => BrokenInMain(More, "<w:bookmarkEnd w:id=\"7\"/>", "");

    [Fact]
    public void A_bookmark_moved_past_the_text()
        => Broken(More, HandWritten.InMain(HandWritten.InMain(Good, "<w:bookmarkStart w:id=\"7\" w:name=\"a\"/>", ""), "<w:bookmarkEnd w:id=\"7\"/>", "<w:bookmarkStart w:id=\"7\" w:name=\"a\"/><w:bookmarkEnd w:id=\"7\"/>"));

    [Fact]
    public void The_format_of_a_paragraph_changed() => BrokenInMain(More, "<w:jc w:val=\"both\"/>", "<w:jc w:val=\"left\"/>");

    [Fact]
    public void Someone_elses_change_accepted() => BrokenInMain(More, "<w:del w:id=\"21\" w:author=\"B. Editor\" w:date=\"2026-01-06T09:30:00Z\"><w:r><w:delText>Right</w:delText></w:r></w:del>", "");

    [Fact]
    public void Someone_elses_comment_changed() => Broken("comments differs", Repacked.With(Good, "word/comments.xml", static xml => xml.Replace("Please", "Do", StringComparison.Ordinal)));

    [Fact]
    public void A_prefix_no_longer_declared() => BrokenInMain("no longer declares xmlns:v", "xmlns:v=\"urn:schemas-microsoft-com:vml\"", "");

    [Fact]
    public void Text_put_in_untracked() => Broken("changes rejected the text differs", HandWritten.Suggested("<w:r><w:t>x</w:t></w:r>"));

    [Fact]
    public void A_control_put_in_untracked() => BrokenInMain(More, "<w:customXmlInsRangeStart w:id=\"105\" w:author=\"Laminar\" w:date=\"2026-01-07T10:00:00Z\"/>", "");

    [Fact]
    public void A_paragraph_put_in_with_an_untracked_mark()
        => Broken("changes rejected the text differs", HandWritten.InMain(HandWritten.Draft(HandWritten.Cut, HandWritten.Line()), $"<w:rPr><w:ins w:id=\"130\" {HandWritten.Ours}/></w:rPr>", ""));

    [Fact]
    public void A_paragraph_put_last_in_a_cell_where_its_mark_cant_go()
        => Broken("changes rejected the text differs", HandWritten.Draft(HandWritten.Cut, lastInCell: HandWritten.Line()));

    [Fact]
    public void Another_phrase_than_expected() => Lawful.Broken("expected was", HandWritten.Check(Good, "Another phrase."));

    [Fact]
    public void No_phrase_where_one_is_expected() => Lawful.Broken("expected was", HandWritten.Check(HandWritten.Before, HandWritten.Phrase));

    [Fact]
    public void A_phrase_that_is_deleted_at_once()
        => BrokenInMain("has grown by", "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> Guidance was </w:t></w:r>", "<w:del w:id=\"190\" w:author=\"B. Editor\"><w:r><w:t> Guidance was </w:t></w:r></w:del>");

    [Fact]
    public void A_revision_id_that_was_taken() => BrokenInMain("revision id 20 came new", "w:id=\"101\"", "w:id=\"20\"");

    [Fact]
    public void A_revision_id_given_twice() => BrokenInMain("revision id 102 came new", "w:id=\"101\"", "w:id=\"102\"");

    [Fact]
    public void A_controls_id_that_was_taken() => BrokenInMain("content control id 30 came new", "<w:id w:val=\"100\"/>", "<w:id w:val=\"30\"/>");

    [Fact]
    public void A_comments_id_that_was_taken()
        => Broken("comment id 1 came new", Repacked.With(HandWritten.Asked(), "word/comments.xml", static xml => xml.Replace("w:id=\"2\"", "w:id=\"1\"", StringComparison.Ordinal)));

    [Fact]
    public void An_id_that_is_no_number() => BrokenInMain("is no number", "w:id=\"101\"", "w:id=\"x\"");

    [Fact]
    public void A_range_that_does_not_end() => BrokenInMain("not started once and ended once", "<w:customXmlInsRangeEnd w:id=\"106\"/>", "");

    [Fact]
    public void A_comment_without_its_anchor() => Broken("not anchored once", HandWritten.InMain(HandWritten.Asked(), "<w:commentRangeEnd w:id=\"2\"/>", ""));

    [Fact]
    public void A_reference_to_no_comment()
        => Broken("which is not there", Repacked.With(HandWritten.Asked(), "word/comments.xml", static xml => xml.Replace("<w:comment w:id=\"2\"", "<w:comment w:id=\"3\"", StringComparison.Ordinal)));

    [Fact]
    public void A_new_schema_error() => BrokenInMain("schema error that was not there before", "<w:showingPlcHdr/>", "<w:showingPlaceholder/>");

    [Fact]
    public void A_file_that_is_none() => Broken("can't be read", [1, 2, 3]);

    [Fact]
    public void Markup_that_is_none() => BrokenInMain("can't be read", "</w:body>", "");
}
