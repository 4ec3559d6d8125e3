using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Laminar.Web;

/// <summary>
/// The parts of a form: a draft and, where they are wanted, answers to its questions, in whatever order they come. Parts of other
/// names are passed over, and so are empty ones: a browser sends a part for a file that nobody chose.
/// </summary>
internal sealed class UploadForm(Limits limits, bool wantsAnswers) : IDisposable
{
    public const string Answers = "answers";
    public const string Text = "text";

    private Upload? draft;
    private PooledBytes? answers;

    /// <summary>Either the draft, with the answers if they are wanted, or the reason why there is none.</summary>
    public async ValueTask<(Upload? Upload, Problem? Problem)> ReadAsync(HttpRequest request, MediaTypeHeaderValue type)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            return (null, new Problem(400, "bad-form", "The form has no boundary between its fields; let the client set the header Content-Type."));
        }

        try
        {
            return await ReadAsync(new MultipartReader(boundary, request.Body), request.HttpContext.RequestAborted) is { } problem
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
        answers?.Dispose();
    }

    private async ValueTask<Problem?> ReadAsync(MultipartReader form, CancellationToken aborted)
    {
        while ((draft is null || (wantsAnswers && answers is null)) && await form.ReadNextSectionAsync(aborted) is { } section)
        {
            if (await TakeAsync(section, aborted) is { } problem)
            {
                return problem;
            }
        }

        return draft is null ? Upload.Empty : wantsAnswers && answers is null ? NoAnswers : null;
    }

    private async ValueTask<Problem?> TakeAsync(MultipartSection section, CancellationToken aborted)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
        {
            return null;
        }

        return HeaderUtilities.RemoveQuotes(part.Name).Value switch
        {
            Answers => wantsAnswers && answers is null ? await TakeAnswersAsync(section.Body, aborted) : null,
            Text => await TakeDraftAsync(section.Body, "pasted.txt", aborted),
            _ => Upload.FileName(part) is { } name ? await TakeDraftAsync(section.Body, name, aborted) : null,
        };
    }

    private async ValueTask<Problem?> TakeAnswersAsync(Stream body, CancellationToken aborted)
    {
        answers = await PooledBytes.ReadAsync(body, null, limits.AnswerBytes, aborted);
        return answers is null
            ? new Problem(413, "answers-too-large", $"The answers are larger than {Limits.Size(limits.AnswerBytes)}; send them in several requests.")
            : null;
    }

    private async ValueTask<Problem?> TakeDraftAsync(Stream body, string name, CancellationToken aborted)
    {
        if (draft is not null)
        {
            return null;
        }

        (draft, var problem) = await Upload.ReadAsync(body, null, name, limits, aborted);
        return problem == Upload.Empty ? null : problem;
    }

    private Upload HandOver()
    {
        var whole = new Upload(draft!, answers);
        (draft, answers) = (null, null);
        return whole;
    }

    private static Problem NoAnswers { get; } =
        new(400, "no-answers", $"The form carries no answers; send them as JSON in a part that is named \"{Answers}\".");
}
