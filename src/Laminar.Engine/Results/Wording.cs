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
        var answers = suggestion.Fields.ToDictionary(f => f.Name, f => Tidy(answersByField.GetValueOrDefault(f.Name)), StringComparer.Ordinal);
        openField = suggestion.Fields.FirstOrDefault(f => !IsAnswer(answers[f.Name]))?.Name;
        sentence = openField is null ? Whole(suggestion, answers) ?? Filled(suggestion.Text, answers) : null;
        return sentence is not null;
    }

    /// <summary>The finished sentence.</summary>
    /// <exception cref="ArgumentException">A field is open; the message names the field and quotes nothing else.</exception>
    public static string Of(Suggestion suggestion, IReadOnlyDictionary<string, string> answersByField)
        => TryWrite(suggestion, answersByField, out var sentence, out var openField)
            ? sentence
            : throw new ArgumentException($"The field \"{openField}\" has no answer.", nameof(answersByField));

    /// <summary>Own words may come with line ends; a sentence has none.</summary>
    private static string Tidy(string? answer) => string.Join(' ', (answer ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A row of underscores is no answer either: a field that is blank stays open.</summary>
    private static bool IsAnswer(string answer) => answer.Any(char.IsLetterOrDigit) && !AnswerWords.Is(answer, AnswerWords.Other);

    /// <summary>The sentence that replaces the phrase where every field is answered by "not done", or every one by "unable to state".</summary>
    private static string? Whole(Suggestion suggestion, Dictionary<string, string> answers)
        => answers.Count == 0 ? null
            : suggestion.NotPerformed is not null && answers.Values.All(AnswerWords.IsNotDone) ? suggestion.NotPerformed
            : suggestion.UnableToState is not null && answers.Values.All(a => AnswerWords.Is(a, AnswerWords.UnableToState)) ? suggestion.UnableToState
            : null;

    private static string Filled(string phrase, Dictionary<string, string> answers)
    {
        var text = new StringBuilder();
        var from = 0;
        for (var open = phrase.IndexOf('{', StringComparison.Ordinal); open >= 0; open = phrase.IndexOf('{', from))
        {
            var close = phrase.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            // Own words are often a sentence already: its period is the phrase's.
            var answer = answers.GetValueOrDefault(phrase[(open + 1)..close], phrase[open..(close + 1)]);
            var endsSentence = close + 1 < phrase.Length && phrase[close + 1] == '.';
            text.Append(phrase, from, open - from).Append(endsSentence ? answer.TrimEnd('.', ' ') : answer);
            from = close + 1;
        }

        return text.Append(phrase, from, phrase.Length - from).ToString();
    }
}
