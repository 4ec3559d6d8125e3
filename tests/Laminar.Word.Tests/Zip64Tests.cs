using System.IO.Compression;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class Zip64Tests
{
    private static readonly byte[] Usual = WordFile.WithBody(P(R("at C5-6 on the left"))).ToDocx();

    [Theory]
    [InlineData("spo")]
    [InlineData("s")]
    [InlineData("p")]
    [InlineData("o")]
    [InlineData("")]
    public void A_zip64_file_is_read_whichever_values_are_wide(string wide)
    {
        var bytes = Zip64.Of(Usual, wide);
        using var proof = new ZipArchive(new MemoryStream(bytes));
        Assert.NotEmpty(new StreamReader(proof.GetEntry("word/document.xml")!.Open()).ReadToEnd());
        Assert.Equal(["at C5-6 on the left"], Reading.Of(bytes).Draft!.Texts());
    }

    [Fact]
    public void Bytes_before_a_zip64_file_are_taken()
        => Assert.Equal(["at C5-6 on the left"], Reading.Of([.. "PK\u0003\u0004"u8, .. new byte[200], .. Zip64.Of(Usual, "spo")]).Draft!.Texts());

    [Theory]
    [InlineData(-1, "damaged-zip")]
    [InlineData(long.MinValue, "damaged-zip")]
    [InlineData(long.MaxValue, "decompresses-too-large")]
    public void A_size_that_cannot_be_is_refused(long size, string code)
        => Assert.Equal(code, Reading.Code(Zip64.Of(Usual, "spo", _ => size)));

    [Fact]
    public void A_size_that_is_not_the_parts_is_damaged()
        => Assert.Equal("damaged-zip", Reading.Code(Zip64.Of(Usual, "spo", static size => size + 1)));

    [Theory]
    [InlineData("PK\u0006\u0006")]
    [InlineData("PK\u0006\u0007")]
    public void A_zip64_file_without_its_own_end_is_damaged(string signature)
    {
        var bytes = Zip64.Of(Usual, "spo");
        bytes[bytes.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes(signature))] = 0;
        Assert.Equal("damaged-zip", Reading.Code(bytes));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(48)]
    public void A_directory_that_lies_outside_the_file_is_damaged(int field)
    {
        foreach (var value in (long[])[-1, long.MinValue, long.MaxValue, uint.MaxValue])
        {
            var bytes = Zip64.Of(Usual, "spo");
            BitConverter.TryWriteBytes(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\u0006\u0006"u8) + field), value);
            Assert.Equal("damaged-zip", Reading.Code(bytes));
        }
    }
}
