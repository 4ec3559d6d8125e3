using System.Text.Json;

namespace Laminar.Web.Tests;

public sealed class OpenApiTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task The_document_lists_every_endpoint_of_the_api_with_a_summary()
    {
        var document = await DocumentAsync();

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        Assert.Equal(["GET /api/packs", "POST /api/scans"], operations.Order(StringComparer.Ordinal));
        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()),
            operation => Assert.NotEmpty(operation.Value.Get("summary")));
    }

    [Fact]
    public async Task The_scan_names_its_request_types_its_problems_and_the_form_of_its_answer()
    {
        var scan = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/scans").GetProperty("post");

        var types = scan.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name).ToList();
        Assert.Contains("text/plain", types);
        Assert.Contains("multipart/form-data", types);
        Assert.Contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document", types);
        Assert.Equal(["query pack", "header Content-Disposition"], scan.GetProperty("parameters").EnumerateArray().Select(known => $"{known.Get("in")} {known.Get("name")}"));
        Assert.Equal(["200", "400", "404", "413", "415", "422", "503"], scan.GetProperty("responses").EnumerateObject().Select(response => response.Name));
        Assert.EndsWith("/ScanResult", scan.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").Get("$ref"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_the_answer_has_the_contracts_fields()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        Assert.Equal(
            ["document", "pack", "applicability", "elements", "findings", "blanks", "answered"],
            schemas.GetProperty("ScanResult").GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_page_to_read_names_the_same_endpoints_and_loads_nothing_from_elsewhere()
    {
        var page = await server.Client.GetStringAsync(new Uri("/openapi", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("POST /api/scans", page, StringComparison.Ordinal);
        Assert.Contains("GET /api/packs", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    private async Task<JsonElement> DocumentAsync() =>
        await (await server.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();
}
