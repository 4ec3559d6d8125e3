using System.Text.Json;
using Laminar.Hosts;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>
/// Changes of the draft's text: <c>{ "by": …, "edits": [ { "from": { "paragraph", "offset" }, "to": …, "text": … } ] }</c>. Who makes
/// them may be left out where no file with them goes out.
/// </summary>
internal sealed record GivenEdits(string? By, IReadOnlyList<TextEdit> Edits)
{
    public static GivenEdits None { get; } = new(null, []);

    /// <summary>Either the edits or one sentence about what is wrong with them, which quotes nothing of them.</summary>
    public static (GivenEdits? Edits, string? Problem) Parse(ReadOnlyMemory<byte> json) => GivenJson.Parse(json, "edits", Read);

    private static (GivenEdits?, string?) Read(JsonElement root)
    {
        if (GivenJson.List(root, "edits") is not { } list)
        {
            return (null, "The edits have to be an object with a list \"edits\".");
        }

        var by = GivenJson.Text(root, "by")?.Trim();
        if (by is not null && GivenJson.ProblemOf(by) is { } wrong)
        {
            return (null, wrong);
        }

        var edits = new List<TextEdit>();
        foreach (var item in list.EnumerateArray())
        {
            if (Place(item, "from") is not { } from || Place(item, "to") is not { } to || GivenJson.Text(item, "text") is not { } text)
            {
                return (null, $"Edit {edits.Count + 1} has to say \"from\" and \"to\", each with a \"paragraph\" and an \"offset\", and the \"text\" between them.");
            }

            edits.Add(new TextEdit(from, to, text));
        }

        return (new GivenEdits(string.IsNullOrEmpty(by) ? null : by, edits), null);
    }

    private static TextPlace? Place(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var place)
            && Number(place, "paragraph") is { } paragraph && Number(place, "offset") is { } offset ? new TextPlace(paragraph, offset) : null;

    private static int? Number(JsonElement place, string name) =>
        place.ValueKind == JsonValueKind.Object && place.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number) ? number : null;
}
