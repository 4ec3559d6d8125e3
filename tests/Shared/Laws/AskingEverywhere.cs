using System.Globalization;
using Laminar.Engine;

namespace Laminar.Tests.Laws;

/// <summary>
/// A scan that asks something about any draft, at places that a pack would choose and at others: behind paragraphs, in the
/// middle of them, on words, across two paragraphs. What is asked is made up; where it is put is what a writer has to manage.
/// </summary>
internal static class AskingEverywhere
{
    private const int MostPlaces = 40;
    private static readonly string[] Names = ["first", "second"];
    private static readonly string[] Options = ["one", "two", "other", "none used", "unable to state"];

    public static ScanResult Scan(Draft draft)
    {
        var body = Enumerable.Range(0, draft.Paragraphs.Count).Where(number => draft.Paragraphs[number].Part == DraftPart.Body).ToList();
        var step = Math.Max(1, body.Count / MostPlaces);
        var findings = new List<Finding>();
        foreach (var number in body.Where(number => number % step == 0))
        {
            var text = draft.Paragraphs[number].Text;
            findings.Add(Gap(findings.Count, number, text.Length, number % 3 == 0 ? "Line {first}: {second}." : "A phrase with {first} was put here."));
            if (Middle(text) is { } middle)
            {
                findings.Add(Gap(findings.Count, number, middle, "It stands with {first} in the middle."));
                findings.Add(Doubt(findings.Count, [Words(number, text, 0, middle), Words(number, text, middle, text.Length)]));
            }
        }

        if (body.Count > 1)
        {
            findings.Add(Doubt(findings.Count, [Words(body[0], draft.Paragraphs[body[0]].Text, 0, int.MaxValue), Words(body[^1], draft.Paragraphs[body[^1]].Text, 0, int.MaxValue)]));
        }

        findings.Add(new Finding(Id(findings.Count, FindingKind.Applicability), FindingKind.Applicability, FindingKind.Applicability, Severity.Required, "It is not certain", "Is it so?", "A reason.", [], null, null));
        return new ScanResult(
            new DocumentInfo(draft.Name, draft.Sha256, draft.Paragraphs.Count, 0, []),
            new PackInfo("everywhere", "1.0.0"),
            new Applicability(ApplicabilityStatus.Applies, "", []),
            [],
            findings,
            [],
            []);
    }

    /// <summary>An answer for each gap, every option in turn and own words.</summary>
    public static Dictionary<string, string> Answers(ScanResult scan)
    {
        string[] given = ["one", "two", "own words <&> \"so\"", "none used", "unable to state"];
        return scan.Findings.Where(static finding => finding.Kind == FindingKind.Missing).Select((finding, number) => (finding.Id, Answer: given[number % given.Length])).ToDictionary(static one => one.Id, static one => one.Answer);
    }

    private static Finding Gap(int number, int paragraph, int offset, string phrase)
    {
        var fields = Names.Where(name => phrase.Contains($"{{{name}}}", StringComparison.Ordinal)).Select(static name => new SuggestionField(name, Options, null, null));
        return new Finding(Id(number, FindingKind.Missing), Element(number), FindingKind.Missing, Severity.Required, $"Element {number}: not stated", "What was it?", "The draft does not say.", [],
            new Placement(paragraph, offset, "description"), new Suggestion(phrase, [.. fields], "It was not done.", "It can't be stated."));
    }

    private static Finding Doubt(int number, IReadOnlyList<Evidence> evidence)
        => new(Id(number, FindingKind.Conflict), Element(number), FindingKind.Conflict, Severity.Consistency, $"Element {number}: two statements disagree", "Which is right?", "The draft says both.", evidence, null, null);

    private static Evidence Words(int paragraph, string text, int start, int end)
    {
        end = Math.Min(end, text.Length);
        var from = start;
        while (from < end && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return new Evidence(paragraph, from, end - from, text[from..end], "description", "performed");
    }

    /// <summary>Behind a word somewhere in the middle.</summary>
    private static int? Middle(string text)
    {
        var space = text.Length < 12 ? -1 : text.IndexOf(' ', text.Length / 2);
        return space < 0 ? null : space;
    }

    private static string Element(int number) => string.Create(CultureInfo.InvariantCulture, $"e{number}");

    private static string Id(int number, string kind) => string.Create(CultureInfo.InvariantCulture, $"e{number}.{kind}.{number:x16}");
}
