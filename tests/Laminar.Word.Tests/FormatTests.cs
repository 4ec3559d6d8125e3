using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

public class FormatTests
{
    private const string Note = "PROCEDURE: Spinal decompression.\nDESCRIPTION: at C5-C6, 30\u00B0 left.\n\nDone.";

    private static WordFile NoteAsWord => WordFile.WithBody(string.Concat(Note.Split('\n').Select(static line => P(R(line)))));

    [Fact]
    public void The_same_draft_as_docx_flat_opc_and_text_gives_the_same_paragraphs()
    {
        var expected = Note.Split('\n');
        Assert.Equal(expected, NoteAsWord.Texts());
        Assert.Equal(expected, Reading.Of(NoteAsWord.ToFlatOpc()).Draft!.Texts());
        Assert.Equal(expected, Reading.Of(Encoding.UTF8.GetBytes(Note)).Draft!.Texts());
    }

    [Fact]
    public void Flat_opc_reads_its_other_parts_as_well()
    {
        var file = WordFile.WithBody(P(R("hidden"), "<w:pStyle w:val=\"S\"/>"))
            .With("header", "header1.xml", $"<w:hdr {WordFile.Namespaces}>{P(R("head"))}</w:hdr>")
            .WithStyles("<w:style w:styleId=\"S\"><w:rPr><w:vanish/></w:rPr></w:style>");
        Assert.Equal(["", "head"], file.Texts());
        Assert.Equal(["", "head"], Reading.Of(file.ToFlatOpc()).Draft!.Texts());
    }

    [Fact]
    public void Flat_opc_in_utf16_and_with_prefixes_from_its_root_is_read()
    {
        var xml = Encoding.UTF8.GetString(NoteAsWord.ToFlatOpc());
        Assert.Equal(Note.Split('\n'), Reading.Of([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(xml)]).Draft!.Texts());
        var hoisted = xml.Replace($"<w:document {WordFile.Namespaces}>", "<w:document>", StringComparison.Ordinal)
            .Replace("<pkg:package ", $"<pkg:package {WordFile.Namespaces} ", StringComparison.Ordinal);
        Assert.Equal(Note.Split('\n'), Reading.Of(Encoding.UTF8.GetBytes(hoisted)).Draft!.Texts());
    }

    [Theory]
    [InlineData("<pkg:part ", "<pkg:part\r\n\t")]
    [InlineData("pkg:name=\"/word/document.xml\"", "pkg:name = '/word/document.xml'")]
    [InlineData("pkg:name=\"/word/document.xml\"", "pkg:padding=\" name=&gt;> \" pkg:name\n=\n\"/word/document.xml\"")]
    [InlineData("</pkg:part>", "</pkg:part\n>")]
    [InlineData("<pkg:part ", "<!-- <pkg:part pkg:name=\"/word/document.xml\">'</pkg:part> --><pkg:part ")]
    [InlineData("<pkg:part ", "<?old <pkg:part pkg:name=\"/word/document.xml\">?><pkg:part ")]
    [InlineData("<pkg:part ", "<pkg:part pkg:name=\"/word/empty.xml\"/><pkg:particle/><pkg:part ")]
    [InlineData("<w:body>", "<w:body><!-- </pkg:part> --><w:x><![CDATA[</pkg:part><pkg:part pkg:name=\"/word/header1.xml\">]]></w:x>")]
    public void Flat_opc_is_read_in_every_way_of_writing_its_tags(string usual, string other)
    {
        var file = NoteAsWord.With("header", "header1.xml", $"<w:hdr {WordFile.Namespaces}>{P(R("head"))}</w:hdr>");
        var flat = Encoding.UTF8.GetString(file.ToFlatOpc()).Replace(usual, other, StringComparison.Ordinal);
        Assert.Equal([.. Note.Split('\n'), "head"], Reading.Of(Encoding.UTF8.GetBytes(flat)).Draft!.Texts());
    }

    [Fact]
    public void An_element_of_another_namespace_that_is_called_part_ends_no_part()
    {
        var flat = Encoding.UTF8.GetString(NoteAsWord.WithPart("customXml/item1.xml", "<part name=\"/word/document.xml\"><part/></part>").ToFlatOpc());
        var custom = flat[flat.IndexOf("<pkg:part pkg:name=\"/customXml", StringComparison.Ordinal)..].Replace("</pkg:package>", "", StringComparison.Ordinal);
        flat = flat.Replace(custom, "", StringComparison.Ordinal).Replace("<pkg:part pkg:name=\"/[", custom + "<pkg:part pkg:name=\"/[", StringComparison.Ordinal);
        flat = flat.Replace("xmlns:pkg", "xmlns", StringComparison.Ordinal).Replace("pkg:", "", StringComparison.Ordinal);
        Assert.Equal(Note.Split('\n'), Reading.Of(Encoding.UTF8.GetBytes(flat)).Draft!.Texts());
    }

    [Theory]
    [InlineData("word/document2.xml")]
    [InlineData("content/report.xml")]
    public void The_main_part_is_found_by_its_relationship_whatever_its_name(string name)
        => Assert.Equal(["x"], WordFile.WithBody(P(R("x"))).Named(name).Texts());

