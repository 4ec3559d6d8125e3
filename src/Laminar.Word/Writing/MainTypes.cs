namespace Laminar.Word;

/// <summary>The content types of main parts: what a file with such a part has to be called.</summary>
internal static class MainTypes
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public const string Dotx = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

    public static string ExtensionOf(ZipPackage zip, string mainPart)
    {
        using var xml = zip.Open("[Content_Types].xml") ?? throw new RefusalException(DraftErrors.DamagedZip);
        var type = "";
        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
        {
            if (xml.Name == "Override" && string.Equals(xml.PlainAttribute("PartName")?.TrimStart('/'), mainPart, StringComparison.OrdinalIgnoreCase))
            {
                type = xml.PlainAttribute("ContentType") ?? "";
            }
        }

        return type switch
        {
            "application/vnd.ms-word.document.macroEnabled.main+xml" => ".docm",
            Dotx => ".dotx",
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml" => ".dotm",
            _ => ".docx",
        };
    }
}
