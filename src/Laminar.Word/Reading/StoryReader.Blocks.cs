using Laminar.Engine;

namespace Laminar.Word;

// Paragraphs, text boxes, notes.
internal sealed partial class StoryReader
{
    private readonly HashSet<(DraftPart Kind, string Id)> shownNotes = [];
    private readonly HashSet<(DraftPart Kind, string Id)> droppedNotes = [];

    private void ReadParagraph()
    {
        if (frame.IsOpen)
        {
            // A paragraph in a paragraph, which Word never writes, is read as if it stood in a text box.
            InBox(ReadParagraph);
            return;
        }

        OpenParagraph();
        ReadContent();
        CloseParagraph();
    }

    private void OpenParagraph()
    {
        if (!frame.AwaitsRest)
        {
            frame.Text.Clear();
            frame.Pieces.Clear();
            frame.Deleted.Clear();
            frame.Number++;
            frame.HoldsSuggestion = false;
        }

        frame.Element = xml.Ordinal;
        frame.IsOpen = true;
        (frame.Format, frame.Style, run) = (default, default, default);
        foreach (var control in controls)
        {
            frame.Text.OpenSpan(control.Kind, control.Tag, control.Field);
        }
    }

    private void CloseParagraph()
    {
        frame.Text.CloseSpans();
        frame.IsOpen = false;
        frame.AwaitsRest = frame.Format.RunsOn;
        if (!frame.AwaitsRest && !frame.IsSuggestion)
        {
            Emit();
        }
    }

    private void ReadParagraphProperties()
    {
        frame.Format = ParagraphFormat.Read(xml, Sections);
        frame.Style = frame.Format.Style is null ? default : document.Styles.Resolve(frame.Format.Style);
        run = RunState.Of(default, frame.Style, default);
    }

    private void Emit()
    {
        document.Budget.SpendParagraphs(1);
        var paragraph = frame.ToParagraph(part, Cell);
        places?.Add(paragraph, new ParagraphPlace(frame.Element, [.. frame.Pieces]));
        sink.Add(paragraph);
        sink.AddRange(frame.Boxes);
        frame.Boxes.Clear();
    }

    /// <summary>
    /// Ends a paragraph that waits for a next one where none can follow: before a table, at the end of a cell, box or story.
    /// What is empty by then has been deleted altogether.
    /// </summary>
    private void FlushParagraph()
    {
        if (frame is { AwaitsRest: true, IsOpen: false })
        {
            frame.AwaitsRest = false;
            if (frame.Text.Length > 0 || frame.Boxes.Count > 0)
            {
                Emit();
            }
        }
    }

    private void ReadTextBox()
    {
        if (!IsVisible)
        {
            SkipDropped();
        }
        else if (frame.IsOpen)
        {
            InBox(ReadContent);
        }
        else
        {
            ReadContent();
        }
    }

    /// <summary>Reads paragraphs that stand inside an open one.</summary>
    private void InBox(Action read)
    {
        var (outerFrame, outerSink, outerRun, level) = (frame, sink, run, frames.IndexOf(frame) + 1);
        if (level == frames.Count)
        {
            frames.Add(new ParagraphFrame());
        }

        (frame, sink) = (frames[level], outerFrame.Boxes);
        read();
        FlushParagraph();
        (frame, sink, run) = (outerFrame, outerSink, outerRun);
    }

    /// <summary>A note, unless it is a separator line or only deleted or hidden text refers to it.</summary>
    private void ReadNote()
    {
        var isSeparator = xml.Attribute("type") is not (null or "normal");
        var note = (part, xml.Attribute("id") ?? "");
        if (isSeparator || (droppedNotes.Contains(note) && !shownNotes.Contains(note)))
        {
            xml.Skip();
            return;
        }

        ReadContent();
        FlushParagraph();
    }

    private void ReadNoteReference()
    {
        NoteReference(IsVisible ? shownNotes : droppedNotes);
        xml.Skip();
    }

    private void NoteReference(HashSet<(DraftPart Kind, string Id)> notes)
        => notes.Add((xml.Name == "footnoteReference" ? DraftPart.Footnote : DraftPart.Endnote, xml.Attribute("id") ?? ""));

    /// <summary>Passes over content that a reader doesn't see; the notes that it refers to go with it.</summary>
    private void SkipDropped()
    {
        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Read())
        {
            if (xml.Name is "footnoteReference" or "endnoteReference")
            {
                NoteReference(droppedNotes);
            }
        }
    }
}
