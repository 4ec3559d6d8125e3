using System.Buffers;
using System.Text.Json;

namespace Laminar.Hosts;

/// <summary>An entry of the audit trail as one line of JSON: of the export, and of what waits for its place.</summary>
internal static class AuditLine
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private static readonly string[] Names =
        ["number", "id", "at", "person", "role", "action", "pack", "version", "details", "received", "sent", "previous", "hash"];

    public static void Write(IBufferWriter<byte> output, AuditEntry entry)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("number", entry.Number);
            json.WriteString("id", entry.Id);
            json.WriteString("at", AuditEntry.TimeOf(entry.At));
            json.WriteString("person", entry.Person);
            json.WriteString("role", entry.Role);
            json.WriteString("action", entry.Action);
            json.WriteString("pack", entry.Pack);
            json.WriteString("version", entry.Version);
            json.WritePropertyName("details");
            json.WriteRawValue(entry.Details);
            json.WriteString("received", entry.Received);
            json.WriteString("sent", entry.Sent);
            json.WriteString("previous", entry.Previous);
            json.WriteString("hash", entry.Hash);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>Null for what is no entry: another form, a name too many or too few.</summary>
    public static AuditEntry? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Strict);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Select(static one => one.Name).ToHashSet().SetEquals(Names) ? Read(root) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            // Another kind of value, or bytes that are no text.
            return null;
        }
    }

    private static AuditEntry? Read(JsonElement root) => AuditEntry.ParseTime(root.GetProperty("at").GetString()) is not { } at ? null : new AuditEntry
    {
        Number = root.GetProperty("number").GetInt64(),
        Id = root.GetProperty("id").GetGuid(),
        At = at,
        Person = Text(root, "person"),
        Role = Text(root, "role"),
        Action = Text(root, "action"),
        Pack = Text(root, "pack"),
        Version = Text(root, "version"),
        Details = root.GetProperty("details").GetRawText(),
        Received = root.GetProperty("received").GetString(),
        Sent = root.GetProperty("sent").GetString(),
        Previous = Text(root, "previous"),
        Hash = Text(root, "hash"),
    };

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? throw new FormatException();
}
