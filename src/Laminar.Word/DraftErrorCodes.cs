namespace Laminar.Word;

/// <summary>Every code that <see cref="DraftReader"/> and <see cref="DraftDocument"/> answer with. They are part of the contract with callers and don't change.</summary>
public static class DraftErrorCodes
{
    public const string EmptyFile = "empty-file";
    public const string NotAWordFile = "not-a-word-file";
    public const string OldBinaryDoc = "old-binary-doc";
    public const string PasswordProtected = "password-protected";
    public const string NoMainPart = "no-main-part";
    public const string DamagedXml = "damaged-xml";
    public const string DamagedZip = "damaged-zip";
    public const string TooLarge = "too-large";
    public const string TooManyParts = "too-many-parts";
    public const string TooManyParagraphs = "too-many-paragraphs";
    public const string TooManyElements = "too-many-elements";
    public const string DecompressesTooLarge = "decompresses-too-large";
    public const string TooDeep = "too-deep";
    public const string DigitallySigned = "signed";
    public const string ProtectedFromEditing = "protected-from-editing";
    public const string MarkedAsFinal = "marked-as-final";
    public const string DtdPresent = "dtd-present";

    /// <summary>An edit that doesn't fit the text: beyond it, out of order, or in the middle of a character.</summary>
    public const string EditMisplaced = "edit-misplaced";

    /// <summary>An edit of a header, a footer or a note.</summary>
    public const string EditOutsideBody = "edit-outside-body";

    /// <summary>An edit of what is locked, bound, chosen from a list or computed.</summary>
    public const string EditLocked = "edit-locked";

    /// <summary>An edit of a part of a placeholder.</summary>
    public const string EditPlaceholder = "edit-placeholder";

    /// <summary>An edit that would join what can't be one paragraph.</summary>
    public const string EditJoin = "edit-join";

    /// <summary>An edit that would break a paragraph where something goes on that a paragraph has to hold whole.</summary>
    public const string EditBreak = "edit-break";

    /// <summary>An edit after which the document would read otherwise than was asked for.</summary>
    public const string EditUnsafe = "edit-unsafe";

    /// <summary>Tracked changes without a person's name to bear.</summary>
    public const string EditUnsigned = "edit-unsigned";
}
