using System.Text;
using static Laminar.Tests.HostilePackage;

namespace Laminar.Tests;

/// <summary>Word files that were made to do harm, of every kind that is known of, and what comes of each.</summary>
internal static class HostileFiles
{
    private const int TenMillion = 10_000_000;
    private const int Million = 1_000_000;
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Text = "<w:p><w:r><w:t>A stab incision was made on the left at C5-6.</w:t></w:r></w:p>";

    public static IEnumerable<HostileFile> All => [.. Bombs, .. Deep, .. Wide, .. Long, .. Circles, .. Outside, .. Paths, .. Flat, .. PlainText];

    public static IEnumerable<HostileFile> Bombs =>
    [
        new("bomb: 31 MB of spaces in a text, 1 : 1000", "too-large", () => WithBody(Many(" ", 31 << 20, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")).ToDocx()),
        new("bomb: 31 MB of spaces between paragraphs", null, () => WithBody(Many(" ", 31 << 20, Text)).ToDocx()),
        new("bomb: 256 MB that says so", "decompresses-too-large", () => WithBody(Many(" ", 256 << 20, Text)).ToDocx()),
        new("bomb: 31 MB that claim 1,000 bytes", "damaged-zip", () => Claiming(WithBody(Many(" ", 31 << 20, Text)).ToDocx(), 1000)),
        new("bomb: 256 MB that claims 30 MB", "damaged-zip", () => Claiming(WithBody(Many(" ", 256 << 20, Text)).ToDocx(), 30 << 20)),
        new("bomb: a few bytes that claim 4 GB", "decompresses-too-large", () => Claiming(WithBody(Text).ToDocx(), uint.MaxValue - 1)),
        new("bomb: 400 headers of 30 MB in one place of the zip", "decompresses-too-large", () => Overlapping(Headers(400, Many(" ", 30 << 20, $"<w:hdr {Namespaces}>", "</w:hdr>")), "word/header")),
        new("nested: a zip of zips", "not-a-word-file", () => Zip("inner.zip", Zip("inner.zip", WithBody(Many(" ", 31 << 20)).ToDocx()))),
        new("nested: a zip as the main part", "damaged-xml", () => Zip("word/document.xml", WithBody(Text).ToDocx(), WithBody(Text).ToDocx())),
        new("nested: a bomb of 256 MB embedded in a document", null, () => Embedding(Many(" ", 256 << 20))),
        new("5,001 parts", "too-many-parts", () => Enumerable.Range(0, 4998).Aggregate(WithBody(Text), static (file, number) => file.And($"word/media/{number}.png", Some("x"))).ToDocx()),
    ];

    public static IEnumerable<HostileFile> Deep =>
    [
        new("10 million elements deep, never closed", "too-deep", () => WithBody(Many("<x>", TenMillion)).ToDocx()),
        new("10 million paragraphs deep, never closed", "decompresses-too-large", () => WithBody(Many("<w:p>", TenMillion)).ToDocx()),
        new("4 million elements deep, closed", "too-deep", () => WithBody(Many("<x>", 4 * Million, "", string.Concat(Enumerable.Repeat("</x>", 4 * Million)))).ToDocx()),
        new("4 million cells deep", "too-deep", () => WithBody(Many("<w:tc>", 4 * Million)).ToDocx()),
        new("10 million deep in the styles", "too-deep", () => Styled(Many("<x>", TenMillion))),
        new("10 million deep in a header", "too-deep", () => Headers(1, Many("<x>", TenMillion, $"<w:hdr {Namespaces}>"))),
        new("10 million deep in the comments", null, "too-deep", () => WithBody(Text).Related("comments", "comments.xml", Many("<x>", TenMillion, $"<w:comments {Namespaces}>")).ToDocx()),
        new("10 million deep in the relationships", "too-deep", () => WithBody(Text).And("word/_rels/document.xml.rels", Many("<x>", TenMillion, $"<Relationships xmlns=\"{Package}relationships\">")).ToDocx()),
        new("10 million deep in the content types", null, "too-deep", () => WithBody(Text).And("[Content_Types].xml", Many("<x>", TenMillion, $"<Types xmlns=\"{Package}content-types\">")).ToDocx()),
        new("10 million deep in the settings", null, "too-deep", () => WithBody(Text).Related("settings", "settings.xml", Many("<x>", TenMillion, $"<w:settings {Namespaces}>")).ToDocx()),
        new("10 million deep in the tool's own record", "too-deep", () => WithBody(Text).Related("customXml", "item1.xml", Many("<x>", TenMillion, "<record xmlns=\"urn:laminar:record:1\">")).ToDocx()),
        new("600,000 fields that never end", "too-many-elements", () => WithBody(Many("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 600_000, "<w:p>", "</w:p>")).ToDocx()),
    ];

    public static IEnumerable<HostileFile> Wide =>
    [
        new("10 million elements side by side", "decompresses-too-large", () => WithBody(Many("<x/>", TenMillion)).ToDocx()),
        new("7 million elements side by side", "too-many-elements", () => WithBody(Many("<x/>", 7 * Million)).ToDocx()),
        new("5 million runs in a paragraph", "too-many-elements", () => WithBody(Many("<w:r/>", 5 * Million, "<w:p>", "</w:p>")).ToDocx()),
        new("5 million paragraphs", "too-many-paragraphs", () => WithBody(Many("<w:p/>", 5 * Million)).ToDocx()),
        new("700,000 text boxes", "too-many-paragraphs", () => WithBody(Many("<w:txbxContent><w:p/></w:txbxContent>", 700_000, "<w:p>", "</w:p>")).ToDocx()),
        new("a million XML comments", "too-many-elements", () => WithBody(Many("<!---->", Million, Text)).ToDocx()),
        new("900,000 XML comments", null, () => WithBody(Many("<!---->", 900_000, Text)).ToDocx()),
        new("4 million XML comments", "too-many-elements", () => WithBody(Many("<!---->", 4 * Million, Text)).ToDocx()),
        new("6 million instructions", "too-many-elements", () => WithBody(Many("<?x?>", 6 * Million, Text)).ToDocx()),
        new("a million comments in the margin", null, "decompresses-too-large", () => WithBody(Text).Related("comments", "comments.xml", Many("<w:comment w:id=\"1\"><w:p/></w:comment>", Million, $"<w:comments {Namespaces}>", "</w:comments>")).ToDocx()),
        new("a million comments in the margin, empty ones", null, "too-many-elements", () => WithBody(Text).Related("comments", "comments.xml", Many("<w:comment w:id=\"1\"/>", Million, $"<w:comments {Namespaces}>", "</w:comments>")).ToDocx()),
        new("200,000 relationships", "too-many-parts", () => WithBody(Text).And("word/_rels/document.xml.rels", Many($"<Relationship Id=\"a\" Type=\"{Relations}x\" Target=\"a\"/>", 200_000, $"<Relationships xmlns=\"{Package}relationships\">", "</Relationships>")).ToDocx()),
        new("a million relationships to elsewhere", "decompresses-too-large", () => WithBody(Text).And("word/_rels/document.xml.rels", Many("<Relationship TargetMode=\"External\"/>", Million, $"<Relationships xmlns=\"{Package}relationships\">", "</Relationships>")).ToDocx()),
        new("a million styles", "too-many-elements", () => Styled(Numbered("<w:style w:styleId=\"s", Million, "\"/>"))),
        new("a million content types", null, "decompresses-too-large", () => WithBody(Text).And("[Content_Types].xml", Many("<Override PartName=\"/a\" ContentType=\"b\"/>", Million, $"<Types xmlns=\"{Package}content-types\">", "</Types>")).ToDocx()),
        new("10 million elements in the settings", null, "decompresses-too-large", () => WithBody(Text).Related("settings", "settings.xml", Many("<x/>", TenMillion, $"<w:settings {Namespaces}>", "</w:settings>")).ToDocx()),
        new("a million answers in the tool's own record", "too-many-elements", () => WithBody(Text).Related("customXml", "item1.xml", Many("<answer finding=\"a\" given=\"b\"/>", Million, "<record xmlns=\"urn:laminar:record:1\">", "</record>")).ToDocx()),
        new("a million names of elements", "damaged-xml", () => WithBody(Numbered("<a", Million, "/>")).ToDocx()),
    ];

    public static IEnumerable<HostileFile> Long =>
    [
        new("an attribute of 30 MB", "too-large", () => WithBody(Many("x", 30 << 20, "<w:p w:a=\"", "\"/>")).ToDocx()),
        new("a million attributes", "damaged-xml", () => WithBody(Numbered("<w:p", Million, "", " a", "=\"\"", "/>")).ToDocx()),
        new("a text of 30 MB", "too-large", () => WithBody(Many("x", 30 << 20, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")).ToDocx()),
        new("a text of 30 MB of character references", "too-large", () => WithBody(Many("&#120;", 5 << 20, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")).ToDocx()),
        new("a text of 27 MB in 130,000 runs", "too-large", () => WithBody(Many($"<w:r><w:t>{new string('x', 180)}</w:t></w:r>", 130_000, "<w:p>", "</w:p>")).ToDocx()),
        new("a hidden text of 30 MB", null, () => WithBody(Many("x", 30 << 20, "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>", "</w:t></w:r></w:p>")).ToDocx()),
        new("an XML comment of 30 MB", "too-large", () => WithBody(Many("x", 30 << 20, "<!--", "-->")).ToDocx()),
        new("a name of 30 MB", "too-large", () => WithBody(Many("x", 30 << 20, "<", "/>")).ToDocx()),
        new("a field's instruction of 30 MB", "too-large", () => WithBody(Many("x", 30 << 20, "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>", "</w:instrText></w:r></w:p>")).ToDocx()),
        new("30 MB that can't be packed", null, () => WithBody(Text).And("word/media/a.bin", Some(Convert.ToHexString(Noise(14 << 20)))).ToDocx()),
    ];

    public static IEnumerable<HostileFile> Circles =>
    [
        new("styles in a circle", null, () => Styled(Some("<w:style w:styleId=\"s\"><w:name w:val=\"a\"/><w:basedOn w:val=\"t\"/></w:style><w:style w:styleId=\"t\"><w:name w:val=\"b\"/><w:basedOn w:val=\"s\"/></w:style>"))),
        new("a chain of 40,000 styles, each named", null, () => Chain(40_000)),
        new("tables, rows and cells in any order", null, () => WithBody(Many("<w:tc><w:tr><w:p/><w:tbl/></w:tr></w:tc><w:tr/>", 40_000)).ToDocx()),
        new("tables 80 deep, over and over", null, () => WithBody(Many(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 80)) + "<w:p/>" + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 80)), 2000)).ToDocx()),
        new("a document that names itself as its header", null, () => WithBody("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>" + Text).Relation("h", "header", "document.xml").ToDocx()),
    ];

    public static IEnumerable<HostileFile> Outside => OutsideOf("http://127.0.0.1:9");

    /// <summary>Files whose parts stand elsewhere, by what they say.</summary>
    /// <param name="address">Where, without a slash at its end.</param>
    public static IEnumerable<HostileFile> OutsideOf(string address) =>
    [
        new("pictures, a template, links and frames elsewhere", null, () => Elsewhere(address).ToDocx()),
        new("the same in Flat OPC", null, () => Elsewhere(address).ToFlatOpc()),
        new("a header elsewhere", null, () => WithBody($"{Text}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>").Relation("h", "header", $"{address}/header.xml", isExternal: true).ToDocx()),
        new("a main part elsewhere", "no-main-part", () => new HostilePackage { MainTarget = $"{address}/document.xml" }.And("word/document.xml", Some("<a/>")).ToDocx()),
        new("a DTD elsewhere", "dtd-present", () => WithDocument(Some($"<!DOCTYPE a SYSTEM \"{address}/a.dtd\"><w:document {Namespaces}/>")).ToDocx()),
        new("an entity elsewhere", "dtd-present", () => WithDocument(Some($"<!DOCTYPE a [<!ENTITY x SYSTEM \"{address}/x\">]><w:document {Namespaces}><w:body>&x;</w:body></w:document>")).ToDocx()),
        new("an entity in the styles", "dtd-present", () => WithBody("<w:p><w:pPr><w:pStyle w:val=\"s\"/></w:pPr></w:p>").Related("styles", "styles.xml", Some($"<!DOCTYPE a [<!ENTITY % x SYSTEM \"{address}/x\"> %x;]><w:styles {Namespaces}/>")).ToDocx()),
        new("an entity in the content types", null, "dtd-present", () => WithBody(Text).And("[Content_Types].xml", Some($"<!DOCTYPE a [<!ENTITY x SYSTEM \"{address}/x\">]><Types>&x;</Types>")).ToDocx()),
        new("an entity of a file here", "dtd-present", () => WithDocument(Some($"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document {Namespaces}><w:body>&x;</w:body></w:document>")).ToDocx()),
        new("entities of entities (billion laughs)", "dtd-present", () => WithDocument(Some(Laughs)).ToDocx()),
        new("entities of entities in Flat OPC", "dtd-present", () => Encoding.UTF8.GetBytes(Laughs)),
        new("an XInclude of a file here", null, () => WithBody($"{Text}<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"{address}/x\"/>").ToDocx()),
    ];

    public static IEnumerable<HostileFile> Paths =>
    [
        .. Targets("no-main-part", "../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", @"..\..\..\Windows\win.ini", @"\\127.0.0.1\share\document.xml", "word/document.xml.", "word//document.xml", "word%2Fdocument.xml", "word/document.xml%00", "word/document.xml?a=b", "word/document.xml#a", "C:document.xml", ""),
        .. Targets(null, "word/document.xml", "/word/document.xml", @"word\document.xml", "WORD/Document.XML", "../word/./document.xml", "word/../word/document.xml"),
        .. Named("no-main-part", "../word/document.xml", "word/./document.xml", "word/document.xml.", "word/document.xml/", "word//document.xml", "word/document%2Exml", "word/ document.xml", "word/[0].piece/document.xml"),
        .. Named(null, "/word/document.xml", @"word\document.xml", "WORD/DOCUMENT.XML"),
        new("the main part twice", null, () => WithBody(Text).And("word/document.xml", Some("<a/>")).ToDocx()),
        new("the main part twice, in capital letters", null, () => WithBody(Text).And("WORD/DOCUMENT.XML", Some("<a/>")).ToDocx()),
        new("parts named to stand elsewhere", null, () => WithBody(Text).And("../../../../tmp/laminar-was-here", Some("x")).And("/tmp/laminar-was-here", Some("x")).And(@"..\..\laminar-was-here", Some("x")).And(new string('a', 60_000), Some("x")).ToDocx()),
    ];

    public static IEnumerable<HostileFile> Flat =>
    [
        new("Flat OPC: 10 million elements deep", "too-many-elements", () => WithBody(Many("<x>", TenMillion)).ToFlatOpc()),
        new("Flat OPC: 100,000 elements deep", "too-deep", () => WithBody(Many("<x>", 100_000)).ToFlatOpc()),
        new("Flat OPC: 7 million elements side by side", "too-many-elements", () => WithBody(Many("<x/>", 7 * Million)).ToFlatOpc()),
        new("Flat OPC: 7 million elements beside the parts", "too-many-elements", () => Beside(Many("<x/>", 7 * Million))),
        new("Flat OPC: 400,000 elements in a part that nobody reads", null, () => WithBody(Text).And("word/other.xml", Many("<x/>", 400_000, "<a>", "</a>")).ToFlatOpc()),
        new("Flat OPC: 100,000 deep in a part that nobody reads", null, "too-deep", () => WithBody(Text).And("word/other.xml", Many("<x>", 100_000, "<a>", string.Concat(Enumerable.Repeat("</x>", 100_000)) + "</a>")).ToFlatOpc()),
        new("Flat OPC: a million comments", "too-many-elements", () => WithBody(Text).Related("comments", "comments.xml", Many("<w:comment/>", 2 * Million, $"<w:comments {Namespaces}>", "</w:comments>")).ToFlatOpc()),
        new("Flat OPC: a text of 31 MB", "too-large", () => WithBody(Many("x", 31 << 20, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")).ToFlatOpc()),
        new("Flat OPC: an attribute of 31 MB", "too-large", () => WithBody(Many("x", 31 << 20, "<w:p w:a=\"", "\"/>")).ToFlatOpc()),
        new("Flat OPC: 5,001 parts", "too-many-parts", () => Enumerable.Range(0, 4998).Aggregate(WithBody(Text), static (file, number) => file.And($"word/media/{number}.xml", Some("<a/>"))).ToFlatOpc()),
        new("Flat OPC: 5,001 parts of one name", "too-many-parts", () => Beside(Many("<pkg:part pkg:name=\"/a\"/>", 5001))),
        new("Flat OPC: a picture of 30 MB", null, () => Beside(Many("AAAA", 7 << 20, "<pkg:part pkg:name=\"/word/media/a.png\"><pkg:binaryData>", "</pkg:binaryData></pkg:part>"))),
        new("Flat OPC: parts named to stand elsewhere", null, () => WithBody(Text).And("../../../../tmp/laminar-was-here", Some("<a/>")).And(@"..\..\laminar-was-here", Some("<a/>")).ToFlatOpc()),
        new("Flat OPC: larger than a file may be", "too-large", () => WithBody(Many(" ", 33 << 20, Text)).ToFlatOpc()),
    ];

    public static IEnumerable<HostileFile> PlainText =>
    [
        new("plain text of 31 MB in one line", "too-large", () => Fill("the left side was decompressed ", 31 << 20)),
        new("plain text of 31 million empty lines", "too-many-paragraphs", () => Fill("\n", 31 << 20)),
        new("plain text of 31 MB with a DTD's first letters", "dtd-present", () => [.. "<!DOCTYPE a ["u8, .. Fill("<!ENTITY a \"a\">", 30 << 20)]),
        new("31 MB of angle brackets", "too-large", () => Fill("<", 31 << 20)),
        new("31 MB of comments before nothing", "too-large", () => Fill("<!-- -->", 31 << 20)),
    ];

    private static string Laughs
    {
        get
        {
            var entities = string.Concat(Enumerable.Range(1, 9).Select(static number => $"<!ENTITY l{number} \"{string.Concat(Enumerable.Repeat($"&l{number - 1};", 10))}\">"));
            return $"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"lol\">{entities}]><w:document {Namespaces}><w:body>&l9;</w:body></w:document>";
        }
    }

    private static HostilePackage Elsewhere(string address) =>
        WithBody($"""{Text}<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="picture" src="{address}/v.png" r:href="picture"/></v:shape></w:pict></w:r><w:hyperlink r:id="link"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:altChunk r:id="chunk"/><w:subDoc r:id="sub"/><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" r:id="ole"/></w:object></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "{address}/field" INCLUDEPICTURE "{address}/f.png" DDEAUTO cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""")
            .Relation("picture", "image", $"{address}/a.png", isExternal: true)
            .Relation("template", "attachedTemplate", $"{address}/a.dotm", isExternal: true)
            .Relation("ole", "oleObject", $"{address}/a.xlsx", isExternal: true)
            .Relation("link", "hyperlink", $"{address}/", isExternal: true)
            .Relation("chunk", "aFChunk", $"{address}/a.html", isExternal: true)
            .Relation("sub", "subDocument", $"{address}/b.docx", isExternal: true)
            .Relation("styles", "styles", $"{address}/styles.xml", isExternal: true)
            .Relation("comments", "comments", $"{address}/comments.xml", isExternal: true)
            .Relation("notes", "footnotes", $"{address}/footnotes.xml")
            .Relation("record", "customXml", $"{address}/item.xml", isExternal: true)
            .Related("settings", "settings.xml", Some($"<w:settings {Namespaces}><w:attachedTemplate r:id=\"t\"/></w:settings>"))
            .And("word/_rels/settings.xml.rels", Some($"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"t\" Type=\"{Relations}attachedTemplate\" Target=\"{address}/a.dotm\" TargetMode=\"External\"/></Relationships>"));

    private static IEnumerable<HostileFile> Targets(string? code, params IEnumerable<string> targets)
        => targets.Select(target => new HostileFile($"main part said to be “{target}”", code, () => new HostilePackage { MainTarget = target }.And("word/document.xml", Some($"<w:document {Namespaces}><w:body>{Text}</w:body></w:document>")).ToDocx()));

    private static IEnumerable<HostileFile> Named(string? code, params IEnumerable<string> names)
        => names.Select(name => new HostileFile($"main part named “{name}”", code, () => new HostilePackage().And(name, Some($"<w:document {Namespaces}><w:body>{Text}</w:body></w:document>")).ToDocx()));

    private static byte[] Styled(Markup styles)
        => WithBody("<w:p><w:pPr><w:pStyle w:val=\"s\"/></w:pPr></w:p>" + Text).Related("styles", "styles.xml", styles.Within($"<w:styles {Namespaces}>", "</w:styles>")).ToDocx();

    private static byte[] Chain(int length)
    {
        var (body, styles) = (new StringBuilder(), new StringBuilder());
        for (var number = 0; number < length; number++)
        {
            body.Append($"<w:p><w:pPr><w:pStyle w:val=\"s{number}\"/></w:pPr></w:p>");
            styles.Append($"<w:style w:styleId=\"s{number}\"><w:name w:val=\"n\"/><w:basedOn w:val=\"s{number + 1}\"/></w:style>");
        }

        return WithBody(body.ToString()).Related("styles", "styles.xml", Some($"<w:styles {Namespaces}>{styles}</w:styles>")).ToDocx();
    }

    private static byte[] Headers(int count, Markup header)
    {
        var sections = string.Concat(Enumerable.Range(0, count).Select(static number => $"<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"header{number}.xml\"/></w:sectPr></w:pPr></w:p>"));
        var file = WithBody(sections + Text).Related("header", "header0.xml", header);
        return Enumerable.Range(1, count - 1).Aggregate(file, static (all, number) => all.Related("header", $"header{number}.xml", Some("x"))).ToDocx();
    }

    private static Markup Numbered(string before, int count, string behind, string start = "", string end = "", string close = "")
    {
        var text = new StringBuilder(start.Length > 0 ? before : "");
        for (var number = 0; number < count; number++)
        {
            text.Append(start.Length > 0 ? start : before).Append(number).Append(start.Length > 0 ? end : behind);
        }

        return Some(text.Append(close).ToString());
    }

    private static byte[] Beside(Markup markup)
    {
        var flat = WithBody(Text).ToFlatOpc();
        var stream = new MemoryStream();
        stream.Write(flat.AsSpan(..^"</pkg:package>"u8.Length));
        markup.Within("", "</pkg:package>").WriteTo(stream);
        return stream.ToArray();
    }

    private static byte[] Embedding(Markup bomb) => WithBody(Text).And("word/embeddings/a.docx", bomb).ToDocx();

    /// <summary>A zip with one entry; beside those of a Word file where one is given.</summary>
    private static byte[] Zip(string name, byte[] content, byte[]? word = null)
    {
        var stream = new MemoryStream();
        stream.Write(word ?? []);
        using (var zip = new System.IO.Compression.ZipArchive(stream, word is null ? System.IO.Compression.ZipArchiveMode.Create : System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            if (word is not null)
            {
                zip.GetEntry(name)?.Delete();
            }

            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Fill(string piece, int length)
    {
        var bytes = new byte[length];
        var once = Encoding.UTF8.GetBytes(piece);
        for (var at = 0; at < length; at += once.Length)
        {
            once.AsSpan(0, Math.Min(once.Length, length - at)).CopyTo(bytes.AsSpan(at));
        }

        return bytes;
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(6).NextBytes(bytes);
        return bytes;
    }
}
