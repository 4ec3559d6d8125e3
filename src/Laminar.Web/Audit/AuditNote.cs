using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>Makes entries of the audit trail, each of what was done a moment ago.</summary>
internal static class AuditNote
{
    private static readonly JsonWriterOptions Ascii = new() { Encoder = JavaScriptEncoder.Default };

    public static AuditEntry Of(Person person, string role, string action, string pack, string version, Action<Utf8JsonWriter>? details = null) =>
        Of(person.Identity, role, action, pack, version, details);

    /// <param name="details">Writes the properties of an object: ids, the pack's own words, numbers.</param>
    public static AuditEntry Of(string person, string role, string action, string pack, string version, Action<Utf8JsonWriter>? details = null) => new()
    {
        Id = Guid.NewGuid(), At = Now(), Person = person, Role = role, Action = action, Pack = pack, Version = version, Details = Json(details),
    };

    public static string Hash(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>To the millisecond, as the trail has it: what is finer would not be the same when it is read again.</summary>
    private static DateTime Now()
    {
        var now = DateTime.UtcNow;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }

    private static string Json(Action<Utf8JsonWriter>? details)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Ascii))
        {
            json.WriteStartObject();
            details?.Invoke(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
