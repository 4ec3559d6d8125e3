using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Laminar.Web;

/// <summary>
/// The parts of a form: a draft and what comes with it, in whatever order they come. Parts of other names are passed over, and so
/// are drafts that are empty: a browser sends a part for a file that nobody chose.
/// </summary>
/// <param name="wanted">What the form has to carry beside the draft, if anything.</param>
internal sealed class UploadForm(Limits limits, UploadMemory memory, UploadPart? wanted) : IDisposable
{
    public const string Text = "text";

    private readonly Dictionary<UploadPart, PooledBytes> parts = [];
    private Upload? draft;

    /// <summary>Either the draft, with its parts, or the reason why there is none.</summary>
    public async ValueTask<(Upload? Upload, Problem? Problem)> ReadAsync(HttpRequest request, MediaTypeHeaderValue type, CancellationToken aborted)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            return (null, new Problem(400, "bad-form", "The form has no boundary between its fields; let the client set the header Content-Type."));
        }

        try
        {
            return await ReadAsync(new MultipartReader(boundary, request.Body), aborted) is { } problem
                ? (null, problem)
                : (HandOver(), null);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, new Problem(400, "bad-form", "The form is damaged or cut short; send it again."));
        }
    }

    public void Dispose()
    {
        draft?.Dispose();
        foreach (var part in parts.Values)
        {
            part.Dispose();
        }
    }

    private async ValueTask<Problem?> ReadAsync(MultipartReader form, CancellationToken aborted)
    {
        while (await form.ReadNextSectionAsync(aborted) is { } section)
        {
            if (await TakeAsync(section, aborted) is { } problem)
            {
                return problem;
            }
        }

        return draft is null ? Upload.Empty : wanted is null || parts.ContainsKey(wanted) ? null : wanted.Missing;
    }

    private async ValueTask<Problem?> TakeAsync(MultipartSection section, CancellationToken aborted)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var told))
        {
            return null;
        }

        var name = HeaderUtilities.RemoveQuotes(told.Name).Value;
        if (PartOf(name) is { } part)
        {
            return await TakeAsync(part, section.Body, aborted);
        }

        return name == Text ? await TakeDraftAsync(section.Body, "pasted.txt", aborted)
            : Upload.FileName(told) is { } file && !IsOfAnother(name) ? await TakeDraftAsync(section.Body, file, aborted)
            : null;
    }

    /// <summary>A part that is read here, under its name.</summary>
    private UploadPart? PartOf(string? name) => wanted?.Name == name ? wanted : Array.Find(UploadPart.Everywhere, part => part.Name == name);

    /// <summary>A file of answers is no draft, also where nobody asked for answers.</summary>
    private static bool IsOfAnother(string? name) => name == UploadPart.Answers.Name || name == UploadPart.Flags.Name;

    private async ValueTask<Problem?> TakeAsync(UploadPart part, Stream body, CancellationToken aborted)
    {
        if (parts.ContainsKey(part))
        {
            return null;
        }

        var (bytes, problem) = await memory.ReadAsync(body, null, limits.AnswerBytes, () => part.TooLarge(limits), aborted);
        if (bytes is not null)
        {
            parts.Add(part, bytes);
        }

        return problem;
    }

    private async ValueTask<Problem?> TakeDraftAsync(Stream body, string name, CancellationToken aborted)
    {
        if (draft is not null)
        {
            return null;
        }

        (draft, var problem) = await Upload.ReadAsync(body, null, name, limits, memory, aborted);
        return problem == Upload.Empty ? null : problem;
    }

    private Upload HandOver()
    {
        var whole = new Upload(draft!, new Dictionary<UploadPart, PooledBytes>(parts));
        draft = null;
        parts.Clear();
        return whole;
    }
}
