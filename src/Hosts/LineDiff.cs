namespace Laminar.Hosts;

/// <param name="Op">" " where it stands in both, "-" where it was, "+" where it is.</param>
/// <param name="From">Its number in the older text, from 1; null where it is new.</param>
/// <param name="To">Its number in the newer text, from 1; null where it is gone.</param>
internal sealed record DiffLine(string Op, int? From, int? To, string Text);

/// <summary>What makes one text of lines into another: the fewest lines taken out and put in (Myers 1986).</summary>
internal static class LineDiff
{
    // Past that many changes nobody reads line by line, and the search's memory grows with their square.
    private const int MostChanges = 2000;

    public static IReadOnlyList<DiffLine> Of(string from, string to)
    {
        var (a, b) = (Lines(from), Lines(to));
        var head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        var script = new Script(a, b);
        script.Keep(head);
        Middle(script, a.AsSpan(head..^tail), b.AsSpan(head..^tail));
        script.Keep(tail);
        return script.Result;
    }

    /// <summary>The lines with as many unchanged ones around each change as a reader needs to find it.</summary>
    public static IEnumerable<IReadOnlyList<DiffLine>> Hunks(IReadOnlyList<DiffLine> lines, int around = 3)
    {
        var near = new bool[lines.Count];
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Op != " ")
            {
                near.AsSpan(Math.Max(0, at - around), Math.Min(lines.Count, at + around + 1) - Math.Max(0, at - around)).Fill(true);
            }
        }

        for (var start = Array.IndexOf(near, true); start >= 0;)
        {
            var end = Array.IndexOf(near, false, start);
            end = end < 0 ? lines.Count : end;
            yield return [.. lines.Skip(start).Take(end - start)];
            start = end < lines.Count ? Array.IndexOf(near, true, end) : -1;
        }
    }

    private static void Middle(Script script, ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        if (Trace(a, b) is not { } trace)
        {
            script.Remove(a.Length);
            script.Add(b.Length);
            return;
        }

        foreach (var (x, y) in Path(trace, a.Length, b.Length))
        {
            (int dx, int dy) = (x - script.X0, y - script.Y0);
            if (dx > dy)
            {
                script.Remove(1);
            }
            else if (dy > dx)
            {
                script.Add(1);
            }

            script.Keep(Math.Min(dx, dy));
            (script.X0, script.Y0) = (x, y);
        }
    }

    /// <summary>How far each diagonal is reached with ever more changes; null where there are too many.</summary>
    private static List<int[]>? Trace(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var trace = new List<int[]>();
        var most = Math.Min(a.Length + b.Length, MostChanges);
        var reach = new int[2 * most + 3];
        for (var changes = 0; changes <= most; changes++)
        {
            for (var k = -changes; k <= changes; k += 2)
            {
                var x = k == -changes || (k != changes && reach[most + k] < reach[most + k + 2]) ? reach[most + k + 2] : reach[most + k] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k])
                {
                    x++;
                }

                reach[most + k + 1] = x;
                if (x >= a.Length && x - k >= b.Length)
                {
                    trace.Add(reach[(most - changes + 1)..(most + changes + 2)]);
                    return trace;
                }
            }

            trace.Add(reach[(most - changes + 1)..(most + changes + 2)]);
        }

        return null;
    }

    /// <summary>The ends of the snakes, from the first to the last.</summary>
    private static Stack<(int X, int Y)> Path(List<int[]> trace, int x, int y)
    {
        var path = new Stack<(int X, int Y)>();
        for (var changes = trace.Count - 1; changes > 0; changes--)
        {
            path.Push((x, y));
            var (before, k) = (trace[changes - 1], x - y);
            int At(int diagonal) => Math.Abs(diagonal) <= changes - 1 ? before[diagonal + changes - 1] : -1;
            k = k == -changes || (k != changes && At(k - 1) < At(k + 1)) ? k + 1 : k - 1;
            (x, y) = (At(k), At(k) - k);
        }

        path.Push((x, y));
        return path;
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text + "\\ no line end").Split('\n');

    private sealed class Script(string[] a, string[] b)
    {
        private int from;
        private int to;

        public List<DiffLine> Result { get; } = [];

        public int X0 { get; set; }

        public int Y0 { get; set; }

        public void Keep(int count)
        {
            for (; count > 0; count--)
            {
                Result.Add(new DiffLine(" ", from + 1, to + 1, a[from]));
                (from, to) = (from + 1, to + 1);
            }
        }

        public void Remove(int count)
        {
            for (; count > 0; count--)
            {
                Result.Add(new DiffLine("-", from + 1, null, a[from++]));
            }
        }

        public void Add(int count)
        {
            for (; count > 0; count--)
            {
                Result.Add(new DiffLine("+", null, to + 1, b[to++]));
            }
        }
    }
}
