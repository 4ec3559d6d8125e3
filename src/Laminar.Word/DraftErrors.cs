using System.Globalization;

namespace Laminar.Word;

/// <summary>The sentences that go with the codes: what is wrong, and what the person can do.</summary>
internal static class DraftErrors
{
    public static DraftError EmptyFile { get; } = new(DraftErrorCodes.EmptyFile,
        "The file is empty; save the draft in Word again and use that copy.");

    public static DraftError NotAWordFile { get; } = new(DraftErrorCodes.NotAWordFile,
        "This is not a Word document or plain text; open it in Word and save it as .docx.");

    public static DraftError OldBinaryDoc { get; } = new(DraftErrorCodes.OldBinaryDoc,
        "This is an old binary .doc file; open it in Word and save it as .docx.");

    public static DraftError PasswordProtected { get; } = new(DraftErrorCodes.PasswordProtected,
        "The file is protected by a password; remove the password in Word (File, Info, Protect Document) and save it again.");

    public static DraftError NoMainPart { get; } = new(DraftErrorCodes.NoMainPart,
        "The file holds no main document; open it in Word, let Word repair it, and save it again.");

    public static DraftError DamagedXml { get; } = new(DraftErrorCodes.DamagedXml,
        "The XML inside the file is damaged; open it in Word, let Word repair it, and save it again.");

    public static DraftError DamagedZip { get; } = new(DraftErrorCodes.DamagedZip,
        "The file is damaged or was cut off on its way; save it in Word again or fetch it once more.");

    public static DraftError DtdPresent { get; } = new(DraftErrorCodes.DtdPresent,
        "The XML of the file declares a document type (DTD), which Word never writes; save the draft in Word again as .docx.");

    public static DraftError DigitallySigned { get; } = new(DraftErrorCodes.DigitallySigned,
        "The document bears a digital signature, which any change would break; remove the signature in Word, or write into an unsigned copy.");

    public static DraftError ProtectedFromEditing { get; } = new(DraftErrorCodes.ProtectedFromEditing,
        "The document is protected against editing; end the protection in Word (Review, Restrict Editing) and save it again.");

    public static DraftError MarkedAsFinal { get; } = new(DraftErrorCodes.MarkedAsFinal,
        "The document is marked as final; take the mark off in Word (File, Info, Protect Document) and save it again.");

    public static DraftError GiantElement { get; } = new(DraftErrorCodes.TooLarge,
        "A single element inside the file is longer than any that Word writes; copy the draft's text into a new document and save that.");

    public static DraftError EditMisplaced { get; } = new(DraftErrorCodes.EditMisplaced,
        "The changes don't fit the text of this draft; load the draft again and repeat them.");

    public static DraftError EditOutsideBody { get; } = new(DraftErrorCodes.EditOutsideBody,
        "Only the body of the report can be changed here; change headers, footers and notes in Word.");

    public static DraftError EditLocked { get; } = new(DraftErrorCodes.EditLocked,
        "The change touches a place that is locked, chosen from a list or filled in by Word; make this change in Word.");

    public static DraftError EditPlaceholder { get; } = new(DraftErrorCodes.EditPlaceholder,
        "The change touches a part of a placeholder; replace the whole placeholder.");

    public static DraftError EditJoin { get; } = new(DraftErrorCodes.EditJoin,
        "The change would join paragraphs across a table cell, a field of the form, a text box or a section break; keep the paragraph break there.");

    public static DraftError EditBreak { get; } = new(DraftErrorCodes.EditBreak,
        "The change would break a paragraph inside a link or a field; break it before or behind that.");

    public static DraftError EditUnsafe { get; } = new(DraftErrorCodes.EditUnsafe,
        "The document would not read as it was changed here; make this change in Word.");

    public static DraftError EditUnsigned { get; } = new(DraftErrorCodes.EditUnsigned,
        "Tracked changes bear the name of whoever makes them; give a person's name.");

    public static DraftError TooLarge(long maxBytes) => new(DraftErrorCodes.TooLarge,
        $"The file is larger than the limit of {Size(maxBytes)}; remove pictures or attachments, or raise the limit.");

    public static DraftError TooManyParts(int maxParts) => new(DraftErrorCodes.TooManyParts,
        string.Create(CultureInfo.InvariantCulture, $"The file holds more than the limit of {maxParts} parts; copy the draft's text into a new document and save that."));

    public static DraftError TooManyParagraphs(int maxParagraphs) => new(DraftErrorCodes.TooManyParagraphs,
        string.Create(CultureInfo.InvariantCulture, $"The draft has more than the limit of {maxParagraphs} paragraphs; save its parts as files of their own and read each."));

    public static DraftError TooManyElements(int maxNodes) => new(DraftErrorCodes.TooManyElements,
        string.Create(CultureInfo.InvariantCulture, $"The XML of the file holds more than the limit of {maxNodes} elements and texts; copy the draft's text into a new document and save that."));

    public static DraftError TooManyEntries(int maxEntries) => new(DraftErrorCodes.TooManyElements,
        string.Create(CultureInfo.InvariantCulture, $"The file holds more than the limit of {maxEntries} styles, comments or answers; copy the draft's text into a new document and save that."));

    public static DraftError TooLong(int maxCharacters) => new(DraftErrorCodes.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The draft's text is longer than the limit of {maxCharacters} characters; save its parts as files of their own and read each."));

    public static DraftError DecompressesTooLarge(long maxBytes) => new(DraftErrorCodes.DecompressesTooLarge,
        $"The text parts of the file unpack to more than the limit of {Size(maxBytes)}; copy the draft's text into a new document and save that.");

    public static DraftError TooDeep(int maxDepth) => new(DraftErrorCodes.TooDeep,
        string.Create(CultureInfo.InvariantCulture, $"The XML of the file is nested deeper than the limit of {maxDepth} levels; copy the draft's text into a new document and save that."));

    private static string Size(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");
}
