using Laminar.Engine;

namespace Laminar.Word;

/// <summary>
/// Makes the Word file of a pack's standard note. The same pack gives the same bytes: there is no date in it and nothing is
/// compressed, so that a shipped note can be held against what would be made today.
/// </summary>
public static class StandardNoteFile
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string WordPart = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <param name="template">A .dotx, which new reports are made from; else a .docx that is one already.</param>
    /// <exception cref="ArgumentException">The pack has no standard note.</exception>
    public static byte[] Make(Pack pack, bool template, AddIn addIn)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(addIn);
        var note = pack.Note ?? throw new ArgumentException("The pack has no standard note.", nameof(pack));
        return new NoteArchive()
            .Add("word/document.xml", template ? MainTypes.Dotx : MainTypes.Docx, new NoteBody(pack).Write(note))
            .Add("word/styles.xml", WordPart + "styles+xml", NoteLook.Styles)
            .Add("word/numbering.xml", WordPart + "numbering+xml", NoteLook.Numbering)
            .Add("word/settings.xml", WordPart + "settings+xml", NoteLook.Settings)
            .Add("word/footer1.xml", WordPart + "footer+xml", NoteLook.Footer(note.Title))
            .Add("word/webextensions/taskpanes.xml", "application/vnd.ms-office.webextensiontaskpanes+xml", NotePane.Taskpanes)
            .Add("word/webextensions/webextension.xml", "application/vnd.ms-office.webextension+xml", NotePane.Extension(pack, addIn))
            .Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", NoteLook.Properties(note.Title, pack.Title))
            .Relate("", "officeDocument", Office + "officeDocument", "word/document.xml")
            .Relate("", "properties", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
            .Relate("", "taskpanes", "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "word/webextensions/taskpanes.xml")
            .Relate("word/document.xml", "styles", Office + "styles", "styles.xml")
            .Relate("word/document.xml", "numbering", Office + "numbering", "numbering.xml")
            .Relate("word/document.xml", "settings", Office + "settings", "settings.xml")
            .Relate("word/document.xml", NoteBody.FooterId, Office + "footer", "footer1.xml")
            .Relate("word/webextensions/taskpanes.xml", NotePane.ExtensionId, "http://schemas.microsoft.com/office/2011/relationships/webextension", "webextension.xml")
            .ToBytes();
    }
}
