using System.Net.Mime;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace Laminar.Web;

internal static class StudioSetup
{
    public static void AddStudio(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PackDesk>().AddSingleton<PackDrafts>().AddSingleton<PackPublishing>().AddSingleton<PackPreview>()
            .AddSingleton<StandardNotes>().AddSingleton<PersonalPhrases>();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            // The server's own options count for a body, not those of the context.
            options.SerializerOptions.RespectNullableAnnotations = StudioJson.Default.Options.RespectNullableAnnotations;
            options.SerializerOptions.RespectRequiredConstructorParameters = StudioJson.Default.Options.RespectRequiredConstructorParameters;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, StudioJson.Default.WithAddedModifier(NeedNotBeSaid));
        });
    }

    /// <summary>What may be null may be left out.</summary>
    private static void NeedNotBeSaid(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AssociatedParameter is { IsNullable: true }))
        {
            property.IsRequired = false;
        }
    }

    /// <summary>What template authors maintain, under one address: a policy on the group is one on all of it.</summary>
    public static void MapStudio(this WebApplication app)
    {
        var studio = app.MapGroup("/api/studio").RequireAuthorization(Policies.Author).NeedsStore();
        studio.MapStudioPacks();
        studio.MapPackDrafts();
        studio.MapStatistics();
        studio.MapNotes();
        app.MapReports(studio);
        app.MapPhrases();
    }

    /// <summary>Answers with 503 and a sentence where the store is not there.</summary>
    public static T NeedsStore<T>(this T endpoint)
        where T : IEndpointConventionBuilder
    {
        endpoint.AddEndpointFilter(StoreFailures.FilterAsync);
        return endpoint.ProducesProblem503();
    }

    public static RouteHandlerBuilder TakesZip(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "The zip.",
            Content = new Dictionary<string, OpenApiMediaType> { [MediaTypeNames.Application.Zip] = DraftBodies.Binary() },
        };
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder TakesPreviewForm(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "Any number of files, and \"changes\": a list of { path, text } or { path, base64 } in JSON.",
            Content = new Dictionary<string, OpenApiMediaType> { [DraftTypes.Form] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } } },
        };
        return Task.CompletedTask;
    });

    private static T ProducesProblem503<T>(this T endpoint)
        where T : IEndpointConventionBuilder
    {
        endpoint.Add(static built => built.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status503ServiceUnavailable, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"])));
        return endpoint;
    }
}
