using Laminar.Engine;

namespace Laminar.Word;

// Fields: the result is text, the instruction is not, and the blank result of a form field is a placeholder.
internal sealed partial class StoryReader
{
    private void ReadFieldCharacter()
    {
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                fields.Begin();
                break;
            case "separate":
                fields.Separate();
                OpenResult();
                break;
            case "end" when fields.End() is { } field:
                CloseField(field);
                break;
        }

        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.IsWord("ffData") && fields.Current is { } field)
            {
                field.Form = FormField.Read(xml);
            }
            else
            {
                xml.Skip();
            }
        }
    }

    private void ReadInstruction()
    {
        if (fields.Current is not { InResult: false, Form: { IsText: false, Shown: null } } field)
        {
            xml.Skip();
        }
        else if (xml.ReadString().Contains("FORMTEXT", StringComparison.OrdinalIgnoreCase))
        {
            field.Form = new FormField(true, null, true);
        }
    }

    private void OpenResult()
    {
        if (frame.IsOpen && fields.Current is { Result: null } field)
        {
            field.Result = (frame, frame.Number, frame.Text.Length);
        }
    }

    private void CloseField(FieldStack.Field field)
    {
        // Where the result reaches over paragraphs it has line ends in it, and somebody wrote it.
        var start = field.Result is { } result && result.Frame == frame && result.Paragraph == frame.Number ? result.Start : -1;
        if (field.Form.Shown is { } shown && (!field.InResult || start == frame.Text.Length))
        {
            AppendShown(shown, field.Form.IsChosen);
        }
        else if (field.Form.IsText && start >= 0)
        {
            MarkIfBlank(start);
        }
    }

    private void AppendShown(string shown, bool isChosen)
    {
        var start = frame.Text.Length;
        Append(shown);
        if (!isChosen)
        {
            frame.Text.AddSpan(DraftSpanKind.Placeholder, start);
        }
    }

    private void ReadSimpleField()
    {
        var isForm = frame.IsOpen && xml.Attribute("instr")?.Contains("FORMTEXT", StringComparison.OrdinalIgnoreCase) == true;
        var start = frame.Text.Length;
        ReadContent();
        if (isForm)
        {
            MarkIfBlank(start);
        }
    }

    private void MarkIfBlank(int start)
    {
        if (frame.Text.IsBlank(start))
        {
            frame.Text.AddSpan(DraftSpanKind.Placeholder, start);
        }
    }
}
