using System.Text.Json.Serialization;
using Laminar.Engine;
using Laminar.Word;
using Microsoft.OpenApi;

namespace Laminar.Web;

/// <summary>The types that the API's description is made from; scan results are written by <see cref="ResultWriter"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(PackDetails))]
[JsonSerializable(typeof(PackSummary[]))]
[JsonSerializable(typeof(SampleSummary[]))]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(DraftInsertions))]
[JsonSerializable(typeof(IReadOnlyList<OpenItem>))]
[JsonSerializable(typeof(IReadOnlyList<RefusedAnswer>))]
[JsonSerializable(typeof(ScanResult))]
[JsonSerializable(typeof(NoteLintResult))]
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
        builder.Services.AddOpenApi(options => options.AddSchemaTransformer(ScanSchemas.AddIncludes).AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Laminar";
            document.Info.Version = "v1";
            document.Info.Description = "Reads a draft of an operative report, says what it leaves open, and writes that and its answers into the draft.";
            // The address that the reader of the document came by is the right one; a fixed one is wrong behind a proxy.
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
    }

    public static void MapApiDocument(this WebApplication app)
    {
        // It says what the server can do and nothing of what it holds; a browser opens the page without a token.
        app.MapOpenApi().AllowAnonymous();
        app.MapGet("/openapi", ApiPage.AnswerAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>The problems that any draft can meet, and those of the endpoint itself.</summary>
    public static RouteHandlerBuilder MayRefuseADraft(this RouteHandlerBuilder endpoint, params int[] more)
    {
        foreach (var status in more.Concat([400, 413, 415, 422, 503]).Order())
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint;
    }

    /// <summary>Says in the document which bytes the body may hold.</summary>
    /// <param name="wanted">What has to come with the draft, which only a form can hold.</param>
    public static RouteHandlerBuilder TakesADraft(this RouteHandlerBuilder endpoint, UploadPart? wanted = null) => endpoint
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = wanted is null ? DraftBodies.Any() : DraftBodies.With(wanted);
            if (wanted is null)
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(NameHeader());
            }

            return Task.CompletedTask;
        })
        .Describes("pack", "Id of the pack to read with; by default the first.");

    /// <summary>Says what a parameter in the query is for, where the endpoint takes it.</summary>
    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder endpoint, string parameter, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Parameters?.FirstOrDefault(known => known.Name == parameter) is OpenApiParameter known)
            {
                known.Description = description;
            }

            return Task.CompletedTask;
        });

    private static OpenApiParameter NameHeader() => new()
    {
        Name = "Content-Disposition",
        In = ParameterLocation.Header,
        Description = "The draft's name, for display in the answer: attachment; filename=\"draft.docx\". A form's file names itself.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
