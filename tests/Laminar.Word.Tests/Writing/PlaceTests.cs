using Laminar.Tests.Generated;
using Laminar.Tests.Laws;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>Where a suggestion goes beside what must not be cut. ⟦…⟧ is the suggestion.</summary>
public class PlaceTests
{
    private const string Put = "⟦ It was [field].⟧";
    private const string By = "w:author=\"B. Editor\" w:date=\"2026-01-06T09:30:00Z\"";
    private const string Rest = "<w:r\t\t><w:t xml:space=\"preserve\"> Closed.</w:t></w:r>";

    private static string Suggested(string body, string words = "prone.", bool ownParagraph = false)
        => Written.Body(Written.Lawfully(SamplePackage.Of(IdStamp.Stamp(body)), Asking.Behind(words, ownParagraph: ownParagraph)));

    public static TheoryData<string> Uncut { get; } = new(
        Held("<w:text/>"),
        Held("<w:dropDownList><w:listItem w:displayText=\"a\" w:value=\"a\"/></w:dropDownList>"),
        Held("<w:comboBox/>"),
        Held("<w:date/>"),
        Held("<w:lock w:val=\"contentLocked\"/>"),
        Held("<w:lock w:val=\"sdtContentLocked\"/>"),
        Held("<w:dataBinding w:xpath=\"/a\" w:storeItemID=\"{11111111-2222-3333-4444-555555555555}\"/>"),
        Held("<w:group/>"),
        Held("<w:showingPlcHdr/>"),
        $"<w:hyperlink w:anchor=\"_top\">{Words}</w:hyperlink>",
        $"<w:fldSimple w:instr=\" TITLE \">{Words}</w:fldSimple>",
        $"<w:moveToRangeStart w:id=\"7\" {By} w:name=\"m\"/><w:moveTo w:id=\"8\" {By}>{Words}</w:moveTo>",
        Field("begin") + Instruction(" TITLE ") + Field("separate") + Words + Field("end"),
        Field("begin") + Instruction(" IF ") + Field("begin") + Instruction(" TITLE ") + Field("separate") + R("x") + Field("end") + Field("separate") + Words + Field("end"));

    private static string Words => R("It lay prone. Closed.");

    private static string Held(string kind) => $"<w:sdt><w:sdtPr><w:id w:val=\"1\"/>{kind}</w:sdtPr><w:sdtContent>{Words}</w:sdtContent></w:sdt>";

    [Theory]
    [MemberData(nameof(Uncut))]
    public void Behind_the_whole_of_what_must_not_be_cut(string element)
        => Assert.Equal(P(R("Then. ") + element + Put + R(" End.")), Suggested(P(R("Then. ") + element + R(" End."))));

    [Fact]
    public void A_field_without_an_end_is_cut_like_text() => Assert.Equal(
        P(Field("begin") + Instruction(" TITLE ") + Field("separate") + R("It lay prone.") + Put + Rest),
        Suggested(P(Field("begin") + Instruction(" TITLE ") + Field("separate") + R("It lay prone. Closed."))));

    [Fact]
    public void Inside_a_rich_control_that_is_open_to_text()
        => Assert.Equal(P($"<w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent>{R("It lay prone.")}{Put}{Rest}</w:sdtContent></w:sdt>"), Suggested(P(Held(""))));

    [Fact]
    public void Behind_the_reference_of_a_footnote_at_the_sentences_end() => Assert.Equal(
        P(R("It lay prone.") + Put + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + R(" End.")),
        Suggested(P(R("It lay prone.") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + R(" End."))));

