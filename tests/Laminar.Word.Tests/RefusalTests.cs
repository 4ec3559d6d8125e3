using System.Buffers.Binary;
using System.Text;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class RefusalTests
{
    private static readonly byte[] Good = WordFile.WithBody(P(R("A draft with words enough to be read, at C5-C6 on the left."))).ToDocx();

    [Fact]
    public void An_empty_file_is_refused()
    {
        Assert.Equal("empty-file", Reading.Code([]));
        Assert.Equal("empty-file", Reading.Code([0xEF, 0xBB, 0xBF]));
    }

    public static TheoryData<byte[]> OtherFiles => new(
        "%PDF-1.7 ..."u8.ToArray(),
        "{\\rtf1 hello}"u8.ToArray(),
        "<!DOCTYPE html><html><body>x</body></html>"u8.ToArray(),
        "<html><body>x</body></html>"u8.ToArray(),
        "<?xml version=\"1.0\"?><report>x</report>"u8.ToArray(),
        [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13, 1, 2, 3],
        [1, 2, 3, 4, 5, 6, 7, 8],
        CompoundFileWith("Workbook"),
        WordFile.Zip([("readme.txt", "a zip of something else")]),
        WordFile.WithDocument("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>").ToDocx());

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void A_file_of_another_kind_is_refused(byte[] bytes) => Assert.Equal("not-a-word-file", Reading.Code(bytes));

    [Fact]
    public void An_old_binary_document_is_refused() => Assert.Equal("old-binary-doc", Reading.Code(CompoundFileWith("WordDocument")));

    [Theory]
    [InlineData("EncryptedPackage")]
    [InlineData("ENCRYPTEDPACKAGE")]
    public void A_document_with_a_password_is_refused(string stream) => Assert.Equal("password-protected", Reading.Code(CompoundFileWith(stream)));

    [Fact]
    public void An_encrypted_zip_entry_is_refused()
    {
        var bytes = (byte[])Good.Clone();
        for (var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0; at = Next(bytes, at))
        {
            bytes[at + 8] |= 1;
        }

        Assert.Equal("password-protected", Reading.Code(bytes));
    }

    [Fact]
    public void A_package_without_a_main_part_is_refused()
    {
        const string types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
        Assert.Equal("no-main-part", Reading.Code(WordFile.Zip([("[Content_Types].xml", types)])));
        var named = WordFile.WithBody(P("")).AllParts().Where(static part => part.Name != "word/document.xml");
        Assert.Equal("no-main-part", Reading.Code(WordFile.Zip(named)));
        Assert.Equal("no-main-part", Reading.Code("<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"></pkg:package>"u8.ToArray()));
    }

    [Theory]
    [InlineData("<w:document NS><w:body></w:document>")]
    [InlineData("<w:document><w:body/></w:document>")]
    [InlineData("<w:document NS><w:body><w:p>&undeclared;</w:p></w:body></w:document>")]
    [InlineData("<w:document NS><w:body><w:p/></w:body></w:document><more/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-7\"?><w:document NS/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1252\"?><w:document NS/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"nonsense\"?><w:document NS/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><w:document NS/>")]
    [InlineData("not xml at all")]
    [InlineData("")]
    public void Damaged_xml_is_refused(string xml)
        => Assert.Equal("damaged-xml", Reading.Code(WordFile.WithDocument(xml.Replace("NS", WordFile.Namespaces, StringComparison.Ordinal)).ToDocx()));

    [Fact]
    public void Damaged_xml_of_a_header_or_the_styles_is_refused()
    {
        Assert.Equal("damaged-xml", Reading.Code(WordFile.WithBody(P("")).With("header", "header1.xml", "<w:hdr").ToDocx()));
        Assert.Equal("damaged-xml", Reading.Code(WordFile.WithBody(P("", "<w:pStyle w:val=\"a\"/>")).With("styles", "styles.xml", "<w:styles").ToDocx()));
    }

    [Fact]
    public void Flat_opc_that_is_cut_off_is_damaged_xml()
    {
        var flat = WordFile.WithBody(P(R("text"))).ToFlatOpc();
        Assert.Equal("damaged-xml", Reading.Code(flat[..(flat.AsSpan().IndexOf("text"u8) + 2)]));
    }

    [Fact]
    public void A_zip_that_is_cut_off_or_bent_is_refused()
    {
        Assert.Equal("damaged-zip", Reading.Code(Good[..^30]));
        Assert.Equal("damaged-zip", Reading.Code(Good[..40]));
        Assert.Equal("damaged-zip", Reading.Code("PK\u0003\u0004"u8.ToArray()));
        var bent = (byte[])Good.Clone();
        bent.AsSpan(0, 4).CopyTo(bent.AsSpan(bent.AsSpan().LastIndexOf("PK\u0001\u0002"u8)));
        Assert.Equal("damaged-zip", Reading.Code(bent));
    }

    [Fact]
    public void A_part_of_another_size_than_the_zip_says_is_damaged()
    {
        var bytes = (byte[])Good.Clone();
        for (var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0; at = Next(bytes, at))
        {
            var size = bytes.AsSpan(at + 24);
            BinaryPrimitives.WriteUInt32LittleEndian(size, BinaryPrimitives.ReadUInt32LittleEndian(size) - 1);
        }

        Assert.Equal("damaged-zip", Reading.Code(bytes));
    }

    [Theory]
    [InlineData(System.IO.Compression.CompressionLevel.NoCompression)]
    [InlineData(System.IO.Compression.CompressionLevel.Optimal)]
    public void A_part_with_another_checksum_than_the_zip_says_is_damaged(System.IO.Compression.CompressionLevel level)
    {
        var bytes = WordFile.Zip(WordFile.WithBody(P(R("at C5-6 on the left"))).AllParts(), level);
        Assert.Null(Reading.Code(bytes));
        // The letters of the text in a stored entry; else the checksum itself, of the last entry.
        var letter = bytes.AsSpan().IndexOf("C5-6"u8) + 1;
        bytes[letter > 0 ? letter : bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 16] ^= 1;
        Assert.Equal("damaged-zip", Reading.Code(bytes));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused()
        => Assert.Equal("too-large", Reading.Code(Good, ReadLimits.Default with { MaxFileBytes = Good.Length - 1 }));

    [Fact]
    public void Too_many_parts_are_refused()
    {
        Assert.Equal("too-many-parts", Reading.Code(Good, ReadLimits.Default with { MaxParts = 3 }));
        Assert.Equal("too-many-parts", Reading.Code(WordFile.WithBody(P("")).ToFlatOpc(), ReadLimits.Default with { MaxParts = 3 }));
    }

    [Fact]
    public void Too_many_paragraphs_are_refused()
    {
        var limits = ReadLimits.Default with { MaxParagraphs = 3 };
        Assert.Equal("too-many-paragraphs", Reading.Code(WordFile.WithBody(P("") + P("") + P("") + P("")).ToDocx(), limits));
        Assert.Equal("too-many-paragraphs", Reading.Code("\n\n\n\n"u8.ToArray(), limits));
        // No host lets anybody raise it, so the sentence must not ask for that.
        Assert.DoesNotContain("raise", Reading.Of("\n\n\n\n"u8.ToArray(), limits).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_is_refused_by_what_it_claims_and_by_what_it_holds()
    {
        var bomb = WordFile.WithBody(P(R(new string(' ', 3_000_000)))).ToDocx();
        Assert.True(bomb.Length < 10_000);
        Assert.Equal("decompresses-too-large", Reading.Code(bomb, ReadLimits.Default with { MaxDecompressedBytes = 1_000_000 }));
        Assert.Equal("decompresses-too-large", Reading.Code(WordFile.WithBody(P("")).ToFlatOpc(), ReadLimits.Default with { MaxDecompressedBytes = 100 }));
    }

    [Theory]
    [InlineData("w:p")]
    [InlineData("w:tbl")]
    [InlineData("w:ins")]
    [InlineData("w:del")]
    [InlineData("w:rPr")]
    [InlineData("w:sdt")]
    [InlineData("w:sdtContent")]
    [InlineData("w:txbxContent")]
    [InlineData("x")]
    public void Nesting_without_end_is_refused(string element)
    {
        var nest = string.Concat(Enumerable.Repeat($"<{element}>", 100_000));
        Assert.Equal("too-deep", Reading.Code(WordFile.WithBody(nest).ToDocx()));
    }

    [Theory]
    [InlineData("<!DOCTYPE w:document [<!ENTITY a \"aaaa\">]>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- note --><!DOCTYPE w:document SYSTEM \"http://localhost/x.dtd\">")]
    public void A_dtd_is_refused_and_nothing_is_fetched(string prolog)
    {
        var xml = $"{prolog}<w:document {WordFile.Namespaces}><w:body>{P(R("x"))}</w:body></w:document>";
        Assert.Equal("dtd-present", Reading.Code(WordFile.WithDocument(xml).ToDocx()));
        var flat = Encoding.UTF8.GetString(WordFile.WithBody(P(R("x"))).ToFlatOpc());
        Assert.Equal("dtd-present", Reading.Code(Encoding.UTF8.GetBytes(flat.Replace("<?mso-", "<!DOCTYPE a><?mso-", StringComparison.Ordinal))));
    }

    [Fact]
    public void Names_and_attributes_without_end_are_refused()
    {
        var names = string.Concat(Enumerable.Range(0, 50_000).Select(static i => $"<a{i}/>"));
        Assert.Equal("damaged-xml", Reading.Code(WordFile.WithBody(names).ToDocx()));
        var attributes = string.Concat(Enumerable.Range(0, 500_000).Select(static i => $" a{i % 10_000}=\"\""));
        Assert.Equal("too-large", Reading.Code(WordFile.WithBody($"<w:p{attributes}/>").ToDocx()));
    }

    [Fact]
    public void Every_sentence_says_what_to_do_and_holds_no_text_of_the_draft()
    {
        var error = Reading.Of(WordFile.WithBody("secret words</w:documentsecret>").ToDocx()).Error!;
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_reading_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => DraftReader.Read(Good, "a", ReadLimits.Default, source.Token));
    }

    private static int Next(byte[] bytes, int at)
    {
        var next = bytes.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
        return next < 0 ? -1 : at + 4 + next;
    }

    /// <summary>A compound file with one entry in its directory: enough to be told by.</summary>
    private static byte[] CompoundFileWith(string stream)
    {
        var bytes = new byte[1536];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes("Root Entry", bytes.AsSpan(512));
        Encoding.Unicode.GetBytes(stream, bytes.AsSpan(640));
        return bytes;
    }
}
