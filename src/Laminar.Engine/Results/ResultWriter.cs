using System.Text.Encodings.Web;
using System.Text.Json;

namespace Laminar.Engine;

/// <summary>
/// Writes a result as the contract's JSON, for the command and the server alike. In a command that lives for one file the
/// serializer would first build its description of each type, which takes longer than the scan; a test holds the two together,
/// since the API's description is made from the types.
/// </summary>
public static class ResultWriter
{
    public static void Write(Stream stream, ScanResult result, bool indented)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Write(json, result);
    }

    public static void Write(Utf8JsonWriter json, ScanResult result)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteProperties(json, result);
        json.WriteEndObject();
    }

    /// <summary>The same without the braces around it, for a host that has more to say in the object.</summary>
    public static void WriteProperties(Utf8JsonWriter json, ScanResult result)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        Document(json, result.Document);
        json.WriteStartObject("pack");
        json.WriteString("id", result.Pack.Id);
        json.WriteString("version", result.Pack.Version);
        json.WriteEndObject();
        json.WriteStartObject("applicability");
        json.WriteString("status", result.Applicability.Status);
        json.WriteString("reason", result.Applicability.Reason);
        Evidence(json, result.Applicability.Evidence);
        json.WriteEndObject();
        json.WriteStartArray("elements");
        foreach (var element in result.Elements)
        {
            Element(json, element);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            Finding(json, finding);
        }

        json.WriteEndArray();
        Evidence(json, result.Blanks, "blanks");
        Answered(json, result.Answered);
    }

    internal static void Document(Utf8JsonWriter json, DocumentInfo document)
    {
        json.WriteStartObject("document");
        json.WriteString("name", document.Name);
        json.WriteString("sha256", document.Sha256);
        json.WriteNumber("paragraphs", document.Paragraphs);
        json.WriteNumber("words", document.Words);
        Texts(json, "notices", document.Notices);
        json.WriteEndObject();
    }

    private static void Element(Utf8JsonWriter json, ElementResult element)
    {
        json.WriteStartObject();
        json.WriteString("id", element.Id);
        json.WriteString("name", element.Name);
        json.WriteString("status", element.Status);
        Texts(json, "values", element.Values);
        Evidence(json, element.Evidence);
        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("element", finding.Element);
        json.WriteString("kind", finding.Kind);
        json.WriteString("severity", finding.Severity);
        json.WriteString("title", finding.Title);
        json.WriteString("question", finding.Question);
        json.WriteString("why", finding.Why);
        Evidence(json, finding.Evidence);
        Placement(json, finding.Placement);
        Suggestion(json, finding.Suggestion);
        json.WriteEndObject();
    }

    private static void Placement(Utf8JsonWriter json, Placement? placement)
    {
        if (placement is null)
        {
            json.WriteNull("placement");
            return;
        }

        json.WriteStartObject("placement");
        json.WriteNumber("paragraph", placement.Paragraph);
        json.WriteNumber("offset", placement.Offset);
        json.WriteString("section", placement.Section);
        json.WriteBoolean("ownParagraph", placement.OwnParagraph);
        json.WriteEndObject();
    }

    private static void Suggestion(Utf8JsonWriter json, Suggestion? suggestion)
    {
        if (suggestion is null)
        {
            json.WriteNull("suggestion");
            return;
        }

        json.WriteStartObject("suggestion");
        json.WriteString("text", suggestion.Text);
        json.WriteStartArray("fields");
        foreach (var field in suggestion.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            Texts(json, "options", field.Options);
            json.WriteString("value", field.Value);
            json.WritePropertyName("source");
            Evidence(json, field.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Optional(json, "notPerformed", suggestion.NotPerformed);
        Optional(json, "unableToState", suggestion.UnableToState);
        json.WriteEndObject();
    }

    private static void Answered(Utf8JsonWriter json, IReadOnlyList<AnsweredFinding> answered)
    {
        json.WriteStartArray("answered");
        foreach (var one in answered)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Id);
            json.WriteString("element", one.Element);
            json.WriteString("answer", one.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Evidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence, string name = "evidence")
    {
        json.WriteStartArray(name);
        foreach (var one in evidence)
        {
            Evidence(json, one);
        }

        json.WriteEndArray();
    }

    private static void Evidence(Utf8JsonWriter json, Evidence? evidence)
    {
        if (evidence is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("paragraph", evidence.Paragraph);
        json.WriteNumber("start", evidence.Start);
        json.WriteNumber("length", evidence.Length);
        json.WriteString("text", evidence.Text);
        json.WriteString("section", evidence.Section);
        json.WriteString("state", evidence.State);
        // Most evidence stands in the body and has no role: what is not there is left out.
        Optional(json, "role", evidence.Role);
        Optional(json, "part", evidence.Part);
        if (evidence.Pending is { } pending)
        {
            json.WriteBoolean("pending", pending);
        }

        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    internal static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
