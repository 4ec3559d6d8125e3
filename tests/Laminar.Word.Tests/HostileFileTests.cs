using Laminar.Engine;
using Laminar.Engine.Tests;
using Laminar.Tests;

namespace Laminar.Word.Tests;

/// <summary>Files that were made to do harm (tests/Shared/Hostile): refused or read, and never at a great cost.</summary>
public class HostileFileTests
{
    // What is freed again counts too; the benchmark "hostile" holds the same files against the real limit, with their time.
    private const long Most = 160L << 20;
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Kinds { get; } = [nameof(HostileFiles.Bombs), nameof(HostileFiles.Deep), nameof(HostileFiles.Wide), nameof(HostileFiles.Long), nameof(HostileFiles.Circles), nameof(HostileFiles.Outside), nameof(HostileFiles.Paths), nameof(HostileFiles.Flat), nameof(HostileFiles.PlainText)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_malicious_file_is_refused_or_read_and_takes_little_memory(string kind)
    {
        var files = (IEnumerable<HostileFile>)typeof(HostileFiles).GetProperty(kind)!.GetValue(null)!;
        Assert.All(files, static file =>
        {
            var bytes = file.Make();
            Assert.Equal(file.Read, Costing(() => DraftReader.Read(bytes, "draft.docx", ReadLimits.Default, TestContext.Current.CancellationToken).Error?.Code));
            Assert.Equal(file.Opened, Costing(() => Write(bytes)));
        });
    }

    private static string? Write(byte[] bytes)
    {
        var (document, error) = DraftDocument.Open(bytes, "draft.docx", ReadLimits.Default, TestContext.Current.CancellationToken);
        var none = Draft.FromText("draft.txt", "");
        document?.Annotate(Shipped.Scan(none) with { Findings = [] }, AnnotationMode.Suggestions, At);
        return error?.Code;
    }

    private static string? Costing(Func<string?> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var code = work();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
        return code;
    }

    [Fact]
    public void Entries_that_share_one_place_of_the_zip_count_each()
        => Assert.Equal("decompresses-too-large", Reading.Code(HostileFiles.Bombs.Single(static file => file.What.StartsWith("bomb: 400 headers", StringComparison.Ordinal)).Make()));

    [Fact]
    public void A_header_that_mentions_headers_is_read()
    {
        const string Mention = "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"a.xml\"/></w:sectPr></w:pPr><w:r><w:t>words</w:t></w:r></w:p>";
        var file = WordFile.WithBody(Mention).With("header", "a.xml", $"<w:hdr {WordFile.Namespaces}>{Mention}</w:hdr>");
        Assert.Equal(["words", "words"], file.Texts());
    }

    [Fact]
    public void Flat_opc_whose_part_has_no_sound_end_is_refused_by_reader_and_writer_alike()
    {
        var flat = System.Text.Encoding.UTF8.GetString(WordFile.WithBody("<w:p><w:r><w:t>words</w:t></w:r></w:p>").ToFlatOpc());
        var bytes = System.Text.Encoding.UTF8.GetBytes(flat.Replace("</w:document></pkg:xmlData>", "</w:document></pkg:other>", StringComparison.Ordinal));
        Assert.Equal("damaged-xml", Reading.Code(bytes));
        Assert.Equal("damaged-xml", DraftDocument.Open(bytes, "draft.xml", ReadLimits.Default, TestContext.Current.CancellationToken).Error?.Code);
    }

    [Theory]
    [InlineData("one\ftwo\vthree", "one two three")]
    [InlineData("a\u0001b\uFFFEc\u001Ad", "abcd")]
    public void Characters_that_no_Word_file_holds_are_read_in_plain_text_as_they_would_be_written(string text, string read)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text + new string('x', 400));
        Assert.Equal(read + new string('x', 400), Assert.Single(Reading.Of(bytes).Draft!.Texts()));
        Assert.Equal(Reading.Of(bytes).Draft!.Texts(), DraftDocument.Open(bytes, "draft.txt", ReadLimits.Default, TestContext.Current.CancellationToken).Document!.Draft.Texts());
    }
}
