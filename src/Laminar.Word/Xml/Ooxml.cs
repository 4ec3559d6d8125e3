namespace Laminar.Word;

/// <summary>Namespaces of Open XML, transitional (ECMA-376 part 4) and strict (part 1), which read alike here.</summary>
internal static class Ooxml
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictMath = "http://purl.oclc.org/ooxml/officeDocument/math";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static bool IsWord(string ns) => ns is Word or StrictWord;

    public static bool IsStrictWord(string ns) => ns == StrictWord;

    public static bool IsMath(string ns) => ns is Math or StrictMath;

    public static bool IsCompatibility(string ns) => ns == Compatibility;

    /// <summary>The namespace of <c>r:id</c> in a document of which <paramref name="word"/> is the main namespace.</summary>
    public static string RelationsOf(string word) => word == StrictWord ? StrictRelations : Relations;

    /// <summary>
    /// Whether this reader can take a <c>mc:Choice</c> that requires the namespace: the shapes, groups and canvases of later
    /// Word versions hold their text as ordinary <c>w:txbxContent</c>.
    /// </summary>
    public static bool IsUnderstood(string ns)
        => ns.StartsWith("http://schemas.microsoft.com/office/word/", StringComparison.Ordinal)
        || ns.StartsWith("http://schemas.microsoft.com/office/drawing/", StringComparison.Ordinal)
        || ns.StartsWith("http://schemas.openxmlformats.org/drawingml/", StringComparison.Ordinal)
        || ns.StartsWith("http://purl.oclc.org/ooxml/drawingml/", StringComparison.Ordinal);

    /// <summary>Reads an on/off value (ST_OnOff): an element without one is on.</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");
}
