using System.Text.Encodings.Web;
using System.Text.Json;
using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>
/// A line of an audit's results as JSON, in the names of the scan's own. <c>"audit"</c> is the version of the format; it goes up when
/// an older reader would misread a line.
/// </summary>
internal static class ArchiveJson
{
    private const int Version = 1;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line's bytes, with its end.</summary>
    public static void Write(Stream target, ArchiveLine line)
    {
        using (var json = new Utf8JsonWriter(target, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("audit", Version);
            json.WriteString("by", line.By);
            Document(json, line);
            if (line.Error is { } error)
            {
                json.WriteStartObject("error");
                json.WriteString("code", error.Code);
                json.WriteString("message", error.Message);
                json.WriteEndObject();
            }
            else
            {
                Result(json, line);
            }

            json.WriteEndObject();
        }

        target.WriteByte((byte)'\n');
    }

    /// <summary>Null where the bytes are no line of an audit of this version.</summary>
    public static ArchiveLine? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("audit", out var version) && version.GetInt32() == Version ? Read(root) : null;
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static void Document(Utf8JsonWriter json, ArchiveLine line)
    {
        json.WriteStartObject("document");
        json.WriteString("name", line.Name);
        json.WriteNumber("bytes", line.Bytes);
        json.WriteString("modified", line.Modified);
        if (line.Error is null)
        {
            json.WriteString("sha256", line.Sha256);
            json.WriteNumber("paragraphs", line.Paragraphs);
            json.WriteNumber("words", line.Words);
            json.WriteNumber("notices", line.Notices);
            json.WriteString("month", line.Month);
            json.WriteString("monthFrom", line.MonthFrom);
            json.WriteString("template", line.Template);
            json.WriteBoolean("standardNote", line.StandardNote);
        }

        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, ArchiveLine line)
    {
        json.WriteStartObject("pack");
        json.WriteString("id", line.Pack.Id);
        json.WriteString("version", line.Pack.Version);
        json.WriteEndObject();
        json.WriteStartObject("applicability");
        json.WriteString("status", line.Applicability);
        json.WriteEndObject();
        json.WriteStartArray("elements");
        foreach (var element in line.Elements)
        {
            json.WriteStartObject();
            json.WriteString("id", element.Id);
            json.WriteString("status", element.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in line.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("element", finding.Element);
            json.WriteString("kind", finding.Kind);
            json.WriteString("severity", finding.Severity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("blanks", line.Blanks);
        json.WriteNumber("answered", line.Answered);
    }

    private static ArchiveLine Read(JsonElement root)
    {
        var document = root.GetProperty("document");
        var line = new ArchiveLine(Text(document, "name"), Text(root, "by")) { Bytes = document.GetProperty("bytes").GetInt64(), Modified = document.GetProperty("modified").GetDateTime() };
        if (root.TryGetProperty("error", out var error))
        {
            return line with { Error = new DraftError(Text(error, "code"), Text(error, "message")) };
        }

        var pack = root.GetProperty("pack");
        return line with
        {
            Sha256 = Text(document, "sha256"),
            Paragraphs = document.GetProperty("paragraphs").GetInt32(),
            Words = document.GetProperty("words").GetInt32(),
            Notices = document.GetProperty("notices").GetInt32(),
            Month = Text(document, "month"),
            MonthFrom = Text(document, "monthFrom"),
            Template = document.GetProperty("template").GetString(),
            StandardNote = document.GetProperty("standardNote").GetBoolean(),
            Pack = new PackInfo(Text(pack, "id"), Text(pack, "version")),
            Applicability = Text(root.GetProperty("applicability"), "status"),
            Elements = [.. root.GetProperty("elements").EnumerateArray().Select(static one => new ArchiveElement(Text(one, "id"), Text(one, "status")))],
            Findings = [.. root.GetProperty("findings").EnumerateArray().Select(static one => new ArchiveFinding(Text(one, "id"), Text(one, "element"), Text(one, "kind"), Text(one, "severity")))],
            Blanks = root.GetProperty("blanks").GetInt32(),
            Answered = root.GetProperty("answered").GetInt32(),
        };
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new JsonException();
}
