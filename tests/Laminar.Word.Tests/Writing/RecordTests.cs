using System.Xml.Linq;
using Laminar.Engine.Tests;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>What is kept with the document, and what keeps it from being final.</summary>
public class RecordTests
{
    private const string Canary = "zanzibar";

    [Fact]
    public void It_names_the_pack_the_finding_and_the_option()
    {
        var record = XElement.Parse(Written.Record(Report.Answered(Report.Annotated(Report.Open), "guidance", "CT").Bytes));
        var scan = Report.Scan(Report.Open);
        Assert.Equal((scan.Pack.Id, scan.Pack.Version), (record.Attribute("pack")!.Value, record.Attribute("version")!.Value));
        var answer = Assert.Single(record.Elements());
        Assert.Equal((scan.Findings[0].Id, "CT", "2026-03-04T05:06:07Z"), (answer.Attribute("finding")!.Value, answer.Attribute("given")!.Value, answer.Attribute("at")!.Value));
        Assert.Null(record.Attribute("checked"));
    }

    [Fact]
    public void Own_words_are_kept_as_other() => Assert.Contains("given=\"other\"", Written.Record(Report.Answered(Report.Open, "guidance", Canary).Bytes), StringComparison.Ordinal);

    [Fact]
    public void No_text_of_the_draft_is_in_it()
    {
        var docx = Report.Docx(OpenDraft.Without("guidance").Select(static line => $"{line} The {Canary} was {Canary}."));
        var applied = docx;
        foreach (var finding in Report.Scan(docx).Findings)
        {
            applied = Written.Applied(applied, Shipped.Scan, new Answer(finding.Id, finding.Suggestion is null ? "unable to state" : Canary)).Bytes;
        }

        Assert.NotEqual("", Written.Record(applied));
        Assert.DoesNotContain(Canary, Written.Record(applied), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Canary, string.Concat(DocxFile.Read(applied).Entries.Select(static entry => entry.Name)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_final_report_keeps_the_record_and_nothing_else_of_the_tools()
    {
        var final = Report.Finalized(Report.Answered(Report.Annotated(Report.Open), "guidance", "CT").Bytes).Bytes!;
        var record = XElement.Parse(Written.Record(final));
        Assert.Equal("2026-03-04T05:06:07Z", record.Attribute("checked")!.Value);
        Assert.Equal("CT", Assert.Single(record.Elements()).Attribute("given")!.Value);
        Assert.DoesNotContain("laminar:", Written.Part(final, "word/document.xml"), StringComparison.Ordinal);
        Assert.Empty(Written.Questions(final));
        Lawful.Kept(WritingLaws.Check(Report.Open, final, [Written.Surgeon]));
        Written.Same(final, Report.Finalized(final).Bytes!);
    }

    [Fact]
    public void A_complete_draft_is_final_without_an_answer() => Assert.Equal("urn:laminar:record:1", XElement.Parse(Written.Record(Report.Finalized(Report.Whole).Bytes!)).Name.NamespaceName);

    [Fact]
    public void Questions_that_are_only_recommended_go_with_the_marks()
    {
        var asked = Written.Annotated(Report.Whole, Asking.About("The skin was closed."), AnnotationMode.Questions);
        Assert.Single(Written.Questions(asked));
        Assert.Empty(Written.Questions(Report.Finalized(asked).Bytes!));
    }

    [Fact]
    public void What_is_open_keeps_it_from_being_final_each_with_its_place()
    {
        var guidance = Report.Finding(Report.Open, "guidance");
        Assert.Equal([$"{OpenItemKinds.Finding} {guidance.Placement!.Paragraph}"], Report.Keeps(Report.Open));
        Assert.Equal(guidance.Id, Assert.Single(Report.Finalized(Report.Annotated(Report.Open)).Open).Finding);
    }

    [Theory]
    [InlineData("EBL was ____ mL.")]
    [InlineData("ALLERGIES: ***")]
    public void A_blank_keeps_it_from_being_final(string line)
    {
        string[] lines = [.. OpenDraft.Whole, line];
        Assert.Contains($"{OpenItemKinds.Blank} {lines.Length - 1}", Report.Keeps(Report.Docx(lines)));
    }

    [Fact]
    public void An_empty_field_of_the_documents_own_keeps_it_from_being_final()
    {
        var empty = InWord.Changed(Report.Whole, static main => main.Descendants(Names.Paragraph).Last().Add(XElement.Parse(
            $"<w:sdt xmlns:w=\"{Names.Word}\"><w:sdtPr><w:id w:val=\"5\"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t></w:t></w:r></w:sdtContent></w:sdt>")));
        Assert.Equal([$"{OpenItemKinds.UnfilledField} {OpenDraft.Whole.Count - 1}"], Report.Keeps(empty));
    }

    [Fact]
    public void A_suggestion_that_another_pack_left_open_keeps_it_from_being_final()
        => Assert.Equal([$"{OpenItemKinds.UnfilledField} {OpenDraft.Whole.Count - 1}"], Report.Keeps(Written.Annotated(Report.Whole, Asking.Behind(OpenDraft.Whole[^1]))));

    [Fact]
    public void Text_of_the_tools_outside_its_controls_keeps_it_from_being_final()
        => Assert.Contains($"{OpenItemKinds.Unconfirmed} ", Report.Keeps(InWord.Changed(Report.Whole, static main => main.Descendants(Names.Paragraph).Last().Add(XElement.Parse(
            $"<w:ins xmlns:w=\"{Names.Word}\" w:id=\"77\" w:author=\"Laminar\" w:date=\"2026-01-06T09:30:00Z\"><w:r><w:t xml:space=\"preserve\"> Left over.</w:t></w:r></w:ins>")))));

    [Fact]
    public void What_is_said_of_it_quotes_nothing_of_the_draft()
    {
        var docx = Report.Docx([.. OpenDraft.Without("guidance"), $"The {Canary} was ____."]);
        Assert.All(Report.Finalized(docx).Open, static item => Assert.DoesNotContain(Canary, item.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Cleared_it_is_gone_and_the_confirmed_words_stay()
    {
        var cleared = Written.Open(Report.Answered(Report.Annotated(Report.Open), "guidance", "CT").Bytes).Clear(Written.At);
        Assert.Equal("", Written.Record(cleared));
        Assert.Contains("under CT guidance", string.Concat(WordText.Accepted(cleared).Texts), StringComparison.Ordinal);
    }
}
