using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>In which form findings are put into a document.</summary>
public enum AnnotationMode
{
    /// <summary>For surgeons: phrases with open fields where they belong, as tracked insertions. What is no gap is a question.</summary>
    Suggestions,

    /// <summary>For transcriptionists: comments on the words that raise the question; no clinical text.</summary>
    Questions,
}

/// <summary>Puts findings into a document and takes out what is no longer asked.</summary>
internal sealed class Annotation(WritingSession session, ScanResult scan, AnnotationMode mode, DateTimeOffset at)
{
    private readonly WordMarkup markup = new(session.Tree, Stamp.OfTool(at), session.Ids);

    // The markup of one suggestion after the other; with one field it takes some 3,000 characters.
    private readonly StringBuilder suggestion = new(4096);

    /// <summary>
    /// Takes out open suggestions and questions that belong to no finding any more or stand there in the other form. What
    /// somebody has answered in Word stays: it is a person's.
    /// </summary>
    /// <returns>Whether there were any; then the document has to be read again before anything is put in.</returns>
    public bool RemoveStale()
    {
        var phrases = session.Phrases(markup);
        var stale = session.Marks.Suggestions.Where(mark => mark.IsOpen && !mark.HasAnswer && !scan.Findings.Any(finding => IsPhrase(finding) && IsFor(mark, finding))).ToList();
        stale.ForEach(mark => session.Marks.Remove(mark, session.Splices));
        return session.TakeOutQuestions(question => !scan.Findings.Any(finding => finding.Id == question.Finding && !(IsPhrase(finding) && phrases.CanPut(finding.Placement!, finding.Suggestion!.Text)))) || stale.Count > 0;
    }

    public void Write()
    {
        var phrases = session.Phrases(markup);
        QuestionWriter? questions = null;
        foreach (var finding in scan.Findings)
        {
            var isPut = IsPhrase(finding) && (Stands(finding) || phrases.Put(finding.Placement!, finding.Suggestion!.Text, setting => Phrase(finding, setting)) is not null);
            if (!isPut && !IsAsked(finding))
            {
                questions ??= new QuestionWriter(session, Stamp.OfTool(at));
                questions.Ask(finding);
            }
        }
    }

    /// <summary>Asks some findings in somebody's name.</summary>
    public void Flag(IReadOnlyCollection<string> findings, string by)
    {
        var questions = new QuestionWriter(session, Stamp.OfTool(at));
        foreach (var finding in scan.Findings.Where(finding => findings.Contains(finding.Id) && !IsAsked(finding)))
        {
            questions.Ask(finding, $"Flagged by {by.Trim()}.");
        }
    }

    private bool Stands(Finding finding) => session.Marks.Suggestions.Any(mark => mark.Tag.IsOf(finding.Id));

    /// <summary>A group asks for its open members alone: with other fields it is another phrase.</summary>
    private static bool IsFor(SuggestionMark mark, Finding finding) => mark.Tag.IsOf(finding.Id) && mark.Answers.Count == finding.Suggestion!.Fields.Count;

    private bool IsAsked(Finding finding) => session.Comments.Questions.Any(question => question.Finding == finding.Id);

    /// <summary>Only a gap is filled by a phrase; where words stand that disagree or leave a doubt, it is they that have to change.</summary>
    private bool IsPhrase(Finding finding)
        => mode == AnnotationMode.Suggestions && finding is { Kind: FindingKind.Missing or FindingKind.TitleOnly, Suggestion: not null, Placement: not null };

    private string Phrase(Finding finding, PhraseSetting setting)
    {
        var tag = SuggestionTag.Of(finding.Id);
        var fields = finding.Suggestion!.Fields;
        var parts = PhraseParts.Split(finding.Suggestion.Text);
        var number = 0;
        suggestion.Clear();
        markup.OpenControl(suggestion, finding.Title, tag);
        for (var i = 0; i < parts.Count; i++)
        {
            Append(setting.Format, (i == 0 ? setting.Lead : "") + parts[i].Text + (i == parts.Count - 1 && parts[i].Field is null ? setting.Trail : ""));
            if (parts[i].Field is { } name && fields.FirstOrDefault(field => field.Name == name) is { } field)
            {
                markup.OpenControl(suggestion, field.Name, tag.OfField(number++), field.Options);
                Append(setting.PlaceholderFormat, Placeholder(field));
                markup.CloseControl(suggestion);
            }
        }

        markup.CloseControl(suggestion);
        return suggestion.ToString();
    }

    private void Append(string format, string text) => suggestion.Append(text.Length == 0 ? "" : markup.Insertion(markup.Run(format, text)));

    /// <summary>What a field waits for. What the draft says elsewhere is shown as a question and stays open like any other.</summary>
    private static string Placeholder(SuggestionField field) => field.Value is null ? $"[{field.Name}]" : $"[{field.Name}: {field.Value}?]";
}
