using Laminar.Engine;
using Laminar.Engine.Findings;

namespace Laminar.Word;

/// <summary>Writes answers into a document.</summary>
internal sealed class Application(WritingSession session, ScanResult scan, Stamp stamp)
{
    private const string DismissedMark = "dismissed:";
    private readonly WordMarkup markup = new(session.Tree, stamp, session.Ids);
    private readonly Dictionary<string, PhrasePlace> places = [];

    /// <summary>Parts the answers that fit the draft, and the findings that are to be asked again, from those that don't.</summary>
    public (List<Taken> Taken, List<string> Reopened, List<RefusedAnswer> Refused) Sort(IReadOnlyList<Answer> answers, AnswererRole role)
    {
        var (taken, reopened, refused) = (new List<Taken>(), new List<string>(), new List<RefusedAnswer>());
        foreach (var answer in answers)
        {
            if (IsReopening(answer) && session.Draft.Answers.Any(kept => kept.Finding == answer.Finding))
            {
                // Nothing is stated by it, so that anybody may.
                reopened.Add(answer.Finding);
            }
            else if (IsReopening(answer))
            {
                refused.Add(new RefusedAnswer(answer.Finding, RefusalCodes.Gone, "No answer to this is kept with the draft; nothing was changed."));
            }
            else if (Refuse(answer, role) is { } refusal)
            {
                refused.Add(refusal);
            }
            else
            {
                // Said twice, the last word counts.
                taken.RemoveAll(earlier => earlier.Finding.Id == answer.Finding);
                taken.Add(Take(answer));
            }
        }

        return (taken, reopened, refused);
    }

    /// <summary>Confirms suggestions where they stand, and takes out questions that are answered.</summary>
    public void Confirm(List<Taken> taken)
    {
        foreach (var answer in taken)
        {
            if (MarksOf(answer.Finding) is { Count: > 0 } marks)
            {
                Confirm(answer, marks);
            }
        }

        session.TakeOutQuestions(question => taken.Exists(answer => answer.Finding.Id == question.Finding && answer.EndsQuestion));
    }

    /// <summary>Keeps the answers with the document.</summary>
    public void Keep(List<Taken> taken, List<string> reopened) => Record(taken, reopened).Save(scan.Pack);

    /// <summary>The record that would be kept; null where there is none.</summary>
    public string? RecordOf(List<Taken> taken, List<string> reopened) => Record(taken, reopened).ToXml(scan.Pack);

    /// <summary>What <see cref="Insert"/> and <see cref="Confirm(List{Taken})"/> write, for a host that does it itself.</summary>
    public List<DraftInsertion> Insertions(List<Taken> taken)
        => [.. taken.Select(answer => answer.Wording is { } wording && PlaceOf(answer.Finding) is { } place
            ? new DraftInsertion(answer.Finding.Id, place.Paragraph, place.Offset, place.OwnParagraph, place.Lead, wording, place.Trail)
            : null).OfType<DraftInsertion>()];

    /// <summary>Writes what has no suggestion in the document at the finding's own place.</summary>
    /// <returns>The answers for which there is none.</returns>
    public List<RefusedAnswer> Insert(List<Taken> taken)
    {
        var refused = new List<RefusedAnswer>();
        var phrases = session.Phrases(markup);
        foreach (var answer in taken)
        {
            var (finding, wording) = (answer.Finding, answer.Wording);
            if (wording is null || MarksOf(finding).Count > 0)
            {
                continue;
            }

            if (finding.Placement is { } at && phrases.Put(at, finding.Suggestion?.Text ?? "", setting => markup.Insertion(markup.Run(setting.Format, setting.Lead + wording + setting.Trail))) is { } place)
            {
                places.Add(finding.Id, place);
            }
            else
            {
                refused.Add(new RefusedAnswer(finding.Id, RefusalCodes.NoPlace, "The place in the document where the answer belongs is locked or missing; write it there yourself."));
            }
        }

        return refused;
    }

