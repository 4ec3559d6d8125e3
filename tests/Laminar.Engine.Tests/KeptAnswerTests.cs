using System.Text;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Engine.Tests;

/// <summary>Answers that a document keeps close their questions, as long as they hold.</summary>
public sealed class KeptAnswerTests
{
    private static readonly List<string> Open = OpenDraft.Without("target");

    private static Finding Target => OpenDraft.Scan(Open).Findings.Single(f => f.Element == "target");

    private static string Unable => Target.Suggestion!.UnableToState!;

    private static DraftAnswer Answer => new(Target.Id, AnswerWords.UnableToState, WordingPrint.Of(Unable));

    [Fact]
    public void An_answer_holds_while_its_sentence_stands_in_any_paragraph()
    {
        var result = OpenDraft.Scan(Open.Append("Something else. " + Unable), Answer);

        Assert.DoesNotContain(result.Findings, f => f.Element == "target");
        Assert.Equal([new AnsweredFinding(Target.Id, "target", AnswerWords.UnableToState)], result.Answered);
    }

    [Fact]
    public void Who_removes_the_sentence_is_asked_again()
    {
        var result = OpenDraft.Scan(Open, Answer);

        Assert.Contains(result.Findings, f => f.Id == Target.Id);
        Assert.Empty(result.Answered);
    }

    [Fact]
    public void Another_draft_without_the_answer_is_asked_as_usual()
        => Assert.Contains(OpenDraft.Scan(Open.Append(Unable)).Findings, f => f.Id == Target.Id);

    [Fact]
    public void What_was_dismissed_stays_dismissed()
    {
        var result = OpenDraft.Scan(Open, new DraftAnswer(Target.Id, AnswerWords.Dismissed, null));

        Assert.DoesNotContain(result.Findings, f => f.Element == "target");
        Assert.Equal(AnswerWords.Dismissed, Assert.Single(result.Answered).Answer);
    }

    [Fact]
    public void An_answer_without_a_print_holds_nothing()
        => Assert.Empty(OpenDraft.Scan(Open.Append(Unable), Answer with { Print = null }).Answered);

    [Fact]
    public void What_no_sentence_can_say_holds_without_one()
    {
        var conflict = OpenDraft.Scan(FictionalDraft.Paragraphs).Findings.Single(f => f is { Element: "laterality", Kind: FindingKind.Conflict });

        Assert.DoesNotContain(OpenDraft.Scan(FictionalDraft.Paragraphs, new DraftAnswer(conflict.Id, AnswerWords.UnableToState, null)).Findings, f => f.Id == conflict.Id);
    }

    [Theory]
    [InlineData("left", false)]
    [InlineData(AnswerWords.Other, false)]
    [InlineData(AnswerWords.NotPerformed, false)]
    [InlineData(AnswerWords.UnableToState, true)]
    [InlineData(AnswerWords.Dismissed, true)]
    public void A_conflict_is_closed_by_mending_it_and_not_by_one_more_sentence(string answer, bool closes)
    {
        var conflict = OpenDraft.Scan(FictionalDraft.Paragraphs).Findings.Single(f => f is { Element: "laterality", Kind: FindingKind.Conflict });
        var result = OpenDraft.Scan(FictionalDraft.Paragraphs, new DraftAnswer(conflict.Id, answer, WordingPrint.Of("INDICATIONS: Stiff legs for a year.")));

        Assert.Equal(closes, !result.Findings.Any(f => f.Id == conflict.Id));
        Assert.Equal(closes, result.Answered.Count == 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("target")]
    [InlineData("..")]
    [InlineData("nothing-of-this-pack.missing.0000000000000000")]
    public void What_is_no_finding_of_the_pack_is_passed_over(string finding)
        => Assert.Empty(OpenDraft.Scan(Open, new DraftAnswer(finding, AnswerWords.Dismissed, null)).Answered);

    [Fact]
    public void An_element_whose_name_has_a_dot_is_named_whole()
        => Assert.Equal("imaging.preoperative", OpenDraft.Scan(Open, new DraftAnswer("imaging.preoperative.title-only.0123456789abcdef", AnswerWords.Dismissed, null)).Answered.Single().Element);

    [Fact]
    public void A_document_that_claims_more_answers_than_any_form_has_is_not_searched_for_all()
    {
        var claims = Enumerable.Range(0, 100_000).Select(i => new DraftAnswer(FormattableString.Invariant($"target.missing.{i:x16}"), AnswerWords.Dismissed, null)).ToList();

        Assert.InRange(OpenDraft.Scan(Open, claims).Answered.Count, 1, 1_000);
    }

    [Fact]
    public void The_question_about_a_group_is_the_same_whichever_of_it_are_open()
    {
        var some = OpenDraft.Scan(OpenDraft.Without("adjunct.ligament")).Findings.Single(f => f.Element == "adjunct");
        var more = OpenDraft.Scan(OpenDraft.Without("adjunct.ligament", "adjunct.discectomy")).Findings.Single(f => f.Element == "adjunct");

        Assert.Equal(some.Id, more.Id);
        Assert.NotEqual(some.Title, more.Title);
    }

    [Fact]
    public void The_writer_of_results_writes_answers_blanks_and_both_sentences()
    {
        var result = OpenDraft.Scan(Open.Where(l => !l.StartsWith("A laminotomy", StringComparison.Ordinal)).Append("Blank: ____"), new DraftAnswer(Target.Id, AnswerWords.Dismissed, null));
        using var stream = new MemoryStream();
        ResultWriter.Write(stream, result, indented: false);
        var json = Encoding.UTF8.GetString(stream.ToArray());

        Assert.Equal(JsonSerializer.Serialize(result, SerializedResult.Line), json);
        Assert.Contains("\"answered\":[{\"id\":", json, StringComparison.Ordinal);
        Assert.Contains("\"blanks\":[{\"paragraph\":", json, StringComparison.Ordinal);
        Assert.Contains("\"notPerformed\":\"Neither", json, StringComparison.Ordinal);
        Assert.Contains("\"unableToState\":\"Which procedure", json, StringComparison.Ordinal);
    }
}
