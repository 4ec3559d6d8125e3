using System.Text.Encodings.Web;
using System.Text.Json;
using Laminar.Engine;

namespace Laminar.Web;

/// <summary>A scan's result, and what else was asked for, written straight into the response's own buffer.</summary>
/// <param name="draft">Null where its paragraphs were not asked for.</param>
/// <param name="repairs">Null where they were not asked for.</param>
internal sealed class ScanAnswer(ScanResult result, Draft? draft, IReadOnlyList<FormRepair>? repairs) : IResult
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static ScanAnswer Of(Draft draft, ScanResult result, Pack pack, ScanIncludes includes) =>
        new(result, includes.Paragraphs ? draft : null, includes.Repairs ? FormRepairs.Of(draft, pack) : null);

    public async Task ExecuteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var body = context.Response.BodyWriter;
        using (var json = new Utf8JsonWriter(body, Relaxed))
        {
            json.WriteStartObject();
            ResultWriter.WriteProperties(json, result);
            if (draft is not null)
            {
                ParagraphsJson.Write(json, draft.Paragraphs);
            }

            if (repairs is not null)
            {
                Write(json, repairs);
            }

            json.WriteEndObject();
        }

        await body.FlushAsync(context.RequestAborted);
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
