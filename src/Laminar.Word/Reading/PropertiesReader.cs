using System.Globalization;
using System.Xml;

namespace Laminar.Word;

/// <summary>Reads the core properties (ECMA-376 part 2) and the extended ones (part 1, 22.2). A report with damaged ones is a report all the same.</summary>
internal static class PropertiesReader
{
    // The date of a file that has none is 1601 or 1899 with some producers; no report in Open XML is as old.
    private const int FirstYear = 1990;
    private const int LastYear = 2200;
    private const int MaxTemplate = 100;

    /// <param name="relationships">Those of the package itself.</param>
    public static DraftProperties Read(WordPackage package, List<Relationship> relationships)
        => new(CreatedOf(Text(package, relationships, "core-properties", "created")), TemplateOf(Text(package, relationships, "extended-properties", "Template")));

    private static string? Text(WordPackage package, List<Relationship> relationships, string kind, string element)
    {
        try
        {
            return relationships.Find(relationship => relationship.Kind == kind).Part is { } part ? Text(package, part, element) : null;
        }
        catch (Exception damaged) when (damaged is XmlException or InvalidDataException or RefusalException)
        {
            return null;
        }
    }

    private static string? Text(WordPackage package, string part, string element)
    {
        using var xml = package.Open(part);
        for (var depth = xml?.Enter() ?? 0; xml is not null && xml.NextChild(depth); xml.Skip())
        {
            if (xml.Name == element)
            {
                return xml.ReadString();
            }
        }

        return null;
    }

    private static DateTimeOffset? CreatedOf(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var created)
            && created.Year is >= FirstYear and < LastYear ? created : null;

    private static string? TemplateOf(string? text)
    {
        var name = DraftReader.NameOnly(text ?? "").Trim();
        return name.Length is > 0 and <= MaxTemplate ? name : null;
    }
}
