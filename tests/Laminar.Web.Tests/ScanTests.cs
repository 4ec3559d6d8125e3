using System.Net;
using System.Text;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Web.Tests;

public sealed class ScanTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(FictionalDraft.Text);

    [Theory]
    [InlineData(".docx")]
    [InlineData(".docm")]
    [InlineData(".dotx")]
    [InlineData(".dotm")]
    public async Task A_Word_file_of_any_kind_is_read_without_being_told_its_type(string extension) =>
        AssertFictionalDraft(await server.Client.ScanAsync(WordFiles.Zip(FictionalDraft.Paragraphs, extension)));

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/xml; charset=utf-8")]
    [InlineData(null)]
    public async Task Flat_OPC_is_read(string? type) =>
        AssertFictionalDraft(await server.Client.ScanAsync(WordFiles.FlatOpc(FictionalDraft.Paragraphs), type));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("TEXT/Plain; charset=UTF-8")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Plain_text_is_read_a_line_a_paragraph(string? type) =>
        AssertFictionalDraft(await server.Client.ScanAsync(Text, type));

    [Fact]
    public async Task A_file_of_a_form_is_read_and_keeps_its_name()
    {
        using var form = new MultipartFormDataContent { { Requests.Content(WordFiles.Zip(FictionalDraft.Paragraphs)), "file", "a draft.docx" } };

        var response = await server.Client.PostAsync(new Uri(Requests.Scans, UriKind.Relative), form, TestContext.Current.CancellationToken);

        AssertFictionalDraft(response);
        Assert.Equal("a draft.docx", (await response.JsonAsync()).GetProperty("document").Get("name"));
    }

    [Theory]
    [InlineData("today.docx", "today.docx")]
    [InlineData("\"to day.docx\"", "to day.docx")]
    [InlineData("Entwürfe.docx", "Entwürfe.docx")]
    [InlineData("\"C:\\\\drafts\\\\today.docx\"", "today.docx")]
    [InlineData("\"\"", "draft.txt")]
    public async Task The_answer_names_the_draft_as_the_header_of_the_upload_does(string told, string name)
    {
        var result = await (await server.Client.ScanAsync(Text, "text/plain", name: told)).JsonAsync();

        Assert.Equal(name, result.GetProperty("document").Get("name"));
    }

    [Fact]
    public async Task An_address_names_no_draft()
    {
        var result = await (await server.Client.ScanAsync(Text, "text/plain", "?name=today.docx")).JsonAsync();

        Assert.Equal("draft.txt", result.GetProperty("document").Get("name"));
    }

    [Fact]
    public async Task The_answer_names_the_pack_with_its_version()
    {
        var result = await (await server.Client.ScanAsync(Text)).JsonAsync();

        Assert.Equal("percutaneous-interlaminar-decompression", result.GetProperty("pack").Get("id"));
        Assert.NotEmpty(result.GetProperty("pack").Get("version"));
    }

    [Fact]
    public async Task A_pack_can_be_chosen_by_an_id_that_the_list_of_packs_names()
    {
        var packs = await (await server.Client.GetAsync(new Uri("/api/packs", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();
        var id = packs[0].Get("id");

        var result = await (await server.Client.ScanAsync(Text, query: $"?pack={id}")).JsonAsync();

        Assert.Equal(id, result.GetProperty("pack").Get("id"));
    }

    [Fact]
    public async Task A_draft_chooses_its_pack_and_the_address_overrules_it()
    {
        var lumbar = Encoding.UTF8.GetBytes("PROCEDURE: Percutaneous interlaminar laminotomy, L4-L5, left.\nDESCRIPTION OF PROCEDURE:\nThe L4-L5 interspace was decompressed.");

        var chosen = await (await server.Client.ScanAsync(lumbar)).JsonAsync();
        var overruled = await (await server.Client.ScanAsync(lumbar, query: "?pack=percutaneous-interlaminar-decompression")).JsonAsync();

        Assert.Equal("percutaneous-interlaminar-decompression-lumbar", chosen.GetProperty("pack").Get("id"));
        Assert.Equal("does-not-apply", overruled.GetProperty("applicability").Get("status"));
    }

    [Fact]
    public async Task The_same_bytes_give_the_same_answer_from_many_clients_at_once()
    {
        var bytes = WordFiles.Zip(FictionalDraft.Paragraphs);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
            await (await server.Client.ScanAsync(bytes)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task An_answer_may_not_be_stored_by_anything_on_its_way()
    {
        var response = await server.Client.ScanAsync(Text);

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    private static void AssertFictionalDraft(HttpResponseMessage response)
    {
        var body = response.JsonAsync().Result;
        Assert.True(response.StatusCode == HttpStatusCode.OK, body.ToString());
        var findings = body.GetProperty("findings").EnumerateArray().ToList();
        Assert.Contains(findings, finding => finding.Get("element") == "laterality" && finding.Get("kind") == "conflict");
        Assert.Contains(findings, finding => finding.Get("element") == "guidance" && finding.Get("severity") == "required");
        AssertEvidenceIsInTheText(findings.Single(finding => finding.Get("kind") == "conflict" && finding.Get("element") == "laterality"));
    }

    private static void AssertEvidenceIsInTheText(JsonElement finding)
    {
        foreach (var evidence in finding.GetProperty("evidence").EnumerateArray())
        {
            var paragraph = FictionalDraft.Paragraphs[evidence.GetProperty("paragraph").GetInt32()];
            var words = paragraph.Substring(evidence.GetProperty("start").GetInt32(), evidence.GetProperty("length").GetInt32());
            Assert.Equal(evidence.Get("text"), words);
        }
    }
}
