using System.Text.Json;
using Laminar.Engine;

namespace Laminar.Web;

/// <summary>A scan's result, and what else was asked for.</summary>
/// <param name="draft">Null where its paragraphs were not asked for.</param>
/// <param name="repairs">Null where they were not asked for.</param>
internal sealed class ScanAnswer(ScanResult result, Draft? draft, IReadOnlyList<FormRepair>? repairs) : JsonAnswer
{
    public static ScanAnswer Of(Draft draft, ScanResult result, Pack pack, ScanIncludes includes) =>
        new(result, includes.Paragraphs ? draft : null, includes.Repairs ? FormRepairs.Of(draft, pack) : null);

    protected override void WriteProperties(Utf8JsonWriter json)
    {
        ResultWriter.WriteProperties(json, result);
        if (draft is not null)
        {
            ParagraphsJson.Write(json, draft.Paragraphs);
        }

        if (repairs is not null)
        {
            Write(json, repairs);
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<FormRepair> repairs)
    {
        json.WriteStartArray("repairs");
        foreach (var repair in repairs)
        {
            json.WriteStartObject();
            json.WriteNumber("paragraph", repair.Paragraph);
            json.WriteNumber("start", repair.Start);
            json.WriteNumber("length", repair.Length);
            json.WriteString("text", repair.Text);
            json.WriteString("with", repair.With);
            json.WriteString("why", repair.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
