using Laminar.Engine;

namespace Laminar.Word;

// Content controls: around paragraphs, rows, cells or within a line.
internal sealed partial class StoryReader
{
    // Each control in force opens a span in each paragraph inside it, so deeper ones are only read through; one of them may
    // still say that all in it is a placeholder.
    private const int MaxNested = 16;

    // Nobody chooses from a list like that; one may still have been made to be read.
    private const int MostOptions = 200;
    private readonly List<Control> controls = [];
    private bool isUnanswered;
    private SuggestionText? suggestion;
    private string? rangeAuthor;

    private void ReadControl()
    {
        var control = new Control(DraftSpanKind.ContentControl, null);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.IsWord("sdtPr"))
            {
                control = Control.Read(xml);
            }
            else if (xml.IsWord("sdtContent") && SuggestionTag.IsSuggestion(control.Tag))
            {
                ReadSuggestion();
            }
            else if (xml.IsWord("sdtContent") && IsTaken(control))
            {
                ReadControlContent(control);
            }
            else if (xml.IsWord("sdtEndPr"))
            {
                xml.Skip();
            }
            else
            {
                ReadElement();
            }
        }
    }

    private bool IsTaken(Control control)
        => controls.Count < MaxNested || (control.Kind == DraftSpanKind.Placeholder && !controls.Exists(static outer => outer.Kind == DraftSpanKind.Placeholder));

    private void ReadControlContent(Control control)
    {
        controls.Add(control);
        if (frame.IsOpen)
        {
            var start = frame.Text.Length;
            var span = frame.Text.OpenSpan(control.Kind, control.Tag, control.Field);
            var outer = suggestion;
            suggestion = SuggestionTag.IsField(control.Tag) ? null : suggestion;
            ReadContent();
            suggestion = outer;
            frame.Text.CloseSpan(span);
            isUnanswered |= SuggestionTag.IsField(control.Tag) && (control.Kind == DraftSpanKind.Placeholder || SuggestionTag.IsNoAnswer(frame.Text.From(start)));
        }
        else
        {
            ReadContent();
        }

        controls.RemoveAt(controls.Count - 1);
    }

    /// <summary>
    /// A suggestion of our own whose fields nobody has answered is no part of the draft, as a comment is none: the draft reads
    /// as it did before it was put in. Answered in Word, it is text like any other insertion, and so it is when a person has written
    /// into it.
    /// </summary>
    private void ReadSuggestion()
    {
        var (outer, outerSuggestion, text, pieces, deleted) = (isUnanswered, suggestion, frame.Text.Here, frame.Pieces.Count, frame.Deleted.Count);
        (isUnanswered, suggestion) = (false, new SuggestionText(rangeAuthor ?? Stamp.Tool));
        ReadContent();
        if (isUnanswered && frame.IsOpen && !suggestion.HoldsOthers)
        {
            frame.Text.CutBack(text);
            frame.Pieces.RemoveRange(pieces, frame.Pieces.Count - pieces);
            frame.Deleted.RemoveRange(deleted, frame.Deleted.Count - deleted);
            frame.HoldsSuggestion = true;
        }

        (isUnanswered, suggestion) = (outer, outerSuggestion);
    }

    private readonly record struct Control(DraftSpanKind Kind, string? Tag)
    {
        /// <summary>What a list offers, or that the control is a field of a standard note.</summary>
        public DraftField? Field { get; private init; }

        public static Control Read(XmlCursor xml)
        {
            var control = new Control(DraftSpanKind.ContentControl, null);
            for (var depth = xml.Enter(); xml.NextChild(depth);)
            {
                if (xml.IsWord("comboBox") || xml.IsWord("dropDownList"))
                {
                    var takesWords = xml.IsWord("comboBox");
                    control = control with { Field = new DraftField(Options(xml), takesWords) };
                    continue;
                }

                if (xml.IsWord("showingPlcHdr") && xml.IsOn())
                {
                    control = control with { Kind = DraftSpanKind.Placeholder };
                }
                else if (xml.IsWord("tag"))
                {
                    control = control with { Tag = xml.Attribute("val") };
                }

                xml.Skip();
            }

            return control.Field is null && NoteTag.Element(control.Tag) is not null ? control with { Field = new DraftField([], takesWords: true) } : control;
        }

        private static List<string> Options(XmlCursor xml)
        {
            var options = new List<string>();
            for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
            {
                if (xml.IsWord("listItem") && (xml.Attribute("displayText") ?? xml.Attribute("value")) is { Length: > 0 } option && options.Count < MostOptions)
                {
                    options.Add(option);
                }
            }

            return options;
        }
    }
}
