namespace Laminar.Tests.Generated;

internal static class Controls
{
    public static string Around(string properties, string content)
        => $"<w:sdt><w:sdtPr><w:tag w:val=\"dictation\"/><w:id w:val=\"{IdStamp.New("control")}\"/>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
}
