using Laminar.Engine.Notes;

namespace Laminar.Engine.Tests;

/// <summary>A draft made from a standard note is read by its tags first and its words second.</summary>
public sealed class NoteFieldTests
{
    private static ScanResult Scan(params string[] lines)
        => Shipped.Scan(FieldText.Draft("draft.docx", ["PROCEDURE PERFORMED: Decompression of the spine.", "DESCRIPTION OF PROCEDURE:", .. lines]));

    [Theory]
    [InlineData("Imaging {guidance: fluoroscopic}", "guidance", "fluoroscopy")]
    [InlineData("Where: {levels: C5-6}", "levels", "C5-C6")]
    [InlineData("Which one: {laterality: the left side}", "laterality", "left")]
    [InlineData("Seen by {visualization: image alone}", "visualization", "indirect")]
    [InlineData("Foramen {adjunct.foraminotomy: opened}", "adjunct.foraminotomy", "performed")]
    [InlineData("Tools {devices: a kyphoscope}", "devices", "a kyphoscope")]
    [InlineData("For {indication: stenosis}", "indication", "stenosis")]
    [InlineData("Freed {target: spinal cord}", "target", "spinal-cord")]
    public void A_filled_field_documents_its_element_whatever_stands_around_it(string line, string element, string value)
    {
        var read = Scan(line).Element(element);

        Assert.Equal((ElementStatus.Documented, value), (read.Status, string.Join(", ", read.Values)));
    }

    [Fact]
    public void Every_option_of_every_field_is_read_from_its_tag_as_from_its_phrase()
    {
        Assert.All(
            from element in Shipped.Pack.Outline
            from field in element.Fields
            from option in field.Options
            where option != AnswerWords.Other && option != AnswerWords.UnableToState && !AnswerWords.IsNotDone(option)
            select (element, option),
            one =>
            {
                var read = Scan($"Q {{{one.element.Id}: {one.option}}}").Element(one.element.Id);
                Assert.True(read.Status == ElementStatus.Documented, $"{one.element.Id}: {one.option}: {read.Status}");
            });
    }

    [Theory]
    [InlineData("guidance", "none used")]
    [InlineData("contrast", "none used")]
    [InlineData("adjunct.ligament", "not performed")]
    public void Not_done_answers_where_a_denial_answers(string element, string option)
        => Assert.Equal(ElementStatus.NotPerformed, Scan($"Q {{{element}: {option}}}").Element(element).Status);

    [Theory]
    [InlineData("The {target: nerve root} was not decompressed.", "target")]
    [InlineData("If stenosis is seen the {target: nerve root} will be decompressed.", "target")]
    [InlineData("No {guidance: fluoroscopy} was used.", "guidance")]
    [InlineData("Q {guidance: unable to state}", "guidance")]
    [InlineData("Q {guidance: as usual}", "guidance")]
    [InlineData("Q {levels: the usual one}", "levels")]
    [InlineData("Q {procedure: not performed}", "procedure")]
    public void Nothing_is_made_of_words_that_give_no_value_or_that_the_sentence_denies(string line, string element)
        => Assert.NotEqual(ElementStatus.Documented, Scan(line).Element(element).Status);

    [Theory]
    [InlineData("Q {guidance}")]
    [InlineData("Q {guidance: other}")]
    [InlineData("Q {guidance: ***}")]
    public void An_unfilled_field_is_a_placeholder_of_its_element(string line)
    {
        var scan = Scan(line);

        Assert.Equal(ElementStatus.Missing, scan.Element("guidance").Status);
        Assert.Equal(FindingKind.Placeholder, Assert.Single(scan.Findings, f => f.Element == "guidance").Kind);
        Assert.NotEmpty(scan.Blanks);
    }

