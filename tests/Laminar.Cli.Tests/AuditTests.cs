using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Laminar.Hosts;
using Laminar.Tests;

namespace Laminar.Cli.Tests;

/// <summary><c>laminar audit</c>: which files it reads, what it keeps of them, and its summary.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Golden =
        """
        2023/odd.docx error=damaged-zip
        2023/plain.docx 2023-05 created Spine note.dotx applies open=procedure? guidance laterality
        2024/b.txt 2024-02 modified - applies open=guidance laterality
        2024/knee.txt 2024-02 modified - does-not-apply open=
        old.doc error=not-a-word-file
        top.xml 2024-02 modified - applies open=guidance laterality
        """;

    private readonly Command laminar = new();

    public void Dispose() => laminar.Dispose();

    [Fact]
    public async Task Every_report_below_the_folder_has_its_line_in_the_order_of_the_names()
    {
        Archive();

        var ended = await laminar.RunAsync("audit", "archive", "--out", "results.jsonl");

        Assert.Equal((1, ""), (ended.Exit, ended.Output));
        Assert.Matches(@"^laminar: 6 files audited \(2 could not be read\) in \d+ s\.\s*$", ended.Errors);
        Assert.Equal(Golden.Replace("procedure? ", "", StringComparison.Ordinal).Split('\n'), Lines().Select(Short));
        Assert.All(Lines(), line => Assert.Equal(1, line.GetProperty("audit").GetInt32()));
    }

    [Fact]
    public async Task A_line_says_what_a_scan_says_without_a_word_of_the_report()
    {
        Archive();
        var scan = JsonDocument.Parse((await laminar.RunAsync("scan", "archive/2023/plain.docx", "--format", "json")).Output).RootElement;

        var ended = await laminar.RunAsync("audit", "archive");

        var line = JsonDocument.Parse(ended.Lines[1]).RootElement;
        Assert.Equal(scan.GetProperty("document").GetProperty("sha256").GetString(), line.GetProperty("document").GetProperty("sha256").GetString());
        Assert.Equal(Pairs(scan, "elements", "id", "status"), Pairs(line, "elements", "id", "status"));
        Assert.Equal(Pairs(scan, "findings", "id", "severity"), Pairs(line, "findings", "id", "severity"));
        Assert.DoesNotContain(FictionalDraft.Paragraphs.SelectMany(paragraph => paragraph.Split(' ')).Where(word => word.Length > 12), word => ended.Output.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_results_are_the_same_with_any_number_of_workers()
    {
        for (var number = 0; number < 60; number++)
        {
            laminar.Write($"archive/{number % 7}/{number}.txt", number % 5 == 0 ? string.Concat(Enumerable.Repeat(FictionalDraft.Text + "\n", 40)) : FictionalDraft.Text);
        }

        var one = await laminar.RunAsync("audit", "archive", "--jobs", "1");
        var many = await laminar.RunAsync("audit", "archive", "--jobs=7");

        Assert.Equal(60, one.Lines.Length);
        Assert.Equal(one.Output, many.Output);
    }

    [Fact]
    public async Task Links_lock_files_hidden_files_and_the_xml_of_others_are_passed_over()
    {
        laminar.Write("elsewhere/secret.txt", FictionalDraft.Text);
        laminar.Write("archive/report.txt", FictionalDraft.Text);
        laminar.Write("archive/~$report.docx", "locked");
        laminar.Write("archive/._report.docx", "resource");
        laminar.Write("archive/.trash/report.txt", FictionalDraft.Text);
        laminar.Write("archive/index.xml", "<?xml version=\"1.0\"?><index/>");
        laminar.Write("archive/picture.png", "no report");
        File.CreateSymbolicLink(laminar.PathOf("archive/link.txt"), laminar.PathOf("elsewhere/secret.txt"));
        Directory.CreateSymbolicLink(laminar.PathOf("archive/folder"), laminar.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(laminar.PathOf("archive/round"), laminar.PathOf("archive"));

        var ended = await laminar.RunAsync("audit", "archive");

        Assert.Equal(0, ended.Exit);
        Assert.Equal("report.txt", Name(JsonDocument.Parse(Assert.Single(ended.Lines)).RootElement));
    }

    [Theory]
    [InlineData("$LAMINAR audit list.txt")]
    [InlineData("cat list.txt | $LAMINAR audit -")]
    public async Task A_list_is_read_in_its_own_order_and_a_file_that_is_gone_has_a_line_too(string command)
    {
        Archive();
        laminar.Write("list.txt", "archive/top.xml\n\narchive/gone.docx\r\narchive/2024/b.txt\narchive/2024\n");

        var ended = await laminar.RunInShellAsync(command);

        var lines = ended.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(1, ended.Exit);
        Assert.Equal(["archive/top.xml", "archive/gone.docx", "archive/2024/b.txt", "archive/2024"], lines.Select(Name));
        Assert.Equal(["", "not-found", "", "is-folder"], lines.Select(Code));
    }

    [Fact]
    public async Task A_draft_instead_of_a_list_is_told_from_one()
    {
        Archive();

        var word = await laminar.RunAsync("audit", "archive/2023/plain.docx");
        var text = await laminar.RunAsync("audit", "archive/2024/b.txt");

        Assert.Equal((2, 2), (word.Exit, text.Exit));
        Assert.Contains("is a single draft; name its folder", word.Errors, StringComparison.Ordinal);
        Assert.Contains("is neither a folder nor a list", text.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("laminotomy", text.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_folder_that_can_not_be_read_is_named_and_the_rest_goes_on()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            laminar.Write($"archive/{name}/report.txt", FictionalDraft.Text);
        }

        using var files = ArchiveFolder.Below(laminar.PathOf("archive")).GetEnumerator();
        Assert.True(files.MoveNext());
        // Its name is known by now, and what it holds is not.
        Directory.Delete(laminar.PathOf("archive/b"), recursive: true);

        Assert.Equal(("a/report.txt", null), (files.Current.Name, files.Current.Error?.Code));
        Assert.True(files.MoveNext());
        Assert.Equal(("b/", "folder-unreadable"), (files.Current.Name, files.Current.Error?.Code));
        Assert.True(files.MoveNext());
        Assert.Equal(("c/report.txt", null), (files.Current.Name, files.Current.Error?.Code));
        Assert.False(files.MoveNext());
    }

    [Fact]
    public async Task LibreOffice_reads_the_workbook_and_its_counts_are_those_of_the_results()
    {
        Archive();

        var ended = await laminar.RunAsync("audit", "archive", "--summary", "summary.xlsx");
        await laminar.RunInShellAsync("soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1' summary.xlsx");

        Assert.Equal((1, ""), (ended.Exit, ended.Output));
        Assert.Contains("Files,6", Sheet("Overview"));
        Assert.Contains("Files that could not be read,2", Sheet("Overview"));
        Assert.Contains("Reports that no pack is for,1", Sheet("Overview"));
        Assert.Contains(Sheet("Elements"), row => row.Contains(",Image guidance,guidance,required,3,0,0,0,0,0,3,0,100.0%,100.0%", StringComparison.Ordinal));
        Assert.Contains(Sheet("Months"), row => row.EndsWith(",2023-05,1,0,1,1,100.0%", StringComparison.Ordinal));
        Assert.Contains(Sheet("Months"), row => row.EndsWith(",2024-02,2,0,2,2,100.0%", StringComparison.Ordinal));
        Assert.Contains(Sheet("Elements by month"), row => row.Contains(",2024-02,Image guidance,guidance,2,0,0,0,0,0,2,0", StringComparison.Ordinal));
        Assert.Contains(Sheet("Templates"), row => row.Contains(",Spine note.dotx,1,", StringComparison.Ordinal));
        Assert.Equal(["2023/odd.docx", "old.doc"], Sheet("Unreadable").Skip(1).Select(row => row.Split(',')[0]));
    }

    [Fact]
    public async Task The_page_needs_nothing_beside_it_and_takes_no_name_for_markup()
    {
        Archive();
        laminar.Write("archive/<script>alert(1)<!script>.docx", [1, 2, 3]);
        laminar.Write("archive/bell\a.docx", [1, 2, 3]);

        var ended = await laminar.RunAsync("audit", "archive", "--summary", "summary.html");

        var page = File.ReadAllText(laminar.PathOf("summary.html"));
        Assert.Equal(1, ended.Exit);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.Contains("bell\uFFFD.docx", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=|@import|url\\((?!#hatch)", page);
        Assert.DoesNotContain("2023/plain.docx", page, StringComparison.Ordinal);
    }

    private void Archive()
    {
        laminar.Write("archive/2023/plain.docx", WithProperties(WordFiles.Zip(FictionalDraft.Paragraphs)));
        laminar.Write("archive/2023/odd.docx", WordFiles.Zip(FictionalDraft.Paragraphs)[..200]);
        laminar.Write("archive/2024/b.txt", FictionalDraft.Text);
        laminar.Write("archive/2024/knee.txt", "PROCEDURE: Total knee replacement, left.\nDESCRIPTION OF PROCEDURE:\nThe joint was opened.");
        laminar.Write("archive/old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        laminar.Write("archive/top.xml", WordFiles.FlatOpc(FictionalDraft.Paragraphs));
        foreach (var file in Directory.EnumerateFiles(laminar.PathOf("archive"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2024, 2, 29, 23, 30, 0, DateTimeKind.Utc));
        }
    }

    private static byte[] WithProperties(byte[] docx)
    {
        const string package = "http://schemas.openxmlformats.org/package/2006";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006";
        var bytes = new MemoryStream();
        bytes.Write(docx);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("_rels/.rels")!.Delete();
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="{office}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>""");
            Add(zip, "docProps/core.xml", $"""<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2023-06-01T01:30:00+02:00</dcterms:created></cp:coreProperties>""");
            Add(zip, "docProps/app.xml", $"""<Properties xmlns="{office}/extended-properties"><Template>Spine note.dotx</Template></Properties>""");
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }

    private List<JsonElement> Lines() => [.. File.ReadLines(laminar.PathOf("results.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];

    private string[] Sheet(string name) => File.ReadAllLines(laminar.PathOf($"summary-{name}.csv"));

    private static string Name(JsonElement line) => line.GetProperty("document").GetProperty("name").GetString()!;

    private static string Code(JsonElement line) => line.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString()! : "";

    private static string Short(JsonElement line)
    {
        if (Code(line) is { Length: > 0 } code)
        {
            return $"{Name(line)} error={code}";
        }

        var document = line.GetProperty("document");
        var open = line.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() is "required" or "consistency" && finding.GetProperty("kind").GetString() != "applicability").Select(finding => finding.GetProperty("element").GetString()).Order(StringComparer.Ordinal);
        return $"{Name(line)} {document.GetProperty("month").GetString()} {document.GetProperty("monthFrom").GetString()} {document.GetProperty("template").GetString() ?? "-"} {line.GetProperty("applicability").GetProperty("status").GetString()} open={string.Join(' ', open)}";
    }

    private static List<string> Pairs(JsonElement result, string list, string one, string other) =>
        [.. result.GetProperty(list).EnumerateArray().Select(item => $"{item.GetProperty(one).GetString()} {item.GetProperty(other).GetString()}")];
}
