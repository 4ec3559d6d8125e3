using System.Net;
using System.Text;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Edits of a draft's text, over HTTP.</summary>
public sealed class EditTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Typist = "T. Typist";

    private static readonly string[] Lines = ["PROCEDURE: left C5-6 laminotomy.", "", "The lamina was reached on the left side."];

    private HttpClient Client => server.Client;

    [Fact]
    public async Task An_edit_of_a_Word_file_is_a_tracked_change_in_the_editors_name()
    {
        var written = await Client.SendFormAsync(Requests.Edited, WordFiles.Zip(Lines), ("edits", Requests.Edits(Typist, (0, 11, 15, "right")))).WrittenAsync();

        Assert.Contains($"w:author=\"{Typist}\"", WrittenFiles.Document(written), StringComparison.Ordinal);
        Assert.Contains("<w:delText", WrittenFiles.Document(written), StringComparison.Ordinal);
        Assert.Equal("PROCEDURE: right C5-6 laminotomy.", (await TextsAsync(written))[0]);
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("txt")]
    public async Task Another_kind_of_draft_comes_back_as_a_Word_file_with_its_edits(string kind)
    {
        var edits = Requests.Edits(Typist, (0, 11, 15, "right"), (2, 40, 40, "\nIt was open."));

        var response = await Client.SendFormAsync(Requests.Edited, Draft(kind), ("edits", edits));

        Assert.Equal("draft.docx", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(["PROCEDURE: right C5-6 laminotomy.", "", Lines[2], "It was open."], await TextsAsync(await Task.FromResult(response).WrittenAsync()));
    }

    [Fact]
    public async Task Edited_plain_text_has_no_tracked_changes() =>
        Assert.DoesNotContain(
            "w:author",
            WrittenFiles.Document(await Client.SendFormAsync(Requests.Edited, Draft("txt"), ("edits", Requests.Edits(Typist, (0, 11, 15, "right")))).WrittenAsync()),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("docx")]
    [InlineData("xml")]
    [InlineData("txt")]
    public async Task A_scan_with_edits_is_the_scan_of_the_edited_draft_and_needs_no_name(string kind)
    {
        var edits = Requests.Edits(null, (2, 30, 34, "right"));
        string[] after = [Lines[0], Lines[1], "The lamina was reached on the right side."];

        var edited = await (await Client.SendFormAsync($"{Requests.Scans}?include=paragraphs", Draft(kind), ("edits", edits))).JsonAsync();

        Assert.Equal(after, Texts(edited));
        Assert.Equal(await IdsAsync(WordFiles.Zip(after)), Ids(edited));
        Assert.NotEqual(await IdsAsync(WordFiles.Zip(Lines)), Ids(edited));
    }

    [Theory]
    [InlineData(Requests.Edited)]
    [InlineData(Requests.Annotated)]
    public async Task A_file_with_edits_goes_out_in_somebodys_name_alone(string endpoint) =>
        await (await Client.SendFormAsync(endpoint, WordFiles.Zip(Lines), ("edits", Requests.Edits(null, (0, 11, 15, "right"))))).AssertProblemAsync(HttpStatusCode.BadRequest, "edit-unsigned");

    [Fact]
    public async Task Edits_come_before_whatever_else_is_written()
    {
        var edits = Requests.Edits(Typist, (2, 30, 34, "right"));

        var annotated = await Client.SendFormAsync(Requests.Annotated, WordFiles.Zip(Lines), ("edits", edits)).WrittenAsync();

        Assert.Contains("laminar:", WrittenFiles.Document(annotated), StringComparison.Ordinal);
        Assert.Equal("The lamina was reached on the right side.", (await TextsAsync(annotated))[2]);
    }

    [Fact]
    public async Task No_edits_at_all_leave_the_draft_as_it_is() =>
        Assert.Equal(WordFiles.Zip(Lines), await Client.SendFormAsync(Requests.Edited, WordFiles.Zip(Lines), ("edits", Requests.Edits(Typist))).WrittenAsync());

    [Fact]
    public async Task A_document_that_must_not_be_edited_is_not()
    {
        var refused = await Client.SendFormAsync(Requests.Edited, LockedFiles.Of("protected-from-editing"), ("edits", Requests.Edits(Typist, (0, 0, 0, "x"))));

        await refused.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "protected-from-editing");
    }

    private static byte[] Draft(string kind) => kind switch
    {
        "docx" => WordFiles.Zip(Lines),
        "xml" => WordFiles.FlatOpc(Lines),
        _ => Encoding.UTF8.GetBytes(string.Join('\n', Lines)),
    };

    private static List<string> Texts(JsonElement scan) => [.. scan.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.Get("text"))];

    private static List<string> Ids(JsonElement scan) => [.. scan.GetProperty("findings").EnumerateArray().Select(finding => finding.Get("id"))];

    private async Task<List<string>> TextsAsync(byte[] draft) => Texts(await (await Client.ScanAsync(draft, query: "?include=paragraphs")).JsonAsync());

    private async Task<List<string>> IdsAsync(byte[] draft) => Ids(await (await Client.ScanAsync(draft)).JsonAsync());
}
