using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Laminar.Web;

/// <summary>The OpenAPI document as a page to read, made from the document itself. No script, nothing from elsewhere.</summary>
internal static class ApiPage
{
    public static async Task<IResult> AnswerAsync([FromKeyedServices("v1")] IOpenApiDocumentProvider provider, CancellationToken cancellation)
    {
        var document = await provider.GetOpenApiDocumentAsync(cancellation);
        var html = new Html().Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{document.Info.Title} API</title>
            <link rel="icon" href="/icons/laminar.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/openapi.css">
            </head>
            <body><main class="api">
            <h1>{document.Info.Title} API {document.Info.Version}</h1>
            <p>{document.Info.Description} The same as a document for programs: <a href="/openapi/v1.json">/openapi/v1.json</a>.</p>
            <pre>curl --data-binary @draft.docx http://localhost:5080/api/scans
            curl --data-binary @draft.docx http://localhost:5080/api/drafts/annotated -o annotated.docx</pre>
            """);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                Operation(html, $"{method} {path}", operation);
            }
        }

        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            Schema(html, name, schema);
        }

        return html.Add($"</main></body></html>").Answer();
    }

    private static void Operation(Html html, string title, OpenApiOperation operation)
    {
        html.Add($"<h2><code>{title}</code></h2><p><b>{operation.Summary}.</b> {operation.Description}</p><table>");
        foreach (var parameter in operation.Parameters ?? [])
        {
            html.Add($"<tr><th><code>{NameOf(parameter)}</code></th><td>{parameter.Description}</td></tr>");
        }

        if (operation.RequestBody?.Content is { } content)
        {
            html.Add($"<tr><th>body</th><td>{operation.RequestBody.Description} {string.Join(", ", content.Keys)}</td></tr>");
            Parts(html, content);
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            html.Add($"<tr><th>{status}</th><td>{response.Description} {string.Join(", ", response.Content?.Keys ?? [])}</td></tr>");
            foreach (var (name, header) in response.Headers ?? new Dictionary<string, IOpenApiHeader>())
            {
                html.Add($"<tr><th><code>{name}:</code></th><td>{header.Description}</td></tr>");
            }
        }

        html.Add($"</table>");
    }

    private static string NameOf(IOpenApiParameter parameter) => parameter.In switch
    {
        ParameterLocation.Header => $"{parameter.Name}:",
        ParameterLocation.Path => $"{{{parameter.Name}}}",
        _ => $"?{parameter.Name}=",
    };

    /// <summary>The parts of a form that say something of themselves.</summary>
    private static void Parts(Html html, IDictionary<string, OpenApiMediaType> content)
    {
        var parts = content.TryGetValue(DraftTypes.Form, out var form) ? form.Schema?.Properties : null;
        foreach (var (name, part) in parts ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (part.Description is { Length: > 0 } description)
            {
                html.Add($"<tr><th>part <code>{name}</code></th><td>{description}</td></tr>");
            }
        }
    }

    private static void Schema(Html html, string name, IOpenApiSchema schema)
    {
        html.Add($"""<h3 id="{name}">{name}</h3><p>{schema.Description}</p><table>""");
        foreach (var (property, type) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            html.Add($"<tr><th><code>{property}</code></th><td>{TypeOf(type)}</td><td>{type.Description}</td></tr>");
        }

        html.Add($"</table>");
    }

    private static string TypeOf(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id ?? "",
        { Items: { } items } => $"list of {TypeOf(items)}",
        { OneOf: [_, ..] choices } => string.Join(" or ", choices.Select(TypeOf).Where(type => type.Length > 0)),
        _ => schema.Type?.ToString().ToLowerInvariant() ?? "",
    };
}
