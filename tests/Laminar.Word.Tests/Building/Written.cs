using System.Text;
using System.Text.RegularExpressions;
using Laminar.Engine;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>Writes into files, and asks of what was written all that has to hold whatever it is.</summary>
internal static partial class Written
{
    public const string Surgeon = "A. Surgeon";

    public static DateTimeOffset At { get; } = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static DraftDocument Open(byte[] bytes, string name = "draft.docx")
    {
        var (document, error) = DraftDocument.Open(bytes, name, ReadLimits.Default, CancellationToken.None);
        Assert.Null(error);
        return document!;
    }

    public static byte[] Annotated(byte[] docx, Func<Draft, ScanResult> scan, AnnotationMode mode = AnnotationMode.Suggestions)
        => Open(docx) is var document ? document.Annotate(scan(document.Draft), mode, At) : [];

    public static AppliedAnswers Applied(byte[] docx, Func<Draft, ScanResult> scan, params Answer[] answers)
        => Open(docx) is var document ? document.Apply(scan(document.Draft), answers, new Answerer(Surgeon), At) : throw new InvalidOperationException();

    /// <summary>The answer for the only finding of <see cref="Asking"/>.</summary>
    public static AppliedAnswers Answered(byte[] docx, Func<Draft, ScanResult> scan, string answer) => Applied(docx, scan, new Answer(scan(Open(docx).Draft).Findings[0].Id, answer));

    /// <summary>Annotates, and asks for the laws: valid, the same draft to a reader, nothing more the second time, all gone when cleared.</summary>
    public static byte[] Lawfully(byte[] docx, Func<Draft, ScanResult> scan, AnnotationMode mode = AnnotationMode.Suggestions)
    {
        var annotated = Annotated(docx, scan, mode);
        Lawful.Kept(WritingLaws.Check(docx, annotated));
        var again = Open(annotated);
        Assert.Equal(Open(docx).Draft.Texts(), again.Draft.Texts());
        Same(annotated, again.Annotate(scan(again.Draft), mode, At.AddDays(1)));
        Same(docx, again.Clear(At.AddDays(2)));
        return annotated;
    }

    /// <summary>That two files have the same entries, byte for byte.</summary>
    public static void Same(byte[] expected, byte[] actual)
    {
        var (one, other) = (DocxFile.Read(expected), DocxFile.Read(actual));
        Assert.Equal(one.Entries.Select(static entry => entry.Name).Order(StringComparer.Ordinal), other.Entries.Select(static entry => entry.Name).Order(StringComparer.Ordinal));
        foreach (var entry in one.Entries.Where(entry => !entry.Bytes.AsSpan().SequenceEqual(other.Find(entry.Name)!.Bytes)))
        {
            var now = other.Find(entry.Name)!.Bytes;
            Assert.Fail($"{entry.Name} differs:\n{Near(entry.Bytes, now)}\nis now\n{Near(now, entry.Bytes)}");
        }
    }

    public static string Part(byte[] docx, string name) => Encoding.UTF8.GetString(DocxFile.Read(docx).Find(name)?.Bytes ?? []);

    /// <summary>The body's markup with each suggestion as its text in double brackets, and each part of a comment's range as a brace.</summary>
    public static string Body(byte[] docx)
    {
        var main = Part(docx, DocxFile.Read(docx).Main);
        var body = Cut(main, "<w:body>", "</w:body>");
        return CommentMark().Replace(Suggestion().Replace(body, static match => $"⟦{Text(match.Value)}⟧"), static match => match.Value.StartsWith("<w:commentRangeStart", StringComparison.Ordinal) ? "{" : "}");
    }

    /// <summary>The same of one of the body's paragraphs.</summary>
    public static string Paragraph(byte[] docx, int number) => Body(docx).Split("</w:p>")[number] + "</w:p>";

    /// <summary>The run properties of each run that the tool put in, as markup.</summary>
    public static string[] Formats(byte[] docx) => [.. OwnRun().Matches(Part(docx, "word/document.xml")).Select(static match => match.Groups[1].Value)];

    /// <summary>The findings that the comments ask about, in order.</summary>
    public static string[] Questions(byte[] docx) => [.. Question().Matches(Part(docx, "word/comments.xml")).Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    public static string Record(byte[] docx) => DocxFile.Read(docx).Entries.Where(LaminarsOwn.IsPart).Select(static entry => Encoding.UTF8.GetString(entry.Bytes)).SingleOrDefault("");

    /// <summary>A sentence as XML can hold it: control characters have no place there, nor has half a character.</summary>
    public static string Clean(string sentence)
        => string.Concat(sentence.EnumerateRunes().Where(static rune => rune.Value is >= ' ' and not (0xFFFE or 0xFFFF)).Select(static rune => rune.ToString()));

    private static string Near(byte[] bytes, byte[] others)
    {
        var from = Math.Max(0, bytes.AsSpan().CommonPrefixLength(others) - 300);
        return Encoding.UTF8.GetString(bytes.AsSpan(from, Math.Min(700, bytes.Length - from)));
    }

    private static string Cut(string text, string from, string to) => text[(text.IndexOf(from, StringComparison.Ordinal) + from.Length)..text.IndexOf(to, StringComparison.Ordinal)];

    private static string Text(string markup) => string.Concat(RunText().Matches(markup).Select(static match => match.Groups[1].Value));

    // A suggestion: a control with a tag of the tool's, in the ranges that make it an insertion; its fields inside are the same.
    [GeneratedRegex("<w:customXmlInsRangeStart [^>]*/><w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val=\"laminar:[^:\"]*:[0-9a-f]{16}\"/>(?:(?<open><w:sdt>)|(?<-open></w:sdt>)|(?!</?w:sdt>).)*?(?(open)(?!))</w:sdt><w:customXmlInsRangeEnd [^>]*/>", RegexOptions.Singleline)]
    private static partial Regex Suggestion();

    [GeneratedRegex("<w:commentRange(Start|End) w:id=\"\\d+\"/>(<w:r>(<w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>)?<w:commentReference w:id=\"\\d+\"/></w:r>)?")]
    private static partial Regex CommentMark();

    [GeneratedRegex(">Question ([^<]+)<")]
    private static partial Regex Question();

    [GeneratedRegex("<w:t xml:space=\"preserve\">([^<]*)</w:t>")]
    private static partial Regex RunText();

    [GeneratedRegex("<w:ins w:id=\"\\d+\" w:author=\"Laminar\" w:date=\"[^\"]*\"><w:r>(.*?)<w:t ")]
    private static partial Regex OwnRun();
}
