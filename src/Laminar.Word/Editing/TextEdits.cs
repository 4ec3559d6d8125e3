using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Edits of a draft's text, whatever it is the text of.</summary>
public static class TextEdits
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>The text of a plain-text draft with the edits in it, a line for each paragraph.</summary>
    /// <param name="draft">A draft that was read from plain text.</param>
    /// <param name="edits">In the order of the text; they don't overlap.</param>
    public static (string? Text, DraftError? Error) Apply(Draft draft, IReadOnlyList<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(edits);
        return Refuse(draft, edits) is { } error
            ? (null, error)
            : (string.Concat(Paragraphs(draft, [.. edits.Select(static edit => edit with { Text = edit.Text.Replace('\v', ' ') })]).Select(static line => line + "\n")), null);
    }

    /// <summary>What is wrong with the edits; null where they fit the draft.</summary>
    internal static DraftError? Refuse(Draft draft, IReadOnlyList<TextEdit> edits)
    {
        var end = default(TextPlace);
        foreach (var edit in edits)
        {
            if (edit.From < end || edit.To < edit.From || !Fits(draft, edit.From) || !Fits(draft, edit.To))
            {
                return DraftErrors.EditMisplaced;
            }

            end = edit.To;
            if (draft.Paragraphs[end.Paragraph].Part != DraftPart.Body)
            {
                return DraftErrors.EditOutsideBody;
            }
        }

        return null;
    }

    /// <summary>The texts of all paragraphs with the edits in them.</summary>
    internal static List<string> Paragraphs(Draft draft, IReadOnlyList<TextEdit> edits)
    {
        var (texts, open, at) = (new List<string>(), new StringBuilder(), default(TextPlace));
        foreach (var edit in edits)
        {
            Copy(draft, at, edit.From, open, texts);
            foreach (var (number, line) in Clean(edit.Text).Split('\n').Index())
            {
                End(number > 0, open, texts);
                open.Append(line.Replace('\v', '\n'));
            }

            at = edit.To;
        }

        Copy(draft, at, new TextPlace(draft.Paragraphs.Count, 0), open, texts);
        return texts;
    }

    /// <summary>
    /// Text as it is read again once it is written: line ends of all kinds are one, and what XML or a reader of the draft knows
    /// nothing of is left out.
    /// </summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\v' or (>= ' ' and not (SoftHyphen or 0xFFFE or 0xFFFF)))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static void Copy(Draft draft, TextPlace from, TextPlace to, StringBuilder open, List<string> texts)
    {
        for (var number = from.Paragraph; number < draft.Paragraphs.Count && number <= to.Paragraph; number++)
        {
            var text = draft.Paragraphs[number].Text;
            var start = number == from.Paragraph ? from.Offset : 0;
            open.Append(text, start, (number == to.Paragraph ? to.Offset : text.Length) - start);
            End(number < to.Paragraph, open, texts);
        }
    }

    private static void End(bool ends, StringBuilder open, List<string> texts)
    {
        if (ends)
        {
            texts.Add(open.ToString());
            open.Clear();
        }
    }

    private static bool Fits(Draft draft, TextPlace place)
        => place.Paragraph >= 0 && place.Paragraph < draft.Paragraphs.Count
            && draft.Paragraphs[place.Paragraph].Text is var text && place.Offset >= 0 && place.Offset <= text.Length
            && !(place.Offset > 0 && place.Offset < text.Length && char.IsSurrogatePair(text[place.Offset - 1], text[place.Offset]));
}
