using Laminar.Engine.Elements;
using Laminar.Engine.Packs;

namespace Laminar.Engine;

/// <summary>A person's own wording of an element's phrase: free in its words, bound to the pack's fields, options and rules.</summary>
public static class OwnPhrase
{
    private const int Longest = 400;

    // An open field as a draft shows it.
    private const string Blank = "____";

    /// <summary>What keeps the pack from taking the wording, one sentence each; empty where nothing does.</summary>
    public static IReadOnlyList<string> Problems(Pack pack, string element, string phrase)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(phrase);
        if (pack.Elements.FirstOrDefault(e => e.Id == element) is not { Asked: true } rule)
        {
            return [$"The pack asks for no element \"{element}\"."];
        }

        if (phrase.Length > Longest || phrase.Any(char.IsControl) || !phrase.EndsWith('.') || phrase != phrase.Trim())
        {
            return [$"A phrase is one line of no more than {Longest} letters that ends with a period."];
        }

        var errors = new List<PackError>();
        var file = new AuthorFile(new PackFile("phrase", "phrase: own"), errors);
        PhraseRules.Check(file, file.Root!, phrase, rule.Fields);
        PhraseRules.CheckWording(file, file.Root!, phrase);
        return errors.Count > 0 ? [.. errors.Select(e => e.Message)] : [.. Facts(pack, rule, phrase), .. Unread(pack, rule, phrase)];
    }

    /// <summary>With its fields open, the wording may state nothing that the pack's own does not.</summary>
    private static IEnumerable<string> Facts(Pack pack, ElementRule rule, string phrase)
    {
        var allowed = Stated(pack, Fill(rule.Phrase, rule, Blank));
        return Stated(pack, Fill(phrase, rule, Blank))
            .Where(stated => !allowed.Contains(stated))
            .Select(stated => $"This wording states \"{stated.Name}\" by itself; a phrase leaves every fact to its fields.");
    }

    /// <summary>Filled in, it has to be read as the pack's own is: what is confirmed would be asked again otherwise.</summary>
    private static IEnumerable<string> Unread(Pack pack, ElementRule rule, string phrase)
        => rule.Fields is [var field]
            ? field.Options.Where(option => !AnswerWords.IsAlwaysOffered(option))
                .Where(option => Stated(pack, Fill(rule.Phrase, rule, option)).Any(s => s.Id == rule.Id && !Stated(pack, Fill(phrase, rule, option)).Contains(s)))
                .Select(option => $"Filled in with \"{option}\", this wording is not read as \"{rule.Name}\"; word it closer to the pack's own.")
            : [];

    private static string Fill(string phrase, ElementRule rule, string words)
        => rule.Fields.Aggregate(phrase, (text, field) => text.Replace($"{{{field.Name}}}", words, StringComparison.Ordinal));

    private static HashSet<(string Id, string Name, string Values)> Stated(Pack pack, string sentence)
        => [.. Scanner.Scan(PackExamples.Described(sentence, pack), pack).Elements
            .Where(e => e.Status is not (ElementStatus.Missing or ElementStatus.TitleOnly))
            .Select(e => (e.Id, e.Name, string.Join('|', e.Values)))];
}
