using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Laminar.Web.Tests;

internal static class Requests
{
    public const string Scans = "/api/scans";
    public const string Annotated = "/api/drafts/annotated";
    public const string Applied = "/api/drafts/applied";
    public const string Edited = "/api/drafts/edited";
    public const string Insertions = "/api/drafts/insertions";
    public const string Flagged = "/api/drafts/flagged";
    public const string Cleared = "/api/drafts/cleared";
    public const string Finalized = "/api/drafts/finalized";
    public const string Lint = "/api/templates/lint";

    /// <param name="name">The draft's name, in the header that carries it.</param>
    public static ByteArrayContent Content(byte[] bytes, string? type = null, string? name = null)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        content.Headers.ContentDisposition = name is null ? null : new ContentDispositionHeaderValue("attachment") { FileName = name };
        return content;
    }

    public static Task<HttpResponseMessage> ScanAsync(this HttpClient client, byte[] bytes, string? type = null, string query = "", string? name = null) =>
        client.SendDraftAsync(Scans + query, bytes, type, name);

    public static Task<HttpResponseMessage> SendDraftAsync(this HttpClient client, string address, byte[] bytes, string? type = null, string? name = null) =>
        client.PostAsync(new Uri(address, UriKind.Relative), Content(bytes, type, name), TestContext.Current.CancellationToken);

    /// <summary>The bytes of the file that an endpoint answers with; anything but a file fails the test.</summary>
    public static async Task<byte[]> WrittenAsync(this Task<HttpResponseMessage> answer)
    {
        var response = await answer;
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a draft with answers.</summary>
    /// <param name="answersFirst">In which order the parts of the form come.</param>
    public static async Task<HttpResponseMessage> ApplyAsync(this HttpClient client, byte[] draft, string answers, string name = "draft.docx", bool answersFirst = false, bool asFile = false, string address = Applied)
    {
        var json = new ByteArrayContent(Encoding.UTF8.GetBytes(answers));
        var file = Content(draft);
        using var form = new MultipartFormDataContent();
        foreach (var isDraft in new[] { !answersFirst, answersFirst })
        {
            if (isDraft)
            {
                form.Add(file, "file", name);
            }
            else if (asFile)
            {
                form.Add(json, "answers", "answers.json");
            }
            else
            {
                form.Add(json, "answers");
            }
        }

        return await client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a draft with what comes with it, the draft in the middle.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string address, byte[] draft, params (string Part, string Text)[] parts)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (part, text) in parts.Take(1))
        {
            form.Add(new StringContent(text), part);
        }

        form.Add(Content(draft), "file", "draft.docx");
        foreach (var (part, text) in parts.Skip(1))
        {
            form.Add(new StringContent(text), part);
        }

        return await client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>Edits in the form in which they are sent: each a stretch of one paragraph with its new text.</summary>
    public static string Edits(string? by, params (int Paragraph, int From, int To, string Text)[] edits) => JsonSerializer.Serialize(new
    {
        by,
        edits = edits.Select(one => new { from = new { paragraph = one.Paragraph, offset = one.From }, to = new { paragraph = one.Paragraph, offset = one.To }, text = one.Text }),
    });

    /// <summary>Flags in the form in which they are sent.</summary>
    public static string Flags(string by, params string[] findings) => JsonSerializer.Serialize(new { by, findings });

    /// <summary>Answers in the form in which they are sent: a finding's id with its answer.</summary>
    public static string Answers(string by, string role, params (string Finding, string Answer)[] answers) =>
        JsonSerializer.Serialize(new { by, role, answers = answers.Select(one => new { finding = one.Finding, answer = one.Answer }) });

    /// <summary>The findings of a draft as the scan names them.</summary>
    public static async Task<IReadOnlyList<JsonElement>> FindingsAsync(this HttpClient client, byte[] bytes) =>
        [.. (await (await client.ScanAsync(bytes)).JsonAsync()).GetProperty("findings").EnumerateArray()];

    public static async Task<JsonElement> AssertProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.JsonAsync();
        Assert.True(response.StatusCode == status, problem.ToString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.Get("code"));
        Assert.EndsWith(".", problem.Get("detail"), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        return problem;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(bytes).RootElement;
    }

    public static string Get(this JsonElement element, string property) => element.GetProperty(property).ToString();
}
