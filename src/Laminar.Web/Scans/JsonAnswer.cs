using System.Text.Encodings.Web;
using System.Text.Json;

namespace Laminar.Web;

/// <summary>An object in JSON, written straight into the response's own buffer.</summary>
internal abstract class JsonAnswer : IResult
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task ExecuteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var body = context.Response.BodyWriter;
        using (var json = new Utf8JsonWriter(body, Relaxed))
        {
            json.WriteStartObject();
            WriteProperties(json);
            json.WriteEndObject();
        }

        await body.FlushAsync(context.RequestAborted);
    }

    protected abstract void WriteProperties(Utf8JsonWriter json);
}
