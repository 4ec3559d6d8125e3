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
    // What a suggestion with one field takes.
    private const int SuggestionLength = 4096;
    private readonly WordMarkup markup = new(session.Tree, Stamp.OfTool(at), session.Ids);

    /// <summary>
    /// Takes out open suggestions and questions that belong to no finding any more or stand there in the other form. What
    /// somebody has answered in Word stays: it is a person's.
    /// </summary>
    /// <returns>Whether there were any; then the document has to be read again before anything is put in.</returns>
    public bool RemoveStale()
    {
        var phrases = session.Phrases(markup);
        var stale = session.Marks.Suggestions.Where(mark => mark.IsOpen && !mark.HasAnswer && !scan.Findings.Any(finding => IsPhrase(finding) && IsFor(mark, finding))).ToList();
        var questions = session.Comments.Questions.Where(question => !question.HasReply && !scan.Findings.Any(finding => finding.Id == question.Finding && (!IsPhrase(finding) || !phrases.CanPut(finding.Placement!, finding.Suggestion!.Text)))).Select(static question => question.Comment).ToHashSet();
        if (stale.Count == 0 && questions.Count == 0)
        {
            return false;
        }

        stale.ForEach(mark => session.Marks.Remove(mark, session.Splices));
        session.Marks.RemoveComments(questions, session.Splices);
        session.Marks.Join(session.Splices);
        session.Comments.Remove(questions);
        return true;
    }

    public void Write()
    {
        var phrases = session.Phrases(markup);
        foreach (var finding in scan.Findings)
        {
            if (IsPhrase(finding) ? !session.Marks.Suggestions.Any(mark => mark.Tag.IsOf(finding.Id)) && !phrases.Put(finding.Placement!, finding.Suggestion!.Text, setting => Phrase(finding, setting)) && !IsAsked(finding) : !IsAsked(finding))
            {
                Ask(finding);
            }
        }
    }

    /// <summary>A group asks for its open members alone: with other fields it is another phrase.</summary>
    private static bool IsFor(SuggestionMark mark, Finding finding) => mark.Tag.IsOf(finding.Id) && mark.Answers.Count == finding.Suggestion!.Fields.Count;

    private bool IsAsked(Finding finding) => session.Comments.Questions.Any(question => question.Finding == finding.Id);

    /// <summary>Only a gap is filled by a phrase; where words stand that disagree or leave a doubt, it is they that have to change.</summary>
    private bool IsPhrase(Finding finding)
        => mode == AnnotationMode.Suggestions && finding is { Kind: FindingKind.Missing or FindingKind.TitleOnly, Suggestion: not null, Placement: not null };

    private string Phrase(Finding finding, PhraseSetting setting)
    {
        var tag = SuggestionTag.Of(finding.Id);
        var (phrase, fields) = (finding.Suggestion!.Text, finding.Suggestion.Fields);
        var content = new StringBuilder(SuggestionLength);
        var number = 0;
        var parts = PhraseParts.Split(phrase);
        for (var i = 0; i < parts.Count; i++)
        {
            var text = (i == 0 ? setting.Lead : "") + parts[i].Text + (i == parts.Count - 1 && parts[i].Field is null ? setting.Trail : "");
            content.Append(text.Length == 0 ? "" : markup.Insertion(markup.Run(setting.Format, text)));
            if (parts[i].Field is { } name && fields.FirstOrDefault(field => field.Name == name) is { } field)
            {
                content.Append(markup.Field(field.Name, tag.OfField(number++), field.Options, setting.PlaceholderFormat, Placeholder(field)));
            }
        }

        return markup.Control(finding.Title, tag, "", content.ToString());
    }

    /// <summary>What a field waits for. What the draft says elsewhere is shown as a question and stays open like any other.</summary>
    private static string Placeholder(SuggestionField field) => field.Value is null ? $"[{field.Name}]" : $"[{field.Name}: {field.Value}?]";

    private void Ask(Finding finding) => new QuestionWriter(session, Stamp.OfTool(at)).Ask(finding);
}
