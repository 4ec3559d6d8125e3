using Laminar.Engine.Elements;

namespace Laminar.Engine.Notes;

/// <summary>The fields themselves: tags that name no element or the same one twice, answers given beforehand, lists without a way out.</summary>
internal sealed class FieldLint(NotePage page)
{
    public IEnumerable<NoteFinding> Find()
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in page.Fields)
        {
            var element = page.Pack.Elements.FirstOrDefault(e => e.Id == field.Element);
            if (element is null)
            {
                yield return At(NoteRules.UnknownTag, null, field);
                continue;
            }

            if (!placed.Add(element.Id))
            {
                yield return At(NoteRules.DoubledTag, element, field);
            }

            if (element.Patient && field.Span.Kind == DraftSpanKind.ContentControl && !IsBlank(field))
            {
                yield return At(NoteRules.AnsweredField, element, field);
            }

            if (field.Span.Field is { Options.Count: > 0 } list && !HasWaysOut(list.Options))
            {
                yield return At(NoteRules.NoWayOut, element, field);
            }
        }
    }

    private bool IsBlank(PageField field)
        => !page.Reading.Draft.Paragraphs[field.Paragraph].Text.AsSpan(field.Span.Start, field.Span.Length).ContainsAny(LettersAndDigits)
            || NoteTag.IsOpen(field.Span.Tag, page.Reading.Draft.Paragraphs[field.Paragraph].Text.AsSpan(field.Span.Start, field.Span.Length));

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static bool HasWaysOut(IReadOnlyList<string> options)
        => options.Any(AnswerWords.IsNotDone) && options.Any(o => AnswerWords.Is(o, AnswerWords.UnableToState));

    private NoteFinding At(string rule, ElementRule? element, PageField field)
        => page.Finding(rule, element, field.Paragraph, field.Span.Start, field.Span.End);
}
