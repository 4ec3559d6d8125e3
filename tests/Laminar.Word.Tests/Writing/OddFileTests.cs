using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Laminar.Tests;
using Laminar.Tests.Generated;
using Laminar.Tests.Laws;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>Files that say the same as others in another way, or hold what collides with what is put in.</summary>
public partial class OddFileTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string By = "w:author=\"B. Editor\" w:date=\"2026-01-06T09:30:00Z\"";
    private const string Comment = "<w:commentRangeStart w:id=\"1\"/><w:r><w:t>End.</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>";

    private static readonly byte[] Plain = SamplePackage.Of(P(R("It lay prone. Closed.")) + P($"<w:ins w:id=\"1\" {By}><w:r><w:t>Left. Right.</w:t></w:r></w:ins>") + P(R("End.")));

    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["strict"] = static () => Repacked.WithAll(Plain, static xml => xml
            .Replace(Word, "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)),
        ["another prefix"] = static () => InMain(static xml => Prefix().Replace(xml, "$1x:").Replace("xmlns:w=", "xmlns:x=", StringComparison.Ordinal)),
        ["default namespace, attributes prefixed"] = static () => InMain(static xml => ElementPrefix().Replace(xml, "<$1").Replace("xmlns:w=", $"xmlns=\"{Word}\" xmlns:w=", StringComparison.Ordinal)),
        ["default namespace alone"] = static () => Repacked.With(SamplePackage.Of(P(R("It lay prone. Closed.").Replace(" xml:space=\"preserve\"", "", StringComparison.Ordinal))), "word/document.xml",
            static xml => ElementPrefix().Replace(xml, "<$1").Replace("xmlns:w=", "xmlns=", StringComparison.Ordinal)),
        ["UTF-8 with a mark"] = static () => Encoded(new UTF8Encoding(true), "UTF-8"),
        ["no declaration"] = static () => InMain(static xml => xml[xml.IndexOf("<w:document", StringComparison.Ordinal)..]),
        ["single quotes"] = static () => InMain(static xml => xml.Replace('"', '\'')),
        ["space in tags"] = static () => InMain(static xml => xml.Replace("<w:p>", "<w:p  >", StringComparison.Ordinal).Replace("</w:p>", "</w:p\n>", StringComparison.Ordinal).Replace("<w:r>", "<w:r\n>", StringComparison.Ordinal)),
        ["comments"] = static () => SamplePackage.Of(P(R("It lay prone. Closed.")) + P(Comment)),
        ["comments without any"] = static () => WithComments("<w:comments xmlns:w=\"" + Word + "\"></w:comments>"),
        ["comments closed at once"] = static () => WithComments("<w:comments xmlns:w=\"" + Word + "\"/>"),
        ["comments in another prefix"] = static () => WithComments("<c:comments xmlns:c=\"" + Word + "\"/>"),
        ["ids at the upper end"] = static () => SamplePackage.Of(P(R("It lay prone. Closed.")) + P($"<w:ins w:id=\"{int.MaxValue}\" {By}>{R("Left. Right.")}</w:ins><w:del w:id=\"{int.MaxValue - 1}\" {By}><w:r><w:delText>x</w:delText></w:r></w:del>")),
        ["ids that are taken"] = static () => SamplePackage.Of(P(R("It lay prone. Closed.")) + P(string.Concat(Enumerable.Range(1, 40).Where(static id => id % 3 != 0).Select(static id => $"<w:bookmarkStart w:id=\"{id}\" w:name=\"b{id}\"/><w:bookmarkEnd w:id=\"{id}\"/>")) + R("End."))),
        ["negative ids of controls"] = static () => SamplePackage.Of(P(R("It lay prone. Closed.")) + P($"<w:sdt><w:sdtPr><w:id w:val=\"-2147483648\"/></w:sdtPr><w:sdtContent>{R("a b")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:id w:val=\"-1\"/></w:sdtPr><w:sdtContent>{R("c")}</w:sdtContent></w:sdt>")),
        ["macros"] = static () => SamplePackage.Of(P(R("It lay prone. Closed.")), withMacros: true),
        ["nothing compressed"] = static () => SamplePackage.Of(P(R("It lay prone. Closed.")), level: CompressionLevel.NoCompression),
        ["an empty paragraph"] = static () => SamplePackage.Of("<w:p/>"),
        ["no paragraph"] = static () => SamplePackage.Of("<w:sectPr/>"),
        ["a body closed at once"] = static () => InMain(static xml => Regex.Replace(xml, "<w:body>.*</w:body>", "<w:body/>", RegexOptions.Singleline)),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_written_into_and_cleared_like_any_other(string name)
    {
        var docx = Files[name]();
        foreach (var mode in Enum.GetValues<AnnotationMode>())
        {
            var asked = Written.Lawfully(docx, AskingEverywhere.Scan, mode);
            var scan = AskingEverywhere.Scan(Written.Open(asked).Draft);
            var applied = Written.Applied(asked, AskingEverywhere.Scan, [.. AskingEverywhere.Answers(scan).Select(static answer => new Answer(answer.Key, answer.Value))]);
            Assert.Empty(applied.Refused);
            Lawful.Kept(WritingLaws.Check(docx, applied.Bytes, ["Laminar", Written.Surgeon]));
            Lawful.Kept(WritingLaws.Check(docx, Written.Open(applied.Bytes).Clear(Written.At), [Written.Surgeon]));
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf_16_becomes_utf_8_that_says_the_same(string encoding)
    {
        var docx = Encoded(Encoding.GetEncoding(encoding), "UTF-16");
        var asked = Written.Annotated(docx, AskingEverywhere.Scan);
        Lawful.Kept(WritingLaws.Check(docx, asked));
        Lawful.Kept(WritingLaws.Check(docx, Written.Open(asked).Clear(Written.At)));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"", Written.Part(asked, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_put_into_a_strict_file_is_strict()
    {
        var asked = Written.Annotated(Files["strict"](), AskingEverywhere.Scan);
        Assert.DoesNotContain(Word, Written.Part(asked, "word/document.xml") + Written.Part(asked, "word/comments.xml"), StringComparison.Ordinal);
        Assert.Contains("http://purl.oclc.org/ooxml/officeDocument/relationships/comments", Written.Part(asked, "word/_rels/document.xml.rels"), StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_that_are_named_and_not_there_come_where_they_are_named()
    {
        var docx = Repacked.Without(WithComments($"<w:comments xmlns:w=\"{Word}\"/>"), "word/comments.xml");
        var asked = Written.Annotated(docx, AskingEverywhere.Scan, AnnotationMode.Questions);
        Lawful.Kept(WritingLaws.Check(docx, asked));
        Assert.NotEmpty(Written.Questions(asked));
        Assert.Empty(Written.Questions(Written.Open(asked).Clear(Written.At)));
    }

    [Fact]
    public void Macros_and_the_kind_of_the_file_stay()
    {
        var docm = Files["macros"]();
        var asked = Written.Annotated(docm, AskingEverywhere.Scan);
        Assert.Equal(".docm", Written.Open(asked).Extension);
        Assert.Equal(DocxFile.Read(docm).Find("word/vbaProject.bin")!.Bytes, DocxFile.Read(asked).Find("word/vbaProject.bin")!.Bytes);
    }

    [Fact]
    public void Custom_xml_of_others_is_not_touched_by_the_record()
    {
        var applied = Written.Answered(Plain, Asking.Behind("prone."), "one").Bytes;
        Assert.Equal(SampleParts.CustomXml, Written.Part(applied, "customXml/item1.xml").Split('\n')[^1]);
        Assert.StartsWith("<?xml", Written.Record(applied), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Flat_opc_and_text_become_a_docx_that_reads_the_same(bool isFlat)
    {
        var bytes = isFlat ? WordFiles.FlatOpc(FictionalDraft.Paragraphs) : Encoding.UTF8.GetBytes(FictionalDraft.Text);
        var document = Written.Open(bytes, isFlat ? "draft.xml" : "draft.txt");
        Assert.Equal(".docx", document.Extension);
        var docx = document.Clear(Written.At);
        Lawful.Kept(SchemaLaw.Errors(docx) ?? ["The SDK can't open it."]);
        Assert.Equal(FictionalDraft.Paragraphs, Written.Open(docx).Draft.Texts());
        Written.Lawfully(docx, AskingEverywhere.Scan);
        Written.Same(Written.Annotated(docx, AskingEverywhere.Scan), document.Annotate(AskingEverywhere.Scan(document.Draft), AnnotationMode.Suggestions, Written.At));
    }

    [Fact]
    public void Text_with_what_xml_can_not_hold_becomes_a_docx_too()
        => Assert.Equal(["a\tb <c> & \"d\"", "", "e f"], Written.Open(Written.Open(Encoding.UTF8.GetBytes("a\tb <c> & \"d\"\r\n\r\ne\u000Cf"), "draft.txt").Clear(Written.At)).Draft.Texts());

    private static byte[] InMain(Func<string, string> change) => Repacked.With(Plain, "word/document.xml", change);

    private static byte[] Encoded(Encoding encoding, string name) => Repacked.With(Plain, "word/document.xml",
        (byte[] bytes) => [.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(bytes).Replace("UTF-8", name, StringComparison.Ordinal))]);

    private static byte[] WithComments(string xml) => Repacked.With(
        Repacked.With(SamplePackage.Of(P(R("It lay prone. Closed.")) + P(Comment)), "word/comments.xml", _ => xml),
        "word/document.xml", static main => main.Replace(P(Comment), P(R("End.")), StringComparison.Ordinal));

    [GeneratedRegex("(</?| )w:")]
    private static partial Regex Prefix();

    [GeneratedRegex("<(/?)w:")]
    private static partial Regex ElementPrefix();
}
