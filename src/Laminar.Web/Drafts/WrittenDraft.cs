using Laminar.Word;

namespace Laminar.Web;

/// <summary>A draft that was written into, as a file to save under the draft's name.</summary>
internal sealed class WrittenDraft(DraftDocument document, byte[] file, IReadOnlyList<RefusedAnswer>? refused = null) : IResult
{
    private readonly string extension = document.Extension;
    private readonly string name = document.Draft.Name;

    public Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = DraftTypes.OfExtension(extension);
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = DownloadName.Header(name, extension);
        if (refused is { Count: > 0 })
        {
            RefusedHeader.Set(response.Headers, refused);
        }

        return response.Body.WriteAsync(file, context.RequestAborted).AsTask();
    }
}
