namespace Laminar.Engine.Form;

/// <summary>
/// Finds what no repair may touch: blanks, bracketed lists of options, placeholders. Counts how many of them cover each
/// character, so that any number of spans takes time in proportion.
/// </summary>
internal static class KeptText
{
    private const int ShortestBlank = 2;

    /// <param name="hasBlank">Whether a blank stands in the paragraph: its spaces may then be a form's columns.</param>
    public static bool[] Of(DraftParagraph paragraph, out bool hasBlank)
    {
        var text = paragraph.Text;
        var covers = new int[text.Length + 1];
        foreach (var span in paragraph.Spans)
        {
            if (span.Kind == DraftSpanKind.Placeholder)
            {
                // An empty one is a place that waits for words: what stands on either side of it is left alone.
                var room = span.Length == 0 ? 1 : 0;
                var start = Math.Clamp(span.Start - room, 0, text.Length);
                Cover(covers, start, Math.Clamp(span.End + room, start, text.Length));
            }
        }

        hasBlank = Blanks(text, covers);
        Brackets(text, '[', ']', covers);
        Brackets(text, '{', '}', covers);
        Brackets(text, '<', '>', covers);
        return Covered(covers);
    }

    private static bool Blanks(string text, int[] covers)
    {
        var any = false;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (text[start] is '_' or '*' && i + 1 < text.Length && text[i + 1] == text[start])
            {
                i++;
            }

            if (i + 1 - start >= ShortestBlank)
            {
                Cover(covers, start, i + 1);
                any = true;
            }
        }

        return any;
    }

    private static void Brackets(string text, char open, char close, int[] covers)
    {
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == open && start < 0)
            {
                start = i;
            }
            else if (text[i] == close && start >= 0)
            {
                Cover(covers, start, i + 1);
                start = -1;
            }
        }
    }

    private static void Cover(int[] covers, int start, int end)
    {
        covers[start]++;
        covers[end]--;
    }

    private static bool[] Covered(int[] covers)
    {
        var kept = new bool[covers.Length];
        var depth = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            depth += covers[i];
            kept[i] = depth > 0;
        }

        return kept;
    }
}
