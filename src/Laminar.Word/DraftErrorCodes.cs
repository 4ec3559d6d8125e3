namespace Laminar.Word;

/// <summary>Every code that <see cref="DraftReader"/> answers with. They are part of the contract with callers and don't change.</summary>
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
    public const string DecompressesTooLarge = "decompresses-too-large";
    public const string TooDeep = "too-deep";
    public const string DigitallySigned = "signed";
    public const string ProtectedFromEditing = "protected-from-editing";
    public const string MarkedAsFinal = "marked-as-final";
    public const string DtdPresent = "dtd-present";
}
