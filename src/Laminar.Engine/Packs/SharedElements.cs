namespace Laminar.Engine.Packs;

/// <summary>
/// Elements that any pack may list without holding their file: <c>shared/elements/ID.yaml</c>. A file of the pack's own with the
/// same id goes before. What is not listed is not read at all.
/// </summary>
internal static class SharedElements
{
    private const string Shared = "shared/";
    private const string Folder = Shared + "elements/";
    private const string Ending = ".yaml";

    public static bool IsShared(PackFile file) => file.Path.StartsWith(Shared, StringComparison.Ordinal);

    public static bool IsOne(PackFile file)
        => file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(Ending, StringComparison.Ordinal);

    public static IEnumerable<PackFile> Taken(
        PackSource source, IReadOnlyDictionary<string, AuthorNode> entries, IReadOnlyCollection<string> own)
    {
        var taken = Listed(entries.GetValueOrDefault("elements")).Concat(Listed(entries.GetValueOrDefault("signs")))
            .Except(own, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return source.Files.Where(f => IsOne(f) && taken.Contains(NameOf(f.Path)));
    }

    /// <summary>The element's id, which has to be the file's name: packs find it by that.</summary>
    public static string IdOf(AuthorFile file)
    {
        var name = NameOf(file.Path);
        if (file.Root!.Child("id") is not { } id || file.Text(id) != name)
        {
            file.Error(file.Root!.Child("id") ?? file.Root!, $"A shared element has the id that its file is named after: \"{name}\".");
        }

        return name;
    }

    /// <summary>What is no text there is reported where the list is read.</summary>
    private static IEnumerable<string> Listed(AuthorNode? node)
        => (node is AuthorList list ? list.Items : node is null ? [] : [node]).OfType<AuthorScalar>().Select(name => name.Value.Trim());

    public static string NameOf(string path) => path[Folder.Length..^Ending.Length];
}
