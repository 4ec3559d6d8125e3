using Laminar.Engine.Packs;

namespace Laminar.Engine;

/// <summary>
/// What of a pack is wording: read out of its files for a form, and put back into them one text at a time. Everything else in the
/// file, its comments and the way it is laid out among them, stays as it is. A pack need not compile for that.
/// </summary>
public static class PackWording
{
    private const string NewElement = "elements";

    /// <summary>The elements that the manifest lists, in its order; one whose file can't be read as YAML is left out.</summary>
    /// <param name="pack">The name of the pack's folder.</param>
    public static IReadOnlyList<WordingElement> Of(PackSource source, string pack)
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = Files(source, pack);
        return [.. Listed(source, pack).Where(files.ContainsKey).Select(id => Element(id, files[id], pack))];
    }

    /// <summary>
    /// The file that the edit changes, with the edit in it. A shared element becomes the pack's own by that: its copy in the pack's
    /// folder goes before, and other packs keep theirs.
    /// </summary>
    /// <exception cref="ArgumentException">The pack has no such element, text or example; the message says which.</exception>
    public static PackFile Apply(PackSource source, string pack, WordingEdit edit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(edit);
        if (!Files(source, pack).TryGetValue(edit.Element, out var file))
        {
            throw new ArgumentException($"The pack has no element \"{edit.Element}\" that can be read; mend its file first.", nameof(edit));
        }

        var text = edit switch
        {
            { Add: { } example } => file.WithItem(edit.Key, Example(example)),
            { Remove: { } number } => file.WithoutItem(edit.Key, number),
            { List: { } list } => file.With(edit.Key, list),
            _ => file.With(edit.Key, edit.Text ?? string.Empty),
        };
        var edited = new PackFile(OwnPath(source, file.Path, pack, edit), text ?? throw new ArgumentException($"The element \"{edit.Element}\" has no \"{edit.Key}\"; add it in the file.", nameof(edit)));
        return WordingFile.Read(edited) is { } again && again.Is(file, edit) ? edited
            : throw new ArgumentException($"\"{edit.Key}\" of the element \"{edit.Element}\" is written in a way that can't be changed here; edit the file.", nameof(edit));
    }

    private static string OwnPath(PackSource source, string path, string pack, WordingEdit edit)
    {
        if (path.StartsWith($"{pack}/", StringComparison.Ordinal))
        {
            return path;
        }

        var own = OwnFile(pack, edit.Element);
        // What stands there already may be an element of another name, or no YAML for the moment: it is not written over.
        return source.Files.Any(f => f.Path.Equals(own, StringComparison.OrdinalIgnoreCase))
            ? throw new ArgumentException($"The pack has a file {own} that does not hold the element \"{edit.Element}\"; mend its file first.", nameof(edit))
            : own;
    }

    private static string OwnFile(string pack, string name) => $"{pack}/{NewElement}/{name}.yaml";

    private static WordingElement Element(string id, WordingFile file, string pack)
        => new(id, file.TextOf("name") ?? id, file.Path, !file.Path.StartsWith($"{pack}/", StringComparison.Ordinal), [.. file.Entries()],
            [.. file.Examples("states"), .. file.Examples("leaves-open")]);

    /// <summary>One flow mapping on a line of its own, as the pack's other examples stand.</summary>
    private static string Example(NewExample example)
    {
        var text = example.Text.Count == 1 ? WordingFile.Quoted(example.Text[0]) : WordingFile.Listed(example.Text);
        var status = example.Is is null ? "" : $", is: {WordingFile.Plain(example.Is)}";
        var values = example.Values is { Count: > 0 } list ? $", values: {WordingFile.Listed(list)}" : "";
        return status + values is "" && example.Text.Count == 1 ? text : $"{{ text: {text}{status}{values} }}";
    }

    /// <summary>By id; the pack's own before the shared one, which stands in for no file of the same name, not even one that can't be read.</summary>
    private static Dictionary<string, WordingFile> Files(PackSource source, string pack)
    {
        var files = new Dictionary<string, WordingFile>(StringComparer.Ordinal);
        var own = source.Files.Where(f => f.Path.StartsWith($"{pack}/{NewElement}/", StringComparison.Ordinal)).ToList();
        var names = own.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var file in own.Concat(source.Files.Where(f => SharedElements.IsOne(f) && !names.Contains(OwnFile(pack, SharedElements.NameOf(f.Path))))))
        {
            if (WordingFile.Read(file) is { } read && read.TextOf("id") is { } id)
            {
                files.TryAdd(id, read);
            }
        }

        return files;
    }

    private static IEnumerable<string> Listed(PackSource source, string pack)
        => source.Files.FirstOrDefault(f => f.Path == $"{pack}/pack.yaml") is { } manifest && WordingFile.Read(manifest) is { } read ? read.ListOf("elements") ?? [] : [];
}

/// <summary>An element as its author words it.</summary>
/// <param name="File">Where it stands; see <see cref="PackFile.Path"/>.</param>
/// <param name="Shared">Whether it is one of those that any pack can list; an edit makes the pack's own copy of it.</param>
/// <param name="Entries">Its texts and lists, those that there are.</param>
/// <param name="Examples">In the file's order, those that answer it first.</param>
public sealed record WordingElement(
    string Id, string Name, string File, bool Shared, IReadOnlyList<WordingEntry> Entries, IReadOnlyList<WordingExample> Examples);

/// <param name="Key">
/// <c>name</c>, <c>severity</c>, <c>question</c>, <c>why</c>, <c>phrase</c>, <c>not-done</c>, <c>unable</c>,
/// <c>fields.NAME.options</c> or <c>terms.NAME.words</c>.
/// </param>
/// <param name="Text">Null for a list.</param>
/// <param name="List">Null for a text.</param>
/// <param name="Line">Where it stands, from 1.</param>
public sealed record WordingEntry(string Key, string? Text, IReadOnlyList<string>? List, int Line);

/// <param name="Key"><c>examples.states</c>: what answers the element; <c>examples.leaves-open</c>: what must not.</param>
/// <param name="Number">Its place under that key, from 0.</param>
/// <param name="Text">Its paragraphs.</param>
/// <param name="Is">The status that the draft is to have, where it is said.</param>
/// <param name="Line">From 1; a failing example is known by its line.</param>
public sealed record WordingExample(string Key, int Number, IReadOnlyList<string> Text, string? Is, IReadOnlyList<string> Values, int Line);

/// <param name="Key">As in <see cref="WordingEntry.Key"/> with <paramref name="Text"/> or <paramref name="List"/>, as in <see cref="WordingExample.Key"/> with the others.</param>
/// <param name="Add">An example to add behind the others.</param>
/// <param name="Remove">The number of an example to take out.</param>
public sealed record WordingEdit(string Element, string Key, string? Text = null, IReadOnlyList<string>? List = null, NewExample? Add = null, int? Remove = null);

/// <param name="Text">Its paragraphs, at least one.</param>
/// <param name="Is">A status; null for documented, or missing under <c>leaves-open</c>.</param>
/// <param name="Values">What is to be read, where that is to be checked.</param>
public sealed record NewExample(IReadOnlyList<string> Text, string? Is, IReadOnlyList<string>? Values);
