namespace Laminar.Word;

/// <summary>The pieces of a phrase: text, and the field behind it.</summary>
internal readonly record struct PhrasePart(string Text, string? Field);

internal static class PhraseParts
{
    /// <summary>What goes before a phrase where the text before it has no end.</summary>
    public const string NewSentence = ". ";

    /// <summary>Whether a phrase names what its field is for instead of saying it in a sentence: "Condition: {condition}."</summary>
    public static bool HasLeadIn(string phrase) => Split(phrase) is [{ Field: not null } first, ..] && first.Text.TrimEnd().EndsWith(':');

    /// <summary>Cuts "Disc: {disc}. Facet: {facet}." at its fields.</summary>
    public static IReadOnlyList<PhrasePart> Split(string phrase)
    {
        var parts = new List<PhrasePart>();
        var from = 0;
        for (var open = phrase.IndexOf('{', StringComparison.Ordinal); open >= 0; open = phrase.IndexOf('{', from))
        {
            var close = phrase.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            parts.Add(new PhrasePart(phrase[from..open], phrase[(open + 1)..close]));
            from = close + 1;
        }

        parts.Add(new PhrasePart(phrase[from..], null));
        return parts;
    }
}
