using System.Diagnostics.CodeAnalysis;

namespace Laminar.Web;

/// <summary>
/// Stretches of a text, asked from its start to its end which of them covers a place. However many overlap, each is put in and
/// taken out once.
/// </summary>
internal sealed class Sweep<T>(IEnumerable<(int Start, int End, int Rank, T What)> stretches)
{
    private readonly List<(int Start, int End, int Rank, T What)> sorted = [.. stretches.OrderBy(stretch => stretch.Start)];
    private readonly PriorityQueue<(int End, T What), (int Rank, int Order)> begun = new();
    private int next;

    /// <summary>What covers a place; of several the greatest rank, of the same rank the one that begins first.</summary>
    /// <param name="place">No earlier than the place asked for before.</param>
    public bool TryFind(int place, [MaybeNullWhen(false)] out T covering)
    {
        for (; next < sorted.Count && sorted[next].Start <= place; next++)
        {
            var (_, end, rank, what) = sorted[next];
            begun.Enqueue((end, what), (-rank, next));
        }

        while (begun.TryPeek(out var first, out _))
        {
            if (first.End > place)
            {
                covering = first.What;
                return true;
            }

            begun.Dequeue();
        }

        covering = default;
        return false;
    }
}