    [Fact]
    public void The_phrases_of_a_note_say_nothing_of_any_element_while_their_fields_are_empty()
    {
        var scan = Scan([.. Shipped.Pack.Outline.Where(e => e.Phrase is not null).Select(e => Filled(e, $"{{{e.Id}}}"))]);

        Assert.DoesNotContain(scan.Elements, e => e.Status != ElementStatus.Missing);
        Assert.All(scan.Findings, f => Assert.Equal(FindingKind.Placeholder, f.Kind));
    }

    [Fact]
    public void A_way_out_in_a_phrase_says_nothing_of_another_element()
    {
        var scan = Scan([.. Shipped.Pack.Outline.Where(e => e.Phrase is not null).Select(e => Filled(e, $"{{{e.Id}: {e.Fields[0].Options.First(AnswerWords.IsNotDone)}}}"))]);

        Assert.DoesNotContain(scan.Elements, e => e.Status is ElementStatus.Ambiguous or ElementStatus.Conflict);
        Assert.Equal(
            Shipped.Pack.Elements.Where(e => e.HeadingDocuments && e.Kind == Elements.ElementKind.Words).Select(e => e.Id),
            scan.Elements.Where(e => e.Status == ElementStatus.Documented).Select(e => e.Id));
    }

    private static string Filled(PackElement element, string field) => element.Phrase!.Replace($"{{{element.Fields[0].Name}}}", field, StringComparison.Ordinal);

    [Fact]
    public void A_field_and_words_that_disagree_are_a_conflict()
        => Assert.Equal(
            ElementStatus.Conflict,
            Shipped.Scan(FieldText.Draft("d", ["PROCEDURE PERFORMED: Percutaneous laminotomy, right C6-7.", "DESCRIPTION OF PROCEDURE:", "Q {levels: C5-6}"])).Element("levels").Status);

    [Fact]
    public void A_field_in_the_plan_documents_nothing()
        => Assert.Equal(ElementStatus.Missing, Scan("The patient was draped.", "PLAN:", "Q {guidance: CT}").Element("guidance").Status);

    [Fact]
    public void A_suggestions_tag_is_no_fields() => Assert.Null(NoteTag.Element("laminar:levels:0123456789abcdef"));

    [Fact]
    public void A_file_full_of_fields_is_read_in_time()
        => Assertions.AssertSound(FieldText.Draft("d", Enumerable.Repeat(string.Concat(Enumerable.Repeat("{levels: C5-6} {guidance} ", 200)), 50)));

    /// <summary>Eight times the sentences may take forty times as long, as in <see cref="AnyTextTests"/>.</summary>
    [Theory]
    [InlineData("At C5-6. ")]
    [InlineData("It was so. ")]
    public void A_field_around_sentences_without_number_takes_time_in_proportion(string sentence)
    {
        var (little, much) = (Time(Around(sentence, 2_500)), Time(Around(sentence, 20_000)));

        Assert.True(much <= (40 * little) + 100, $"{little:F1} ms for 2,500 sentences, {much:F1} ms for 20,000.");
        Assert.True(much < 2_000, $"{much:F1} ms for 20,000 sentences.");
    }

    [Fact]
    public void A_reading_of_fields_is_called_off()
    {
        using var called = new CancellationTokenSource();
        called.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Scanner.Scan(Around("At C5-6. ", 10), Shipped.Pack, called.Token));
    }

    private static Draft Around(string sentence, int times)
    {
        var text = string.Concat(Enumerable.Repeat(sentence, times));
        return new Draft("d", "", [new DraftParagraph("DESCRIPTION OF PROCEDURE:"), new DraftParagraph(text) { Spans = [new DraftSpan(DraftSpanKind.ContentControl, 0, text.Length, NoteTag.Of("levels"))] }], []);
    }

    private static double Time(Draft draft) => Enumerable.Range(0, 3).Min(_ =>
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Scanner.Scan(draft, Shipped.Pack, TestContext.Current.CancellationToken);
        return watch.Elapsed.TotalMilliseconds;
    });
}
