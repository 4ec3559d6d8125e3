namespace Laminar.Tests.Laws;

/// <summary>No entry is lost, doubled or changed but those that writing is about, and only those come new that it needs.</summary>
internal static class PackageLaw
{
    public static IEnumerable<string> Check(DocxFile before, DocxFile after)
        => [.. Lost(before, after), .. Changed(before, after), .. Doubled(before, after), .. New(before, after)];

    private static IEnumerable<string> Lost(DocxFile before, DocxFile after)
        => from entry in before.Entries
           where !after.Entries.Any(other => other.Name == entry.Name)
           select $"The entry {entry.Name} is lost.";

    private static IEnumerable<string> Changed(DocxFile before, DocxFile after)
        => from entry in before.Entries
           where !MayChange(before, after, entry.Name)
           let other = after.Find(entry.Name)
           where other is not null && !entry.Bytes.AsSpan().SequenceEqual(other.Bytes)
           select $"The entry {entry.Name} is touched: it is not byte-identical.";

    private static IEnumerable<string> Doubled(DocxFile before, DocxFile after)
        => from entry in after.Entries.CountBy(static entry => entry.Name)
           where entry.Value > Math.Max(1, before.Entries.Count(other => other.Name == entry.Key))
           select "An entry stands twice.";

    private static IEnumerable<string> New(DocxFile before, DocxFile after)
        => from entry in after.Entries
           where before.Find(entry.Name) is null && !MayCome(after, entry)
           select $"The entry {entry.Name} is new, and writing needs none of that name.";

    private static bool MayChange(DocxFile before, DocxFile after, string name)
        => new[] { DocxFile.ContentTypes, before.Main, DocxFile.RelationshipsOf(before.Main), before.Comments }.Any(part => DocxFile.Same(part, name))
            || (LaminarsOwn.IsPart(before.Find(name)) && LaminarsOwn.IsPart(after.Find(name)));

    private static bool MayCome(DocxFile after, DocxEntry entry)
        => DocxFile.Same(entry.Name, after.Comments)
            || DocxFile.Same(entry.Name, DocxFile.RelationshipsOf(after.Main))
            || LaminarsOwn.Parts(after).Contains(entry.Name, StringComparer.OrdinalIgnoreCase);
}
