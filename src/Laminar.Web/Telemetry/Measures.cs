using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Laminar.Web;

/// <summary>
/// What is counted and timed, under one name for metrics and traces. Tags are ids of packs, versions, codes and kinds: never anything that a request
/// says, for it may name a patient.
/// </summary>
internal static class Measures
{
    public const string Name = "Laminar.Web";

    private const string Pack = "laminar.pack";
    private const string Version = "laminar.pack.version";

    public static string ServerVersion { get; } = typeof(Measures).Assembly.GetName().Version?.ToString(3) ?? "";

    public static ActivitySource Spans { get; } = new(Name, ServerVersion);

    public static Meter Meter { get; } = new(Name, ServerVersion);

    private static readonly Counter<long> Scans = Meter.CreateCounter<long>("laminar.scans", "{scan}", "Drafts that were read and answered");

    private static readonly Histogram<double> ScanDuration = Meter.CreateHistogram<double>(
        "laminar.scan.duration",
        "s",
        "From a draft that has come in whole to its answer",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] });

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("laminar.drafts.refused", "{draft}", "Drafts that were not read or written, by the code of the answer");

    private static readonly Counter<long> AnswersTaken = Meter.CreateCounter<long>("laminar.answers", "{answer}", "Answers that were put into drafts");

    private static readonly Counter<long> Publications = Meter.CreateCounter<long>("laminar.publications", "{publication}", "Versions of packs that were published or put in use here");

    /// <param name="applicability">One of <see cref="Laminar.Engine.ApplicabilityStatus"/>.</param>
    public static void Scanned(string pack, string version, string applicability, TimeSpan duration)
    {
        Scans.Add(1, new(Pack, pack), new(Version, version), new("laminar.applicability", applicability));
        ScanDuration.Record(duration.TotalSeconds, new(Pack, pack), new KeyValuePair<string, object?>(Version, version));
    }

    public static void Refused(string code) => Refusals.Add(1, new KeyValuePair<string, object?>("laminar.code", code));

    public static void Answered(string pack, string version, int count) => AnswersTaken.Add(count, new(Pack, pack), new KeyValuePair<string, object?>(Version, version));

    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    public static void Published(string pack, string version, string action) => Publications.Add(1, new(Pack, pack), new(Version, version), new("laminar.action", action));

    /// <summary>A span about a pack; null where nobody listens.</summary>
    public static Activity? Span(string name) => Spans.StartActivity(name);

    public static void TellPack(this Activity? span, string pack, string version) => span?.SetTag(Pack, pack).SetTag(Version, version);

    public static KeyValuePair<string, object?>[] TagsOf(string pack, string version) => [new(Pack, pack), new(Version, version)];
}
