using System.Text.RegularExpressions;
using System.Xml.Linq;
using Laminar.Engine;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>Edits drafts, and asks of what was written all that has to hold whatever it is.</summary>
internal static partial class Edited
{
    public const string Editor = "C. Typist";

    /// <summary>An edit of one paragraph's text.</summary>
    public static TextEdit In(int paragraph, int start, int end, string text) => new(new TextPlace(paragraph, start), new TextPlace(paragraph, end), text);

    /// <summary>An edit of the first words of the draft that are like <paramref name="old"/>.</summary>
    public static TextEdit Words(byte[] docx, string old, string now)
    {
        var paragraphs = Written.Open(docx).Draft.Paragraphs;
        var number = Enumerable.Range(0, paragraphs.Count).First(number => paragraphs[number].Text.Contains(old, StringComparison.Ordinal));
        var start = paragraphs[number].Text.IndexOf(old, StringComparison.Ordinal);
        return In(number, start, start + old.Length, now);
    }

    /// <summary>The code of the refusal; none where the edits were made, and then by the laws.</summary>
    public static string? Code(byte[] docx, params TextEdit[] edits) => Try(docx, edits).Error?.Code;

    /// <summary>Edits, and asks for the laws.</summary>
    public static byte[] Lawfully(byte[] docx, params TextEdit[] edits)
    {
        var edited = Try(docx, edits);
        Assert.Null(edited.Error);
        return edited.Bytes!;
    }

    /// <summary>The body's markup after an edit of words in it.</summary>
    public static string Body(string body, string old, string now)
    {
        var docx = Laminar.Tests.Generated.SamplePackage.Of(body);
        return Written.Body(Lawfully(docx, Words(docx, old, now)));
    }

    private static EditedDraft Try(byte[] docx, TextEdit[] edits)
    {
        var document = Written.Open(docx);
        var edited = document.Edit(edits, Editor, Written.At);
        if (edited.Bytes is { } bytes)
        {
            Lawful.Kept(Check(docx, bytes));
            var expected = Expected(document.Draft, edits);
            Assert.Equal(expected, Written.Open(bytes).Draft.Texts());
            if (Resolved(docx, static main => Revisions.Accept(main)).SequenceEqual(document.Draft.Texts()))
            {
                // Not so where a mark was deleted before that can't go, and an empty paragraph stays.
                Assert.Equal(expected, Resolved(bytes, static main => Revisions.Accept(main)));
            }

            Assert.Equal(document.Draft.Texts(), Resolved(bytes, main => Ours(docx, bytes).WithoutThem(main)));
        }
        else
        {
            Assert.Matches("^[A-Z].*\\.$", edited.Error!.Message);
        }

        return edited;
    }

    /// <summary>The texts as the edits want them, put together in another way than the product does.</summary>
    private static string[] Expected(Draft draft, TextEdit[] edits)
    {
        const char Mark = '\u0001';
        var starts = draft.Paragraphs.Select(static paragraph => paragraph.Text.Length + 1).Aggregate(new List<int> { 0 }, static (sums, length) => [.. sums, sums[^1] + length]);
        var text = string.Join(Mark, draft.Texts());
        foreach (var edit in edits.Reverse())
        {
            var (start, end) = (starts[edit.From.Paragraph] + edit.From.Offset, starts[edit.To.Paragraph] + edit.To.Offset);
            text = text[..start] + edit.Text.Replace('\n', Mark).Replace('\v', '\n') + text[end..];
        }

        return text.Split(Mark);
    }

    private static Additions Ours(byte[] before, byte[] after) => new(DocxFile.Read(before), DocxFile.Read(after), [Editor]);

    private static IReadOnlyList<string> Check(byte[] before, byte[] after)
    {
        var (old, written) = (DocxFile.Read(before), DocxFile.Read(after));
        var isFilled = Count(before) != Count(after);
        return
        [
            .. PackageLaw.Check(old, written),
            .. old.Entries.Where(entry => entry.Name != old.Main && !entry.Bytes.AsSpan().SequenceEqual(written.Find(entry.Name)!.Bytes)).Select(static entry => $"{entry.Name} is touched."),
            .. RelationsLaw.Check(old, written),
            .. isFilled ? [] : MarkupLaw.Check(Unnumbered(before), Unnumbered(after), Ours(before, after)),
            .. IdentityLaw.Check(old, written),
            .. SchemaLaw.Check(before, after),
        ];
    }

    /// <summary>Without the numbers of paragraphs: of an empty one that is broken, either half can be the one that has it.</summary>
    private static DocxFile Unnumbered(byte[] docx)
        => DocxFile.Read(Repacked.With(docx, "word/document.xml", static xml => Number().Replace(xml, "")));

    [GeneratedRegex(" w14:paraId=\"\\w+\"")]
    private static partial Regex Number();

    /// <summary>Placeholders, which a filled control shows no more.</summary>
    private static int Count(byte[] docx) => Written.Part(docx, "word/document.xml").Split("showingPlcHdr").Length;

    private static string[] Resolved(byte[] docx, Func<XElement, XElement> resolve)
        => Written.Open(Repacked.With(docx, DocxFile.Read(docx).Main, xml => resolve(XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root!).ToString(SaveOptions.DisableFormatting))).Draft.Texts();
}
