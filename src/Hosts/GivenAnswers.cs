using System.Text.Json;
using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>
/// A file of answers: <c>{ "by": …, "role": …, "answers": [ { "finding": …, "answer": … } ] }</c>. An answer to a finding with several
/// fields has <c>"fields": { name: … }</c> instead of <c>"answer"</c>.
/// </summary>
internal sealed record GivenAnswers(string By, AnswererRole Role, IReadOnlyList<Answer> Answers)
{
    /// <summary>Either the answers or one sentence about what is wrong with the file, which quotes nothing of it.</summary>
    public static (GivenAnswers? Answers, string? Problem) Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return (null, $"The answers are not valid JSON (line {broken.LineNumber + 1}).");
        }
    }

    private static (GivenAnswers?, string?) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("answers", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return (null, "The answers have to be an object with a list \"answers\".");
        }

        if (Text(root, "by")?.Trim() is not { Length: > 0 } by)
        {
            return (null, "The answers have to say in \"by\" who answers: the changes bear that name.");
        }

        if (string.Equals(by, Stamp.Tool, StringComparison.OrdinalIgnoreCase))
        {
            return (null, "Answers bear a person's name, not the tool's; change \"by\".");
        }

        if (RoleOf(Text(root, "role")) is not { } role)
        {
            return (null, "The \"role\" is surgeon or transcriptionist.");
        }

        var answers = new List<Answer>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Text(item, "finding") is not { } finding || ReadAnswer(finding, item) is not { } answer)
            {
                return (null, $"Answer {answers.Count + 1} has to name a \"finding\", and to give an \"answer\" or \"fields\" with a text for each.");
            }

            answers.Add(answer);
        }

        return (new GivenAnswers(by, role, answers), null);
    }

    private static Answer? ReadAnswer(string finding, JsonElement item)
    {
        if (Text(item, "answer") is { } text)
        {
            return new Answer(finding, text);
        }

        return item.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Object && fields.EnumerateObject().All(static field => field.Value.ValueKind == JsonValueKind.String)
            ? new Answer(finding, null, fields.EnumerateObject().DistinctBy(static field => field.Name).ToDictionary(static field => field.Name, static field => field.Value.GetString()!))
            : null;
    }

    private static AnswererRole? RoleOf(string? name) => name switch
    {
        null or "surgeon" => AnswererRole.Surgeon,
        "transcriptionist" => AnswererRole.Transcriptionist,
        _ => null,
    };

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
