using Laminar.Engine;
using Laminar.Engine.Tests;
using Laminar.Tests;
using Laminar.Tests.Generated;
using Laminar.Tests.Laws;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>Which answers are taken, by whom, and what is written and kept of them.</summary>
public class AnswerTests
{
    private static readonly byte[] Prone = SamplePackage.Of(P(R("It lay prone. Closed.")));
    private static readonly byte[] Fictional = Report.Docx(FictionalDraft.Paragraphs);

    private static string Refused(AppliedAnswers applied) => Assert.Single(applied.Refused).Code;

    private static string Text(AppliedAnswers applied) => string.Join('\n', WordText.Accepted(applied.Bytes).Texts);

    private static void Nothing(byte[] before, AppliedAnswers applied) => Assert.Equal(WordText.Accepted(before).Texts, WordText.Accepted(applied.Bytes).Texts);

    public static TheoryData<string, string> Given => new()
    {
        { "fluoroscopic", "Instruments were advanced under fluoroscopic guidance." },
        { " CT ", "Instruments were advanced under CT guidance." },
        { "biplane <own> & \"so\"", "Instruments were advanced under biplane <own> & \"so\" guidance." },
        { "none used", "No image guidance was used." },
        { "not performed", "No image guidance was used." },
        { "unable to state", "Which image guidance was used can't be stated." },
    };

    [Theory]
    [MemberData(nameof(Given))]
    public void Every_answer_becomes_its_sentence_in_the_answerers_name_and_ends_the_question(string answer, string sentence)
    {
        foreach (var docx in new[] { Report.Open, Report.Annotated(Report.Open), Report.Annotated(Report.Open, AnnotationMode.Questions) })
        {
            var applied = Report.Answered(docx, "guidance", answer);
            Assert.Empty(applied.Refused);
            Assert.Contains(sentence, Text(applied), StringComparison.Ordinal);
            Lawful.Kept(WritingLaws.Check(Report.Open, applied.Bytes, [Written.Surgeon]));
            Assert.Empty(Written.Questions(applied.Bytes));
            Assert.DoesNotContain("guidance", Report.Scan(applied.Bytes).Findings.Select(static finding => finding.Element));
            Assert.DoesNotContain("guidance", Report.Scan(InWord.Accepted(applied.Bytes)).Findings.Select(static finding => finding.Element));
        }
    }

