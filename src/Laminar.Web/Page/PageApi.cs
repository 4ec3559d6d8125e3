using Laminar.Engine;

namespace Laminar.Web;

/// <summary>The first page: a shipped sample with its findings, or a draft that the visitor sends. Works without any script.</summary>
internal static class PageApi
{
    public static void MapPage(this WebApplication app)
    {
        app.MapGet("/", ShowSample).ExcludeFromDescription();
        app.MapPost("/", ShowUploadAsync).ExcludeFromDescription();
    }

    private static IResult ShowSample(HttpContext context, string? sample, PackShelf packs, SampleDrafts samples, DraftScan scan)
    {
        if (samples.Find(sample) is not { } chosen || packs.For(chosen.Pack) is not { Count: > 0 } pack)
        {
            return ReportPage.Empty(packs, "No sample draft is installed.").Answer();
        }

        return Show(packs, pack, chosen.Bytes, chosen.FileName, chosen, scan, context.RequestAborted);
    }

    private static async Task<IResult> ShowUploadAsync(HttpRequest request, PackShelf packs, DraftScan scan, Limits limits)
    {
        if (packs.All.Count == 0)
        {
            return Refuse(packs, ScansApi.NoSuchPack(null));
        }

        var (upload, refused) = await Upload.ReadAsync(request, limits);
        if (upload is null)
        {
            return Refuse(packs, refused!);
        }

        using (upload)
        {
            return Show(packs, packs.All, upload.Bytes, upload.Name, null, scan, request.HttpContext.RequestAborted);
        }
    }

    private static IResult Show(PackShelf packs, IReadOnlyList<Pack> from, ReadOnlyMemory<byte> bytes, string name, Sample? sample, DraftScan scan, CancellationToken aborted)
    {
        var (page, problem) = scan.Run(
            bytes, name, from, (draft, result, deadline) => new ReportPage(packs, sample, deadline).Write(draft, result, packs.For(result.Pack.Id)[0]), aborted);
        return page?.Answer() ?? Refuse(packs, problem!);
    }

    private static IResult Refuse(PackShelf packs, Problem problem) => ReportPage.Empty(packs, problem.Sentence).Answer(problem.Status);
}