    private Record Record(List<Taken> taken, List<string> reopened)
    {
        var record = new Record(session);
        reopened.ForEach(record.Remove);
        foreach (var answer in taken)
        {
            record.Add(new DraftAnswer(answer.Finding.Id, answer.Given, answer.Wording is { } wording ? WordingPrint.Of(wording) : null), answer.Reason, stamp.Date);
        }

        return record;
    }

    /// <summary>Where the answer was put, or where the suggestion stands that it is to replace.</summary>
    private PhrasePlace? PlaceOf(Finding finding)
    {
        if (places.TryGetValue(finding.Id, out var place))
        {
            return place;
        }

        return finding.Placement is { } at && MarksOf(finding) is [var mark, ..] && Around(mark) is var (lead, trail)
            ? new PhrasePlace(at.Paragraph, session.Draft.Paragraphs[at.Paragraph].OffsetOf(at), at.OwnParagraph, lead, trail)
            : null;
    }

    /// <summary>
    /// The suggestions in the document that the finding is about, filled ones too: a choice in Word's list that the draft's reader can
    /// make nothing of leaves the question open.
    /// </summary>
    private List<SuggestionMark> MarksOf(Finding finding) => [.. session.Marks.Suggestions.Where(mark => mark.Tag.IsOf(finding.Id))];

    private RefusedAnswer? Refuse(Answer answer, AnswererRole role)
    {
        if (scan.Findings.FirstOrDefault(finding => finding.Id == answer.Finding) is not { } finding)
        {
            return FindingId.Parse(answer.Finding) is var (element, _) && scan.Findings.Any(other => other.Element == element)
                ? new RefusedAnswer(answer.Finding, RefusalCodes.Changed, "The draft has changed, and asks something else about this now; answer the new question.")
                : new RefusedAnswer(answer.Finding, RefusalCodes.Gone, "The draft no longer asks this; nothing was written.");
        }

        if (IsDismissal(answer))
        {
            return Reason(answer).Length == 0 ? new RefusedAnswer(answer.Finding, RefusalCodes.Incomplete, "Give a reason for dismissing this, after \"dismissed:\".")
                : role != AnswererRole.Surgeon && finding.Severity != Severity.Recommended ? new RefusedAnswer(answer.Finding, RefusalCodes.Role, "Only a surgeon can dismiss this; flag the question to the surgeon.")
                : null;
        }

        if (role != AnswererRole.Surgeon)
        {
            return new RefusedAnswer(answer.Finding, RefusalCodes.Role, "Only a surgeon can answer this; flag the question to the surgeon.");
        }

        if (finding.Suggestion is null)
        {
            return answer.Text?.Trim() == AnswerWords.UnableToState ? null
                : new RefusedAnswer(answer.Finding, RefusalCodes.NoPhrase, "This is asked about words that stand in the draft; change them there, or dismiss the question with a reason.");
        }

        if (session.Draft.Answers.Any(earlier => earlier.Finding == answer.Finding && earlier.Print is { } print && session.Draft.Paragraphs.Any(paragraph => WordingPrint.IsIn(print, paragraph.Text))))
        {
            return new RefusedAnswer(answer.Finding, RefusalCodes.Answered, "This has been answered, and the answer stands in the draft; change the words that still raise the question.");
        }

        if (MarksOf(finding).Exists(mark => !SaysThePhrase(mark, finding.Suggestion)))
        {
            return new RefusedAnswer(answer.Finding, RefusalCodes.Changed, "The words of the suggestion have been changed in the document; finish them there.");
        }

        return Wording.TryWrite(finding.Suggestion, ByField(finding, answer), out _, out var open) ? null
            : new RefusedAnswer(answer.Finding, RefusalCodes.Incomplete, $"The field \"{open}\" is not answered; choose an option or write your own words.");
    }

    private Taken Take(Answer answer)
    {
        var finding = scan.Findings.First(finding => finding.Id == answer.Finding);
        if (IsDismissal(answer))
        {
            return new Taken(finding, AnswerWords.Dismissed, null, Reason(answer));
        }

        if (finding.Suggestion is not { } suggestion)
        {
            return new Taken(finding, AnswerWords.UnableToState, null, null);
        }

        var fields = ByField(finding, answer);
        return new Taken(finding, Given(suggestion, fields), Wording.Of(suggestion, fields), null);
    }

