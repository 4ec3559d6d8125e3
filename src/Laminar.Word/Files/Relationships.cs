namespace Laminar.Word;

/// <summary>One relationship of a part: what the other part is to it, and its name in the package.</summary>
/// <param name="Kind">Last segment of the type, the same for strict and transitional files: <c>header</c>, <c>styles</c> …</param>
/// <param name="Part">Without a leading slash.</param>
internal readonly record struct Relationship(string Id, string Kind, string Part);

/// <summary>Which parts belong to a part (ECMA-376 part 2). Targets outside the file are left out: nothing is fetched.</summary>
internal static class Relationships
{
    /// <param name="part">The part's name; empty for the package itself.</param>
    public static List<Relationship> Of(WordPackage package, string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var found = new List<Relationship>();
        using var xml = package.Open($"{folder}_rels/{part[folder.Length..]}.rels");
        if (xml is null)
        {
            return found;
        }

        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Read())
        {
            if (xml.Name == "Relationship" && xml.PlainAttribute("TargetMode") != "External")
            {
                Add(found, xml, folder);
                package.RefuseMoreParts(found.Count);
            }
        }

        return found;
    }

    private static void Add(List<Relationship> found, XmlCursor xml, string folder)
    {
        var (type, target) = (xml.PlainAttribute("Type"), xml.PlainAttribute("Target"));
        if (type is not null && target is not null && IsOffice(type))
        {
            found.Add(new Relationship(xml.PlainAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
        }
    }

    // Vendors' own kinds may end in the same word.
    private static bool IsOffice(string type)
        => type.StartsWith("http://schemas.openxmlformats.org/", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("http://schemas.microsoft.com/office/", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A target is relative to the folder of its part, or starts at the package's root with a slash.</summary>
    public static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var path = target.StartsWith('/') ? target : folder + target;
        if (!path.Contains("./", StringComparison.Ordinal))
        {
            return path.TrimStart('/');
        }

        var segments = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
