using Laminar.Tests;

namespace Laminar.Engine.Tests;

/// <summary>What the tool would write into a report speaks of the record alone: no payment, no support for anything, no code numbers.</summary>
public sealed class WrittenWordsTests
{
    private static readonly string[] Never =
    [
        "pay", "denial", "denied", "coverage", "covered", "bill", "claim", "support", "necessity", "reimburs", "revenue", "audit", "code", "add ", "please",
    ];

    public static TheoryData<string> Sentences { get; } = [.. Phrases().Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_sentence_is_sober_and_whole(string sentence)
    {
        Assert.All(Never, word => Assert.DoesNotContain(word, sentence, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(sentence, char.IsAsciiDigit);
        Assert.True(char.IsUpper(sentence[0]), sentence);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("..", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('{', sentence);
    }

    [Fact]
    public void Every_phrase_of_an_element_has_both_sentences_and_a_group_has_none()
    {
        foreach (var finding in Shipped.Scan(FictionalDraft.Text).Findings.Where(f => f.Suggestion is not null))
        {
            var isGroup = Shipped.Pack.Groups.Any(g => g.Id == finding.Element);
            Assert.Equal(isGroup, finding.Suggestion!.NotPerformed is null);
            Assert.Equal(isGroup, finding.Suggestion.UnableToState is null);
        }
    }

    /// <summary>Every phrase of the pack with every option; a field of several answers alone, the others as "unable to state".</summary>
    private static IEnumerable<string> Phrases()
    {
        var suggestions = Shipped.Pack.Elements.Where(e => e.Fields.Count > 0).Select(e => Of(e.Phrase, e.Fields) with { NotPerformed = e.NotDone, UnableToState = e.Unable });
        return from suggestion in suggestions
               from field in suggestion.Fields
               from option in field.Options
               where option != AnswerWords.Other
               select Wording.Of(suggestion, suggestion.Fields.ToDictionary(f => f.Name, f => f == field ? option : AnswerWords.UnableToState));
    }

    private static Suggestion Of(string phrase, IReadOnlyList<Elements.FieldRule> fields)
        => new(phrase, [.. fields.Select(f => new SuggestionField(f.Name, f.Options, null, null))]);
}
