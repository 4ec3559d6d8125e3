using Laminar.Engine;
using Laminar.Engine.Tests;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>What becomes of a suggestion: open, chosen in Word, accepted there, edited, copied, half deleted.</summary>
public class LifeTests
{
    private const string Field = "[guidance]";
    private static readonly byte[] Suggested = Report.Annotated(Report.Open);

    [Fact]
    public void Open_it_is_not_read()
    {
        Assert.Equal(Written.Open(Report.Open).Draft.Texts(), Written.Open(Suggested).Draft.Texts());
        Assert.Equal(["guidance"], Report.Scan(Suggested).Findings.Select(static finding => finding.Element));
        Assert.Equal(Report.Ids(Report.Open), Report.Ids(Suggested));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Chosen_in_Word_it_is_evidence_that_waits_to_be_accepted(bool isTracked)
    {
        var chosen = InWord.Chosen(Suggested, Field, "fluoroscopic", isTracked);
        var guidance = Report.Scan(chosen).Element("guidance");
        Assert.Equal(ElementStatus.Documented, guidance.Status);
        Assert.Contains(guidance.Evidence, static evidence => evidence.Pending == true);
        Assert.Empty(Report.Ids(chosen));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Chosen_in_Word_it_stays_when_the_draft_is_annotated_again(bool isTracked)
    {
        var chosen = InWord.Chosen(Suggested, Field, "fluoroscopic", isTracked);
        Written.Same(chosen, Report.Annotated(chosen));
    }

    [Fact]
    public void Chosen_in_Word_and_not_accepted_it_keeps_the_report_open()
    {
        var chosen = InWord.Chosen(Suggested, Field, "fluoroscopic");
        var item = Assert.Single(Report.Finalized(chosen).Open);
        Assert.Equal((OpenItemKinds.Unconfirmed, Report.Finding(Report.Open, "guidance").Placement!.Paragraph), (item.Kind, item.Paragraph));
        Assert.Null(Report.Finalized(chosen).Bytes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Accepted_in_Word_it_is_text_and_the_controls_go_in_the_end(bool isTracked)
    {
        var accepted = InWord.Accepted(InWord.Chosen(Suggested, Field, "fluoroscopic", isTracked));
        Assert.Empty(Report.Keeps(accepted));
        var final = Report.Finalized(accepted).Bytes!;
        Assert.DoesNotContain("w:sdt", Written.Part(final, "word/document.xml"), StringComparison.Ordinal);
        Assert.Equal(WordText.Accepted(accepted).Texts, WordText.Accepted(final).Texts);
        Assert.Contains(WordText.Accepted(final).Texts, static text => text.Contains("fluoroscopic", StringComparison.Ordinal));
    }

    [Fact]
    public void Accepted_in_Word_with_an_open_field_it_is_still_open()
    {
        var accepted = InWord.Accepted(Suggested);
        Assert.Equal(Report.Ids(Report.Open), Report.Ids(accepted));
        Assert.Equal(Report.Keeps(Suggested), Report.Keeps(accepted));
    }

    [Theory]
    [InlineData("other")]
    [InlineData(" Other ")]
    [InlineData("")]
    public void Other_without_own_words_is_no_answer(string chosen)
    {
        var docx = InWord.Chosen(Suggested, Field, chosen);
        Assert.Equal(Report.Ids(Report.Open), Report.Ids(docx));
        Assert.Equal(Written.Open(Report.Open).Draft.Texts(), Written.Open(docx).Draft.Texts());
        Assert.NotEmpty(Report.Keeps(docx));
    }

    [Fact]
    public void Words_around_the_field_that_somebody_has_changed_are_neither_lost_nor_put_into_the_answerers_name()
    {
        var edited = InWord.Typed(Suggested, "Instruments were advanced", "Dilator &amp; cannula were advanced");
        var answered = Report.Answered(edited, "guidance", "fluoroscopic");
        Assert.Equal(RefusalCodes.Changed, Assert.Single(answered.Refused).Code);
        Assert.Contains("Dilator & cannula were advanced under ", string.Join('\n', WordText.Accepted(answered.Bytes).Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void Copied_in_Word_one_of_the_two_is_confirmed_and_the_other_goes()
    {
        var copied = InWord.Changed(Suggested, static main =>
        {
            var control = main.Descendants(Names.Control).First(static control => !control.Ancestors(Names.Control).Any());
            main.Descendants(Names.Paragraph).Last().Add(new System.Xml.Linq.XElement(control));
        });
        Assert.Equal(Report.Ids(Report.Open), Report.Ids(copied));
        var answered = Report.Answered(copied, "guidance", "fluoroscopic").Bytes;
        Assert.Single(WordText.Accepted(answered).Texts, static text => text.Contains("fluoroscopic", StringComparison.Ordinal));
        Assert.DoesNotContain("laminar:", Written.Part(answered, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Deleted_in_Word_it_is_put_in_again()
    {
        var deleted = InWord.Changed(Suggested, static main => main.Descendants(Names.Control).First().Remove());
        Assert.Equal(Report.Ids(Report.Open), Report.Ids(deleted));
        Assert.Contains(Field, string.Concat(WordText.Accepted(Report.Annotated(deleted)).Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_whose_field_was_deleted_nothing_is_kept_as_an_answer()
    {
        var half = InWord.Changed(Suggested, static main => main.Descendants(Names.Control).Last().Remove());
        Assert.Contains(Report.Keeps(half), static kept => kept.StartsWith(OpenItemKinds.Unconfirmed, StringComparison.Ordinal) || kept.StartsWith(OpenItemKinds.Finding, StringComparison.Ordinal));
        var cleared = Written.Open(Report.Annotated(half)).Clear(Written.At);
        Lawful.Kept(WritingLaws.Check(Report.Open, cleared));
        Assert.DoesNotContain("Laminar", Written.Part(cleared, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_by_a_person_of_the_tools_name_stays()
    {
        var theirs = HandWritten.Commented(HandWritten.Draft("<w:r><w:t>It lay prone.</w:t></w:r>"), "1");
        var asked = Written.Annotated(theirs, Asking.About("prone."), AnnotationMode.Questions);
        Written.Same(theirs, Written.Open(asked).Clear(Written.At));
        Assert.Contains("Please check, 1.", Written.Part(Written.Open(asked).Clear(Written.At), "word/comments.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_of_the_documents_own_is_never_taken_for_one()
    {
        var docx = Laminar.Tests.Generated.SamplePackage.Of(Markup.P(Markup.Control("<w:tag w:val=\"laminar:guidance\"/><w:id w:val=\"5\"/>", Markup.R("It lay prone.")) + Markup.Control("<w:tag w:val=\"Laminar\"/><w:id w:val=\"6\"/>", Markup.R(" So."))));
        Assert.Contains("It lay prone. So.", Written.Open(docx).Draft.Texts());
        Written.Same(docx, Written.Open(docx).Clear(Written.At));
    }
}
