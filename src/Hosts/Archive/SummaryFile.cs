using Laminar.Engine;

namespace Laminar.Hosts;

/// <summary>The summary of an audit as a file, of the kind that its name says.</summary>
internal static class SummaryFile
{
    private const string Book = ".xlsx";

    public static bool IsKnown(string name) => Path.GetExtension(name).ToLowerInvariant() is Book or ".html" or ".htm";

    /// <param name="packs">For the names of what was counted.</param>
    /// <param name="source">What was audited, as a person named it.</param>
    public static byte[] Make(string name, ArchiveCounts counts, IEnumerable<Pack> packs, string source, DateTimeOffset now)
    {
        var names = new SummaryNames(packs, counts);
        return Path.GetExtension(name).Equals(Book, StringComparison.OrdinalIgnoreCase)
            ? SummaryBook.Make(counts, names, source, now)
            : SummaryPage.Make(counts, names, source, now);
    }
}

/// <summary>What people call packs and their elements.</summary>
internal sealed class SummaryNames
{
    private readonly Dictionary<string, Pack> packs;

    /// <param name="packs">All that reports could choose from; only those that did are kept.</param>
    public SummaryNames(IEnumerable<Pack> packs, ArchiveCounts counts)
    {
        var chosen = counts.Packs.Select(static pack => pack.Id).ToHashSet(StringComparer.Ordinal);
        this.packs = packs.Where(pack => chosen.Contains(pack.Id)).ToDictionary(static pack => pack.Id, StringComparer.Ordinal);
    }

    public string Of(PackCounts pack) => packs.TryGetValue(pack.Id, out var known) ? known.Title : pack.Id;

    public string Of(PackCounts pack, ElementCounts element) => Find(pack, element)?.Name ?? element.Id;

    /// <summary>Whether a report of the pack has to document the element.</summary>
    public bool IsRequired(PackCounts pack, ElementCounts element) => Find(pack, element)?.Severity == Severity.Required;

    private PackElement? Find(PackCounts pack, ElementCounts element) =>
        packs.TryGetValue(pack.Id, out var known) ? known.Outline.FirstOrDefault(one => one.Id == element.Id) : null;
}
