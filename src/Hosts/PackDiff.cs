namespace Laminar.Hosts;

/// <param name="Change"><c>added</c>, <c>removed</c>, <c>changed</c>, or <c>copied</c>: a shared element became the pack's own, and the lines differ from the shared one.</param>
/// <param name="Lines">All lines of both; null for a file that is no text.</param>
internal sealed record FileDiff(string Path, string Change, IReadOnlyList<DiffLine>? Lines);

/// <summary>What differs between two forms of a pack, file by file.</summary>
internal static class PackDiff
{
    public static IReadOnlyList<FileDiff> Of(PackContent from, PackContent to) =>
        [.. from.Files.Keys.Union(to.Files.Keys).Order(StringComparer.Ordinal)
            .Select(path => from.Files.GetValueOrDefault(path) is null && Shared(path, to.Id) is { } shared && from.Files.GetValueOrDefault(shared) is { } copied
                ? Of(path, copied, to.Files[path], "copied")
                : Of(path, from.Files.GetValueOrDefault(path), to.Files.GetValueOrDefault(path), "changed"))
            .OfType<FileDiff>()];

    /// <summary>The shared file that a pack's own element goes before, where it is called alike.</summary>
    private static string? Shared(string path, string pack) =>
        path.StartsWith($"{pack}/elements/", StringComparison.Ordinal) ? PackContent.Shared + path[pack.Length..] : null;

    private static FileDiff? Of(string path, byte[]? from, byte[]? to, string both)
    {
        if (from is not null && to is not null && from.AsSpan().SequenceEqual(to))
        {
            return null;
        }

        var change = from is null ? "added" : to is null ? "removed" : both;
        return new FileDiff(path, change, PackContent.TextOf(from ?? []) is { } older && PackContent.TextOf(to ?? []) is { } newer ? LineDiff.Of(older, newer) : null);
    }
}
