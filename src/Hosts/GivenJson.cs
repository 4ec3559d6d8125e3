using System.Globalization;
using System.Text.Json;
using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>What somebody sends along with a draft, as JSON. No sentence about it quotes anything of it.</summary>
internal static class GivenJson
{
    // A name and a title; it stands in every change that it is put to.
    private const int MaxName = 100;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Either what was given or one sentence about what is wrong with it.</summary>
    /// <param name="what">What it holds, for the sentence: "answers".</param>
    public static (T? Given, string? Problem) Parse<T>(ReadOnlyMemory<byte> json, string what, Func<JsonElement, (T? Given, string? Problem)> read)
        where T : class
    {
        try
        {
            var text = json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            return read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return (null, $"The {what} are not valid JSON (line {broken.LineNumber + 1}); mend them there.");
        }
        catch (InvalidOperationException)
        {
            // Its strings are read as late as this: bytes that are no UTF-8, halves of a character.
            return (null, $"The {what} hold text that is no valid Unicode; save them in UTF-8.");
        }
    }

    /// <summary>The list of an object; null where it is no object or has none.</summary>
    public static JsonElement? List(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list : null;

    /// <summary>What is wrong with the name of a person; null where nothing is.</summary>
    public static string? ProblemOf(string name)
    {
        if (name.Length > MaxName || name.Any(static letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned))
        {
            return $"The name in \"by\" is one line of no more than {MaxName} letters; shorten it.";
        }

        return string.Equals(name, Stamp.Tool, StringComparison.OrdinalIgnoreCase)
            ? "What a person writes bears that person's name, not the tool's; change \"by\"."
            : null;
    }

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
