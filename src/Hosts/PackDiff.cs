namespace Laminar.Hosts;

/// <param name="Change"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Lines">All lines of both; null for a file that is no text.</param>
internal sealed record FileDiff(string Path, string Change, IReadOnlyList<DiffLine>? Lines);

/// <summary>What differs between two forms of a pack, file by file.</summary>
internal static class PackDiff
{
    public static IReadOnlyList<FileDiff> Of(PackContent from, PackContent to) =>
        [.. from.Files.Keys.Union(to.Files.Keys).Order(StringComparer.Ordinal)
            .Select(path => Of(path, from.Files.GetValueOrDefault(path), to.Files.GetValueOrDefault(path)))
            .OfType<FileDiff>()];

    private static FileDiff? Of(string path, byte[]? from, byte[]? to)
    {
        if (from is not null && to is not null && from.AsSpan().SequenceEqual(to))
        {
            return null;
        }

        var change = from is null ? "added" : to is null ? "removed" : "changed";
        return new FileDiff(path, change, PackContent.TextOf(from ?? []) is { } older && PackContent.TextOf(to ?? []) is { } newer ? LineDiff.Of(older, newer) : null);
    }
}
