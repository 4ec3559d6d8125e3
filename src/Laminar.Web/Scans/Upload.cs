using Laminar.Word;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Laminar.Web;

/// <summary>The draft that a request carries, raw or as the file of a form, in memory alone: nothing is spooled to a disk.</summary>
internal sealed class Upload : IDisposable
{
    private readonly PooledBytes bytes;
    private readonly IReadOnlyDictionary<UploadPart, PooledBytes> parts;
    private IDisposable? place;

    private Upload(PooledBytes bytes, string name, IReadOnlyDictionary<UploadPart, PooledBytes> parts) => (this.bytes, Name, this.parts) = (bytes, name, parts);

    /// <summary>Takes over a draft and what came with it.</summary>
    public Upload(Upload draft, IReadOnlyDictionary<UploadPart, PooledBytes> parts)
        : this(draft.bytes, draft.Name, parts)
    {
    }

    public static Problem Empty { get; } =
        new(400, "empty", "The request carries no draft; send a file or its text.");

    public ReadOnlyMemory<byte> Bytes => bytes.Memory;

    /// <summary>For display and for the reader's guess; no folder.</summary>
    public string Name { get; }

    /// <summary>What came with the draft, as it was sent; empty where it did not come.</summary>
    public ReadOnlyMemory<byte> this[UploadPart part] => parts.TryGetValue(part, out var sent) ? sent.Memory : default;

    /// <summary>The edits that came with the draft, none where none came; or what is wrong with them.</summary>
    public (GivenEdits? Edits, Problem? Problem) ReadEdits()
    {
        if (!parts.ContainsKey(UploadPart.Edits))
        {
            return (GivenEdits.None, null);
        }

        var (edits, problem) = GivenEdits.Parse(this[UploadPart.Edits]);
        return (edits, problem is null ? null : new Problem(400, "bad-edits", problem));
    }

    /// <summary>The draft is read; what is still to be done with it, such as waiting for the store, keeps no other from being read.</summary>
    public void LeavePlace()
    {
        place?.Dispose();
        place = null;
    }

    public void Dispose()
    {
        LeavePlace();
        bytes.Dispose();
        foreach (var part in parts.Values)
        {
            part.Dispose();
        }
    }

    /// <summary>Either the draft, with a place to be worked on at, or the reason why there is none.</summary>
    /// <param name="wanted">What has to come with it; then it has to be a form.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public static async ValueTask<(Upload? Upload, Problem? Problem)> ReadAsync(HttpRequest request, Limits limits, UploadPart? wanted = null)
    {
        var memory = request.HttpContext.RequestServices.GetRequiredService<UploadMemory>();
        var (upload, refused) = await memory.InTimeAsync(late => ReadWholeAsync(request, limits, memory, wanted, late), request.HttpContext.RequestAborted);
        if (upload is null)
        {
            return (null, refused);
        }

        try
        {
            (upload.place, refused) = await request.HttpContext.RequestServices.GetRequiredService<DraftPlaces>().TakeAsync(request.HttpContext.RequestAborted);
        }
        finally
        {
            // Also where the client has left.
            if (upload.place is null)
            {
                upload.Dispose();
            }
        }

        return refused is null ? (upload, null) : (null, refused);
    }

    private static async ValueTask<(Upload? Upload, Problem? Problem)> ReadWholeAsync(HttpRequest request, Limits limits, UploadMemory memory, UploadPart? wanted, CancellationToken aborted)
    {
        if (request.ContentLength > limits.UploadBytes)
        {
            return (null, TooLarge(limits));
        }

        var type = request.ContentType is { } told ? MediaTypeHeaderValue.TryParse(told, out var parsed) ? parsed : null : DraftTypes.Untold;
        if (DraftTypes.Refuse(type, wanted) is { } refusal)
        {
            return (null, refusal);
        }

        if (!DraftTypes.IsForm(type!))
        {
            return await ReadAsync(request.Body, request.ContentLength, NameIn(request) ?? DraftTypes.NameOf(type!), limits, memory, aborted);
        }

        using var form = new UploadForm(limits, memory, wanted);
        return await form.ReadAsync(request, type!, aborted);
    }

    /// <param name="told">How many bytes the sender announced, if it did.</param>
    public static async ValueTask<(Upload? Upload, Problem? Problem)> ReadAsync(Stream body, long? told, string name, Limits limits, UploadMemory memory, CancellationToken aborted)
    {
        var (bytes, problem) = await memory.ReadAsync(body, told, limits.UploadBytes, () => TooLarge(limits), aborted);
        if (bytes is null)
        {
            return (null, problem);
        }

        if (bytes.Memory.IsEmpty)
        {
            bytes.Dispose();
            return (null, Empty);
        }

        return (new Upload(bytes, Path.GetFileName(name.Replace('\\', '/')), new Dictionary<UploadPart, PooledBytes>()), null);
    }

    public static string? FileName(ContentDispositionHeaderValue told)
    {
        var name = HeaderUtilities.RemoveQuotes(told.FileNameStar.HasValue ? told.FileNameStar : told.FileName);
        return StringSegment.IsNullOrEmpty(name) ? null : name.Value;
    }

    /// <summary>A file's name may be a patient's: it comes in a header, for addresses are logged by everything on their way.</summary>
    private static string? NameIn(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var told) ? FileName(told) : null;

    private static Problem TooLarge(Limits limits) => new(413, DraftErrorCodes.TooLarge,
        $"The upload is larger than {Limits.Size(limits.UploadBytes)}; take out pictures and attachments.");
}
