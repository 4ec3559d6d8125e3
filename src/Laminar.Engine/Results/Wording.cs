using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Laminar.Engine;

/// <summary>Makes the finished sentence of a suggestion from its answers. The tool's own words and the answerer's, nothing else.</summary>
public static class Wording
{
    /// <summary>
    /// Writes the sentence, or names the first field that is still open: without an answer, blank, or <c>other</c> without
    /// the own words that belong there.
    /// </summary>
    /// <param name="suggestion">The phrase with its fields.</param>
    /// <param name="answersByField">For each field one of its options, or own words.</param>
    /// <param name="sentence">The finished sentence.</param>
    /// <param name="openField">The field that has no answer yet.</param>
    public static bool TryWrite(
        Suggestion suggestion,
        IReadOnlyDictionary<string, string> answersByField,
        [NotNullWhen(true)] out string? sentence,
        [NotNullWhen(false)] out string? openField)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(answersByField);
        openField = suggestion.Fields.FirstOrDefault(f => !IsAnswer(answersByField.GetValueOrDefault(f.Name)))?.Name;
        sentence = openField is null ? Whole(suggestion, answersByField) ?? Filled(suggestion, answersByField) : null;
        return sentence is not null;
    }

    /// <summary>The finished sentence.</summary>
    /// <exception cref="ArgumentException">A field is open; the message names the field and quotes nothing else.</exception>
    public static string Of(Suggestion suggestion, IReadOnlyDictionary<string, string> answersByField)
        => TryWrite(suggestion, answersByField, out var sentence, out var openField)
            ? sentence
            : throw new ArgumentException($"The field \"{openField}\" has no answer.", nameof(answersByField));

    /// <summary>A row of underscores is no answer either: a field that is blank stays open.</summary>
    private static bool IsAnswer(string? answer)
        => answer is not null && answer.Any(char.IsLetterOrDigit) && answer.Trim() != AnswerWords.Other;

    /// <summary>The sentence that replaces the phrase where every field is answered in the same way by "not done" or "unable to state".</summary>
    private static string? Whole(Suggestion suggestion, IReadOnlyDictionary<string, string> answers)
    {
        bool Every(Predicate<string> says) => suggestion.Fields.Count > 0 && suggestion.Fields.All(f => says(answers[f.Name].Trim()));
        return suggestion.NotPerformed is { } notDone && Every(AnswerWords.IsNotDone) ? notDone
            : suggestion.UnableToState is { } unable && Every(a => a == AnswerWords.UnableToState) ? unable
            : null;
    }

    private static string Filled(Suggestion suggestion, IReadOnlyDictionary<string, string> answers)
    {
        var phrase = suggestion.Text;
        var text = new StringBuilder();
        var from = 0;
        for (var open = phrase.IndexOf('{', StringComparison.Ordinal); open >= 0; open = phrase.IndexOf('{', from))
        {
            var close = phrase.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            var answer = answers[phrase[(open + 1)..close]].Trim();
            // Own words are often a sentence already.
            var endsSentence = close + 1 < phrase.Length && phrase[close + 1] == '.';
            text.Append(phrase, from, open - from).Append(endsSentence ? answer.TrimEnd('.', ' ') : answer);
            from = close + 1;
        }

        return text.Append(phrase, from, phrase.Length - from).ToString();
    }
}
