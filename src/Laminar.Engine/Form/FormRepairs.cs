using Laminar.Engine.Form;

namespace Laminar.Engine;

/// <summary>Repairs of form, which a transcriptionist may make: spelling, doubled words, spaces, marks and capitals.</summary>
public static class FormRepairs
{
    /// <summary>
    /// What in the draft's body can be mended without changing what it says. Made only when asked for, in time linear in the
    /// draft's length; a scan does not need it.
    /// </summary>
    /// <param name="draft">Its blanks and placeholders are left alone: what belongs there is the surgeon's to say.</param>
    /// <param name="pack">Brings the words: misspellings, abbreviations, words that nobody means to write twice.</param>
    /// <returns>In the draft's order, without overlaps. Once all are made, there are none.</returns>
    public static IReadOnlyList<FormRepair> Of(Draft draft, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(pack);
        var style = new TypingStyle(pack.FormWords, pack.Lexicon);
        var lines = new List<(int Number, TypedLine Line)>();
        for (var i = 0; i < draft.Paragraphs.Count; i++)
        {
            // Headers, notes and the like belong to the document's template, not to who types the report.
            if (draft.Paragraphs[i] is { Part: DraftPart.Body, Text.Length: > 0 } paragraph)
            {
                lines.Add((i, new TypedLine(paragraph, pack.FormWords)));
                style.Add(lines[^1].Line);
            }
        }

        var repairs = new List<FormRepair>();
        lines.ForEach(l => new LineMender(l.Number, l.Line, pack.FormWords, style).AddTo(repairs));
        return repairs;
    }

    /// <summary>The draft with its repairs made. Its spans are gone: they would stand in the wrong places.</summary>
    internal static Draft Made(Draft draft, IReadOnlyList<FormRepair> repairs)
    {
        var paragraphs = draft.Paragraphs.Select(p => p with { Spans = [] }).ToArray();
        foreach (var own in repairs.GroupBy(r => r.Paragraph))
        {
            paragraphs[own.Key] = paragraphs[own.Key] with { Text = Made(paragraphs[own.Key].Text, own) };
        }

        return draft with { Paragraphs = paragraphs };
    }

    private static string Made(string text, IEnumerable<FormRepair> repairs)
    {
        var made = new System.Text.StringBuilder();
        var at = 0;
        foreach (var repair in repairs)
        {
            made.Append(text, at, repair.Start - at).Append(repair.With);
            at = repair.Start + repair.Length;
        }

        return made.Append(text, at, text.Length - at).ToString();
    }
}
