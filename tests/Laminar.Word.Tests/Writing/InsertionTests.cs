using CsCheck;
using Laminar.Engine;
using Laminar.Engine.Tests;
using Laminar.Tests.Generated;
using Laminar.Tests.Laws;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>What a host that writes itself is told: the same that would be written for another.</summary>
public class InsertionTests
{
    private static readonly Answerer Surgeon = new(Written.Surgeon);

    private static DraftInsertions Insertions(byte[] docx, Func<Draft, ScanResult> scan, AnswererRole role = AnswererRole.Surgeon, params Answer[] answers)
        => Written.Open(docx) is var document ? document.Insertions(scan(document.Draft), answers, Surgeon with { Role = role }, Written.At) : null!;

    [Fact]
    public void They_say_what_an_application_writes_in_any_draft() => GeneratedDraft.Docx.Sample(
        static docx =>
        {
            var document = Written.Open(docx);
            var scan = AskingEverywhere.Scan(document.Draft);
            Answer[] answers = [.. AskingEverywhere.Answers(scan).Select(static answer => new Answer(answer.Key, answer.Value))];
            var told = document.Insertions(scan, answers, Surgeon, Written.At);
            var applied = document.Apply(scan, answers, Surgeon, Written.At);
            Assert.Equal(applied.Refused, told.Refused);
            Assert.Equal(Written.Record(applied.Bytes), told.Record ?? "");
            Assert.Equal(
                new Additions(DocxFile.Read(docx), DocxFile.Read(applied.Bytes), [Written.Surgeon]).Phrases(DocxFile.Read(applied.Bytes).Xml("word/document.xml")!).Sum(static phrase => phrase.Length),
                told.Insertions.Sum(static one => one.Lead.Length + Written.Clean(one.Text).Length + one.Trail.Length));
            Assert.All(told.Insertions, one => Assert.InRange(one.Offset, 0, document.Draft.Paragraphs[one.Paragraph].Text.Length));
        },
        iter: 20);

    [Fact]
    public void A_phrase_is_parted_from_the_text_around_it()
    {
        var docx = SamplePackage.Of(P(R("It lay prone. Closed.")) + P(R("None")));
        Assert.Equal(new DraftInsertion("e0.missing.0000000000000000", 0, 13, false, " ", "It was one.", ""), Assert.Single(Insertions(docx, Asking.Behind("prone."), answers: new Answer("e0.missing.0000000000000000", "one")).Insertions));
        Assert.Equal(". ", Assert.Single(Insertions(docx, Asking.Behind("None"), answers: new Answer("e0.missing.0000000000000000", "one")).Insertions).Lead);
        Assert.True(Assert.Single(Insertions(docx, Asking.At(0, ownParagraph: true), answers: new Answer("e0.missing.0000000000000000", "one")).Insertions).OwnParagraph);
    }

    [Fact]
    public void A_standing_suggestion_is_named_with_its_text()
    {
        var (open, suggested) = (Report.Finding(Report.Open, "guidance"), Report.Annotated(Report.Open));
        var told = Insertions(suggested, Shipped.Scan, answers: new Answer(open.Id, "CT"));
        var one = Assert.Single(told.Insertions);
        Assert.Equal((open.Id, open.Placement!.Paragraph, "Instruments were advanced under CT guidance."), (one.Finding, one.Paragraph, one.Text));
        Assert.Equal(Written.Record(Report.Answered(suggested, "guidance", "CT").Bytes), told.Record);
    }

    [Fact]
    public void A_transcriptionist_states_nothing_and_a_dismissal_is_only_kept()
    {
        var id = Report.Finding(Report.Open, "guidance").Id;
        var refused = Insertions(Report.Open, Shipped.Scan, AnswererRole.Transcriptionist, new Answer(id, "CT"));
        Assert.Equal((RefusalCodes.Role, 0, null), (Assert.Single(refused.Refused).Code, refused.Insertions.Count, refused.Record));
        var dismissed = Insertions(Report.Open, Shipped.Scan, answers: new Answer(id, "dismissed: by telephone"));
        Assert.Empty(dismissed.Insertions);
        Assert.Contains("given=\"dismissed\"", dismissed.Record, StringComparison.Ordinal);
    }
}
