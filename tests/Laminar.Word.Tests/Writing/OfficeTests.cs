using Laminar.Tests;
using Laminar.Tests.Generated;
using Laminar.Tests.Laws;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>What LibreOffice makes of the files that are written: all of them in one run.</summary>
public class OfficeTests
{
    private static readonly string[] Shapes = ["fictional", "table", "list", "runs", "text box", "tracked"];

    private static readonly Dictionary<string, byte[]> Drafts = new()
    {
        ["fictional"] = Report.Docx(FictionalDraft.Paragraphs),
        ["table"] = SamplePackage.Of(P(R("Before the table.")) + "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4500\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"4500\" w:type=\"dxa\"/></w:tcPr>"
            + P(R("It lay prone on the table. Then it was closed.")) + P(R("Left.")) + "</w:tc></w:tr></w:tbl>" + P(R("End of the report."))),
        ["list"] = SamplePackage.Of(P(R("Description", "<w:b/>"), "<w:pStyle w:val=\"Heading1\"/>") + Item("The first thing was done.") + Item("The second &amp; last thing was done.") + P(R("End."))),
        ["runs"] = SamplePackage.Of(P(R("The cann", "<w:b/>") + R("ula was ", "<w:i/>") + R("placed onto the lamina and the skin closed.")) + P(R("End."))),
        // The box before the text: LibreOffice takes a box right behind an insertion into it.
        ["text box"] = SamplePackage.Of(IdStamp.Stamp(P(TextBox.Around(P(R("In the box it lay prone."))) + R("Around the box.")) + P(R("End.")))),
        ["tracked"] = SamplePackage.Of(P("<w:ins w:id=\"1\" w:author=\"B. Editor\" w:date=\"2026-01-06T09:30:00Z\">" + R("It lay prone on the table for long.") + "</w:ins>" + R(" End.")) + P(R("End."))),
    };

    private static readonly Lazy<IReadOnlyDictionary<string, (byte[] Docx, OfficeText? Text)>> All = new(static () =>
    {
        var files = Drafts.SelectMany(static draft => Files(draft.Key, draft.Value)).ToList();
        return files.Zip(LibreOffice.Read([.. files.Select(static file => file.Docx)])).ToDictionary(static pair => pair.First.Name, static pair => (pair.First.Docx, pair.Second));
    });

    public static TheoryData<string> Drafted => [.. Shapes];

    [Theory]
    [MemberData(nameof(Drafted))]
    public void Suggestions_are_tracked_insertions_of_the_tools(string draft)
    {
        var (docx, text) = All.Value[$"{draft} suggestions"];
        Reads(docx, text);
        Assert.Equal(Said(string.Concat(Phrases(docx, Drafts[draft], "Laminar"))), Said(text!.InsertedBy("Laminar")));
        Assert.Contains("[first]", text.InsertedBy("Laminar"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Drafted))]
    public void Questions_are_comments_and_no_text(string draft)
    {
        var (docx, text) = All.Value[$"{draft} questions"];
        Reads(docx, text);
        Assert.Equal("", text!.InsertedBy("Laminar"));
        Assert.Equal(Written.Questions(docx), text.Comments.Where(static comment => comment.Author == "Laminar").Select(static comment => comment.Text.Split("Question ")[^1]).Order(StringComparer.Ordinal));
        Assert.Equal(WordText.Accepted(Drafts[draft]).Texts, WordText.Accepted(docx).Texts);
    }

    [Theory]
    [MemberData(nameof(Drafted))]
    public void Answers_are_tracked_insertions_of_the_answerers(string draft)
    {
        var (docx, text) = All.Value[$"{draft} applied"];
        Reads(docx, text);
        Assert.Equal(Said(string.Concat(Phrases(docx, Drafts[draft], Written.Surgeon))), Said(text!.InsertedBy(Written.Surgeon)));
        Assert.Equal("", text.InsertedBy("Laminar"));
    }

    /// <summary>Both readers read the same, with changes accepted and with changes rejected.</summary>
    private static void Reads(byte[] docx, OfficeText? text)
    {
        Assert.NotNull(text);
        Assert.Equal(WordText.Accepted(docx).Texts, text.Accepted);
        Assert.Equal(WordText.Rejected(docx).Texts, text.Rejected);
    }

    private static IEnumerable<(string Name, byte[] Docx)> Files(string name, byte[] docx)
    {
        var suggested = Written.Annotated(docx, AskingEverywhere.Scan);
        var scan = AskingEverywhere.Scan(Written.Open(suggested).Draft);
        yield return ($"{name} suggestions", suggested);
        yield return ($"{name} questions", Written.Annotated(docx, AskingEverywhere.Scan, AnnotationMode.Questions));
        yield return ($"{name} applied", Written.Applied(suggested, AskingEverywhere.Scan, [.. AskingEverywhere.Answers(scan).Select(static answer => new Answer(answer.Key, answer.Value))]).Bytes);
    }

    private static IReadOnlyList<string> Phrases(byte[] docx, byte[] before, string author)
    {
        var (old, now) = (DocxFile.Read(before), DocxFile.Read(docx));
        return new Additions(old, now, [author]).Phrases(now.Xml(now.Main)!);
    }

    // A paragraph that was put in has an end, which is no text.
    private static string Said(string text) => text.Replace("\n", "", StringComparison.Ordinal);

    private static string Item(string text) => P(R(text), "<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
}
