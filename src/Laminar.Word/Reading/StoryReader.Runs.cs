namespace Laminar.Word;

// Runs and the characters in them.
internal sealed partial class StoryReader
{
    private RunState run;
    private int insertions;
    private string? inserter;

    private bool IsVisible => !run.Hidden && !(hideInstructions && fields.InInstruction);

    private void ReadRun()
    {
        var outer = run;
        run = RunState.Of(default, frame.Style, default);
        ReadContent();
        run = outer;
    }

    private void ReadRunProperties()
    {
        var format = RunFormat.Read(xml);
        var style = format.Style is null ? default : document.Styles.Resolve(format.Style);
        run = RunState.Of(format, frame.Style, style);
    }

    private void ReadInsertion()
    {
        var outer = inserter;
        inserter = xml.Attribute("author") ?? "";
        insertions++;
        ReadContent();
        insertions--;
        inserter = outer;
    }

    private void ReadText()
    {
        if (!IsVisible || !frame.IsOpen)
        {
            xml.Skip();
            return;
        }

        var (start, preserves, element) = (frame.Text.Length, xml.PreservesSpace, xml.Ordinal);
        xml.ReadText(frame.Text);
        frame.Text.Tidy(start, preserves);
        MarkFrom(start, element);
    }

    private void ReadCharacter(char character)
    {
        Append([character]);
        xml.Skip();
    }

    private void ReadSymbol()
    {
        if (SymbolFonts.Read(xml.Attribute("font"), xml.Attribute("char")) is { } character)
        {
            Append([character]);
        }

        xml.Skip();
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (IsVisible && frame.IsOpen)
        {
            var start = frame.Text.Length;
            frame.Text.Append(text);
            MarkFrom(start, xml.Ordinal);
        }
    }

    private void MarkFrom(int start, int element)
    {
        frame.Text.Mark(start, run.Bold, insertions > 0);
        if (frame.Text.Length > start)
        {
            suggestion?.Note(inserter);
        }

        if (places is not null && frame.Text.Length > start)
        {
            frame.Pieces.Add(new TextPiece(start, frame.Text.Length - start, element, fields.Depth));
        }
    }
}
