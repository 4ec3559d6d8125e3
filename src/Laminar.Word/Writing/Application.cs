using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Writes answers into a document.</summary>
internal sealed class Application(WritingSession session, ScanResult scan, Stamp stamp)
{
    private const string DismissedMark = "dismissed:";
    private readonly WordMarkup markup = new(session.Tree, stamp, session.Ids);

    /// <summary>Parts the answers that fit the draft from those that don't.</summary>
    public (List<Taken> Taken, List<RefusedAnswer> Refused) Sort(IReadOnlyList<Answer> answers, AnswererRole role)
    {
        var (taken, refused) = (new List<Taken>(), new List<RefusedAnswer>());
        foreach (var answer in answers)
        {
            if (Refuse(answer, role) is { } refusal)
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

        return (taken, refused);
    }

    /// <summary>Confirms suggestions where they stand, takes out questions that are answered, and keeps the answers.</summary>
    public void Confirm(IEnumerable<Taken> answers)
    {
        var taken = answers.ToList();
        var questions = session.Comments.Questions.Where(question => taken.Exists(answer => answer.Finding.Id == question.Finding && answer.EndsQuestion)).Select(static question => question.Comment).ToHashSet();
        for (var i = 0; i < taken.Count; i++)
        {
            if (MarksOf(taken[i]) is { Count: > 0 } marks)
            {
                taken[i] = Confirm(taken[i], marks);
            }
        }

        session.Marks.RemoveComments(questions, session.Splices);
        session.Marks.Join(session.Splices);
        session.Comments.Remove(questions);
        Record(taken);
    }

    /// <summary>Writes what has no suggestion in the document at the finding's own place.</summary>
    /// <returns>The answers for which there is none.</returns>
    public List<RefusedAnswer> Insert(List<Taken> taken)
    {
        var refused = new List<RefusedAnswer>();
        var phrases = session.Phrases(markup);
        foreach (var answer in taken)
        {
            var (finding, wording) = (answer.Finding, answer.Wording);
            if (wording is not null && MarksOf(answer).Count == 0
                && (finding.Placement is null || !phrases.Put(finding.Placement, finding.Suggestion?.Text ?? "", setting => markup.Insertion(markup.Run(setting.Format, setting.Lead + wording + setting.Trail)))))
            {
                refused.Add(new RefusedAnswer(finding.Id, RefusalCodes.NoPlace, "The place in the document where the answer belongs is locked or missing; write it there yourself."));
            }
        }

        return refused;
    }

    private void Record(IEnumerable<Taken> taken)
    {
        var record = new Record(session);
        foreach (var answer in taken)
        {
            record.Add(new DraftAnswer(answer.Finding.Id, answer.Given, answer.Wording is { } wording ? WordingPrint.Of(wording) : null), answer.Reason, stamp.Date);
        }

        record.Save(scan.Pack);
    }

    /// <summary>The open suggestions in the document that the answer is for.</summary>
    private List<SuggestionMark> MarksOf(Taken answer) => [.. session.Marks.Suggestions.Where(mark => mark.IsOpen && mark.Tag.IsOf(answer.Finding.Id))];

    private RefusedAnswer? Refuse(Answer answer, AnswererRole role)
    {
        if (scan.Findings.FirstOrDefault(finding => finding.Id == answer.Finding) is not { } finding)
        {
            var element = IdOfElement(answer.Finding);
            return element.Length > 0 && scan.Findings.Any(other => other.Element == element)
                ? new RefusedAnswer(answer.Finding, RefusalCodes.Changed, "The draft has changed, and asks something else about this now; answer the new question.")
                : new RefusedAnswer(answer.Finding, RefusalCodes.Gone, "The draft no longer asks this; nothing was written.");
        }

        if (IsDismissal(answer))
        {
            return null;
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

        return Wording.TryWrite(finding.Suggestion, ByField(finding.Suggestion, answer), out _, out var open) ? null
            : new RefusedAnswer(answer.Finding, RefusalCodes.Incomplete, $"The field \"{open}\" is not answered; choose an option or write your own words.");
    }

    private Taken Take(Answer answer)
    {
        var finding = scan.Findings.First(finding => finding.Id == answer.Finding);
        if (IsDismissal(answer))
        {
            return new Taken(finding, AnswerWords.Dismissed, null, answer.Text!.Trim()[DismissedMark.Length..].Trim(), new Dictionary<string, string>());
        }

        if (finding.Suggestion is not { } suggestion)
        {
            return new Taken(finding, AnswerWords.UnableToState, null, null, new Dictionary<string, string>());
        }

        var fields = ByField(suggestion, answer);
        return new Taken(finding, Given(suggestion, fields), Wording.Of(suggestion, fields), null, fields);
    }

    /// <summary>Puts the wording into the first of the suggestion's places and clears the others.</summary>
    private Taken Confirm(Taken answer, List<SuggestionMark> marks)
    {
        if (answer.Wording is null)
        {
            marks.ForEach(mark => session.Marks.Remove(mark, session.Splices));
            return answer;
        }

        var mark = marks[0];
        var lead = mark.Texts[0].StartsWith(PhraseParts.NewSentence, StringComparison.Ordinal) ? PhraseParts.NewSentence : mark.Texts[0].StartsWith(' ') ? " " : "";
        var trail = mark.Texts[^1].EndsWith(' ') ? " " : "";
        var wording = Spoken(answer, [mark.Texts[0][lead.Length..], .. mark.Texts.Skip(1)]);
        session.Marks.Replace(mark, session.Splices, stamp, format => markup.Insertion(markup.Run(format, lead + wording + trail)));
        marks.Skip(1).ToList().ForEach(other => session.Marks.Remove(other, session.Splices));
        return answer with { Wording = wording };
    }

    /// <summary>The wording with the words around the fields as somebody may have changed them in the document.</summary>
    private static string Spoken(Taken answer, IReadOnlyList<string> texts)
    {
        var suggestion = answer.Finding.Suggestion!;
        var parts = PhraseParts.Split(suggestion.Text);
        var isWhole = answer.Wording == suggestion.NotPerformed || answer.Wording == suggestion.UnableToState;
        if (isWhole || texts.Count != parts.Count || texts.Zip(parts).All(static pair => pair.First.Trim() == pair.Second.Text.Trim()))
        {
            return answer.Wording!;
        }

        var edited = string.Concat(parts.Select((part, number) => part.Field is null ? texts[number] : $"{texts[number]}{{{part.Field}}}")).Trim();
        return Wording.Of(suggestion with { Text = edited }, answer.Fields);
    }

    private static bool IsDismissal(Answer answer) => answer.Text?.TrimStart().StartsWith(DismissedMark, StringComparison.OrdinalIgnoreCase) == true;

    private static Dictionary<string, string> ByField(Suggestion suggestion, Answer answer)
        => suggestion.Fields.ToDictionary(static field => field.Name, field => (answer.Fields?.GetValueOrDefault(field.Name) ?? answer.Text ?? "").Trim());

    /// <summary>The answer as it is kept: options by their names, own words as "other".</summary>
    private static string Given(Suggestion suggestion, Dictionary<string, string> fields)
    {
        var given = suggestion.Fields.Select(field => (field.Name, Option: field.Options.Contains(fields[field.Name]) || AnswerWords.IsNotDone(fields[field.Name]) ? fields[field.Name] : AnswerWords.Other)).ToList();
        return given.Select(static one => one.Option).Distinct().Count() == 1
            ? given[0].Option
            : string.Join("; ", given.Select(static one => $"{one.Name}: {one.Option}"));
    }

    private static string IdOfElement(string finding)
    {
        var hash = finding.LastIndexOf('.');
        var kind = hash <= 0 ? -1 : finding.LastIndexOf('.', hash - 1);
        return kind <= 0 ? "" : finding[..kind];
    }
}

/// <summary>An answer that fits the draft.</summary>
/// <param name="Given">The answer as it is kept with the document.</param>
/// <param name="Wording">The sentence to write; null where the answer writes none.</param>
/// <param name="Reason">Why the question was dismissed.</param>
/// <param name="Fields">The answers by the names of the fields.</param>
internal sealed record Taken(Finding Finding, string Given, string? Wording, string? Reason, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Words that can be read in two ways still do so when a sentence has been added.</summary>
    public bool EndsQuestion => Wording is null || Finding.Kind is not (FindingKind.Ambiguous or FindingKind.Conflict);
}
