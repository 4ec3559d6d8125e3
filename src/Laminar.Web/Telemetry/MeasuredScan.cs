using System.Diagnostics;
using Laminar.Engine;

namespace Laminar.Web;

/// <summary>One scan for somebody, from the draft in hand to its answer: counted and timed when it is disposed of, where it came to a result.</summary>
internal sealed class MeasuredScan : IDisposable
{
    private readonly Recent recent;
    private readonly bool isRehearsed;
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly Activity? span;
    private ScanResult? result;

    private MeasuredScan(Recent recent, bool isRehearsed) =>
        (this.recent, this.isRehearsed, span) = (recent, isRehearsed, isRehearsed ? null : Measures.Span("scan"));

    public static MeasuredScan Begin(HttpContext context) => new(context.RequestServices.GetRequiredService<Recent>(), Rehearsal.Is(context.Request));

    public ScanResult Tell(Draft draft, ScanResult found)
    {
        result = found;
        span.TellPack(found.Pack.Id, found.Pack.Version);
        span?.SetTag("laminar.paragraphs", draft.Paragraphs.Count).SetTag("laminar.findings", found.Findings.Count);
        return found;
    }

    public void Dispose()
    {
        if (result is not null && !isRehearsed)
        {
            var duration = Stopwatch.GetElapsedTime(begun);
            recent.Scanned(duration);
            Measures.Scanned(result.Pack.Id, result.Pack.Version, result.Applicability.Status, duration);
        }

        span?.Dispose();
    }
}
