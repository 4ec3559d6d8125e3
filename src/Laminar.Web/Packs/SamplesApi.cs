using System.Net.Mime;
using System.Text.Json.Serialization;

namespace Laminar.Web;

/// <param name="Name">What the address of its bytes ends with.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Pack">Id of the pack that it came with.</param>
/// <param name="First">True for the one that shows best what a scan is for; left out of all others.</param>
internal sealed record SampleSummary(
    string Name,
    string Title,
    string Pack,
    string FileName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool First);

/// <summary>Drafts to try the tool on; each is invented.</summary>
internal static class SamplesApi
{
    private const string Tag = "Samples";

    public static void MapSamples(this WebApplication app)
    {
        app.MapGet("/api/samples", (SampleDrafts samples) => samples.All.Select(sample => Summary(sample, samples.First)).ToArray())
            .RequireAuthorization(Policies.Scan)
            .WithName("ListSamples")
            .WithTags(Tag)
            .WithSummary("The sample drafts that came with the packs")
            .WithDescription("Fictional reports to try the tool on.");

        app.MapGet("/api/samples/{name}", (string name, SampleDrafts samples) => samples.Find(name) is { } sample
                ? TypedResults.Bytes(sample.Bytes, TypeOf(sample))
                : NoSuchSample.Answer())
            .RequireAuthorization(Policies.Scan)
            .WithName("GetSample")
            .WithTags(Tag)
            .WithSummary("The bytes of a sample draft")
            .WithDescription("The file as it came with its pack: plain text, or a Word file.")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Text.Plain, DraftTypes.Docx)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Describes("name", "Name of the sample, as the list of samples has it.");
    }

    private static Problem NoSuchSample { get; } = new(404, "no-such-sample", "There is no sample of that name; GET /api/samples lists them.");

    private static SampleSummary Summary(Sample sample, Sample? first) => new(sample.Name, sample.Title, sample.Pack, sample.FileName, sample == first);

    private static string TypeOf(Sample sample) =>
        Path.GetExtension(sample.FileName) == ".docx" ? DraftTypes.Docx : "text/plain; charset=utf-8";
}
