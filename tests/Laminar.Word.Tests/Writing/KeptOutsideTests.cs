using System.Text;
using Laminar.Engine;
using Laminar.Engine.Tests;

namespace Laminar.Word.Tests;

/// <summary>A record that comes beside the file, and answers that are taken back.</summary>
public class KeptOutsideTests
{
    private static readonly string Guidance = Report.Finding(Report.Open, "guidance").Id;
    private static readonly byte[] Dismissed = Written.Applied(Report.Open, Shipped.Scan, new Answer(Guidance, "dismissed: by telephone")).Bytes;

    private static DraftDocument Open(byte[] docx, string record)
        => DraftDocument.Open(docx, "draft.docx", ReadLimits.Default, new ReadOptions { Record = Encoding.UTF8.GetBytes(record) }, TestContext.Current.CancellationToken).Document!;

    [Fact]
    public void It_counts_where_the_file_has_none_and_is_written_with_the_next_answer()
    {
        var document = Open(Report.Open, Written.Record(Dismissed));
        Assert.Empty(Shipped.Scan(document.Draft).Findings);
        var applied = document.Apply(Shipped.Scan(document.Draft), [], new Answerer(Written.Surgeon), Written.At);
        Assert.Equal(Written.Record(Dismissed), Written.Record(applied.Bytes));
    }

    [Fact]
    public void It_counts_for_reading_too_and_for_plain_text()
    {
        var options = new ReadOptions { Record = Encoding.UTF8.GetBytes(Written.Record(Dismissed)) };
        Assert.Equal(Guidance, Assert.Single(DraftReader.Read(Report.Open, "a.docx", ReadLimits.Default, options, TestContext.Current.CancellationToken).Draft!.Answers).Finding);
        Assert.Equal(Guidance, Assert.Single(DraftReader.Read("One."u8.ToArray(), "a.txt", ReadLimits.Default, options, TestContext.Current.CancellationToken).Draft!.Answers).Finding);
    }

    [Fact]
    public void The_files_own_counts_more()
        => Assert.Equal("dismissed", Assert.Single(Open(Dismissed, "<record xmlns=\"urn:laminar:record:1\"><answer finding=\"x.missing.0123456789abcdef\" given=\"CT\"/></record>").Draft.Answers).Answer);

    [Theory]
    [InlineData("")]
    [InlineData("urn:laminar:record:1")]
    [InlineData("<record xmlns=\"urn:laminar:record:1\"><answer finding=\"a.missing.0123456789abcdef\" given=\"dismissed\"/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"urn:laminar:record:1\">]><record xmlns=\"urn:laminar:record:1\">&e;</record>")]
    [InlineData("<other><record xmlns=\"urn:laminar:record:1\"><answer finding=\"a.missing.0123456789abcdef\" given=\"dismissed\"/></record></other>")]
    public void What_is_none_is_passed_over(string record)
    {
        var document = Open(Report.Open, record);
        Assert.Empty(document.Draft.Answers);
        Written.Same(Report.Open, document.Apply(Shipped.Scan(document.Draft), [], new Answerer(Written.Surgeon), Written.At).Bytes);
    }

    [Fact]
    public void An_answer_that_is_taken_back_is_asked_again()
    {
        Assert.Empty(Report.Ids(Dismissed));
        var again = Written.Applied(Dismissed, Shipped.Scan, new Answer(Guidance, " Ask again "));
        Assert.Empty(again.Refused);
        Assert.Equal([Guidance], Report.Ids(again.Bytes));
        Assert.DoesNotContain("<answer", Written.Record(again.Bytes), StringComparison.Ordinal);
        Assert.Equal(RefusalCodes.Gone, Assert.Single(Written.Applied(Report.Open, Shipped.Scan, new Answer(Guidance, AnswerWords.AskAgain)).Refused).Code);
    }

    [Fact]
    public void Flags_are_questions_that_say_who_asks()
    {
        var document = Written.Open(Report.Open);
        var flagged = document.Flag(Shipped.Scan(document.Draft), [Guidance, "gone.missing.0123456789abcdef"], " C. Typist ", Written.At);
        Assert.Equal([Guidance], Written.Questions(flagged));
        Assert.Contains("Flagged by C. Typist.", Written.Part(flagged, "word/comments.xml"), StringComparison.Ordinal);
        Lawful.Kept(Laminar.Tests.Laws.WritingLaws.Check(Report.Open, flagged));
        Written.Same(flagged, Written.Open(flagged).Flag(Report.Scan(flagged), [Guidance], "B. Other", Written.At));
        Written.Same(flagged, Report.Annotated(flagged, AnnotationMode.Questions));
        Written.Same(Report.Open, Written.Open(flagged).Clear(Written.At));
    }
}
