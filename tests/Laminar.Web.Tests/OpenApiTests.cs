using System.Text.Json;
using Laminar.Web.Tests.Store;

namespace Laminar.Web.Tests;

public sealed class OpenApiTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task The_document_lists_every_endpoint_of_the_api_with_a_summary()
    {
        var document = await DocumentAsync();

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        Assert.Equal(
            [
                "DELETE /api/archive/runs/{id}",
                "DELETE /api/phrases/{pack}/{element}",
                "DELETE /api/studio/packs/{id}/draft",
                "GET /api/archive",
                "GET /api/archive/runs/{id}/results",
                "GET /api/archive/runs/{id}/summary.{kind}",
                "GET /api/audit",
                "GET /api/me",
                "GET /api/packs",
                "GET /api/packs/{id}",
                "GET /api/phrases/{pack}",
                "GET /api/samples",
                "GET /api/samples/{name}",
                "GET /api/sign-in",
                "GET /api/status",
                "GET /api/studio/packs",
                "GET /api/studio/packs/{id}",
                "GET /api/studio/packs/{id}/compare",
                "GET /api/studio/packs/{id}/draft",
                "GET /api/studio/packs/{id}/notes",
                "GET /api/studio/packs/{id}/notes/{name}/{number}",
                "GET /api/studio/packs/{id}/reports",
                "GET /api/studio/packs/{id}/statistics",
                "GET /api/studio/packs/{id}/uses",
                "GET /api/studio/packs/{id}/versions/{version}",
                "GET /api/studio/packs/{id}/versions/{version}/export",
                "POST /api/archive/runs",
                "POST /api/archive/runs/{id}/go-on",
                "POST /api/archive/runs/{id}/stop",
                "POST /api/drafts/annotated",
                "POST /api/drafts/applied",
                "POST /api/drafts/cleared",
                "POST /api/drafts/edited",
                "POST /api/drafts/finalized",
                "POST /api/drafts/flagged",
                "POST /api/drafts/insertions",
                "POST /api/reports",
                "POST /api/scans",
                "POST /api/studio/packs/import",
                "POST /api/studio/packs/{id}/check",
                "POST /api/studio/packs/{id}/notes",
                "POST /api/studio/packs/{id}/preview",
                "POST /api/studio/packs/{id}/publish",
                "POST /api/studio/packs/{id}/uses",
                "POST /api/studio/packs/{id}/wording",
                "POST /api/templates/lint",
                "PUT /api/phrases/{pack}/{element}",
                "PUT /api/studio/packs/{id}/draft",
            ],
            operations.Order(StringComparer.Ordinal));
        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()),
            operation => Assert.NotEmpty(operation.Value.Get("summary")));
    }

    [Fact]
    public async Task No_answer_of_any_endpoint_may_be_kept_by_a_cache()
    {
        var operations = (await DocumentAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Name))).ToList();

        foreach (var (path, method) in operations)
        {
            // Once as it stands there, which is refused mostly, and once with what there is.
            foreach (var address in new[] { path, path.Replace("{id}", StudioClient.Pack, StringComparison.Ordinal).Replace("{pack}", StudioClient.Pack, StringComparison.Ordinal).Replace("{version}", "1.0.0", StringComparison.Ordinal) }.Distinct())
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)) { Content = method is "post" or "put" ? Requests.Content(StudioClient.Draft, "text/plain") : null };
                using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.Headers.CacheControl is { NoStore: true }, $"{method} {address} answers {answer.StatusCode} and may be kept.");
            }
        }
    }

    [Fact]
    public async Task The_scan_names_its_request_types_its_problems_and_the_form_of_its_answer()
    {
        var scan = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/scans").GetProperty("post");

        var types = scan.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name).ToList();
        Assert.Contains("text/plain", types);
        Assert.Contains("multipart/form-data", types);
        Assert.Contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document", types);
        Assert.Equal(["query pack", "query include", "query note", "header Content-Disposition"], scan.GetProperty("parameters").EnumerateArray().Select(known => $"{known.Get("in")} {known.Get("name")}"));
        Assert.Equal(["200", "400", "404", "413", "415", "422", "503"], scan.GetProperty("responses").EnumerateObject().Select(response => response.Name));
        Assert.EndsWith("/ScanResult", scan.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").Get("$ref"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("annotated", "query pack, query as, header Content-Disposition", "200 400 404 413 415 422 503")]
    [InlineData("applied", "query pack", "200 400 403 404 413 415 422 503")]
    [InlineData("edited", "", "200 400 413 415 422 503")]
    [InlineData("flagged", "query pack", "200 400 404 413 415 422 503")]
    [InlineData("cleared", "header Content-Disposition", "200 400 413 415 422 503")]
    [InlineData("finalized", "query pack, header Content-Disposition", "200 400 404 409 413 415 422 503")]
    public async Task What_writes_into_drafts_names_its_parameters_its_problems_and_its_files(string name, string parameters, string statuses)
    {
        var written = (await DocumentAsync()).GetProperty("paths").GetProperty($"/api/drafts/{name}").GetProperty("post");

        var known = written.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Select(one => $"{one.Get("in")} {one.Get("name")}") : [];
        Assert.Equal(parameters, string.Join(", ", known));
        Assert.Equal(statuses, string.Join(' ', written.GetProperty("responses").EnumerateObject().Select(response => response.Name)));
        var files = written.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(type => type.Name).ToList();
        Assert.Equal(4, files.Count);
        Assert.Contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document", files);
        Assert.True(written.GetProperty("requestBody").GetProperty("content").TryGetProperty("multipart/form-data", out _));
    }

    [Fact]
    public async Task Answers_are_described_with_their_part_and_the_headers_that_name_the_refused()
    {
        var applied = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/drafts/applied").GetProperty("post");

        var body = Assert.Single(applied.GetProperty("requestBody").GetProperty("content").EnumerateObject());
        Assert.Contains("transcriptionist", body.Value.GetProperty("schema").GetProperty("properties").GetProperty("answers").Get("description"), StringComparison.Ordinal);
        Assert.Equal(["Laminar-Refused", "Laminar-Refused-Count"], applied.GetProperty("responses").GetProperty("200").GetProperty("headers").EnumerateObject().Select(header => header.Name));
    }

    [Fact]
    public async Task Insertions_are_described_with_the_form_of_their_answer()
    {
        var document = await DocumentAsync();
        var insertions = document.GetProperty("paths").GetProperty("/api/drafts/insertions").GetProperty("post");

        Assert.Equal("200 400 403 404 413 415 422 503", string.Join(' ', insertions.GetProperty("responses").EnumerateObject().Select(response => response.Name)));
        Assert.EndsWith("/DraftInsertions", insertions.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").Get("$ref"), StringComparison.Ordinal);
        Assert.Equal(["insertions", "refused", "record"], document.GetProperty("components").GetProperty("schemas").GetProperty("DraftInsertions").GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("/api/scans", "file text edits record")]
    [InlineData("/api/drafts/annotated", "file text edits record")]
    [InlineData("/api/drafts/applied", "file text edits record answers")]
    [InlineData("/api/drafts/insertions", "file text edits record answers")]
    [InlineData("/api/drafts/flagged", "file text edits record flags")]
    [InlineData("/api/drafts/edited", "file text edits record")]
    public async Task A_form_names_each_part_that_counts(string path, string parts)
    {
        var form = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("multipart/form-data").GetProperty("schema");

        Assert.Equal(parts, string.Join(' ', form.GetProperty("properties").EnumerateObject().Select(part => part.Name)));
    }

    [Fact]
    public async Task The_form_of_the_answer_has_the_contracts_fields()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        Assert.Equal(
            ["document", "pack", "applicability", "elements", "findings", "blanks", "answered", "paragraphs", "repairs"],
            schemas.GetProperty("ScanResult").GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["document", "pack", "elements", "findings", "paragraphs"],
            schemas.GetProperty("NoteLintResult").GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_page_to_read_names_the_same_endpoints_and_loads_nothing_from_elsewhere()
    {
        var page = await server.Client.GetStringAsync(new Uri("/openapi", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("POST /api/scans", page, StringComparison.Ordinal);
        Assert.Contains("GET /api/packs", page, StringComparison.Ordinal);
        Assert.Contains("POST /api/drafts/applied", page, StringComparison.Ordinal);
        Assert.Contains("<code>answers</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>Laminar-Refused:</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    private async Task<JsonElement> DocumentAsync() =>
        await (await server.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();
}
