using System.Net.Mime;
using Laminar.Hosts;
using Microsoft.AspNetCore.Mvc;

namespace Laminar.Web;

/// <summary>The versions of packs: looked at, compared, taken out as files, put in use.</summary>
internal static class StudioPacksApi
{
    public static void MapStudioPacks(this RouteGroupBuilder studio)
    {
        var packs = studio.MapGroup("/packs").WithTags("Studio: packs");
        packs.MapGet("", async (PackDesk desk, CancellationToken cancellation) => TypedResults.Ok((await desk.ListAsync(null, cancellation)).ToArray()))
            .WithName("ListPackVersions").WithSummary("The packs with their versions and drafts")
            .WithDescription("Each with the version in use, who published what and why, and the draft that authors are working on.");
        packs.MapGet("/{id}", GetAsync).WithName("GetPackVersions").WithSummary("One pack with its versions and its draft")
            .WithDescription("As in the list.").Produces<StudioPack>().ProducesProblem(404);
        packs.MapGet("/{id}/versions/{version}", FilesAsync).WithName("OpenPackVersion").WithSummary("The files of a published version")
            .WithDescription("A version never changes. Text is text in UTF-8; any other file is in base64.").Produces<VersionFiles>().ProducesProblem(404);
        packs.MapGet("/{id}/versions/{version}/export", ExportAsync).WithName("ExportPack").WithSummary("A version, or \"draft\", as a zip of the folder form of templates/")
            .WithDescription("ID/… and shared/…, byte for byte; what is imported from it is the same.")
            .Produces(200, contentType: MediaTypeNames.Application.Zip).ProducesProblem(404);
        packs.MapGet("/{id}/compare", CompareAsync).WithName("ComparePackVersions").WithSummary("What differs between two versions, line by line")
            .WithDescription("Only files that differ. A file that is no text has no lines.").Describes("from", "A version, or \"draft\".").Describes("to", "A version, or \"draft\".")
            .Produces<Comparison>().ProducesProblem(404);
        packs.MapGet("/{id}/uses", (string id, PackDesk desk, CancellationToken cancellation) => desk.UsesAsync(id, cancellation))
            .WithName("ListPackUses").WithSummary("Which version was put in use when, by whom and why").WithDescription("The newest first; the first is in use.");
        packs.MapPost("/{id}/uses", UseAsync).WithName("UsePackVersion").WithSummary("Puts a published version in use: the way back in one step")
            .WithDescription("Recorded with author and reason; nothing is deleted. Every server reads with it within two seconds.")
            .Produces<UseEntry>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> GetAsync(string id, PackDesk desk, CancellationToken cancellation) =>
        await desk.ListAsync(id, cancellation) is [var pack] ? TypedResults.Ok(pack) : PackDrafts.NoSuchVersion.Answer();

    private static async Task<IResult> FilesAsync(string id, string version, PackDesk desk, CancellationToken cancellation) =>
        await desk.VersionAsync(id, version, cancellation) is { } row
            ? TypedResults.Ok(new VersionFiles(id, version, row.Author, row.At, row.Reason, PackFileText.AllOf(PackDesk.Open(row.Archive))))
            : PackDrafts.NoSuchVersion.Answer();

    private static async Task<IResult> ExportAsync(string id, string version, PackDesk desk, CancellationToken cancellation) =>
        await desk.ContentAsync(id, version, cancellation) is { } content
            ? TypedResults.File(PackArchive.Write(content), MediaTypeNames.Application.Zip, $"{content.Id}-{version}.zip")
            : PackDrafts.NoSuchVersion.Answer();

    private static async Task<IResult> CompareAsync(string id, string from, string to, PackDesk desk, CancellationToken cancellation) =>
        await desk.ContentAsync(id, from, cancellation) is { } older && await desk.ContentAsync(id, to, cancellation) is { } newer
            ? TypedResults.Ok(new Comparison(from, to, PackDiff.Of(older, newer)))
            : PackDrafts.NoSuchVersion.Answer();

    private static async Task<IResult> UseAsync(string id, [FromBody] UseRequest request, Person author, PackPublishing publishing, CancellationToken cancellation)
    {
        var (use, problem) = await publishing.UseAsync(id, request, author, cancellation);
        return use is null ? problem!.Answer() : TypedResults.Ok(use);
    }
}
