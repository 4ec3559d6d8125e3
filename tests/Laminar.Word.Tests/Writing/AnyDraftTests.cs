using CsCheck;
using Laminar.Engine;
using Laminar.Engine.Tests;
using Laminar.Tests.Generated;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>What holds for any draft, asked of drafts that hold most of what Word can put into one.</summary>
public class AnyDraftTests
{
    private const int Drafts = 30;

    private static readonly Gen<string> Given = Gen.Frequency(
        (4, Gen.OneOf("one", "two", "none used", "not performed", "unable to state", "Unable to state")),
        (1, Gen.Char.Array[1, 20].Select(static letters => "x" + new string(letters))),
        (2, Gen.OneOf("own <w:t> & \"words\" of 'hers'", "with a period.", "two\r\nlines\tand a tab", "C5–C6 ½ µm é e\u0301 \u00A0\u200B\u00AD x", "\U0001F600 \u202Eback", "a]]>b", "{first}", "&amp; &#x41; %20")));

    [Theory]
    [InlineData(AnnotationMode.Suggestions)]
    [InlineData(AnnotationMode.Questions)]
    public void What_is_asked_keeps_the_laws_and_goes_again(AnnotationMode mode)
        => GeneratedDraft.Docx.Sample(docx => Written.Lawfully(docx, AskingEverywhere.Scan, mode), iter: Drafts);

    [Fact]
    public void Lines_of_their_own_keep_the_laws_and_go_again()
        => GeneratedDraft.Docx.Sample(static docx => Written.Lawfully(docx, Lines), iter: Drafts);

    [Theory]
    [InlineData(AnnotationMode.Suggestions)]
    [InlineData(AnnotationMode.Questions)]
    public void What_the_shipped_pack_asks_keeps_the_laws_and_is_asked_again(AnnotationMode mode)
        => GeneratedDraft.Docx.Sample(docx => Assert.Equal(Ids(docx), Ids(Written.Lawfully(docx, Shipped.Scan, mode))), iter: Drafts / 3);

    [Fact]
    public void Asked_in_the_other_form_the_first_one_goes() => GeneratedDraft.Docx.Sample(
        static docx =>
        {
            var asked = Written.Annotated(Written.Annotated(docx, AskingEverywhere.Scan), AskingEverywhere.Scan, AnnotationMode.Questions);
            Assert.Equal(Written.Questions(Written.Annotated(docx, AskingEverywhere.Scan, AnnotationMode.Questions)), Written.Questions(asked));
            Assert.DoesNotContain("laminar:", Written.Part(asked, "word/document.xml"), StringComparison.Ordinal);
            Written.Same(docx, Written.Open(asked).Clear(Written.At));
        },
        iter: Drafts / 2);

    [Fact]
    public void Answers_are_written_once_each_and_stay_when_the_rest_is_cleared()
        => Gen.Select(GeneratedDraft.Docx, Gen.Int[0, 2], Given.Array[5, 9]).Sample(static (docx, form, given) => AnswersHold(docx, form, given), iter: Drafts);

    private static void AnswersHold(byte[] docx, int form, string[] given)
    {
        var asked = form == 2 ? docx : Written.Annotated(docx, AskingEverywhere.Scan, (AnnotationMode)form);
        var scan = AskingEverywhere.Scan(Written.Open(asked).Draft);
        var gaps = scan.Findings.Where(static finding => finding.Suggestion is not null).ToList();
        var answers = gaps.Select((gap, number) => new Answer(gap.Id, given[number % given.Length])).ToArray();

        var applied = Written.Applied(asked, AskingEverywhere.Scan, answers);

        Assert.All(applied.Refused, static refused => Assert.Equal(RefusalCodes.NoPlace, refused.Code));
        var written = gaps.Zip(answers).Where(pair => !applied.Refused.Any(refused => refused.Finding == pair.First.Id)).Select(static pair => Sentence(pair.First, pair.Second)).ToList();
        Stands(docx, applied.Bytes, written, ["Laminar", Written.Surgeon]);

        var cleared = Written.Open(applied.Bytes).Clear(Written.At);
        Stands(docx, cleared, written, [Written.Surgeon]);
        Assert.DoesNotContain("laminar:", Written.Part(cleared, "word/document.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Laminar\"", Written.Part(cleared, "word/document.xml") + Written.Part(cleared, "word/comments.xml"), StringComparison.Ordinal);
        Assert.Equal("", Written.Record(cleared));
    }

    /// <summary>The laws hold, and accepted the text has each sentence as often as it was answered.</summary>
    private static void Stands(byte[] before, byte[] after, List<string> sentences, string[] authors)
    {
        Lawful.Kept(WritingLaws.Check(before, after, authors));
        var text = string.Join('\n', WordText.Accepted(after).Texts);
        Assert.All(sentences.CountBy(static sentence => sentence), sentence => Assert.True(sentence.Value == Count(text, sentence.Key), $"“{sentence.Key}” stands {Count(text, sentence.Key)} times and not {sentence.Value}:\n{text}"));
    }

    private static int Count(string text, string sentence)
    {
        var count = 0;
        for (var found = text.IndexOf(sentence, StringComparison.Ordinal); found >= 0; found = text.IndexOf(sentence, found + sentence.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private static string Sentence(Finding gap, Answer answer) => Written.Clean(Wording.Of(gap.Suggestion!, gap.Suggestion!.Fields.ToDictionary(static field => field.Name, _ => answer.Text!)));

    private static ScanResult Lines(Draft draft) => AskingEverywhere.Scan(draft) is var scan
        ? scan with { Findings = [.. scan.Findings.Select(static finding => finding with { Placement = finding.Placement is { } place ? place with { OwnParagraph = true } : null })] } : null!;

    private static string[] Ids(byte[] docx) => [.. Shipped.Scan(Written.Open(docx).Draft).Findings.Select(static finding => finding.Id)];
}
