using System.Text.Json;
using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>
/// A file of answers: <c>{ "by": …, "role": …, "answers": [ { "finding": …, "answer": … } ] }</c>. An answer to a finding with several
/// fields has <c>"fields": { name: … }</c> instead of <c>"answer"</c>.
/// </summary>
/// <param name="Role">Null where the answers say none: then it is what the host knows of who answers.</param>
internal sealed record GivenAnswers(string By, AnswererRole? Role, IReadOnlyList<Answer> Answers)
{
    /// <summary>Larger than any report's answers; a host reads no more.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Either the answers or one sentence about what is wrong with the file, which quotes nothing of it.</summary>
    public static (GivenAnswers? Answers, string? Problem) Parse(ReadOnlyMemory<byte> json) => GivenJson.Parse(json, "answers", Read);

    private static (GivenAnswers?, string?) Read(JsonElement root)
    {
        if (GivenJson.List(root, "answers") is not { } list)
        {
            return (null, "The answers have to be an object with a list \"answers\".");
        }

        if (GivenJson.Text(root, "by")?.Trim() is not { Length: > 0 } by)
        {
            return (null, "The answers have to say in \"by\" who answers: the changes bear that name.");
        }

        if (GivenJson.ProblemOf(by) is { } wrong)
        {
            return (null, wrong);
        }

        if (!TryReadRole(root, out var role))
        {
            return (null, "The \"role\" has to be \"surgeon\" or \"transcriptionist\".");
        }

        return ReadList(list) switch
        {
            (var answers, null) => (new GivenAnswers(by, role, answers), null),
            var (_, problem) => (null, problem),
        };
    }

    /// <summary>Of two answers to one finding the last counts: whoever corrects an answer adds to the list.</summary>
    private static (IReadOnlyList<Answer> Answers, string? Problem) ReadList(JsonElement list)
    {
        var (answers, number) = (new Dictionary<string, Answer>(), 0);
        foreach (var item in list.EnumerateArray())
        {
            number++;
            if (GivenJson.Text(item, "finding") is not { } finding || ReadAnswer(finding, item) is not { } answer)
            {
                return ([], $"Answer {number} has to name a \"finding\", and to give an \"answer\" or \"fields\" with a text for each.");
            }

            answers[finding] = answer;
        }

        return ([.. answers.Values], null);
    }

    private static Answer? ReadAnswer(string finding, JsonElement item)
    {
        if (GivenJson.Text(item, "answer") is { } text)
        {
            return new Answer(finding, text);
        }

        return item.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Object && fields.EnumerateObject().All(static field => field.Value.ValueKind == JsonValueKind.String)
            ? new Answer(finding, null, fields.EnumerateObject().DistinctBy(static field => field.Name).ToDictionary(static field => field.Name, static field => field.Value.GetString()!))
            : null;
    }

    /// <summary>It may be left out; said in any way but these two, it is a mistake and nobody's leave to answer.</summary>
    private static bool TryReadRole(JsonElement root, out AnswererRole? role)
    {
        role = GivenJson.Text(root, "role") switch
        {
            "surgeon" => AnswererRole.Surgeon,
            "transcriptionist" => AnswererRole.Transcriptionist,
            _ => null,
        };
        return role is not null || !root.TryGetProperty("role", out _);
    }
}
