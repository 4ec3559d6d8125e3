using Laminar.Tests.Generated;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>How the run is cut that a suggestion goes into the middle of. ⟦…⟧ is the suggestion.</summary>
public class CutTests
{
    private const string Put = "⟦ It was [field].⟧";

    private static string Suggested(string paragraph, string words = "prone.")
        => Written.Body(Written.Lawfully(SamplePackage.Of(paragraph), Asking.Behind(words)));

    [Fact]
    public void Behind_the_last_run_nothing_is_cut()
        => Assert.Equal(P(R("It lay ") + R("prone.") + Put), Suggested(P(R("It lay ") + R("prone."))));

    [Fact]
    public void Between_two_runs_nothing_is_cut()
        => Assert.Equal(P(R("It lay prone.", "<w:b/>") + Put + R(" Closed.")), Suggested(P(R("It lay prone.", "<w:b/>") + R(" Closed."))));

    [Fact]
    public void A_sentence_that_is_split_over_runs_is_not_cut_inside()
        => Assert.Equal(P(R("It lay pr") + "<w:proofErr w:type=\"spellStart\"/>" + R("one") + R(".") + Put + R(" Closed.")), Suggested(P(R("It lay pr") + "<w:proofErr w:type=\"spellStart\"/>" + R("one") + R(".") + R(" Closed."))));

