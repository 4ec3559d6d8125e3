using System.Globalization;
using System.Text.RegularExpressions;
using Laminar.Engine;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>Findings made up for the places that a test is about.</summary>
internal static partial class Asking
{
    public const string Phrase = "It was {field}.";

    /// <summary>A scan that asks for something behind the first words of the draft that are like <paramref name="words"/>.</summary>
    public static Func<Draft, ScanResult> Behind(string words, string phrase = Phrase, bool ownParagraph = false) => draft =>
    {
        var paragraph = Enumerable.Range(0, draft.Paragraphs.Count).First(number => draft.Paragraphs[number].Text.Contains(words, StringComparison.Ordinal));
        var offset = draft.Paragraphs[paragraph].Text.IndexOf(words, StringComparison.Ordinal) + words.Length;
        return For(draft, Gap(new Placement(paragraph, offset, "description", ownParagraph), phrase));
    };

    /// <summary>A scan that asks behind all of a paragraph.</summary>
    public static Func<Draft, ScanResult> At(int paragraph, bool ownParagraph = false)
        => draft => For(draft, Gap(new Placement(paragraph, draft.Paragraphs[paragraph].Text.Length, "description", ownParagraph)));

    /// <summary>A scan that asks about words of the draft.</summary>
    public static Func<Draft, ScanResult> About(params string[] words) => draft => For(draft, Doubt([.. words.Select(one => Words(draft, one))]));

    /// <summary>The same with a finding for each of the words that are any.</summary>
    public static Func<Draft, ScanResult> AboutEach(params string[] words)
        => draft => For(draft, [.. words.Index().Where(static one => one.Item.Length > 0).Select(one => Doubt([Words(draft, one.Item)], one.Index))]);

    public static ScanResult For(Draft draft, params Finding[] findings) => AskingEverywhere.Scan(draft) with { Findings = findings };

    public static Finding Gap(Placement at, string phrase = Phrase, int number = 0, params string[] options)
    {
        string[] offered = options.Length > 0 ? options : ["one", "two", "other", "none used", "unable to state"];
        var fields = Field().Matches(phrase).Select(match => new SuggestionField(match.Groups[1].Value, offered, null, null));
        return new Finding(Id(number, FindingKind.Missing), $"e{number}", FindingKind.Missing, Severity.Required, "Element: not stated", "What was it?", "The draft does not say.", [], at,
            new Suggestion(phrase, [.. fields], "It was not done.", "It can't be stated."));
    }

    public static Finding Doubt(IReadOnlyList<Evidence> evidence, int number = 0)
        => new(Id(number, FindingKind.Conflict), $"e{number}", FindingKind.Conflict, Severity.Consistency, "Element: two statements disagree", "Which is right?", "The draft says both.", evidence, null, null);

    private static Evidence Words(Draft draft, string words)
    {
        var paragraph = Enumerable.Range(0, draft.Paragraphs.Count).First(number => draft.Paragraphs[number].Text.Contains(words, StringComparison.Ordinal));
        return new Evidence(paragraph, draft.Paragraphs[paragraph].Text.IndexOf(words, StringComparison.Ordinal), words.Length, words, "description", "performed");
    }

    private static string Id(int number, string kind) => string.Create(CultureInfo.InvariantCulture, $"e{number}.{kind}.{number:x16}");

    [GeneratedRegex("{(\\w+)}")]
    private static partial Regex Field();
}
