using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Tells the answers that a pack itself offers from own words, which are kept nowhere but in the document.</summary>
internal static class OfferedWords
{
    private const string Dismissed = "dismissed:";

    private static readonly string[] Always = [AnswerWords.NotPerformed, AnswerWords.UnableToState, AnswerWords.AskAgain];

    /// <summary>The option as the pack writes it; null for own words. An option of the scan may hold words of the draft; one of the pack does not.</summary>
    /// <param name="field">The field that is answered; null where the question has none, or no such.</param>
    public static string? Of(PackShelf shelf, ScanResult result, string element, SuggestionField? field, string choice)
    {
        var own = shelf.Find(result.Pack.Id)?.Outline.Where(one => field is not null || one.Id == element).SelectMany(one => one.Fields)
            .Where(one => field is null || one.Name == field.Name).SelectMany(one => one.Options) ?? [];
        return own.Concat(Always).FirstOrDefault(option => option.Equals(choice.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The code of the reason by which an answer dismisses its question; null where it does not.</summary>
    public static string? ReasonOf(Answer answer) =>
        answer.Text?.TrimStart() is { } text && text.StartsWith(Dismissed, StringComparison.OrdinalIgnoreCase) ? ReportReasons.CodeOf(text[Dismissed.Length..]) : null;
}
