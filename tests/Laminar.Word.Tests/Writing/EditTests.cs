using Laminar.Engine;
using Laminar.Tests.Generated;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>What an edit becomes in the markup, and what is refused.</summary>
public class EditTests
{
    private const string By = "w:author=\"C. Typist\" w:date=\"2026-03-04T05:06:07Z\"";
    private const string Bold = "<w:rPr><w:b/></w:rPr>";
    private static readonly string Placeholder = Control("<w:id w:val=\"7\"/><w:showingPlcHdr/>", R("[side]", "<w:rStyle w:val=\"PlaceholderText\"/>"));

    private static string Deleted(string text, string format = "") => $"<w:del w:id=\"#\" {By}><w:r>{format}<w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>";

    private static string Inserted(string text, string format = "") => $"<w:ins w:id=\"#\" {By}><w:r>{format}{T(text)}</w:r></w:ins>";

    private static void Becomes(string expected, string body, string old, string now)
        => Assert.Equal(expected, System.Text.RegularExpressions.Regex.Replace(Edited.Body(body, old, now), "w:(ins|del) w:id=\"\\d+\"", "w:$1 w:id=\"#\"").Replace("w:id=\"#\" w:author=\"A\"", "w:id=\"2\" w:author=\"A\"", StringComparison.Ordinal));

    private static string? Code(string body, string old, string now) => SamplePackage.Of(body) is var docx ? Edited.Code(docx, Edited.Words(docx, old, now)) : null;

    private static string? Code(string body, TextPlace from, TextPlace to, string now = "") => Edited.Code(SamplePackage.Of(body), new TextEdit(from, to, now));

    [Fact]
    public void Words_are_replaced_in_their_formatting() => Becomes(
        P(R("It was ", "<w:b/>") + Deleted("left", Bold) + Inserted("right", Bold) + R(".", "<w:b/>")), P(R("It was left.", "<w:b/>")), "left", "right");

    [Fact]
    public void Only_the_words_that_change_are_marked() => Becomes(
        P(R("It was the ") + Deleted("left") + Inserted("right") + R(" side.")), P(R("It was the left side.")), "It was the left side.", "It was the right side.");

    [Fact]
    public void What_changes_nothing_is_no_change()
    {
        var docx = SamplePackage.Of(P(R("It was left.")));
        Written.Same(docx, Edited.Lawfully(docx, Edited.In(0, 0, 12, "It was left."), Edited.In(0, 12, 12, "")));
    }

