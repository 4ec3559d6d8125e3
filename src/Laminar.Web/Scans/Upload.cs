using Laminar.Word;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Laminar.Web;

/// <summary>The draft that a request carries, raw or as the file of a form, in memory alone: nothing is spooled to a disk.</summary>
internal sealed class Upload(PooledBytes bytes, string name) : IDisposable
{
    public ReadOnlyMemory<byte> Bytes => bytes.Memory;

    /// <summary>For display and for the reader's guess; no folder.</summary>
    public string Name { get; } = name;

    public void Dispose() => bytes.Dispose();

    /// <summary>Either the draft or the reason why there is none.</summary>
    public static async ValueTask<(Upload? Upload, Problem? Problem)> ReadAsync(HttpRequest request, Limits limits)
    {
        if (request.ContentLength > limits.UploadBytes)
        {
            return (null, TooLarge(limits));
        }

        var type = request.ContentType is { } told ? MediaTypeHeaderValue.TryParse(told, out var parsed) ? parsed : null : DraftTypes.Untold;
        if (DraftTypes.Refuse(type) is { } refusal)
        {
            return (null, refusal);
        }

        return type!.MediaType.Equals(DraftTypes.Form, StringComparison.OrdinalIgnoreCase)
            ? await ReadFormAsync(request, type, limits)
            : await ReadBodyAsync(request.Body, request.ContentLength, NameIn(request) ?? DraftTypes.NameOf(type), limits, request.HttpContext.RequestAborted);
    }

    /// <summary>A file's name may be a patient's: it comes in a header, for addresses are logged by everything on their way.</summary>
    private static string? NameIn(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var told) ? FileName(told) : null;

    private static string? FileName(ContentDispositionHeaderValue told)
    {
        var name = HeaderUtilities.RemoveQuotes(told.FileNameStar.HasValue ? told.FileNameStar : told.FileName);
        return StringSegment.IsNullOrEmpty(name) ? null : name.Value;
    }

    private static async ValueTask<(Upload?, Problem?)> ReadFormAsync(HttpRequest request, MediaTypeHeaderValue type, Limits limits)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            return (null, new Problem(400, "bad-form", "The form has no boundary between its fields."));
        }

        try
        {
            var aborted = request.HttpContext.RequestAborted;
            var form = new MultipartReader(boundary, request.Body);
            while (await form.ReadNextSectionAsync(aborted) is { } section)
            {
                if (await ReadSectionAsync(section, limits, aborted) is { } found)
                {
                    return found;
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, new Problem(400, "bad-form", "The form is damaged or cut short."));
        }

        return (null, Empty);
    }

    /// <summary>The first file or text that is not empty; a browser sends a part for a file that nobody chose.</summary>
    private static async ValueTask<(Upload?, Problem?)?> ReadSectionAsync(MultipartSection section, Limits limits, CancellationToken aborted)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
        {
            return null;
        }

        var fileName = FileName(part);
        var isText = part.Name.Value?.Trim('"') == "text";
        if (fileName is null && !isText)
        {
            return null;
        }

        var read = await ReadBodyAsync(section.Body, null, isText ? "pasted.txt" : fileName!, limits, aborted);
        return read.Problem == Empty ? null : read;
    }

    private static async ValueTask<(Upload? Upload, Problem? Problem)> ReadBodyAsync(Stream body, long? told, string name, Limits limits, CancellationToken aborted)
    {
        var bytes = await PooledBytes.ReadAsync(body, told, limits.UploadBytes, aborted);
        if (bytes is null)
        {
            return (null, TooLarge(limits));
        }

        if (bytes.Memory.IsEmpty)
        {
            bytes.Dispose();
            return (null, Empty);
        }

        return (new Upload(bytes, Path.GetFileName(name.Replace('\\', '/'))), null);
    }

    private static Problem Empty { get; } = new(400, "empty", "The request carries no draft.");

    private static Problem TooLarge(Limits limits) =>
        new(413, DraftErrorCodes.TooLarge, $"The upload is larger than {limits.UploadBytes / (1024 * 1024.0):0.#} MB.");
}
