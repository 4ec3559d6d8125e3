using System.IO.Compression;
using System.Net;
using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests.Store;

/// <summary>Standard notes in the store: those that ship, their versions, and what may not be published.</summary>
public sealed class StandardNoteTests(Postgres postgres) : StoreTests(postgres)
{
    private const string Lumbar = "percutaneous-interlaminar-decompression-lumbar";
    private const string Injection = "interlaminar-epidural-injection";
    private const string Draped = "The patient was positioned and the skin was prepped and draped.";

    private static string Templates { get; } = Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "templates");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_ships_is_the_first_version_of_each_packs_note(Kind kind)
    {
        await KillAsync(await StartAsync(kind));
        var ada = await StartAsync(kind);

        foreach (var pack in new[] { StudioClient.Pack, Lumbar, Injection })
        {
            Assert.Equal(["standard-note 1 Laminar 0 0"], await ListAsync(ada, pack));
            Assert.Equal(Shipped(pack, ".dotx"), await ada.SendAsync(HttpMethod.Get, $"{Notes(pack)}/standard-note/1").WrittenAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_note_has_versions_and_comes_back_byte_for_byte(Kind kind)
    {
        var ada = await StartAsync(kind);
        var (first, second) = (Shipped(StudioClient.Pack, ".docx"), Changed(Shipped(StudioClient.Pack, ".docx"), "The patient was prone and draped."));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(ada, StudioClient.Pack, first, "Cervical note.docx", "?reason=New.")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(ada, StudioClient.Pack, second, "Cervical note.docx")).StatusCode);
        await StudioClient.RefusedAsync(ada.Server.Client.SendDraftAsync(Notes(StudioClient.Pack), Encoding.UTF8.GetBytes("text"), "text/plain", "\"note.txt\""), HttpStatusCode.UnprocessableEntity, "note-name");

        Assert.Equal(["cervical-note 2 Ada 0 0", "cervical-note 1 Ada 0 0", "standard-note 1 Laminar 0 0"], await ListAsync(ada, StudioClient.Pack));
        Assert.Equal("New.", (await ada.GetAsync(Notes(StudioClient.Pack))).EnumerateArray().ElementAt(1).Get("reason"));
        Assert.Equal(first, await ada.SendAsync(HttpMethod.Get, $"{Notes(StudioClient.Pack)}/cervical-note/1").WrittenAsync());
        await StudioClient.RefusedAsync(ada.SendAsync(HttpMethod.Get, $"{Notes(StudioClient.Pack)}/cervical-note/3"), HttpStatusCode.NotFound, "no-such-note");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_note_with_a_fact_of_one_patient_is_not_published(Kind kind)
    {
        var ada = await StartAsync(kind);
        var note = Changed(Shipped(StudioClient.Pack, ".dotx"), Draped + " The procedure was performed on the left side.");

        var refused = await StudioClient.RefusedAsync(SendAsync(ada, StudioClient.Pack, note, "note.dotx"), HttpStatusCode.UnprocessableEntity, "note-faults");

        Assert.Contains("one fault", refused.Get("detail"), StringComparison.Ordinal);
        Assert.Contains($"/api/templates/lint?pack={StudioClient.Pack}", refused.Get("detail"), StringComparison.Ordinal);
        var shown = await (await ada.Server.Client.SendDraftAsync($"/api/templates/lint?pack={StudioClient.Pack}", note)).JsonAsync();
        Assert.Equal("laterality", Assert.Single(shown.GetProperty("findings").EnumerateArray()).Get("element"));
        Assert.Equal(["standard-note 1 Laminar 0 0"], await ListAsync(ada, StudioClient.Pack));
    }

    [Fact]
    public async Task Only_a_docx_or_a_dotx_by_its_bytes_is_published()
    {
        var ada = await StartAsync(Kind.Sqlite);
        string[] note = ["DESCRIPTION OF PROCEDURE:", Draped];
        var (macros, template) = (WordFiles.Zip(note, ".docm"), WordFiles.Zip(note, ".dotm"));

        foreach (var (file, name) in new[] { (macros, "note.docm"), (macros, "note.docx"), (template, "note.dotm"), (template, "note.dotx"), (WordFiles.FlatOpc(note), "note.docx") })
        {
            await StudioClient.RefusedAsync(SendAsync(ada, StudioClient.Pack, file, name), HttpStatusCode.UnprocessableEntity, "note-name");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_note_is_read_by_the_pack_that_it_is_for_and_what_it_may_lack_is_counted(Kind kind)
    {
        var ada = await StartAsync(kind);
        var note = Shipped(Injection, ".dotx");

        var refused = await StudioClient.RefusedAsync(SendAsync(ada, Lumbar, note, "note.dotx"), HttpStatusCode.UnprocessableEntity, "note-faults");
        Assert.Matches("[0-9]+ faults", refused.Get("detail"));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(ada, Injection, Without(note, "aspiration"), "note.dotx")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(ada, Injection, Without(note, "guidance"), "note.dotx")).StatusCode);

        Assert.Equal(["note 2 Ada 0 1", "note 1 Ada 0 1", "standard-note 1 Laminar 0 0"], await ListAsync(ada, Injection));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_later_servers_note_follows_where_nobody_has_published_one_under_its_name(Kind kind)
    {
        var ada = await StartAsync(kind);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(ada, Lumbar, Shipped(Lumbar, ".dotx"), "Standard note.dotx")).StatusCode);
        await KillAsync(ada);

        var later = await StartAsync(kind, "Ada", $"--Templates={LaterTemplates()}");

        Assert.Equal(["standard-note 2 Laminar 0 0", "standard-note 1 Laminar 0 0"], await ListAsync(later, StudioClient.Pack));
        Assert.Equal(["standard-note 2 Ada 0 0", "standard-note 1 Laminar 0 0"], await ListAsync(later, Lumbar));
    }

    private static string Notes(string pack) => $"/api/studio/packs/{pack}/notes";

    private static byte[] Shipped(string pack, string kind) => System.IO.File.ReadAllBytes(Path.Combine(Templates, pack, "standard-note" + kind));

    private static Task<HttpResponseMessage> SendAsync(StudioClient client, string pack, byte[] note, string name, string query = "") =>
        client.Server.Client.SendDraftAsync(Notes(pack) + query, note, name: $"\"{name}\"");

    private static async Task<IEnumerable<string>> ListAsync(StudioClient client, string pack) =>
        (await client.GetAsync(Notes(pack))).EnumerateArray().Select(note => $"{note.Get("name")} {note.Get("number")} {note.Get("author")} {note.Get("faults")} {note.Get("lacking")}");

    /// <summary>The templates of a server that comes with other notes.</summary>
    private string LaterTemplates()
    {
        var folder = Path.Combine(Folder, "templates");
        foreach (var file in Directory.GetFiles(Templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.WriteAllBytes(copy, file.EndsWith(".dotx", StringComparison.Ordinal) ? Changed(System.IO.File.ReadAllBytes(file), "The patient was prone and draped.") : System.IO.File.ReadAllBytes(file));
        }

        return folder;
    }

    /// <summary>The note with another sentence in place of its fixed one.</summary>
    private static byte[] Changed(byte[] note, string sentence) => Edited(note, text => text.Replace(Draped, sentence, StringComparison.Ordinal));

    /// <summary>The note without an element's field: as its author would take the tag away.</summary>
    private static byte[] Without(byte[] note, string element) => Edited(note, text => text.Replace($"<w:tag w:val=\"laminar:{element}\"/>", "", StringComparison.Ordinal));

    private static byte[] Edited(byte[] note, Func<string, string> edit)
    {
        var stream = new MemoryStream();
        stream.Write(note);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("word/document.xml")!;
            string text;
            using (var reader = new StreamReader(part.Open()))
            {
                text = reader.ReadToEnd();
            }

            Assert.NotEqual(text, edit(text));
            part.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(edit(text));
        }

        return stream.ToArray();
    }
}
