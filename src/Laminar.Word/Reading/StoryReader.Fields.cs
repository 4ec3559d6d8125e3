using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

// Fields: the result is text, the instruction is not, and the blank result of a form field is a placeholder, as is what a
// macro button shows.
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
        else
        {
            (field.Instruction ??= new StringBuilder()).Append(xml.ReadString());
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
        var form = field is { Form: { IsText: false, Shown: null }, Instruction: { } instruction } ? FormField.Of(instruction.ToString()) : field.Form;
        if (form.Shown is { } shown && (!field.InResult || start == frame.Text.Length))
        {
            AppendShown(shown, form.IsChosen);
        }
        else if (start >= 0)
        {
            MarkResult(form, start);
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
        var form = frame.IsOpen && xml.Attribute("instr") is { } instruction ? FormField.Of(instruction) : default;
        var start = frame.Text.Length;
        ReadContent();
        if (form.Shown is { } shown && start == frame.Text.Length)
        {
            AppendShown(shown, form.IsChosen);
        }
        else
        {
            MarkResult(form, start);
        }
    }

    private void MarkResult(FormField form, int start)
    {
        if (form.IsPrompt || (form.IsText && frame.Text.IsBlank(start)))
        {
            frame.Text.AddSpan(DraftSpanKind.Placeholder, start);
        }
    }
}
