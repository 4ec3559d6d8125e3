using System.Diagnostics;
using CsCheck;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class HostileBytesTests
{
    private static readonly WordFile File = WordFile.WithBody(
            P(R("at ", "<w:b/>") + Del("C5-6") + Ins(R("C6-7")) + Field("begin") + Instruction("FORMTEXT") + Field("separate") + R("x") + Field("end"), "<w:pStyle w:val=\"S\"/>")
            + $"<w:tbl>{Row(P(R("a")), P(Control("<w:showingPlcHdr/>", R("b"))))}</w:tbl>"
            + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1.xml\"/></w:sectPr>")
        .With("header", "header1.xml", $"<w:hdr {WordFile.Namespaces}>{P(R("head"))}</w:hdr>")
        .WithNotes("footnote", $"<w:footnote w:id=\"1\">{P(R("note"))}</w:footnote>")
        .WithStyles("<w:style w:styleId=\"S\"><w:name w:val=\"heading 1\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:style>");

    private static readonly byte[][] Seeds =
    [
        File.ToDocx(),
        WordFile.Zip(File.AllParts(), System.IO.Compression.CompressionLevel.NoCompression),
        Zip64.Of(File.ToDocx(), "spo"),
        File.ToFlatOpc(),
        [.. System.Text.Encoding.Unicode.GetPreamble(), .. System.Text.Encoding.Unicode.GetBytes(System.Text.Encoding.UTF8.GetString(File.ToFlatOpc()))],
    ];

    private static readonly Gen<byte[]> Mutated =
        from seed in Gen.Int[0, Seeds.Length - 1].Select(static i => Seeds[i])
        from changes in Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte).Array[0, 12]
        from cut in Gen.Frequency((2, Gen.Const(seed.Length)), (1, Gen.Int[0, seed.Length]))
        select Mutate(seed, changes, cut);

    [Fact]
    public void No_change_or_cut_of_the_bytes_makes_the_reader_throw_or_hang()
        => Mutated.Sample(static bytes => Answers(bytes), iter: 20_000);

    [Fact]
    public void No_bytes_at_all_make_the_reader_throw_or_hang()
        => Gen.Byte.Array[0, 400].Sample(static bytes => Answers(bytes), iter: 20_000);

    [Fact]
    public void Markup_in_any_order_is_read_or_refused()
    {
        string[] pieces =
        [
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>x</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt>", "</w:sdt>",
            "<w:sdtContent>", "</w:sdtContent>", "<w:trPr><w:del/></w:trPr>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:txbxContent>", "</w:txbxContent>",
            "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:ins>", "</w:ins>", "<w:sym/>",
            "<w:footnote>", "</w:footnote>", "<w:sectPr/>", "<w:instrText>FORMTEXT</w:instrText>", "<w:fldSimple>", "</w:fldSimple>", "<w:rPr><w:b/></w:rPr>", "<w:p/>",
        ];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 40].Sample(
            static markup => Answers(WordFile.WithBody(Balanced(markup)).ToDocx()), iter: 5_000);
    }

    public static TheoryData<string, string> Endless => new()
    {
        { "joined paragraphs in a control", Control("<w:tag w:val=\"t\"/>", Many(100_000, P(R("x", "<w:b/>"), "<w:rPr><w:del w:id=\"1\"/></w:rPr>"))) },
        { "mentions of headers", $"<w:sectPr>{Many(100_000, "<w:headerReference w:type=\"default\" r:id=\"header1.xml\"/>")}</w:sectPr>" },
        { "fields that never end", P(Many(100_000, Field("begin") + R("x"))) },
        { "empty paragraphs", Many(199_000, "<w:p/>") },
        { "text boxes side by side", P(Many(50_000, "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>")) },
        { "controls side by side", P(Many(50_000, Control("<w:tag w:val=\"t\"/>", R("x")))) },
        { "controls in controls", string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 100)) + Many(20_000, P(R("x"))) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 100)) },
        { "blank form fields", P(Many(50_000, Field("begin") + Instruction("FORMTEXT") + Field("separate") + R(" ") + Field("end"))) },
        { "one long text", P(R(new string('x', 3_000_000))) },
        { "soft hyphens", P(Many(100_000, R("\u00AD"))) },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_great_deal_of_one_thing_is_read_in_time(string what, string body)
    {
        Assert.NotEmpty(what);
        Assert.True(Answers(WordFile.WithBody(body).With("header", "header1.xml", $"<w:hdr {WordFile.Namespaces}/>").ToDocx()));
    }

    public static TheoryData<string, string> Giants => new()
    {
        { "attributes", $"<w:p{Many(150, Attributes)}/>" },
        { "attributes with signs whose bytes look like markup", $"<w:p{Many(150, Attributes + " z=\"\u3C3C\"")}/>" },
        { "a comment", $"<!--{new string('<', 12_000_000)}-->" },
        { "a text of markup's letters", $"<w:p><w:r><w:rPr><![CDATA[{new string('<', 12_000_000)}]]></w:rPr></w:r></w:p>" },
    };

    [Theory]
    [MemberData(nameof(Giants))]
    public void A_giant_element_is_refused_in_time_whatever_the_encoding(string what, string body)
    {
        Assert.NotEmpty(what);
        var xml = $"<w:document {WordFile.Namespaces}><w:body>{body}</w:body></w:document>";
        foreach (var encoding in (System.Text.Encoding[])[System.Text.Encoding.UTF8, System.Text.Encoding.Unicode])
        {
            var parts = WordFile.WithBody("").AllParts().Select(part => (part.Name, part.Name == "word/document.xml"
                ? (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(xml)]
                : System.Text.Encoding.UTF8.GetBytes(part.Xml)));
            var bytes = WordFile.Zip(parts);
            Assert.True(Answers(bytes));
            Assert.Equal("too-large", Reading.Code(bytes));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<w:vanish/>")]
    public void A_long_text_is_no_giant_element(string properties)
    {
        var text = string.Concat(Enumerable.Repeat("&quot;", 300_000));
        var expected = properties.Length == 0 ? 300_000 : 0;
        Assert.Equal(expected, Reading.Paragraph(P(R(text, properties))).Text.Length);
    }

    [Fact]
    public void A_picture_in_flat_opc_is_no_giant_element()
    {
        var flat = System.Text.Encoding.UTF8.GetString(WordFile.WithBody(P(R("x"))).ToFlatOpc());
        var picture = $"<pkg:part pkg:name=\"/word/media/a.png\"><pkg:binaryData>{new string('A', 3_000_000)}</pkg:binaryData></pkg:part>";
        var bytes = System.Text.Encoding.UTF8.GetBytes(flat.Replace("<pkg:part pkg:name=\"/word/document", picture + "<pkg:part pkg:name=\"/word/document", StringComparison.Ordinal));
        Assert.Equal(["x"], Reading.Of(bytes).Draft!.Texts());
    }

    [Fact]
    public void A_large_part_is_cancelled_soon()
    {
        var bytes = WordFile.WithBody(P(R(new string('x', 30_000_000)))).ToDocx();
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
        var watch = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() => DraftReader.Read(bytes, "x", ReadLimits.Default, source.Token));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(0.1), $"{watch.Elapsed}");
    }

    private static string Attributes { get; } = string.Concat(Enumerable.Range(0, 9_000).Select(static i => $" a{i}=\"\""));

    private static string Many(int count, string piece) => string.Concat(Enumerable.Repeat(piece, count));

    /// <summary>Closes what is open and leaves out ends that close nothing, so that the markup gets past the parser.</summary>
    private static string Balanced(string[] markup)
    {
        var open = new Stack<string>();
        var text = new System.Text.StringBuilder();
        foreach (var piece in markup)
        {
            if (piece.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.TryPeek(out var top) && top == piece)
                {
                    text.Append(open.Pop());
                }

                continue;
            }

            text.Append(piece);
            if (!piece.Contains('/', StringComparison.Ordinal))
            {
                open.Push("</" + piece[1..piece.IndexOfAny([' ', '>'])] + ">");
            }
        }

        return text.Append(string.Concat(open)).ToString();
    }

    private static byte[] Mutate(byte[] seed, (int At, byte Value)[] changes, int cut)
    {
        var bytes = (byte[])seed.Clone();
        foreach (var (at, value) in changes)
        {
            bytes[at] = value;
        }

        return bytes[..cut];
    }

    private static bool Answers(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var reading = DraftReader.Read(bytes, "x", ReadLimits.Default, CancellationToken.None);
        if (reading.Draft is { } draft)
        {
            Assert.True(draft.Paragraphs.All(static paragraph => paragraph.Spans.All(span => span.Length > 0 && span.End <= paragraph.Text.Length)));
        }

        return (reading.Draft is null) != (reading.Error is null) && watch.Elapsed < TimeSpan.FromSeconds(5);
    }
}
