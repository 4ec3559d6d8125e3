using Laminar.Engine;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Laminar.Web;

/// <summary>What the answer of a scan, or of a note's check, holds where it is asked for: written by hand, so described by hand.</summary>
internal static class ScanSchemas
{
    private const string InText = "In UTF-16 units of the paragraph's text.";

    public static Task AddIncludes(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(ScanResult) || type == typeof(NoteLintResult))
        {
            schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
            schema.Properties["paragraphs"] = List("Only with include=paragraphs. Of each the text, and the rest where it is not the ordinary.", Paragraph());
        }

        if (type == typeof(ScanResult))
        {
            schema.Properties!["repairs"] = List("Only with include=repairs: slips of the keyboard, in the draft's order.", Repair());
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Paragraph() => Object(
        ("text", Text("The words that count: tracked insertions with them, tracked deletions and hidden text without.")),
        ("part", Text("header, footer, footnote or endnote; left out in the body.")),
        ("heading", Number("Outline level of a heading style, from 1 to 9.")),
        ("item", new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "True where Word numbers or bullets it." }),
        ("cell", Object(("table", Number("From 0.")), ("row", Number("From 0.")), ("column", Number("From 0.")))),
        ("spans", List("In order of their start; they may overlap.", Span())),
        ("deleted", List("What a tracked deletion has taken out and nobody has accepted yet, to be shown; no offset counts it.", Deleted())));

    private static OpenApiSchema Span() => Object(
        ("kind", Text("bold, inserted (tracked and not yet accepted), control (of a content control that was filled) or placeholder (nobody's words).")),
        ("start", Number(InText)),
        ("length", Number(InText)),
        ("tag", Text("The content control's tag, where it has one.")));

    private static OpenApiSchema Deleted() => Object(("offset", Number(InText)), ("text", Text("What stood there.")));

    private static OpenApiSchema Repair() => Object(
        ("paragraph", Number("Always one of the body.")),
        ("start", Number(InText)),
        ("length", Number("Never 0.")),
        ("text", Text("What stands there.")),
        ("with", Text("What is to stand there.")),
        ("why", Text("One sentence.")));

    private static OpenApiSchema List(string description, OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Description = description, Items = items };

    private static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = properties.ToDictionary(property => property.Name, property => (IOpenApiSchema)property.Schema),
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Number(string description) => new() { Type = JsonSchemaType.Integer, Description = description };
}
