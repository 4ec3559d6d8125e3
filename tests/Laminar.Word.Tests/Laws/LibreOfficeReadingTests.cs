using Laminar.Tests.Generated;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>Two readers that share nothing, LibreOffice and the laws', on drafts that hold what both can say.</summary>
public class LibreOfficeReadingTests
{
    [Fact]
    public void LibreOffice_reads_tracked_changes_as_the_laws_do()
    {
        byte[][] files = [.. Enumerable.Range(0, 40).Select(static number => SamplePackage.Of(Body(number)))];
        foreach (var (number, text) in LibreOffice.Read(files).Index())
        {
            Assert.Equal(Said(number, WordText.Accepted(files[number]).Texts), Said(number, text!.Accepted));
            Assert.Equal(Said(number, WordText.Rejected(files[number]).Texts), Said(number, text.Rejected));
        }
    }

    private static string Said(int number, IEnumerable<string> paragraphs) => $"{number}: {string.Join('|', paragraphs)}";

    // Paragraphs that differ in which of their parts and marks are inserted or deleted. Each starts with old text: LibreOffice makes one
    // insertion of two by the same author where a paragraph ends and the next starts, and loses the mark between them when it rejects.
    private static string Body(int number)
    {
        var random = new Random(number);
        var id = 10;
        return string.Concat(Enumerable.Range(0, 6).Select(paragraph => $"<w:p>{Mark()}{Plain($"{paragraph}. ")}{string.Concat(Enumerable.Range(0, 4).Select(part => Part($"{paragraph}.{part} ")))}</w:p>"))
            + "<w:p><w:r><w:t>end</w:t></w:r></w:p>";

        string Change() => $"w:id=\"{id++}\" w:author=\"{(random.Next(2) == 0 ? "A. Editor" : "B. Editor")}\" w:date=\"2026-01-06T09:30:00Z\"";

        string Mark() => random.Next(4) switch
        {
            0 => $"<w:pPr><w:rPr><w:ins {Change()}/></w:rPr></w:pPr>",
            1 => $"<w:pPr><w:rPr><w:del {Change()}/></w:rPr></w:pPr>",
            _ => "",
        };

        string Part(string text) => random.Next(4) switch
        {
            0 => $"<w:ins {Change()}><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:ins>",
            1 => $"<w:del {Change()}><w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>",
            _ => Plain(text),
        };

        static string Plain(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
    }
}
