using System.Globalization;
using System.Text.RegularExpressions;

namespace Laminar.Tests.Generated;

/// <summary>
/// Gives ids to markup that was put together from pieces that can't know of each other: <see cref="New"/> is the next id of a space,
/// <see cref="Open"/> and <see cref="Close"/> are the same id at a range's two ends.
/// </summary>
internal static partial class IdStamp
{
    public static string New(string space) => $"«{space}:new»";

    public static string Open(string space) => $"«{space}:open»";

    public static string Same(string space) => $"«{space}:same»";

    public static string Close(string space) => $"«{space}:close»";

    public static string Stamp(string markup)
    {
        var last = new Dictionary<string, int>();
        var open = new Dictionary<string, Stack<int>>();
        return Mark().Replace(markup, match =>
        {
            var (space, what) = (match.Groups[1].Value, match.Groups[2].Value);
            var stack = open.TryGetValue(space, out var known) ? known : open[space] = new();
            if (what is "new" or "open")
            {
                stack.Push(last[space] = last.GetValueOrDefault(space) + 1);
            }

            return (what is "new" or "close" ? stack.Pop() : stack.Peek()).ToString(CultureInfo.InvariantCulture);
        });
    }

    [GeneratedRegex("«(\\w+):(\\w+)»")]
    private static partial Regex Mark();
}
