using System.Globalization;
using System.Text.Json;
using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>
/// A file of answers: <c>{ "by": …, "role": …, "answers": [ { "finding": …, "answer": … } ] }</c>. An answer to a finding with several
/// fields has <c>"fields": { name: … }</c> instead of <c>"answer"</c>.
/// </summary>
internal sealed record GivenAnswers(string By, AnswererRole Role, IReadOnlyList<Answer> Answers)
{
    /// <summary>Larger than any report's answers; a host reads no more.</summary>
    public const int MaxBytes = 1024 * 1024;

    // A name and a title; it stands in every change that it is put to.
    private const int MaxName = 100;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Either the answers or one sentence about what is wrong with the file, which quotes nothing of it.</summary>
    public static (GivenAnswers? Answers, string? Problem) Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var text = json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return (null, $"The answers are not valid JSON (line {broken.LineNumber + 1}); mend them there.");
        }
        catch (InvalidOperationException)
        {
            // Its strings are read as late as this: bytes that are no UTF-8, halves of a character.
            return (null, "The answers hold text that is no valid Unicode; save them in UTF-8.");
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

        if (by.Length > MaxName || by.Any(static letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned))
        {
            return (null, $"The name in \"by\" is one line of no more than {MaxName} letters; shorten it.");
        }

        if (string.Equals(by, Stamp.Tool, StringComparison.OrdinalIgnoreCase))
        {
            return (null, "Answers bear a person's name, not the tool's; change \"by\".");
        }

        if (RoleOf(root) is not { } role)
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
            if (item.ValueKind != JsonValueKind.Object || Text(item, "finding") is not { } finding || ReadAnswer(finding, item) is not { } answer)
            {
                return ([], $"Answer {number} has to name a \"finding\", and to give an \"answer\" or \"fields\" with a text for each.");
            }

            answers[finding] = answer;
        }

        return ([.. answers.Values], null);
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

    /// <summary>Left out, it is the surgeon; said in any way but these two, it is a mistake and nobody's leave to answer.</summary>
    private static AnswererRole? RoleOf(JsonElement root) => root.TryGetProperty("role", out _) ? Text(root, "role") switch
    {
        "surgeon" => AnswererRole.Surgeon,
        "transcriptionist" => AnswererRole.Transcriptionist,
        _ => null,
    }
    : AnswererRole.Surgeon;

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
