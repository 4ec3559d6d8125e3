using System.Globalization;
using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>A change within one paragraph.</summary>
/// <param name="Text">What takes the place of the text; a line feed breaks the paragraph, a vertical tab the line.</param>
internal sealed record ParagraphEdit(int Paragraph, int Start, int End, string Text)
{
    public bool BreaksParagraph => Text.Contains('\n', StringComparison.Ordinal);
}

/// <summary>
/// Edits brought to what they change: the ends that stay are left out to the word, and paragraph marks that both sides have are
/// kept, so that text moves between paragraphs only where it has to.
/// </summary>
/// <param name="Joins">Paragraphs whose mark goes.</param>
internal sealed record EditPlan(IReadOnlyList<ParagraphEdit> Edits, IReadOnlyList<int> Joins)
{
    public static EditPlan Of(Draft draft, IReadOnlyList<TextEdit> edits)
    {
        var (changes, joins) = (new List<ParagraphEdit>(), new List<int>());
        foreach (var edit in Merged(edits))
        {
            Add(draft, edit, changes, joins);
        }

        return new EditPlan(changes, joins);
    }

    /// <summary>Edits that touch are one, so that no two meet in one place.</summary>
    private static List<TextEdit> Merged(IReadOnlyList<TextEdit> edits)
    {
        var merged = new List<TextEdit>();
        foreach (var edit in edits)
        {
            if (merged.Count > 0 && merged[^1].To == edit.From)
            {
                merged[^1] = new TextEdit(merged[^1].From, edit.To, merged[^1].Text + edit.Text);
            }
            else
            {
                merged.Add(edit);
            }
        }

        return merged;
    }

    private static void Add(Draft draft, TextEdit edit, List<ParagraphEdit> changes, List<int> joins)
    {
        var (old, now) = (TextOf(draft, edit.From, edit.To), TextEdits.Clean(edit.Text));
        if (old == now)
        {
            return;
        }

        var start = CommonStart(old, now);
        var end = CommonEnd(old[start..], now[start..]);
        var from = Forward(edit.From, old.AsSpan(0, start));
        var (before, after) = (old[start..^end].Split('\n'), now[start..^end].Split('\n'));
        var kept = Math.Min(before.Length, after.Length) - 1;
        for (var number = 0; number < before.Length; number++)
        {
            var at = number == 0 ? from.Offset : 0;
            var text = number < kept ? after[number] : number == kept ? string.Join('\n', after[number..]) : "";
            if (text != before[number])
            {
                changes.Add(new ParagraphEdit(from.Paragraph + number, at, at + before[number].Length, text));
            }

            if (number >= kept && number < before.Length - 1)
            {
                joins.Add(from.Paragraph + number);
            }
        }
    }

    /// <summary>The draft's text in the form of an edit's.</summary>
    private static string TextOf(Draft draft, TextPlace from, TextPlace to)
    {
        var text = new StringBuilder();
        for (var number = from.Paragraph; number <= to.Paragraph; number++)
        {
            var paragraph = draft.Paragraphs[number].Text;
            var start = number == from.Paragraph ? from.Offset : 0;
            text.Append(number > from.Paragraph ? "\n" : "").Append(paragraph[start..(number == to.Paragraph ? to.Offset : paragraph.Length)].Replace('\n', '\v'));
        }

        return text.ToString();
    }

    private static TextPlace Forward(TextPlace start, ReadOnlySpan<char> text)
        => text.LastIndexOf('\n') is var last and >= 0
            ? new TextPlace(start.Paragraph + text.Count('\n'), text.Length - last - 1)
            : start with { Offset = start.Offset + text.Length };

    private static int CommonStart(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        while (common > 0 && (GoesOn(one, common) || GoesOn(other, common)))
        {
            common--;
        }

        return common;
    }

    private static int CommonEnd(string one, string other)
    {
        var (common, most) = (0, Math.Min(one.Length, other.Length));
        while (common < most && one[^(common + 1)] == other[^(common + 1)])
        {
            common++;
        }

        while (common > 0 && (GoesOn(one, one.Length - common) || GoesOn(other, other.Length - common)))
        {
            common--;
        }

        return common;
    }

    /// <summary>Whether a word, or a character, goes on over the place.</summary>
    private static bool GoesOn(string text, int at) => at > 0 && at < text.Length && IsWord(text[at - 1]) && IsWord(text[at]);

    private static bool IsWord(char character)
        => char.IsLetterOrDigit(character) || char.IsSurrogate(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
