namespace Laminar.Word.Tests;

/// <summary>Short forms of the markup that the tests are about.</summary>
internal static class Markup
{
    public static string T(string text) => $"<w:t xml:space=\"preserve\">{text}</w:t>";

    public static string R(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}{T(text)}</w:r>";

    public static string P(string inner, string properties = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{inner}</w:p>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(static cell => $"<w:tc><w:tcPr/>{cell}</w:tc>"))}</w:tr>";

    public static string Del(string text) => $"<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>";

    public static string Ins(string runs) => $"<w:ins w:id=\"2\" w:author=\"A\">{runs}</w:ins>";

    public static string Field(string type, string inner = "") => $"<w:r><w:fldChar w:fldCharType=\"{type}\">{inner}</w:fldChar></w:r>";

    public static string Instruction(string text) => $"<w:r><w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>";

    public static string Control(string properties, string content) => $"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
}
