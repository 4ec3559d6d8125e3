using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Laminar.Web;

/// <summary>The form of a preview: any number of drafts, and changes to the pack. In memory alone, wiped at the end.</summary>
internal sealed class PreviewForm(Limits limits, UploadMemory memory) : IDisposable
{
    private const string ChangesPart = "changes";

    private readonly List<(PooledBytes Bytes, string Name)> drafts = [];
    private long read;

    public IReadOnlyList<(PooledBytes Bytes, string Name)> Drafts => drafts;

    public IReadOnlyList<PackFileText>? Changes { get; private set; }

    /// <summary>Null, or why the form can't be taken. No body at all is a preview of the samples.</summary>
    public async Task<Problem?> ReadAsync(HttpRequest request) =>
        (await memory.InTimeAsync(async late => (this, await ReadAsync(request, late)), request.HttpContext.RequestAborted)).Problem;

    private async Task<Problem?> ReadAsync(HttpRequest request, CancellationToken aborted)
    {
        if (string.IsNullOrEmpty(request.ContentType))
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !DraftTypes.IsForm(type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return new Problem(415, "media-type", "Send a form (multipart/form-data) with the drafts as files.");
        }

        try
        {
            var form = new MultipartReader(boundary, request.Body);
            while (await form.ReadNextSectionAsync(aborted) is { } section)
            {
                if (await TakeAsync(section, aborted) is { } problem)
                {
                    return problem;
                }
            }

            return null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return new Problem(400, "bad-form", "The form is damaged or cut short; send it again.");
        }
    }

    public void Dispose() => drafts.ForEach(static draft => draft.Bytes.Dispose());

    private async Task<Problem?> TakeAsync(MultipartSection section, CancellationToken aborted)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var told))
        {
            return null;
        }

        // All drafts together may be as large as one.
        var (bytes, problem) = await memory.ReadAsync(section.Body, null, limits.UploadBytes - read, TooLarge, aborted);
        if (bytes is null)
        {
            return problem;
        }

        read += bytes.Memory.Length;
        if (HeaderUtilities.RemoveQuotes(told.Name).Value == ChangesPart)
        {
            using (bytes)
            {
                return TakeChanges(bytes.Memory.Span);
            }
        }

        if (Upload.FileName(told) is { } name && bytes.Memory.Length > 0)
        {
            drafts.Add((bytes, Path.GetFileName(name.Replace('\\', '/'))));
        }
        else
        {
            bytes.Dispose();
        }

        return null;
    }

    private Problem TooLarge() => new(413, "too-large", $"The drafts are larger than {Limits.Size(limits.UploadBytes)} together; drop fewer at a time.");

    private Problem? TakeChanges(ReadOnlySpan<byte> json)
    {
        try
        {
            Changes = JsonSerializer.Deserialize(json, StudioJson.Default.IReadOnlyListPackFileText);
            return null;
        }
        catch (JsonException)
        {
            return new Problem(400, "bad-changes", "The changes have to be a list of { \"path\": …, \"text\": … } in JSON.");
        }
    }
}
