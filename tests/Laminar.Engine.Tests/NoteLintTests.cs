using System.Text.Json;
using Laminar.Engine.Notes;

namespace Laminar.Engine.Tests;

/// <summary>The lint of standard notes. The cases of its rules stand with their wording and run with the pack's examples.</summary>
public sealed class NoteLintTests
{
    /// <summary>Check K03: each fact is named with its place, and a field is proposed instead.</summary>
    [Theory]
    [InlineData("guidance", "fluoroscopic guidance", "Image guidance: {guidance}.")]
    [InlineData("levels", "C5-6", "Interspace treated: {level}.")]
    [InlineData("laterality", "left", "Side: {side}.")]
    public void A_hard_coded_fact_is_named_with_its_place_and_the_field_to_put_there(string element, string words, string sentence)
    {
        const string Line = "The cannula was advanced under fluoroscopic guidance at left C5-6.";

        var finding = Assert.Single(Check("DESCRIPTION OF PROCEDURE:", Line).Findings, f => f.Element == element && f.Rule == NoteRules.HardCodedFact);

        Assert.Equal(Severity.Required, finding.Severity);
        Assert.Equal(new NotePlace(1, Line.IndexOf(words, StringComparison.Ordinal), words.Length, words), finding.Place);
        Assert.Equal(NoteTag.Of(element), finding.Field!.Tag);
        Assert.Equal(sentence, finding.Field.Text);
        Assert.Contains(AnswerWords.UnableToState, finding.Field.Options);
    }

    [Fact]
    public void A_scan_of_a_draft_made_from_the_note_knows_nothing_of_the_lint()
        => Assert.DoesNotContain(
            Shipped.Describe("The cannula was advanced under fluoroscopic guidance at left C5-6.").Findings,
            f => f.Element is "guidance" or "levels" or "laterality");

    [Fact]
    public void Every_rule_has_cases_of_both_sorts()
        => Assert.Equal(
            NoteRules.All.SelectMany(rule => new[] { (rule, false), (rule, true) }),
            Shipped.Pack.Guide.Examples.Select(e => (e.Rule, e.Flags)).Distinct().OrderBy(e => NoteRules.All.ToList().IndexOf(e.Rule)).ThenBy(e => e.Flags));

