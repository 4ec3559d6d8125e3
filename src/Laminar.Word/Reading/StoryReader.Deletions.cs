using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

// Tracked deletions: no part of the text, and kept beside it only for whoever shows the draft.
internal sealed partial class StoryReader
{
    private void ReadDeletion()
    {
        if (!document.ShowsDeleted || !frame.IsOpen)
        {
            SkipDropped();
            return;
        }

        var text = new StringBuilder();
        var outer = run;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            ReadDeleted(text);
        }

        run = outer;
        if (text.Length > 0)
        {
            frame.Deleted.Add(new DeletedText(frame.Text.Length, text.ToString()));
        }
    }

    private void ReadDeleted(StringBuilder text)
    {
        switch (xml.Name)
        {
            case "rPr":
                ReadRunProperties();
                break;
            case "delText" or "t":
                AppendDeleted(text, xml.ReadString());
                break;
            case "footnoteReference" or "endnoteReference":
                NoteReference(droppedNotes);
                xml.Read();
                break;
            case "delInstrText" or "instrText" or "txbxContent":
                xml.Skip();
                break;
            default:
                AppendDeleted(text, xml.Name switch { "tab" or "ptab" => "\t", "br" or "cr" => "\n", "noBreakHyphen" => "-", _ => "" });
                run = xml.Name == "r" ? RunState.Of(default, frame.Style, default) : run;
                xml.Read();
                break;
        }
    }

    private void AppendDeleted(StringBuilder text, string deleted) => text.Append(run.Hidden ? "" : deleted);
}
