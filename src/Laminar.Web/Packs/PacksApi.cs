using Laminar.Hosts;

namespace Laminar.Web;

/// <param name="Id">What <c>?pack=</c> of a scan takes.</param>
/// <param name="Version">Every scan result names the version that it was made with.</param>
/// <param name="Title">The procedure's name for people.</param>
internal sealed record PackSummary(string Id, string Version, string Title);

internal static class PacksApi
{
    private const string Tag = "Packs";

    public static void AddPacks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new PackShelf(builder.Configuration["Templates"] ?? PackFolder.Shipped));
        builder.Services.AddSingleton<PackTrial>().AddSingleton<SampleDrafts>().AddSingleton(NewsPeriod.Of(builder.Configuration));
    }

    public static void MapPacks(this WebApplication app)
    {
        app.MapGet("/api/packs", (PackShelf packs) => packs.All.Select(pack => new PackSummary(pack.Id, pack.Version, pack.Title)).ToArray())
            .RequireAuthorization(Policies.Scan)
            .WithName("ListPacks")
            .WithTags(Tag)
            .WithSummary("The packs that drafts can be read with")
            .WithDescription("A pack says what a report of one kind of procedure has to document.");

        app.MapGet("/api/packs/{id}", (string id, PackShelf packs, NewsPeriod period) => packs.FindShelved(id) is { } pack
                ? TypedResults.Ok(PackDetails.Of(pack, period))
                : ScansApi.NoSuchPack(id).Answer())
            .RequireAuthorization(Policies.Scan)
            .WithName("GetPack")
            .WithTags(Tag)
            .WithSummary("What a pack asks for")
            .WithDescription("Each element with its question, the phrase that is suggested where it is missing, and the options of the phrase's fields. For a while after a version has come in use, \"news\" names what it asks otherwise than the one before.")
            .Produces<PackDetails>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Describes("id", "Id of the pack, as the list of packs names it.");
    }
}
