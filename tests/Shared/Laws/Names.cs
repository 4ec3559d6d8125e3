using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>The names of WordprocessingML that the laws look at.</summary>
internal static class Names
{
    public static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static readonly XName Paragraph = Word + "p";
    public static readonly XName ParagraphProperties = Word + "pPr";
    public static readonly XName Run = Word + "r";
    public static readonly XName RunProperties = Word + "rPr";
    public static readonly XName Control = Word + "sdt";
    public static readonly XName ControlContent = Word + "sdtContent";
    public static readonly XName ControlProperties = Word + "sdtPr";
    public static readonly XName Id = Word + "id";
    public static readonly XName Author = Word + "author";
    public static readonly XName Value = Word + "val";

    public static string? WordAttribute(this XElement element, string name) => element.Attribute(Word + name)?.Value;

    /// <summary>Whether it is an element of Word's with one of the names.</summary>
    public static bool Is(this XElement element, params ReadOnlySpan<string> names)
        => element.Name.Namespace == Word && names.Contains(element.Name.LocalName);
}
