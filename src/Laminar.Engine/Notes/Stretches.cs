namespace Laminar.Engine.Notes;

/// <summary>Stretches of a paragraph, joined and in order, so that one is found without looking through all.</summary>
internal sealed class Stretches
{
    private readonly List<(int Start, int End)> _joined = [];

    public Stretches(IEnumerable<DraftSpan> spans)
    {
        foreach (var span in spans.Where(s => s.Length > 0).OrderBy(s => s.Start))
        {
            if (_joined.Count > 0 && span.Start <= _joined[^1].End)
            {
                _joined[^1] = (_joined[^1].Start, Math.Max(_joined[^1].End, span.End));
            }
            else
            {
                _joined.Add((span.Start, span.End));
            }
        }
    }

    public bool Meet(int start, int stop)
    {
        var (low, high) = (0, _joined.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _joined[middle].Start < stop ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && _joined[low - 1].End > start;
    }
}