    [Fact]
    public void An_answer_to_what_is_not_asked_is_gone_and_the_others_go_on()
    {
        var guidance = Report.Finding(Report.Open, "guidance").Id;
        var applied = Written.Applied(Report.Open, Shipped.Scan, new Answer("nothing.missing.0123456789abcdef", "x"), new Answer("", "x"), new Answer("....", "x"), new Answer(guidance, "CT"));
        Assert.Equal([RefusalCodes.Gone, RefusalCodes.Gone, RefusalCodes.Gone], applied.Refused.Select(static refused => refused.Code));
        Assert.Contains("under CT guidance", Text(applied), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_to_what_is_asked_in_another_way_now_has_changed()
        => Assert.Equal(RefusalCodes.Changed, Refused(Written.Applied(Report.Open, Shipped.Scan, new Answer("guidance.missing.0123456789abcdef", "CT"))));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("other")]
    [InlineData("____")]
    [InlineData(null)]
    public void An_answer_that_leaves_the_field_open_is_incomplete(string? answer)
    {
        var applied = Written.Applied(Report.Open, Shipped.Scan, new Answer(Report.Finding(Report.Open, "guidance").Id, answer));
        Assert.Equal(RefusalCodes.Incomplete, Refused(applied));
        Written.Same(Report.Open, applied.Bytes);
    }

    [Fact]
    public void A_field_without_an_answer_of_its_own_is_incomplete_by_its_name()
    {
        var scan = Asking.Behind("prone.", "First {one}, then {two}.");
        var refused = Assert.Single(Written.Applied(Prone, scan, new Answer("e0.missing.0000000000000000", null, new Dictionary<string, string> { ["one"] = "a" })).Refused);
        Assert.Equal(RefusalCodes.Incomplete, refused.Code);
        Assert.Contains("\"two\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_field_may_have_an_answer_of_its_own()
        => Assert.Contains("First a, then b. Closed.", Text(Written.Applied(Prone, Asking.Behind("prone.", "First {one}, then {two}."), new Answer("e0.missing.0000000000000000", null, new Dictionary<string, string> { ["one"] = "a", ["two"] = "b" }))), StringComparison.Ordinal);

    [Fact]
    public void Words_that_disagree_have_to_change_themselves()
    {
        var side = Report.Finding(Fictional, "laterality");
        Assert.Null(side.Suggestion);
        var applied = Written.Applied(Fictional, Shipped.Scan, new Answer(side.Id, "left"));
        Assert.Equal(RefusalCodes.NoPhrase, Refused(applied));
        Nothing(Fictional, applied);
    }

    [Fact]
    public void Given_twice_the_last_answer_counts()
    {
        var id = Report.Finding(Report.Open, "guidance").Id;
        var applied = Written.Applied(Report.Open, Shipped.Scan, new Answer(id, "CT"), new Answer(id, "navigation"));
        Assert.Contains("under navigation guidance", Text(applied), StringComparison.Ordinal);
        Assert.DoesNotContain("under CT", Text(applied), StringComparison.Ordinal);
    }

    [Fact]
    public void Answered_again_in_the_next_call_it_is_not_asked_any_more()
    {
        var id = Report.Finding(Report.Open, "guidance").Id;
        var once = Written.Applied(Report.Open, Shipped.Scan, new Answer(id, "CT"));
        var twice = Written.Applied(once.Bytes, Shipped.Scan, new Answer(id, "navigation"));
        Assert.Equal(RefusalCodes.Gone, Refused(twice));
        Nothing(once.Bytes, twice);
    }

    [Fact]
    public void Answered_while_the_words_that_raise_it_still_stand_it_is_not_written_twice()
    {
        var once = Written.Answered(Prone, Asking.Behind("prone."), "one");
        var twice = Written.Answered(once.Bytes, Asking.Behind("prone."), "two");
        Assert.Equal(RefusalCodes.Answered, Refused(twice));
        Nothing(once.Bytes, twice);
    }

    [Fact]
    public void Where_nothing_may_be_written_the_answer_has_no_place_and_is_not_kept()
    {
        var locked = SamplePackage.Of(Control("<w:id w:val=\"1\"/><w:lock w:val=\"contentLocked\"/>", P(R("It lay prone."))));
        var applied = Written.Answered(locked, Asking.Behind("prone."), "one");
        Assert.Equal(RefusalCodes.NoPlace, Refused(applied));
        Assert.Equal("", Written.Record(applied.Bytes));
    }

    // K01
    [Theory]
    [InlineData("fluoroscopic")]
    [InlineData("none used")]
    [InlineData("unable to state")]
    public void A_transcriptionist_states_nothing(string answer)
    {
        foreach (var docx in new[] { Report.Open, Report.Annotated(Report.Open) })
        {
            var applied = Report.Answered(docx, "guidance", answer, AnswererRole.Transcriptionist);
            Assert.Equal(RefusalCodes.Role, Refused(applied));
            Written.Same(docx, applied.Bytes);
        }
    }

    [Fact]
    public void Only_a_surgeon_dismisses_what_is_required_and_nobody_without_a_reason()
    {
        var open = Report.Annotated(Report.Open);
        Assert.Equal(RefusalCodes.Role, Assert.Single(Report.Answered(open, "guidance", "dismissed: asked by telephone", AnswererRole.Transcriptionist).Refused).Code);
        Assert.Equal(RefusalCodes.Incomplete, Assert.Single(Report.Answered(open, "guidance", "dismissed: ", AnswererRole.Surgeon).Refused).Code);
    }

    [Fact]
    public void Dismissed_with_a_reason_it_is_closed_without_a_word_in_the_draft()
    {
        var applied = Report.Answered(Report.Annotated(Report.Open), "guidance", " Dismissed:  asked by telephone ", AnswererRole.Surgeon);
        Nothing(Report.Open, applied);
        Assert.Empty(Report.Ids(applied.Bytes));
        Assert.Contains("given=\"dismissed\" reason=\"asked by telephone\"", Written.Record(applied.Bytes), StringComparison.Ordinal);
        var final = Report.Finalized(applied.Bytes).Bytes!;
        Assert.Contains("given=\"dismissed\"", Written.Record(final), StringComparison.Ordinal);
        Assert.DoesNotContain("telephone", Written.Record(final), StringComparison.Ordinal);
    }

    // K04
    [Fact]
    public void A_blank_left_in_the_accepted_words_is_asked_again()
    {
        var blank = Report.Docx(OpenDraft.Without("guidance").Append("Instruments were advanced under {guidance} guidance."));
        Assert.Contains("guidance", Report.Scan(blank).Findings.Select(static finding => finding.Element));
        Assert.Null(Report.Finalized(blank).Bytes);
        var accepted = InWord.Accepted(Report.Annotated(Report.Open));
        Assert.Equal("guidance", Assert.Single(Report.Scan(accepted).Findings).Element);
        Assert.Null(Report.Finalized(accepted).Bytes);
    }

    // K05
    [Fact]
    public void Answered_with_not_done_it_is_not_asked_again_and_another_draft_is_asked_as_usual()
    {
        var applied = Report.Answered(Report.Annotated(Report.Open), "guidance", "none used").Bytes;
        Assert.Empty(Report.Ids(applied));
        Written.Same(applied, Report.Annotated(applied));
        Assert.Equal(ElementStatus.NotPerformed, Report.Scan(Written.Open(applied).Clear(Written.At)).Element("guidance").Status);
        Assert.Equal(["guidance"], Report.Scan(Report.Open).Findings.Select(static finding => finding.Element));
    }

    [Fact]
    public void An_answer_whose_sentence_was_deleted_is_asked_again()
    {
        var applied = Report.Answered(Report.Annotated(Report.Open), "guidance", "CT").Bytes;
        var rejected = InWord.Changed(applied, static main => main.Descendants(Names.Word + "ins").ToList().ForEach(static change => change.Remove()));
        Assert.Equal(Report.Ids(Report.Open), Report.Ids(rejected));
    }
}
