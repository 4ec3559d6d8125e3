using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Reads and scans one draft within the limits.</summary>
internal sealed class DraftScan(DraftWork work)
{
    /// <param name="read">Reads the draft; stops when its token says so.</param>
    /// <param name="show">Makes the answer of the result, within the same time.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public (T? Answer, Problem? Problem) Run<T>(
        Func<ReadLimits, CancellationToken, DraftReading> read, Pack pack, Func<Draft, ScanResult, T> show, CancellationToken aborted)
        where T : class =>
        work.Run<T>(
            (limits, deadline) => read(limits, deadline) switch
            {
                ({ } draft, _) => (show(draft, Scanner.Scan(draft, pack, deadline)), null),
                var (_, error) => (null, error),
            },
            aborted);
}
