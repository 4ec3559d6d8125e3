using System.Net;
using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary><c>POST /api/templates/lint</c>: what in a standard note would be wrong in somebody's report.</summary>
public sealed class TemplateLintTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly string[] Note = ["DESCRIPTION OF PROCEDURE:", "The cannula was advanced under fluoroscopic guidance at left C5-6."];

    [Theory]
    [InlineData(".dotx")]
    [InlineData(".docx")]
    public async Task The_shipped_notes_are_clean(string kind)
    {
        var note = await File.ReadAllBytesAsync(
            Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "templates", "percutaneous-interlaminar-decompression", "standard-note" + kind), TestContext.Current.CancellationToken);

        var result = await (await server.Client.SendDraftAsync(Requests.Lint, note)).JsonAsync();

        Assert.Empty(result.GetProperty("findings").EnumerateArray());
        Assert.All(result.GetProperty("elements").EnumerateArray(), element => Assert.Equal("field", element.Get("covered")));
    }

    [Fact]
    public async Task A_hard_coded_fact_is_named_whichever_way_the_note_is_sent()
    {
        using var form = new MultipartFormDataContent { { Requests.Content(WordFiles.Zip(Note, ".dotx")), "file", "note.dotx" } };
        foreach (var answer in new[]
        {
            await server.Client.SendDraftAsync(Requests.Lint, Encoding.UTF8.GetBytes(string.Join('\n', Note)), "text/plain"),
            await server.Client.SendDraftAsync(Requests.Lint, WordFiles.Zip(Note, ".dotx")),
            await server.Client.PostAsync(new Uri(Requests.Lint, UriKind.Relative), form, TestContext.Current.CancellationToken),
        })
        {
            Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
            var named = (await answer.JsonAsync()).GetProperty("findings").EnumerateArray().Where(f => f.Get("rule") == "hard-coded-fact").Select(f => f.Get("element"));
            Assert.Superset(new HashSet<string> { "guidance", "levels", "laterality" }, named.ToHashSet());
        }
    }

    [Fact]
    public async Task What_was_typed_since_the_file_was_written_counts()
    {
        var edits = new { edits = new[] { new { from = new { paragraph = 1, offset = 31 }, to = new { paragraph = 1, offset = 43 }, text = "____" } } };
        using var form = new MultipartFormDataContent { { new StringContent(System.Text.Json.JsonSerializer.Serialize(edits)), "edits" }, { Requests.Content(WordFiles.Zip(Note)), "file", "note.docx" } };

        var findings = (await (await server.Client.PostAsync(new Uri(Requests.Lint, UriKind.Relative), form, TestContext.Current.CancellationToken)).JsonAsync())
            .GetProperty("findings").EnumerateArray().Select(f => $"{f.Get("rule")} {f.Get("element")}").ToList();

        Assert.Contains("hard-coded-fact levels", findings);
        Assert.DoesNotContain("hard-coded-fact guidance", findings);
    }

    [Fact]
    public async Task The_paragraphs_come_with_it_where_they_are_asked_for_and_the_rest_stays_as_it_is()
    {
        var note = WordFiles.Zip(Note, ".dotx");
        var plain = await (await server.Client.SendDraftAsync(Requests.Lint, note)).JsonAsync();
        var result = await (await server.Client.SendDraftAsync(Requests.Lint + "?include=paragraphs", note)).JsonAsync();

        Assert.Equal(Note, result.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.Get("text")));
        Assert.False(plain.TryGetProperty("paragraphs", out _));
        Assert.Equal(
            plain.EnumerateObject().Select(property => $"{property.Name}: {property.Value.GetRawText()}"),
            result.EnumerateObject().Where(property => property.Name != "paragraphs").Select(property => $"{property.Name}: {property.Value.GetRawText()}"));
        await (await server.Client.SendDraftAsync(Requests.Lint + "?include=repairs", note)).AssertProblemAsync(HttpStatusCode.BadRequest, "no-such-include");
    }

    [Fact]
    public async Task What_can_not_be_read_is_a_problem()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.SendDraftAsync(Requests.Lint + "?pack=none", WordFiles.Zip(Note))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.SendDraftAsync(Requests.Lint, [])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.Client.SendDraftAsync(Requests.Lint, WordFiles.Zip(Note)[..200])).StatusCode);
    }
}
