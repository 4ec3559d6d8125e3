using System.Text.Json.Serialization;
using Laminar.Engine;
using Microsoft.OpenApi;

namespace Laminar.Web;

/// <summary>The types that the API's description is made from; scan results are written by <see cref="ResultWriter"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PackSummary[]))]
[JsonSerializable(typeof(ScanResult))]
internal sealed partial class ApiJson : JsonSerializerContext;

internal static class ApiDocument
{
    public static void AddApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Laminar";
            document.Info.Version = "v1";
            document.Info.Description = "Reads a draft of an operative report and says what it leaves open.";
            // The address that the reader of the document came by is the right one; a fixed one is wrong behind a proxy.
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapGet("/openapi", ApiPage.AnswerAsync).ExcludeFromDescription();
    }

    /// <summary>Says in the document which bytes the body may hold.</summary>
    public static RouteHandlerBuilder TakesADraft(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "The draft. The type may be left out; the bytes tell.",
                Content = DraftTypes.All.ToDictionary(type => type, type => type == DraftTypes.Form ? FormBody() : BinaryBody()),
            };
            Describe(operation, "pack", "Id of the pack to read with; by default the first.");
            operation.Parameters ??= [];
            operation.Parameters.Add(NameHeader());
            return Task.CompletedTask;
        });

    private static void Describe(OpenApiOperation operation, string parameter, string description)
    {
        if (operation.Parameters?.FirstOrDefault(known => known.Name == parameter) is OpenApiParameter known)
        {
            known.Description = description;
        }
    }

    private static OpenApiParameter NameHeader() => new()
    {
        Name = "Content-Disposition",
        In = ParameterLocation.Header,
        Description = "The draft's name, for display in the answer: attachment; filename=\"draft.docx\". A form's file names itself.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiMediaType BinaryBody() =>
        new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };

    private static OpenApiMediaType FormBody() => new()
    {
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                ["text"] = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        },
    };
}