    [Fact]
    public void Someone_elses_insertion_is_cut_and_its_second_half_has_a_number_of_its_own()
    {
        var body = Suggested(P($"<w:ins w:id=\"1\" {By}>{R("It lay prone. Closed.")}</w:ins>"));
        Assert.Matches($"^<w:p><w:ins w:id=\"1\" {By}>{R("It lay prone.")}</w:ins>{Put.Replace("[", "\\[", StringComparison.Ordinal)}<w:ins w:id=\"([^1]\\d*)\" {By}\t>{Rest}</w:ins></w:p>$", body);
    }

    [Fact]
    public void At_the_end_of_someone_elses_insertion_it_is_not_cut()
        => Assert.Equal(P($"<w:ins w:id=\"1\" {By}>{R("It lay prone.")}</w:ins>{Put}{R(" End.")}"), Suggested(P($"<w:ins w:id=\"1\" {By}>{R("It lay prone.")}</w:ins>{R(" End.")}")));

    [Fact]
    public void Deleted_text_beside_it_stays_deleted() => Assert.Equal(
        P(R("It lay prone.") + Put + $"<w:del w:id=\"1\" {By}><w:r><w:delText>x</w:delText></w:r></w:del>" + R(" End.")),
        Suggested(P(R("It lay prone.") + $"<w:del w:id=\"1\" {By}><w:r><w:delText>x</w:delText></w:r></w:del>" + R(" End."))));

    [Fact]
    public void In_a_cell() => Assert.Contains($"<w:p>{R("It lay prone.")}{Put}</w:p></w:tc>", Suggested(Table(P(R("It lay prone."))) + P(R("End."))), StringComparison.Ordinal);

    [Fact]
    public void A_line_for_the_last_paragraph_of_a_cell_goes_into_that_paragraph()
        => Assert.Contains($"<w:p>{R("It lay prone.")}{Put}</w:p></w:tc>", Suggested(Table(P(R("It lay prone."))) + P(R("End.")), ownParagraph: true), StringComparison.Ordinal);

    [Fact]
    public void A_line_before_another_paragraph_gets_one_of_its_own()
        => Assert.Matches($"^{P(R("It lay prone."))}<w:p><w:pPr><w:rPr><w:ins [^>]*/></w:rPr></w:pPr>⟦It was \\[field\\].⟧</w:p>{P(R("End."))}$", Suggested(P(R("It lay prone.")) + P(R("End.")), ownParagraph: true));

    [Fact]
    public void A_line_before_a_table_goes_into_the_paragraph()
        => Assert.StartsWith($"<w:p>{R("It lay prone.")}{Put}</w:p>", Suggested(P(R("It lay prone.")) + Table(P(R("x"))) + P(""), ownParagraph: true), StringComparison.Ordinal);

    [Fact]
    public void In_a_text_box_in_the_newer_form_alone()
    {
        var body = Suggested(P(R("Out.") + TextBox.Around(P(R("It lay prone.")))) + P(R("End.")));
        Assert.Contains($"<w:txbxContent><w:p>{R("It lay prone.")}{Put}</w:p></w:txbxContent></wps:txbx>", body, StringComparison.Ordinal);
        Assert.Contains($"<v:textbox><w:txbxContent>{P(R("It lay prone."))}</w:txbxContent>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_about_words_in_a_text_box_is_put_around_the_box()
    {
        var asked = Written.Body(Written.Lawfully(SamplePackage.Of(IdStamp.Stamp(P(R("Out.") + TextBox.Around(P(R("It lay prone.")))))), Asking.About("prone."), AnnotationMode.Questions));
        Assert.StartsWith($"<w:p>{R("Out.")}{{<w:r><mc:AlternateContent>", asked, StringComparison.Ordinal);
        Assert.EndsWith("</mc:AlternateContent></w:r>}</w:p>", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_stands_on_its_words() => Assert.Equal(
        P(R("It lay ") + "{" + R("prone").Replace("<w:r>", "<w:r\t\t>", StringComparison.Ordinal) + "}" + R(".").Replace("<w:r>", "<w:r\t\t>", StringComparison.Ordinal)),
        Written.Body(Written.Lawfully(SamplePackage.Of(P(R("It lay prone."))), Asking.About("prone"), AnnotationMode.Questions)));

    [Fact]
    public void Both_sides_of_a_disagreement_are_asked_about_in_both_forms()
    {
        var docx = SamplePackage.Of(P(R("It was left.")) + P(R("It was right.")));
        foreach (var mode in Enum.GetValues<AnnotationMode>())
        {
            var asked = Written.Lawfully(docx, Asking.About("left", "right"), mode);
            Assert.Equal(2, Written.Body(asked).Count('{'));
            Assert.Equal(2, Written.Questions(asked).Length);
        }
    }

    [Fact]
    public void A_deleted_paragraph_mark_keeps_its_place_behind_the_suggestion()
    {
        const string Mark = "<w:rPr><w:del w:id=\"1\" w:author=\"B\"/></w:rPr>";
        var docx = SamplePackage.Of(P(R("It lay prone."), Mark) + P(R(" Closed.")));
        var annotated = Written.Lawfully(docx, Asking.Behind("Closed."));
        Assert.Equal(["It lay prone. Closed. It was [field]."], WordText.Accepted(annotated).Texts);
    }

    [Theory]
    [InlineData("<w:p/>", "<w:p>⟦It was [field].⟧</w:p\t>")]
    [InlineData("<w:p></w:p>", "<w:p>⟦It was [field].⟧</w:p>")]
    [InlineData("<w:p w:rsidR=\"00A1B2C3\"/>", "<w:p w:rsidR=\"00A1B2C3\">⟦It was [field].⟧</w:p\t>")]
    [InlineData("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:p>", "<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>⟦It was [field].⟧</w:p>")]
    [InlineData("<w:p><w:r/></w:p>", "<w:p>⟦It was [field].⟧<w:r/></w:p>")]
    public void An_empty_paragraph_takes_it(string paragraph, string expected)
        => Assert.Equal(expected, Written.Body(Written.Lawfully(SamplePackage.Of(paragraph), Asking.At(0))));

    [Fact]
    public void A_phrase_in_a_locked_region_stands_before_the_next_paragraph()
    {
        var locked = $"<w:sdt><w:sdtPr><w:id w:val=\"1\"/><w:lock w:val=\"contentLocked\"/></w:sdtPr><w:sdtContent>{P(R("It lay prone."))}</w:sdtContent></w:sdt>";
        Assert.Matches($"^{locked}<w:p><w:pPr><w:rPr><w:ins [^>]*/></w:rPr></w:pPr>⟦It was \\[field\\].⟧</w:p>{P(R("End."))}$", Suggested(locked + P(R("End."))));
    }

    [Fact]
    public void Where_no_phrase_can_stand_it_is_asked_as_a_question()
    {
        var locked = $"<w:sdt><w:sdtPr><w:id w:val=\"1\"/><w:lock w:val=\"contentLocked\"/></w:sdtPr><w:sdtContent>{P(R("It lay prone."))}</w:sdtContent></w:sdt>";
        var asked = Written.Lawfully(SamplePackage.Of(locked), Asking.Behind("prone."));
        Assert.DoesNotContain("⟦", Written.Body(asked), StringComparison.Ordinal);
        Assert.Single(Written.Questions(asked));
    }

    private static string Table(string cell) => "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4500\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"4500\" w:type=\"dxa\"/></w:tcPr>" + cell + "</w:tc></w:tr></w:tbl>";
}
