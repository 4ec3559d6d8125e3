using System.Text.Encodings.Web;
using System.Text.Json;

namespace Laminar.Engine;

/// <summary>Writes the lint of a note as JSON, for the command and the server alike, as <see cref="ResultWriter"/> writes a scan.</summary>
public static class NoteLintWriter
{
    public static void Write(Stream stream, NoteLintResult result, bool indented)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Write(json, result);
    }

    public static void Write(Utf8JsonWriter json, NoteLintResult result)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteProperties(json, result);
        json.WriteEndObject();
    }

    /// <summary>The properties alone, for a writer whose object holds more than the lint.</summary>
    public static void WriteProperties(Utf8JsonWriter json, NoteLintResult result)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        ResultWriter.Document(json, result.Document);
        json.WriteStartObject("pack");
        json.WriteString("id", result.Pack.Id);
        json.WriteString("version", result.Pack.Version);
        json.WriteEndObject();
        json.WriteStartArray("elements");
        foreach (var element in result.Elements)
        {
            json.WriteStartObject();
            json.WriteString("id", element.Id);
            json.WriteString("name", element.Name);
            json.WriteString("severity", element.Severity);
            json.WriteString("covered", element.Covered);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            Finding(json, finding);
        }

        json.WriteEndArray();
    }

    private static void Finding(Utf8JsonWriter json, NoteFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity);
        json.WriteString("element", finding.Element);
        json.WriteString("title", finding.Title);
        json.WriteString("do", finding.Do);
        Place(json, finding.Place);
        Field(json, finding.Field);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, NotePlace? place)
    {
        if (place is null)
        {
            json.WriteNull("place");
            return;
        }

        json.WriteStartObject("place");
        json.WriteNumber("paragraph", place.Paragraph);
        json.WriteNumber("start", place.Start);
        json.WriteNumber("length", place.Length);
        json.WriteString("text", place.Text);
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, NoteProposal? field)
    {
        if (field is null)
        {
            json.WriteNull("field");
            return;
        }

        json.WriteStartObject("field");
        json.WriteString("tag", field.Tag);
        json.WriteString("text", field.Text);
        ResultWriter.Texts(json, "options", field.Options);
        json.WriteEndObject();
    }
}
