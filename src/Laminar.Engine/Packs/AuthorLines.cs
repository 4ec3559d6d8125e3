using System.Globalization;

namespace Laminar.Engine.Packs;

/// <summary>The lines of an author's file as an error shows them. The text is parted once, at the first error, however many there are.</summary>
internal sealed class AuthorLines(string text)
{
    // Of a file that is one line without end, each error shows only the neighbourhood.
    private const int Widest = 400;

    private readonly Lazy<string[]> _lines = new(() => text.Split('\n'));

    /// <summary>The line and its neighbours, with a mark below the column.</summary>
    public string Around(int line, int column)
    {
        var excerpt = new System.Text.StringBuilder();
        for (var i = Math.Max(1, line - 1); i <= Math.Min(_lines.Value.Length, line + 1); i++)
        {
            var (shown, skipped) = Cut(i, column);
            excerpt.Append(CultureInfo.InvariantCulture, $"{i,5} | {shown}\n");
            if (i == line)
            {
                excerpt.Append("      | ").Append(' ', Math.Clamp(column - 1 - skipped, 0, Widest)).Append("^\n");
            }
        }

        return excerpt.ToString();
    }

    /// <summary>The line alone; empty behind the last.</summary>
    public string Of(int line) => line <= _lines.Value.Length ? $"{line,5} | {Cut(line, 1).Shown}" : string.Empty;

    private (string Shown, int Skipped) Cut(int line, int column)
    {
        var whole = _lines.Value[line - 1].AsSpan().TrimEnd('\r');
        var from = Math.Clamp(column - (Widest / 2), 0, Math.Max(0, whole.Length - Widest));
        return (whole.Slice(from, Math.Min(Widest, whole.Length - from)).ToString(), from);
    }
}
