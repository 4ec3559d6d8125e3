using Laminar.Engine.Elements;

namespace Laminar.Engine.Packs;

/// <summary>
/// What an author's words may say (the contract's "What a suggestion may say"): open fields with neutral options and no default,
/// titles and reasons about the record alone, no code numbers.
/// </summary>
internal static class PhraseRules
{
    /// <summary>Every field offers these ways out; of the third, one of its wordings.</summary>
    private static readonly string[] WaysOut = ["other", "unable to state"];
    private static readonly string[] NotDone = ["not performed", "none used", "none"];

    /// <summary>Whether every question offers the answer: no text of a draft can state it.</summary>
    public static bool IsOpenAnswer(string option) => Array.IndexOf(WaysOut, option) >= 0 || Array.IndexOf(NotDone, option) >= 0;

    private static readonly string[] Forbidden =
    [
        "payment", "payer", "reimburse", "denial", "denied claim", "coverage", "billing", "bill for", "to support", "medical necessity", "revenue", "claim",
    ];

    public static void Check(AuthorFile file, AuthorNode node, string phrase, IReadOnlyList<FieldRule> fields)
    {
        foreach (var name in Names(phrase))
        {
            if (!fields.Any(f => f.Name == name))
            {
                file.Error(node, $"The phrase has a field {{{name}}} that \"fields\" does not describe.");
            }
        }

        foreach (var field in fields)
        {
            if (!Names(phrase).Contains(field.Name))
            {
                file.Error(node, $"The field \"{field.Name}\" does not stand in the phrase.");
            }

            foreach (var way in WaysOut.Where(w => !field.Options.Contains(w)))
            {
                file.Error(node, $"The field \"{field.Name}\" needs the option \"{way}\": nobody may be led to an answer.");
            }

            if (!NotDone.Any(field.Options.Contains))
            {
                file.Error(node, $"The field \"{field.Name}\" needs one of the options \"{string.Join("\", \"", NotDone)}\".");
            }
        }
    }

    /// <summary>Wording that people read: about the record alone, without code numbers.</summary>
    public static void CheckWording(AuthorFile file, AuthorNode node, string text)
    {
        if (Array.Exists(Forbidden, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            file.Error(node, "This wording speaks of payment or support; it may speak of the record alone.");
        }

        if (HasCode(text))
        {
            file.Error(node, "This wording holds what looks like a procedure code; code numbers are licensed content and have no place here.");
        }

        if (text.StartsWith("add ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("document ", StringComparison.OrdinalIgnoreCase))
        {
            file.Error(node, "This wording tells the reader what to write; it has to name the gap or ask an open question.");
        }
    }

    private static bool HasCode(string text)
    {
        var digits = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                digits++;
                continue;
            }

            if (digits == 5 || digits == 4 && i < text.Length && text[i] is 'T' or 'F')
            {
                return true;
            }

            digits = 0;
        }

        return false;
    }

    private static IEnumerable<string> Names(string phrase)
    {
        for (var open = phrase.IndexOf('{', StringComparison.Ordinal); open >= 0; open = phrase.IndexOf('{', open + 1))
        {
            var close = phrase.IndexOf('}', open);
            if (close > open)
            {
                yield return phrase[(open + 1)..close];
            }
        }
    }
}
