using System.Text;

namespace Laminar.Engine.Notes;

/// <summary>
/// Paragraphs with fields as an author writes them in an example: <c>{levels}</c> is a field that waits for its answer,
/// <c>{levels: C5-6}</c> a filled one, and what stands behind bars is its list: <c>{laterality: | left | right}</c>.
/// </summary>
internal static class FieldText
{
    public static Draft Draft(string name, IEnumerable<string> paragraphs) => new(name, string.Empty, [.. paragraphs.Select(Paragraph)], []);

    private static DraftParagraph Paragraph(string line)
    {
        var text = new StringBuilder();
        var spans = new List<DraftSpan>();
        var from = 0;
        for (var open = line.IndexOf('{', StringComparison.Ordinal); open >= 0; open = line.IndexOf('{', from))
        {
            var close = line.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            text.Append(line, from, open - from);
            spans.Add(Field(line[(open + 1)..close], text));
            from = close + 1;
        }

        return new DraftParagraph(text.Append(line, from, line.Length - from).ToString()) { Spans = spans };
    }

    private static DraftSpan Field(string field, StringBuilder text)
    {
        var parts = field.Split('|', StringSplitOptions.TrimEntries);
        var (element, answer) = parts[0].IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (parts[0][..colon], parts[0][(colon + 1)..].Trim()) : (parts[0], "");
        var start = text.Length;
        text.Append(answer.Length > 0 ? answer : $"[{element}]");
        return new DraftSpan(answer.Length > 0 ? DraftSpanKind.ContentControl : DraftSpanKind.Placeholder, start, text.Length - start, NoteTag.Of(element))
        {
            Field = new DraftField(parts[1..], takesWords: true),
        };
    }
}
