using Laminar.Hosts;

namespace Laminar.Web;

/// <param name="Id">What <c>?pack=</c> of a scan takes.</param>
/// <param name="Version">Every scan result names the version that it was made with.</param>
/// <param name="Title">The procedure's name for people.</param>
internal sealed record PackSummary(string Id, string Version, string Title);

internal static class PacksApi
{
    public static void AddPacks(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Templates"] ?? PackFolder.Shipped;
        builder.Services.AddSingleton(PackShelf.Load(folder));
        builder.Services.AddSingleton<SampleDrafts>();
    }

    public static void MapPacks(this WebApplication app) =>
        app.MapGet("/api/packs", (PackShelf packs) => packs.All.Select(pack => new PackSummary(pack.Id, pack.Version, pack.Title)).ToArray())
            .WithName("ListPacks")
            .WithTags("Packs")
            .WithSummary("The packs that drafts can be read with")
            .WithDescription("A pack says what a report of one kind of procedure has to document.");
}
