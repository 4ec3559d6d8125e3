using Laminar.Engine;

namespace Laminar.Word.Tests;

/// <summary>Reads what the tests build, and says in one line what came of it.</summary>
internal static class Reading
{
    public static DraftReading Of(byte[] bytes, ReadLimits? limits = null)
        => DraftReader.Read(bytes, "draft.docx", limits ?? ReadLimits.Default, TestContext.Current.CancellationToken);

    public static Draft Draft(this WordFile file)
    {
        var reading = Of(file.ToDocx());
        Assert.Null(reading.Error);
        return reading.Draft!;
    }

    public static string[] Texts(this WordFile file) => file.Draft().Texts();

    public static string[] Texts(this Draft draft) => [.. draft.Paragraphs.Select(static paragraph => paragraph.Text)];

    /// <summary>The texts of a body.</summary>
    public static string[] Body(string body) => WordFile.WithBody(body).Texts();

    /// <summary>The only paragraph of a body.</summary>
    public static DraftParagraph Paragraph(string body) => Assert.Single(WordFile.WithBody(body).Draft().Paragraphs);

    /// <summary>The only span of a kind, as its text.</summary>
    public static string Span(this DraftParagraph paragraph, DraftSpanKind kind)
    {
        var span = Assert.Single(paragraph.Spans, span => span.Kind == kind);
        return paragraph.Text.Substring(span.Start, span.Length);
    }

    public static string? Code(byte[] bytes, ReadLimits? limits = null) => Of(bytes, limits).Error?.Code;
}
