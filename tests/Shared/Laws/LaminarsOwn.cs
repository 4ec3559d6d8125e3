namespace Laminar.Tests.Laws;

/// <summary>The embedded record of what was checked: a custom XML part in a namespace of Laminar's, its properties and its relationships.</summary>
internal static class LaminarsOwn
{
    public static IReadOnlyCollection<string> Parts(DocxFile file)
    {
        var items = file.Related(file.Main, "customXml").Where(name => IsPart(file.Find(name))).ToList();
        return
        [
            .. items,
            .. items.Select(DocxFile.RelationshipsOf),
            .. items.SelectMany(item => file.Related(item, "customXmlProps")),
        ];
    }

    public static bool IsPart(DocxEntry? entry)
        => entry is not null && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && Namespace(entry).Contains("laminar", StringComparison.OrdinalIgnoreCase);

    private static string Namespace(DocxEntry entry)
    {
        try
        {
            return DocxFile.Parse(entry.Bytes).Name.NamespaceName;
        }
        catch (System.Xml.XmlException)
        {
            return "";
        }
    }
}
