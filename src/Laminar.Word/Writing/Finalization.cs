using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Something that keeps a report from being final.</summary>
/// <param name="Kind">One of the constants of <see cref="OpenItemKinds"/>.</param>
/// <param name="Finding">The finding's id, where it is one.</param>
/// <param name="Message">What is open; holds no text of the draft.</param>
/// <param name="Paragraph">Where, as the contract counts paragraphs; null where it stands nowhere.</param>
/// <param name="Offset">UTF-16 units into the paragraph's text.</param>
public sealed record OpenItem(string Kind, string? Finding, string Message, int? Paragraph, int? Offset);

/// <summary>What keeps a report from being final. The words are part of the contract with callers and don't change.</summary>
public static class OpenItemKinds
{
    public const string Finding = "finding";
    public const string UnfilledField = "unfilled-field";
    public const string Blank = "blank";
    public const string Unconfirmed = "unconfirmed";
}

/// <summary>Either the final file or what is still open.</summary>
public sealed record FinalizedDraft(byte[]? Bytes, IReadOnlyList<OpenItem> Open);

/// <summary>The transcriptionist's last step.</summary>
internal sealed class Finalization(WritingSession session, ScanResult scan, DateTimeOffset at)
{
    // Where the paragraphs start, in the order of the part.
    private List<(int Element, int Number)>? starts;

    public IReadOnlyList<OpenItem> WhatIsOpen()
    {
        var open = new List<OpenItem>();
        open.AddRange(scan.Findings.Where(static finding => finding.Severity is Severity.Required or Severity.Consistency).Select(Of));
        open.AddRange(session.Marks.Suggestions.Where(mark => mark.IsOpen && !open.Exists(item => item.Finding is { } id && mark.Tag.IsOf(id)))
            .Select(mark => At(mark, OpenItemKinds.UnfilledField, "A suggestion waits for an answer; answer it, dismiss it, or take it out.")));
        open.AddRange(scan.Blanks.Select(static blank => new OpenItem(OpenItemKinds.Blank, null, "A blank or the rest of a template stands here; fill it in or take it out.", blank.Paragraph, blank.Start)));
        open.AddRange(session.Marks.EmptyControls().Select(element => new OpenItem(OpenItemKinds.UnfilledField, null, "A field of the document is empty; fill it in or take it out.", ParagraphOf(element), null)));
        var unconfirmed = session.Marks.Suggestions.Where(static mark => !mark.IsOpen && mark.HasInsertion).ToList();
        open.AddRange(unconfirmed.Select(mark => At(mark, OpenItemKinds.Unconfirmed, "A suggestion is filled in and nobody has confirmed it; accept the change in Word.")));
        if (unconfirmed.Count == 0 && !session.Marks.Suggestions.Any(static mark => mark.HasInsertion) && session.Marks.HasOwnInsertion)
        {
            open.Add(new OpenItem(OpenItemKinds.Unconfirmed, null, "Text of a suggestion stands in the draft and nobody has confirmed it; accept or reject the change in Word.", null, null));
        }

        return open;
    }

    /// <summary>Takes out the tool's marks and leaves its record.</summary>
    public void Write()
    {
        foreach (var mark in session.Marks.Suggestions)
        {
            session.Marks.Unwrap(mark, session.Splices);
        }

        session.TakeOutQuestions(static _ => true);
        new Record(session).Finalize(scan.Pack, Stamp.OfTool(at).Date);
    }

    private static OpenItem Of(Finding finding)
    {
        var evidence = finding.Evidence.Count > 0 ? finding.Evidence[0] : null;
        return new OpenItem(OpenItemKinds.Finding, finding.Id, finding.Title, evidence?.Paragraph ?? finding.Placement?.Paragraph, evidence?.Start ?? finding.Placement?.Offset);
    }

    private OpenItem At(SuggestionMark mark, string kind, string message)
    {
        var finding = scan.Findings.FirstOrDefault(finding => mark.Tag.IsOf(finding.Id));
        return new OpenItem(kind, finding?.Id, finding is null ? message : $"{finding.Title}; {char.ToLowerInvariant(message[0])}{message[1..]}", finding?.Placement?.Paragraph ?? ParagraphOf(mark.Element), finding?.Placement?.Offset);
    }

    /// <summary>The paragraph that an element stands in; one put in for it counts as the one before.</summary>
    private int? ParagraphOf(int element)
    {
        starts ??= [.. Enumerable.Range(0, session.Draft.Paragraphs.Count)
            .Select(number => (Element: session.Map.Of(session.Draft.Paragraphs[number])?.Element ?? MarkupTree.None, Number: number))
            .Where(static start => start.Element != MarkupTree.None).OrderBy(static start => start.Element)];
        var found = starts.BinarySearch((element, int.MaxValue));
        var before = (found < 0 ? ~found : found) - 1;
        return before < 0 ? null : starts[before].Number;
    }
}