    /// <summary>Puts the wording into the first of the suggestion's places and clears the others.</summary>
    private void Confirm(Taken answer, List<SuggestionMark> marks)
    {
        if (answer.Wording is null)
        {
            marks.FindAll(static mark => !mark.HasAnswer).ForEach(mark => session.Marks.Remove(mark, session.Splices));
            return;
        }

        var mark = marks[0];
        var (lead, trail) = Around(mark);
        session.Marks.Replace(mark, session.Splices, stamp, format => markup.Insertion(markup.Run(format, lead + answer.Wording + trail)));
        marks.Skip(1).ToList().ForEach(other => session.Marks.Remove(other, session.Splices));
    }

    /// <summary>What parts a suggestion from the text around it; its wording takes that over.</summary>
    private static (string Lead, string Trail) Around(SuggestionMark mark)
        => (mark.Texts[0].StartsWith(PhraseParts.NewSentence, StringComparison.Ordinal) ? PhraseParts.NewSentence : mark.Texts[0].StartsWith(' ') ? " " : "",
            mark.Texts[^1].EndsWith(' ') ? " " : "");

    /// <summary>Whether the suggestion still says what the pack says: what anyone else wrote into it is not the answerer's.</summary>
    private static bool SaysThePhrase(SuggestionMark mark, Suggestion suggestion)
    {
        var parts = PhraseParts.Split(suggestion.Text);
        return mark.Texts.Count == parts.Count
            && mark.Texts.Zip(parts).All(static pair => pair.First.Trim() == pair.Second.Text.Trim() || pair.First.Trim() == (PhraseParts.NewSentence + pair.Second.Text).Trim());
    }

    private static bool IsReopening(Answer answer) => answer.Text?.Trim().Equals(AnswerWords.AskAgain, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsDismissal(Answer answer) => answer.Text?.TrimStart().StartsWith(DismissedMark, StringComparison.OrdinalIgnoreCase) == true;

    private static string Reason(Answer answer) => answer.Text!.Trim()[DismissedMark.Length..].Trim();

    /// <summary>
    /// The answer for each field: its own; of several fields what was chosen in the document before; the one that was given for all.
    /// </summary>
    private Dictionary<string, string> ByField(Finding finding, Answer answer)
    {
        var fields = finding.Suggestion!.Fields;
        var chosen = fields.Count > 1 ? MarksOf(finding).Select(static mark => mark.Answers).FirstOrDefault(answers => answers.Count == fields.Count) : null;
        return fields.Select((field, number) => (field.Name, Answer: answer.Fields?.GetValueOrDefault(field.Name) ?? chosen?[number] ?? answer.Text ?? "")).ToDictionary(static one => one.Name, static one => one.Answer.Trim());
    }

    /// <summary>The answer as it is kept: options by their names, own words as "other".</summary>
    private static string Given(Suggestion suggestion, Dictionary<string, string> fields)
    {
        var given = suggestion.Fields.Select(field => (field.Name, Option: field.Options.Contains(fields[field.Name]) || AnswerWords.IsNotDone(fields[field.Name]) ? fields[field.Name] : AnswerWords.Other)).ToList();
        return given.Select(static one => one.Option).Distinct().Count() == 1
            ? given[0].Option
            : string.Join("; ", given.Select(static one => $"{one.Name}: {one.Option}"));
    }
}

/// <summary>An answer that fits the draft.</summary>
/// <param name="Given">The answer as it is kept with the document.</param>
/// <param name="Wording">The sentence to write; null where the answer writes none.</param>
/// <param name="Reason">Why the question was dismissed.</param>
internal sealed record Taken(Finding Finding, string Given, string? Wording, string? Reason)
{
    /// <summary>Words that can be read in two ways still do so when a sentence has been added.</summary>
    public bool EndsQuestion => Wording is null || Finding.Kind is not (FindingKind.Ambiguous or FindingKind.Conflict);
}
