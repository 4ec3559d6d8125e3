using System.Text.Json.Serialization;

namespace Laminar.Web;

/// <summary>How one server is, for whoever looks after it. Counts, ids, versions and settings.</summary>
/// <param name="Hindrance">Why it is not ready; null where it is.</param>
internal sealed record ServerStatus(
    string Version,
    string Node,
    DateTime At,
    DateTime Started,
    string? Hindrance,
    StoreStatus Store,
    IReadOnlyList<PackStatus> Packs,
    TrafficStatus Traffic,
    PlacesStatus Drafts,
    ProcessStatus Process,
    AuditStatus Audit,
    LimitsStatus Limits);

/// <param name="Since">When it was opened or lost.</param>
internal sealed record StoreStatus(string Kind, bool Open, DateTime Since);

/// <param name="Since">When the version came in use; null where the store does not say.</param>
internal sealed record PackStatus(string Id, string Title, string Version, DateTime? Since);

/// <param name="SlotSeconds">How long each of the slots is.</param>
/// <param name="RequestsPerSecond">Over the last minute.</param>
/// <param name="P50">Of the scans in all slots, in ms; null where there was none.</param>
internal sealed record TrafficStatus(
    int SlotSeconds, double RequestsPerSecond, double ScansPerSecond, double? P50, double? P99, int Refused, int Errors, IReadOnlyList<TrafficSlot> Slots);

internal sealed record TrafficSlot(int Requests, int Scans, double? P50, double? P99, int Refused, int Errors);

/// <param name="UploadBytes">Memory that uploads hold.</param>
internal sealed record PlacesStatus(long Waiting, long Working, int Places, int MostWaiting, long UploadBytes, long MostUploadBytes);

/// <param name="PausePercent">Of the time since the start that the garbage collector had everything wait.</param>
/// <param name="Queue">What waits for a thread.</param>
internal sealed record ProcessStatus(
    long WorkingSetBytes, long HeapBytes, long AllocatedBytes, IReadOnlyList<int> Collections, double PausePercent, int Threads, long Queue, double CpuSeconds, int Processors);

/// <param name="Entries">Number of the last entry; null where the store is away.</param>
/// <param name="Head">Its hash.</param>
internal sealed record AuditStatus(long? Entries, string? Head, int Pending);

/// <param name="ScanSeconds">And the other times: in seconds.</param>
/// <param name="RequestsPerMinute">Of one person; 0 is no limit.</param>
internal sealed record LimitsStatus(
    long UploadBytes, long DecompressedBytes, int Parts, double ScanSeconds, int ConcurrentDrafts, int WaitingDrafts, double WaitingSeconds, int RequestsPerMinute, double StoppingSeconds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServerStatus))]
internal sealed partial class StatusJson : JsonSerializerContext;
