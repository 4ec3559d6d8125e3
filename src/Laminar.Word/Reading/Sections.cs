namespace Laminar.Word;

/// <summary>Which headers and footers the sections of a document show, in order of their first mention.</summary>
internal sealed class Sections
{
    private readonly List<(string Id, string Type)> mentions = [];
    private bool titlePages;

    /// <summary>Whether any section asks for headers of even pages, which count only where the settings say so.</summary>
    public bool MentionsEvenPages => mentions.Exists(static mention => mention.Type == "even");

    /// <summary>Reads a <c>w:sectPr</c> and passes over it.</summary>
    public void Read(XmlCursor xml)
    {
        var relations = Ooxml.RelationsOf(xml.Namespace);
        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
        {
            if (xml.Name is "headerReference" or "footerReference")
            {
                mentions.Add((xml.Attribute("id", relations) ?? "", xml.Attribute("type") ?? "default"));
            }
            else if (xml.Name == "titlePg")
            {
                titlePages |= xml.IsOn();
            }
        }
    }

    /// <summary>
    /// The relationships of one kind (<c>header</c>, <c>footer</c>) that a reader of the pages sees. Word keeps the header of a
    /// first or even page that is switched off; one that no section mentions is taken, for other programs forget the mention.
    /// </summary>
    /// <param name="all">Relationships of the main part.</param>
    public IReadOnlyList<Relationship> Shown(IReadOnlyList<Relationship> all, string kind, bool evenPages)
    {
        var ofKind = all.Where(relationship => relationship.Kind == kind).ToLookup(static relationship => relationship.Id, StringComparer.Ordinal);
        var mentioned = mentions.Select(static mention => mention.Id).ToHashSet(StringComparer.Ordinal);
        return [.. mentions
            .Where(mention => mention.Type switch { "first" => titlePages, "even" => evenPages, _ => true })
            .SelectMany(mention => ofKind[mention.Id].Take(1))
            .Concat(ofKind.Where(related => !mentioned.Contains(related.Key)).SelectMany(static related => related))
            .DistinctBy(static relationship => relationship.Part, StringComparer.OrdinalIgnoreCase)];
    }
}
