using Laminar.Tests.Generated;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>What is written as it should be breaks no law.</summary>
public class LawfulWritingTests
{
    [Fact]
    public void The_sample_itself_is_valid() => Lawful.Kept(SchemaLaw.Errors(HandWritten.Before)!);

    [Fact]
    public void A_suggestion_in_a_line_is_lawful()
        => Lawful.Kept(HandWritten.Check(HandWritten.Suggested(HandWritten.Suggestion()), HandWritten.Phrase));

    [Fact]
    public void Two_suggestions_side_by_side_are_two_phrases()
        => Lawful.Kept(HandWritten.Check(HandWritten.Suggested(HandWritten.Suggestion() + HandWritten.Suggestion(200)), HandWritten.Phrase, HandWritten.Phrase));

    [Fact]
    public void A_suggestion_in_a_paragraph_of_its_own_is_lawful()
        => Lawful.Kept(HandWritten.Check(HandWritten.Draft(HandWritten.Cut, HandWritten.Line()), HandWritten.LinePhrase));

    [Fact]
    public void A_paragraph_put_after_a_cells_last_is_lawful_when_the_mark_before_it_is_the_inserted_one()
    {
        var last = $"<w:p>{HandWritten.Inserted(101, "More.")}</w:p>";
        var marked = $"<w:p><w:pPr><w:rPr><w:ins w:id=\"140\" {HandWritten.Ours}/></w:rPr></w:pPr><w:r><w:t>T8-T9</w:t></w:r></w:p>";
        var after = HandWritten.InMain(HandWritten.Draft(HandWritten.Cut, lastInCell: last), "<w:p><w:r><w:t>T8-T9</w:t></w:r></w:p>", marked);
        Lawful.Kept(HandWritten.Check(after, "More."));
    }

    [Fact]
    public void A_question_is_lawful() => Lawful.Kept(HandWritten.Check(HandWritten.Asked()));

    [Fact]
    public void The_first_question_brings_the_comments_part()
    {
        const string words = "<w:r><w:t>Left.</w:t></w:r>";
        var after = SamplePackage.Of($"<w:p><w:commentRangeStart w:id=\"0\"/>{words}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>");
        Lawful.Kept(WritingLaws.Check(SamplePackage.Of($"<w:p>{words}</w:p>"), HandWritten.Commented(after, "0"), phrases: []));
    }

    [Fact]
    public void Confirmed_wording_is_lawful_in_the_answerers_name()
    {
        var after = HandWritten.Suggested(HandWritten.Inserted(100, " Confirmed.").Replace("Laminar", "B. Editor", StringComparison.Ordinal));
        Lawful.Kept(WritingLaws.Check(HandWritten.Before, after, ["Laminar", "B. Editor"], [" Confirmed."]));
        Assert.NotEmpty(WritingLaws.Check(HandWritten.Before, after));
    }

    [Fact]
    public void The_record_of_what_was_checked_may_come_new()
    {
        var after = Repacked.And(HandWritten.Before, "customXml/item2.xml", "<record xmlns=\"urn:laminar:record\"/>");
        after = Repacked.With(after, "word/_rels/document.xml.rels", static xml => xml.Replace("</Relationships>",
            "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"../customXml/item2.xml\"/></Relationships>", StringComparison.Ordinal));
        Lawful.Kept(HandWritten.Check(after));
    }
}
