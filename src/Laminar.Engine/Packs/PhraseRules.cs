using Laminar.Engine.Elements;

namespace Laminar.Engine.Packs;

/// <summary>
/// What an author's words may say (the contract's "What a suggestion may say"): open fields with neutral options and no default,
/// titles and reasons about the record alone, no code numbers.
/// </summary>
internal static class PhraseRules
{
    /// <summary>Every field offers these ways out, and one of the wordings of "not done".</summary>
    private static readonly string[] WaysOut = [AnswerWords.Other, AnswerWords.UnableToState];

    private static readonly string[] Forbidden =
    [
        "payment", "payer", "reimburse", "denial", "denied claim", "coverage", "billing", "bill for", "to support", "medical necessity", "revenue", "claim",
    ];

    // What is left of the 64 characters of a content control's tag (the schema of w:tag) beside its prefix, a hash and a field's number.
    private const int LongestId = 36;

    /// <summary>An id that is asked for stands in the tags of the suggestions in a document.</summary>
    public static void CheckId(AuthorFile file, AuthorNode node, string id)
    {
        if (id.Length > LongestId)
        {
            file.Error(node, $"The id \"{id}\" is longer than {LongestId} characters, which is all that the tags in a Word document have room for.");
        }
    }

    /// <param name="described">Where the fields are described; a fault of a field's options stands there.</param>
    public static void Check(AuthorFile file, AuthorNode node, string phrase, IReadOnlyList<FieldRule> fields, AuthorNode? described = null)
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
            var options = described?.Child(field.Name)?.Child("options") ?? node;
            foreach (var same in field.Options.CountBy(o => o, StringComparer.OrdinalIgnoreCase).Where(o => o.Value > 1))
            {
                file.Error(options, $"The field \"{field.Name}\" offers \"{same.Key}\" twice; Word takes no list like that.");
            }

            if (!Names(phrase).Contains(field.Name))
            {
                file.Error(node, $"The field \"{field.Name}\" does not stand in the phrase.");
            }

            foreach (var way in WaysOut.Where(w => !field.Options.Contains(w)))
            {
                file.Error(options, $"The field \"{field.Name}\" needs the option \"{way}\": nobody may be led to an answer.");
            }

            if (!AnswerWords.NotDone.Any(field.Options.Contains))
            {
                file.Error(options, $"The field \"{field.Name}\" needs one of the options \"{string.Join("\", \"", AnswerWords.NotDone)}\".");
            }
        }
    }

    /// <summary>A sentence that stands in the draft as it is: nothing in it is left to fill in.</summary>
    public static void CheckSentence(AuthorFile file, AuthorNode node, string key, string sentence)
    {
        if (sentence.Contains('{', StringComparison.Ordinal) || sentence.Contains('}', StringComparison.Ordinal))
        {
            file.Error(node, $"\"{key}\" is a whole sentence and has no field in braces.");
        }
        else if (!sentence.EndsWith('.'))
        {
            file.Error(node, $"\"{key}\" is a whole sentence and ends with a period.");
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
