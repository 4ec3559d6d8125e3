using System.Net;
using System.Text;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>What a scan's answer holds beside the result, where it is asked for.</summary>
public sealed class ScanIncludeTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Body = """
        <w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>PROCEDURE</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Side: </w:t></w:r><w:ins w:id="7" w:author="A. Name" w:date="2026-01-01T00:00:00Z"><w:r><w:t>left</w:t></w:r></w:ins></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Guidance</w:t></w:r></w:p></w:tc><w:tc><w:p><w:sdt><w:sdtPr><w:tag w:val="guidance"/></w:sdtPr><w:sdtContent><w:r><w:t>CT</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:t xml:space="preserve">On the </w:t></w:r><w:del w:id="8" w:author="A. Name" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>left</w:delText></w:r></w:del><w:r><w:t>right</w:t></w:r></w:p>
        <w:p/>
        """;

    [Fact]
    public async Task The_paragraphs_are_the_draft_as_it_was_read()
    {
        var paragraphs = (await ScanAsync(Encoding.UTF8.GetBytes(FictionalDraft.Text), "paragraphs")).GetProperty("paragraphs");

        Assert.Equal(FictionalDraft.Paragraphs, paragraphs.EnumerateArray().Select(paragraph => paragraph.Get("text")));
        Assert.All(paragraphs.EnumerateArray(), paragraph => Assert.Single(paragraph.EnumerateObject()));
    }

    [Fact]
    public async Task A_paragraph_says_what_is_not_the_ordinary_with_it_and_nothing_else()
    {
        var paragraphs = (await ScanAsync(WordFiles.ZipOfBody(Body), "paragraphs")).GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetRawText());

        Assert.Equal(
            [
                """{"text":"PROCEDURE","heading":2}""",
                """{"text":"Side: left","item":true,"spans":[{"kind":"bold","start":0,"length":6},{"kind":"inserted","start":6,"length":4}]}""",
                """{"text":"Guidance","cell":{"table":0,"row":0,"column":0}}""",
                """{"text":"CT","cell":{"table":0,"row":0,"column":1},"spans":[{"kind":"control","start":0,"length":2,"tag":"guidance"}]}""",
                """{"text":"On the right","deleted":[{"offset":7,"text":"left"}]}""",
                """{"text":""}""",
            ],
            paragraphs);
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData("", false, false)]
    [InlineData("paragraphs", true, false)]
    [InlineData("repairs", false, true)]
    [InlineData("repairs, paragraphs", true, true)]
    public async Task What_is_not_asked_for_is_left_out(string? include, bool paragraphs, bool repairs)
    {
        var scan = await ScanAsync("PROCEDURE: The the lamina ."u8.ToArray(), include);

        Assert.Equal(paragraphs, scan.TryGetProperty("paragraphs", out _));
        Assert.Equal(repairs, scan.TryGetProperty("repairs", out _));
        Assert.NotEmpty(scan.GetProperty("findings").EnumerateArray());
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("paragraphs,everything")]
    [InlineData("Paragraphs")]
    public async Task What_is_not_known_is_refused(string include) =>
        await (await server.Client.ScanAsync("PROCEDURE:"u8.ToArray(), query: $"?include={include}")).AssertProblemAsync(HttpStatusCode.BadRequest, "no-such-include");

    private async Task<JsonElement> ScanAsync(byte[] draft, string? include)
    {
        var answer = await server.Client.ScanAsync(draft, query: include is null ? "" : $"?include={Uri.EscapeDataString(include)}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