    [Fact]
    public void Part_names_mind_neither_case_nor_a_leading_slash()
    {
        var parts = NoteAsWord.AllParts().Select(static part => (part.Name.ToUpperInvariant(), part.Xml.Replace("Target=\"word", "Target=\"/word", StringComparison.Ordinal)));
        Assert.Equal(Note.Split('\n'), Reading.Of(WordFile.Zip(parts)).Draft!.Texts());
    }

    [Fact]
    public void A_strict_file_reads_like_a_transitional_one()
    {
        var parts = WordFile.WithBody(P(R("body")) + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>")
            .With("header", "header1.xml", $"<w:hdr {WordFile.Namespaces}>{P(R("head"))}</w:hdr>", "h").AllParts()
            .Select(static part => (part.Name, part.Xml
                .Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)));
        Assert.Equal(["body", "head"], Reading.Of(WordFile.Zip(parts)).Draft!.Texts());
    }

    [Fact]
    public void Stored_entries_and_bytes_before_the_zip_are_taken()
    {
        Assert.Equal(Note.Split('\n'), Reading.Of(WordFile.Zip(NoteAsWord.AllParts(), CompressionLevel.NoCompression)).Draft!.Texts());
        var padded = new byte[200];
        "PK\u0003\u0004"u8.CopyTo(padded);
        Assert.Equal(Note.Split('\n'), Reading.Of([.. padded, .. NoteAsWord.ToDocx()]).Draft!.Texts());
    }

    [Fact]
    public void A_byte_order_mark_and_utf16_in_a_part_are_taken()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, xml) in NoteAsWord.AllParts())
            {
                using var entry = zip.CreateEntry(name).Open();
                var encoding = name.EndsWith("document.xml", StringComparison.Ordinal) ? Encoding.Unicode : Encoding.UTF8;
                entry.Write([.. encoding.GetPreamble(), .. encoding.GetBytes(xml)]);
            }
        }

        Assert.Equal(Note.Split('\n'), Reading.Of(stream.ToArray()).Draft!.Texts());
    }

    public static TheoryData<byte[]> Encodings => new(
        Encoding.UTF8.GetBytes(Note),
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Note)],
        Encoding.Latin1.GetBytes(Note),
        [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Note)],
        [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Note)],
        Encoding.Unicode.GetBytes(Note),
        Encoding.BigEndianUnicode.GetBytes(Note),
        Encoding.UTF8.GetBytes(Note.Replace("\n", "\r\n", StringComparison.Ordinal)),
        Encoding.UTF8.GetBytes(Note.Replace('\n', '\r')),
        Encoding.UTF8.GetBytes(Note.Replace("left", "le\u00ADft", StringComparison.Ordinal) + "\n"));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_every_usual_encoding_and_keeps_every_line(byte[] bytes)
        => Assert.Equal(Note.Split('\n'), Reading.Of(bytes).Draft!.Texts());

    [Fact]
    public void Windows_1252_keeps_its_own_signs()
        => Assert.Equal(["\u201CC5\u2013C6\u201D"], Reading.Of([0x93, .. "C5"u8, 0x96, .. "C6"u8, 0x94]).Draft!.Texts());

    [Fact]
    public void Text_that_starts_with_a_bracket_is_text()
        => Assert.Equal(["<left> or <right>"], Reading.Of("<left> or <right>"u8.ToArray()).Draft!.Texts());

    [Theory]
    [InlineData("/home/me/draft.docx")]
    [InlineData("C:\\reports\\draft.docx")]
    [InlineData("draft.docx")]
    public void The_name_is_kept_without_its_folder(string name)
        => Assert.Equal("draft.docx", DraftReader.Read("x"u8.ToArray(), name, ReadLimits.Default, TestContext.Current.CancellationToken).Draft!.Name);

    [Fact]
    public void The_hash_is_of_the_files_bytes_and_they_stay_as_they_are()
    {
        foreach (var bytes in (byte[][])[NoteAsWord.ToDocx(), NoteAsWord.ToFlatOpc(), Encoding.UTF8.GetBytes(Note)])
        {
            var before = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Assert.Equal(before, Reading.Of(bytes).Draft!.Sha256);
            Assert.Equal(before, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    [Fact]
    public void The_same_bytes_give_the_same_draft_also_side_by_side()
    {
        var bytes = NoteAsWord.ToDocx();
        var drafts = Enumerable.Range(0, 16).AsParallel().Select(_ => Reading.Of(bytes).Draft!.Texts()).ToList();
        Assert.All(drafts, static draft => Assert.Equal(Note.Split('\n'), draft));
    }

    [Fact]
    public void A_slice_of_a_larger_buffer_is_read()
    {
        foreach (var bytes in (byte[][])[NoteAsWord.ToDocx(), NoteAsWord.ToFlatOpc()])
        {
            byte[] buffer = [1, 2, 3, .. bytes, 4, 5];
            var reading = DraftReader.Read(buffer.AsMemory(3, bytes.Length), "a", ReadLimits.Default, TestContext.Current.CancellationToken);
            Assert.Equal(Note.Split('\n'), reading.Draft!.Texts());
        }
    }
}
