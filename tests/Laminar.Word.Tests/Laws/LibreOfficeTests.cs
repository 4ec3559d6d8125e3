using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>What LibreOffice makes of the markup that suggestions and questions have.</summary>
public class LibreOfficeTests
{
    private static readonly string[] Original = ["PROCEDURE:", "The patient was prone. The skin was closed.", "Right side", "T8-T9", "Closed."];
    private static readonly string[] Accepted = ["PROCEDURE:", "The patient was prone. The skin was closed.", "Left side", "T8-T9", "Closed."];

    private static readonly Lazy<IReadOnlyList<OfficeText?>> Read = new(static () => LibreOffice.Read(
    [
        HandWritten.Suggested(HandWritten.Suggestion()),
        HandWritten.Draft(HandWritten.Cut, HandWritten.Line()),
        HandWritten.Asked(),
        [1, 2, 3],
    ]));

    [Fact]
    public void A_suggestion_is_a_tracked_insertion()
    {
        var text = Read.Value[0]!;
        Assert.Equal(Original, text.Rejected);
        Assert.Equal(["PROCEDURE:", $"The patient was prone. {HandWritten.Phrase}The skin was closed.", .. Accepted[2..]], text.Accepted);
        Assert.Equal(HandWritten.Phrase, text.InsertedBy("Laminar"));
        Assert.Equal("Left", text.InsertedBy("B. Editor"));
    }

    [Fact]
    public void A_suggestion_in_a_paragraph_of_its_own_is_a_tracked_paragraph()
    {
        var text = Read.Value[1]!;
        Assert.Equal(Original, text.Rejected);
        Assert.Equal([.. Accepted[..2], HandWritten.LinePhrase, .. Accepted[2..]], text.Accepted);
        Assert.Equal(HandWritten.LinePhrase + "\n", text.InsertedBy("Laminar"));
    }

    [Fact]
    public void A_question_is_a_comment()
    {
        var text = Read.Value[2]!;
        Assert.Equal([new OfficeNote("Laminar", "Please check, 2."), new OfficeNote("A. Typist", "Please check, 1.")], text.Comments);
        Assert.Equal(Accepted, text.Accepted);
    }

    [Fact]
    public void Bytes_that_are_no_document_are_not_read_as_one() => Assert.DoesNotContain(Read.Value[3]?.Accepted ?? [], Original.Contains);

    [Fact]
    public void Pages_can_be_looked_at()
    {
        var folder = Directory.CreateTempSubdirectory("laminar-pages-");
        Assert.All(LibreOffice.Draw(HandWritten.Suggested(HandWritten.Suggestion()), folder.FullName), static page => Assert.True(new FileInfo(page).Length > 1000));
        folder.Delete(recursive: true);
    }
}
