using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Reads, scans and shows one draft within the limits. The API and the page come through here.</summary>
internal sealed class DraftScan(DraftWork work)
{
    /// <param name="packs">Which to choose from; at least one.</param>
    /// <param name="show">Makes the answer of the result, within the same time.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public (T? Answer, Problem? Problem) Run<T>(
        ReadOnlyMemory<byte> bytes, string name, IReadOnlyList<Pack> packs, Func<Draft, ScanResult, CancellationToken, T> show, CancellationToken aborted)
        where T : class =>
        work.Run<T>(
            (limits, deadline) => DraftReader.Read(bytes, name, limits, deadline) switch
            {
                ({ } draft, _) => (show(draft, PackChoice.Scan(draft, packs, deadline), deadline), null),
                var (_, error) => (null, error),
            },
            aborted);
}