    [Fact]
    public void A_run_is_cut_in_two_with_its_own_attributes_and_formatting() => Assert.Equal(
        "<w:p><w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">It lay prone.</w:t></w:r>" + Put + "<w:r w:rsidR=\"00A1B2C3\"\t\t><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> Closed.</w:t></w:r></w:p>",
        Suggested("<w:p><w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">It lay prone. Closed.</w:t></w:r></w:p>"));

    [Fact]
    public void A_text_that_did_not_say_so_says_that_its_spaces_count() => Assert.Equal(
        "<w:p><w:r><w:t xml:space=\"preserve\">It lay prone.</w:t></w:r>" + Put + "<w:r\t\t\t><w:t xml:space=\"preserve\"> Closed.</w:t></w:r></w:p>",
        Suggested("<w:p><w:r><w:t>It lay prone. Closed.</w:t></w:r></w:p>"));

    [Fact]
    public void Beside_a_tab_or_a_break_the_run_is_cut_between_its_elements() => Assert.Equal(
        "<w:p><w:r><w:t>It lay prone.</w:t></w:r>" + Put + "<w:r\t><w:br/><w:t>Closed.</w:t></w:r></w:p>",
        Suggested("<w:p><w:r><w:t>It lay prone.</w:t><w:br/><w:t>Closed.</w:t></w:r></w:p>"));

    [Theory]
    [InlineData("<w:t>It lay prone.</w:t><w:t/>", "")]
    [InlineData("<w:t/><w:t>It lay prone.</w:t><w:t></w:t>", "")]
    [InlineData("<w:t>It lay prone.</w:t><w:t/>", "<w:tab/>")]
    [InlineData("<w:t>It lay prone.</w:t>\n  ", "<w:br/>")]
    [InlineData("<w:t>It lay prone.</w:t><w:t> </w:t>", "")]
    [InlineData("<w:t>It lay prone.</w:t><w:t>&#32;<![CDATA[ ]]></w:t>", "")]
    [InlineData("<w:t>It lay prone.</w:t>", "<w:t xml:space=\"preserve\"> </w:t>")]
    public void No_half_is_empty(string first, string second) => Assert.Equal(
        $"<w:p>{{<w:r>{first}</w:r>}}{Put}{(second.Length > 0 ? $"<w:r\t>{second}</w:r>" : "")}</w:p>",
        Written.Body(Written.Lawfully(SamplePackage.Of($"<w:p><w:r>{first}{second}</w:r></w:p>"), static draft => Asking.For(draft, [.. Asking.Behind("prone.")(draft).Findings, .. Asking.About("It lay prone.")(draft).Findings]))));

    [Theory]
    [InlineData("It lay &lt; prone. &amp; closed", "It lay &lt; prone.", " &amp; closed")]
    [InlineData("µ &#x3BC; \U0001F600 &#128512; prone. So", "µ &#x3BC; \U0001F600 &#128512; prone.", " So")]
    [InlineData("so\u00ADft &#xAD; prone. So", "so\u00ADft &#xAD; prone.", " So")]
    [InlineData("It <!-- is --> lay<?x y?> prone. So", "It <!-- is --> lay<?x y?> prone.", " So")]
    [InlineData("<![CDATA[A < b & c lay prone. So]]>", "<![CDATA[A < b & c lay prone.]]>", "<![CDATA[ So]]>")]
    [InlineData("It <![CDATA[& it]]> &amp; lay prone. So", "It <![CDATA[& it]]> &amp; lay prone.", " So")]
    [InlineData("<![CDATA[It lay prone.]]><![CDATA[ So]]>", "<![CDATA[It lay prone.]]>", "<![CDATA[]]><![CDATA[ So]]>")]
    public void A_text_is_cut_at_the_character_however_it_is_written(string text, string first, string second)
        => Assert.Equal(P($"<w:r>{T(first)}</w:r>{Put}<w:r\t\t>{T(second)}</w:r>"), Suggested(P($"<w:r>{T(text)}</w:r>")));

    [Fact]
    public void A_tracked_change_of_the_formatting_has_a_number_of_its_own_in_each_half()
    {
        const string Change = "<w:b/><w:rPrChange w:id=\"{0}\" w:author=\"B\" w:date=\"2026-01-06T09:30:00Z\"><w:rPr/></w:rPrChange>";
        var old = string.Format(null, Change, 1);
        Assert.Equal(P(R("It lay prone.", old) + Put + R(" Closed.", string.Format(null, Change, 2)).Replace("<w:r>", "<w:r\t\t>", StringComparison.Ordinal)), Suggested(P(R("It lay prone. Closed.", old))));
    }

    [Fact]
    public void A_bookmark_keeps_its_place_between_the_runs() => Assert.Equal(
        P("<w:bookmarkStart w:id=\"3\" w:name=\"a\"/>" + R("It lay prone.") + Put + R(" Closed.").Replace("<w:r>", "<w:r\t\t>", StringComparison.Ordinal) + "<w:bookmarkEnd w:id=\"3\"/>"),
        Suggested(P("<w:bookmarkStart w:id=\"3\" w:name=\"a\"/>" + R("It lay prone. Closed.") + "<w:bookmarkEnd w:id=\"3\"/>")));

    [Fact]
    public void Two_suggestions_at_one_place_stand_behind_each_other_and_cut_once()
    {
        var docx = SamplePackage.Of(P(R("It lay prone. Closed.")));
        var annotated = Written.Lawfully(docx, static draft => Asking.For(draft, Asking.Gap(new(0, 13, ""), "First {field}.", 1), Asking.Gap(new(0, 13, ""), "Second {field}.", 2)));
        Assert.Equal(P(R("It lay prone.") + "⟦ First [field].⟧⟦ Second [field].⟧" + R(" Closed.").Replace("<w:r>", "<w:r\t\t>", StringComparison.Ordinal)), Written.Body(annotated));
    }

    [Theory]
    [InlineData("EBL 10 mL", "⟦. It was [field].⟧")]
    [InlineData("Why?", Put)]
    [InlineData("So it was. ", "⟦It was [field].⟧")]
    [InlineData("Fully (all)", "⟦. It was [field].⟧")]
    public void What_stands_before_has_an_end_and_a_space(string text, string put) => Assert.Equal(P(R(text) + put), Suggested(P(R(text)), text));

    [Fact]
    public void What_stands_behind_without_a_space_gets_one()
        => Assert.Equal(P(R("It lay prone.") + "⟦ It was [field]. ⟧" + R("Closed.").Replace("<w:r>", "<w:r\t\t>", StringComparison.Ordinal)), Suggested(P(R("It lay prone.Closed."))));
}
