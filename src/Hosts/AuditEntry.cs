using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Laminar.Hosts;

/// <summary>
/// One thing that somebody did, in the trail that nobody changes. It holds ids, the pack's own options, times and hashes; no word of a
/// draft and none of an answer. Each entry bears the hash of the one before, so that none can be changed, taken out or put in between.
/// </summary>
internal sealed record AuditEntry
{
    /// <summary>What the first entry has for the hash of the one before.</summary>
    public static readonly string NoHash = new('0', 64);

    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>From 1 without a gap; 0 as long as it waits for its place.</summary>
    public long Number { get; init; }

    /// <summary>By which it is known before it has a number.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was done, in UTC to the millisecond; an entry that had to wait comes later than its time says.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it, as the server knows it.</summary>
    public required string Person { get; init; }

    /// <summary>The role that it was done in; empty where none was asked for.</summary>
    public required string Role { get; init; }

    public required string Action { get; init; }

    public required string Pack { get; init; }

    public required string Version { get; init; }

    /// <summary>What depends on the action: an object in JSON, in one line.</summary>
    public required string Details { get; init; }

    /// <summary>SHA-256 of the document as it came in, in lower-case hexadecimal; null where there was none.</summary>
    public string? Received { get; init; }

    /// <summary>The same of the document as it went out.</summary>
    public string? Sent { get; init; }

    /// <summary>The hash of the entry before.</summary>
    public string Previous { get; init; } = NoHash;

    public string Hash { get; init; } = "";

    /// <summary>The same entry in its place behind another.</summary>
    public AuditEntry Behind(long number, string hash)
    {
        var placed = this with { Number = number + 1, Previous = hash };
        return placed with { Hash = placed.ComputeHash() };
    }

    public static string TimeOf(DateTime at) => at.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture);

    public static DateTime? ParseTime(string? at) =>
        DateTime.TryParseExact(at, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>
    /// SHA-256 over all that the entry says, in this order: number, id, at, person, role, action, pack, version, details, received, sent,
    /// previous. Each is written as the number of its bytes in UTF-8, a colon, the bytes and a comma, so that no two entries are written
    /// alike; what is null is empty. Details are written as they stand in the line of the export.
    /// </summary>
    public string ComputeHash()
    {
        var canonical = new ArrayBufferWriter<byte>(1024);
        string?[] fields =
        [
            Number.ToString(CultureInfo.InvariantCulture), Id.ToString("D"), TimeOf(At), Person, Role, Action, Pack, Version, Details, Received, Sent, Previous,
        ];
        foreach (var field in fields)
        {
            var text = field ?? "";
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text)}:"), canonical);
            Encoding.UTF8.GetBytes(text, canonical);
            canonical.Write(","u8);
        }

        return Convert.ToHexStringLower(SHA256.HashData(canonical.WrittenSpan));
    }
}