    [Fact]
    public void Text_of_ones_own_pending_insertion_is_just_taken_out()
    {
        var once = Edited.Lawfully(SamplePackage.Of(P(R("It was left."))), Edited.In(0, 6, 6, " not on the"));
        var twice = Written.Open(once).Edit([Edited.Words(once, " not", "")], Edited.Editor, Written.At).Bytes!;
        Assert.DoesNotContain("w:del", Written.Part(twice, "word/document.xml"), StringComparison.Ordinal);
        Assert.Equal(["It was on the left."], Written.Open(twice).Draft.Texts()[..1]);
        var never = Written.Open(twice).Edit([Edited.Words(twice, " on the", "")], Edited.Editor, Written.At).Bytes!;
        Assert.DoesNotContain("w:ins", Written.Part(never, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_anothers_insertion_is_a_deletion_in_it() => Becomes(
        P(Ins(R("It was ") + Deleted("left")) + Inserted("right") + Ins(R(".")).Replace("w:id=\"2\"", "w:id=\"#\"", StringComparison.Ordinal).Replace("#", "2", StringComparison.Ordinal)), P(Ins(R("It was left."))), "left", "right");

    [Fact]
    public void Text_of_a_control_stays_in_it() => Becomes(
        P(Control("<w:id w:val=\"7\"/><w:text/>", Deleted("left") + Inserted("right")) + R(" side")), P(Control("<w:id w:val=\"7\"/><w:text/>", R("left")) + R(" side")), "left", "right");

    [Theory]
    [InlineData("<w:tab/>", "\t")]
    [InlineData("<w:br/>", "\n")]
    [InlineData("<w:noBreakHyphen/>", "-")]
    public void A_character_that_is_an_element_can_be_deleted(string element, string character) => Becomes(
        P(R("a") + $"<w:del w:id=\"#\" {By}><w:r>{element}</w:r></w:del>" + R("b")), P($"<w:r>{T("a")}{element}{T("b")}</w:r>"), character, "");

    [Fact]
    public void A_broken_paragraph_keeps_its_mark_at_its_end() => Becomes(
        $"<w:p><w:pPr><w:jc w:val=\"both\"/><w:rPr><w:ins w:id=\"#\" {By}/></w:rPr></w:pPr>{R("One. ")}</w:p><w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>{R("Two.")}</w:p>",
        P(R("One. Two."), "<w:jc w:val=\"both\"/>"), "One. Two.", "One. \nTwo.");

    [Fact]
    public void Joined_paragraphs_have_a_deleted_mark_between_them()
    {
        var docx = SamplePackage.Of(P(R("One.")) + P(R("Two.")));
        var joined = Edited.Lawfully(docx, new TextEdit(new TextPlace(0, 4), new TextPlace(1, 0), " "));
        Assert.Contains($"<w:p><w:pPr><w:rPr><w:del w:id=\"2\" {By}/></w:rPr></w:pPr>{R("One.")}", Written.Body(joined), StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_is_filled_in_whole()
    {
        var docx = SamplePackage.Of(P(R("Side: ", "<w:i/>") + Placeholder + R(".")));
        var filled = Edited.Lawfully(docx, Edited.Words(docx, "[side]", "left"));
        Assert.DoesNotContain("showingPlcHdr", Written.Body(filled), StringComparison.Ordinal);
        Assert.DoesNotContain(Written.Open(filled).Draft.Paragraphs[0].Spans, static span => span.Kind == DraftSpanKind.Placeholder);
        Assert.Equal(DraftErrorCodes.EditPlaceholder, Edited.Code(docx, Edited.Words(docx, "side]", "left]")));
    }

    [Fact]
    public void Places_outside_the_text_are_refused()
    {
        var body = P(R("One \U0001F600")) + P(R("Two"));
        Assert.Equal(DraftErrorCodes.EditMisplaced, Code(body, new TextPlace(0, 4), new TextPlace(0, 99)));
        Assert.Equal(DraftErrorCodes.EditMisplaced, Code(body, new TextPlace(0, 5), new TextPlace(0, 6)));
        Assert.Equal(DraftErrorCodes.EditMisplaced, Code(body, new TextPlace(1, 1), new TextPlace(0, 1)));
        Assert.Equal(DraftErrorCodes.EditMisplaced, Code(body, new TextPlace(-1, 0), new TextPlace(0, 1)));
        Assert.Equal(DraftErrorCodes.EditMisplaced, Edited.Code(SamplePackage.Of(body), Edited.In(1, 0, 2, "a"), Edited.In(1, 1, 3, "b")));
        Assert.Equal(DraftErrorCodes.EditOutsideBody, Edited.Code(SamplePackage.Of(body + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId_header\"/></w:sectPr>"), Edited.In(2, 0, 1, "x")));
    }

    [Fact]
    public void Locked_places_are_refused_and_what_stands_beside_them_is_not()
    {
        var locked = P(R("On the ") + Control("<w:id w:val=\"7\"/><w:lock w:val=\"contentLocked\"/>", R("left")) + R(" side"));
        Assert.Equal(DraftErrorCodes.EditLocked, Code(locked, "left", "right"));
        Assert.Null(Code(locked, " side", " flank"));
        Assert.Equal(DraftErrorCodes.EditLocked, Code(P(Control("<w:id w:val=\"7\"/><w:dropDownList><w:listItem w:displayText=\"left\" w:value=\"left\"/></w:dropDownList>", R("left"))), "left", "right"));
    }

    [Fact]
    public void Paragraphs_that_can_not_be_one_are_not_joined()
    {
        var table = "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4500\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"4500\" w:type=\"dxa\"/></w:tcPr>" + P(R("cell")) + "</w:tc></w:tr></w:tbl>";
        Assert.Equal(DraftErrorCodes.EditJoin, Code(P(R("before")) + table + P(R("after")), new TextPlace(0, 6), new TextPlace(1, 0)));
        Assert.Equal(DraftErrorCodes.EditJoin, Code(P(R("before")) + table + P(R("after")), new TextPlace(1, 4), new TextPlace(2, 0)));
        Assert.Null(Code(P(R("before")) + table + P(R("after")), new TextPlace(0, 3), new TextPlace(1, 2), "t\nse"));
        Assert.Equal(DraftErrorCodes.EditJoin, Code("<w:p><w:pPr><w:sectPr/></w:pPr>" + R("one") + "</w:p>" + P(R("two")), new TextPlace(0, 3), new TextPlace(1, 0)));
    }

    [Fact]
    public void A_paragraph_is_not_broken_inside_a_link()
        => Assert.Equal(DraftErrorCodes.EditBreak, Code(P($"<w:hyperlink w:anchor=\"_top\">{R("see above")}</w:hyperlink>"), "see above", "see\nabove"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Laminar")]
    public void Nobody_makes_no_changes(string by)
        => Assert.Equal(DraftErrorCodes.EditUnsigned, Written.Open(Report.Open).Edit([Edited.In(0, 0, 1, "X")], by, Written.At).Error!.Code);

    [Fact]
    public void Answers_are_written_into_an_edited_draft()
    {
        var edited = Edited.Lawfully(Report.Open, Edited.In(0, 0, 0, "DRAFT "), Edited.In(3, 0, 0, "One more line.\n"));
        var applied = Report.Answered(edited, "guidance", "CT");
        Assert.Empty(applied.Refused);
        Assert.Contains("under CT guidance", string.Concat(Written.Open(applied.Bytes).Draft.Texts()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_suggestion_stands_beside_an_edit()
    {
        var edited = Edited.Lawfully(Report.Annotated(Report.Open), Edited.In(0, 0, 0, "DRAFT "));
        Assert.Equal(Report.Ids(Report.Open), Report.Ids(edited));
        Assert.Empty(Report.Answered(edited, "guidance", "CT").Refused);
    }

    [Fact]
    public void Plain_text_just_changes()
    {
        var text = "One.\r\n\r\nTwo three."u8.ToArray();
        TextEdit[] edits = [Edited.In(0, 3, 4, "!"), new TextEdit(new TextPlace(1, 0), new TextPlace(2, 3), "Four\nfive")];
        var docx = Written.Open(text, "draft.txt").Edit(edits, "", Written.At).Bytes!;
        Assert.Equal(["One!", "Four", "five three."], Written.Open(docx).Draft.Texts());
        Assert.DoesNotContain("w:ins", Written.Part(docx, "word/document.xml"), StringComparison.Ordinal);
        Assert.Equal(("One!\nFour\nfive three.\n", null), TextEdits.Apply(Reading.Of(text).Draft!, edits));
    }
}