    [Fact]
    public void A_case_that_fails_is_shown_at_its_line()
    {
        var pack = Pack.Compile(Shipped.With("notes.yaml", t => t.Replace("\"The patient was ***.\"", "\"The patient was prone.\"", StringComparison.Ordinal)));

        var failure = Assert.Single(PackExamples.Run(pack).Failures);

        Assert.Equal("shared/notes.yaml", failure.File);
        Assert.Contains("The patient was prone.", failure.Excerpt, StringComparison.Ordinal);
        Assert.Contains(NoteRules.Residue, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_are_covered_by_their_field_or_where_no_patient_differs_by_words()
    {
        var result = Check("DESCRIPTION OF PROCEDURE:", "The approach was percutaneous.", "Instruments were advanced under {guidance} guidance.", "The spinal cord was decompressed.");

        Assert.Equal(
            [("route", NoteCoverage.Lacking), ("access", NoteCoverage.Wording), ("guidance", NoteCoverage.Field), ("target", NoteCoverage.Lacking)],
            result.Elements.Where(e => e.Id is "route" or "access" or "guidance" or "target").Select(e => (e.Id, e.Covered)));
        Assert.DoesNotContain(result.Elements, e => e.Id == "region");
        Assert.Equal(Severity.Recommended, result.Findings.Single(f => f.Rule == NoteRules.LackingField && f.Element == "devices").Severity);
        Assert.Equal(Severity.Required, result.Findings.Single(f => f.Rule == NoteRules.LackingField && f.Element == "levels").Severity);
    }

    [Fact]
    public void A_field_over_several_paragraphs_is_no_doubled_one()
    {
        var field = new DraftField([], takesWords: true);
        var paragraph = new DraftParagraph("[levels]") { Spans = [new DraftSpan(DraftSpanKind.Placeholder, 0, 8, NoteTag.Of("levels")) { Field = field }] };

        Assert.DoesNotContain(Check(new Draft("n", "", [paragraph, paragraph], [])).Findings, f => f.Rule == NoteRules.DoubledTag);
        Assert.Contains(Check(FieldText.Draft("n", ["{levels}", "{levels}"])).Findings, f => f.Rule == NoteRules.DoubledTag);
    }

    [Fact]
    public void What_is_lacking_comes_last_and_the_rest_in_the_notes_order()
    {
        var places = Check("DESCRIPTION OF PROCEDURE:", "At left C5-6 the *** was seen.", "{levels: C5-6} {nothing}").Findings.Select(f => f.Place).ToList();

        var placed = places.TakeWhile(p => p is not null).ToList();
        Assert.All(places.Skip(placed.Count), Assert.Null);
        Assert.Equal(placed.OrderBy(p => (p!.Paragraph, p.Start)), placed);
        Assert.True(placed.Count >= 5);
    }

    [Fact]
    public void The_writer_and_the_serializer_agree()
    {
        var result = Check("DESCRIPTION OF PROCEDURE:", "At left C5-6 the *** was seen.", "{levels: C5-6} {nothing}");
        foreach (var (indented, options) in new[] { (false, SerializedResult.Line), (true, SerializedResult.Indented) })
        {
            using var stream = new MemoryStream();
            NoteLintWriter.Write(stream, result, indented);
            Assert.Equal(JsonSerializer.Serialize(result, options), System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    [Theory]
    [InlineData(-5, 3)]
    [InlineData(2, 400)]
    [InlineData(90, 4)]
    [InlineData(3, -2)]
    public void Spans_outside_of_the_text_are_taken(int start, int length)
    {
        var spans = new[] { DraftSpanKind.ContentControl, DraftSpanKind.Placeholder }.Select(kind => new DraftSpan(kind, start, length, NoteTag.Of("levels"))).ToList();
        var draft = new Draft("n", "", [new DraftParagraph("At left C5-6 the *** was seen.") { Spans = spans }], []);

        Assert.NotEmpty(Check(draft).Findings);
        Assertions.AssertSound(draft);
    }

    [Fact]
    public void A_file_full_of_fields_and_facts_is_read_in_time()
        => Assert.NotEmpty(Check(FieldText.Draft("n", [string.Concat(Enumerable.Repeat("At left C5-6 {levels: C5-6} *** {guidance} was seen. ", 10_000))])).Findings);

    /// <summary>Eight times the text may take forty times as long, as in <see cref="AnyTextTests"/>.</summary>
    [Theory]
    [InlineData("laminotomy ")]
    [InlineData("percutaneous ")]
    [InlineData("fluoroscopy ")]
    [InlineData("decompressed ")]
    public void A_paragraph_of_one_word_takes_time_in_proportion(string word)
    {
        var (little, much) = (Time(word, 128 * 1024), Time(word, 1024 * 1024));

        Assert.True(much <= (40 * little) + 100, $"{little:F1} ms for an eighth, {much:F1} ms for a megabyte.");
    }

    private static double Time(string word, int length)
    {
        var note = FieldText.Draft("n", ["DESCRIPTION OF PROCEDURE:", string.Concat(Enumerable.Repeat(word, length / word.Length))]);
        return Enumerable.Range(0, 2).Min(_ =>
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Check(note);
            return watch.Elapsed.TotalMilliseconds;
        });
    }

    [Theory]
    [MemberData(nameof(FindingTests.Texts), MemberType = typeof(FindingTests))]
    public void Any_draft_is_taken_and_every_place_is_in_it(string text)
    {
        var draft = Draft.FromText("note.txt", text);
        Assert.All(
            Check(draft).Findings.Select(f => f.Place).OfType<NotePlace>(),
            p => Assert.Equal(p.Text, draft.Paragraphs[p.Paragraph].Text.Substring(p.Start, p.Length)));
    }

    private static NoteLintResult Check(params string[] lines) => Check(FieldText.Draft("note.docx", lines));

    private static NoteLintResult Check(Draft note) => NoteLint.Check(note, Shipped.Pack, TestContext.Current.CancellationToken);
}
