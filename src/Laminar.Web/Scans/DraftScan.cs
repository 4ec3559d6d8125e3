using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Reads and scans one draft within the limits.</summary>
internal sealed class DraftScan(DraftWork work)
{
    /// <param name="read">Reads the draft; stops when its token says so.</param>
    /// <param name="packs">Which to choose from; at least one.</param>
    /// <param name="show">Makes the answer of the result, within the same time: its token says when that is over.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public (T? Answer, Problem? Problem) Run<T>(
        Func<ReadLimits, CancellationToken, DraftReading> read, IReadOnlyList<Pack> packs, Func<Draft, ScanResult, CancellationToken, T> show, CancellationToken aborted)
        where T : class =>
        work.Run<T>(
            (limits, deadline) => read(limits, deadline) switch
            {
                ({ } draft, _) => (show(draft, PackChoice.Scan(draft, packs, deadline), deadline), null),
                var (_, error) => (null, error),
            },
            aborted);
}
