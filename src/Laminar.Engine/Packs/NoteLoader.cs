using Laminar.Engine.Elements;

namespace Laminar.Engine.Packs;

/// <summary>
/// Reads the layout of a pack's standard note. The author is held to what a note is for: every element that is asked for has
/// its field, once, and the wording around the fields is about the record alone.
/// </summary>
internal sealed class NoteLoader(AuthorFile file, IReadOnlyList<ElementRule> elements)
{
    private static readonly (string Key, NoteItemKind Kind)[] Kinds =
        [("phrase", NoteItemKind.Phrase), ("field", NoteItemKind.Field), ("text", NoteItemKind.Text), ("blank", NoteItemKind.Blank)];

    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);

    /// <summary>Whether a file lays out a note or holds the rules for notes, told from its text: a scan needs neither.</summary>
    public static bool IsAboutNotes(PackFile file)
    {
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("note:") || line.StartsWith("notes:"))
            {
                return true;
            }
        }

        return false;
    }

    public StandardNote Load()
    {
        var node = file.Map(file.Root!, "note", "examples")["note"];
        var entries = file.Map(node, "title", "rows", "sections");
        var note = new StandardNote(
            Wording(node, entries.GetValueOrDefault("title"), "title"),
            [.. file.Items(entries.GetValueOrDefault("rows")).Select(Row)],
            [.. file.Items(entries.GetValueOrDefault("sections")).Select(Section)]);
        if (elements.Where(e => e.Asked && e.Fields.Count == 1 && !_placed.Contains(e.Id)).Select(e => e.Id).ToList() is { Count: > 0 } left)
        {
            file.Error(node, $"The note leaves out {string.Join(", ", left)}; every element that is asked for needs its field.");
        }

        return note;
    }

    private NoteRow Row(AuthorNode node)
    {
        var entries = file.Map(node, ["label", .. Kinds.Select(k => k.Key)]);
        return new NoteRow(Wording(node, entries.GetValueOrDefault("label"), "label"), Item(node, entries));
    }

    private NoteSection Section(AuthorNode node)
    {
        var entries = file.Map(node, "heading", "paragraphs", "list");
        return new NoteSection(
            Wording(node, entries.GetValueOrDefault("heading"), "heading"),
            [.. file.Items(entries.GetValueOrDefault("paragraphs")).Select(p => (IReadOnlyList<NoteItem>)[.. file.Items(p).Select(Item)])],
            [.. file.Items(entries.GetValueOrDefault("list")).Select(Item)]);
    }

    private NoteItem Item(AuthorNode node)
    {
        var entries = file.Map(node, ["label", .. Kinds.Select(k => k.Key)]);
        var item = Item(node, entries);
        if (!entries.TryGetValue("label", out var label))
        {
            return item;
        }

        if (item.Kind is not (NoteItemKind.Field or NoteItemKind.Blank))
        {
            file.Error(label, "A label stands before a field or a blank; a phrase and a text say themselves what they are about.");
        }

        return item with { Label = Wording(node, label, "label") };
    }

    private NoteItem Item(AuthorNode node, IReadOnlyDictionary<string, AuthorNode> entries)
    {
        var said = Kinds.Where(k => entries.ContainsKey(k.Key)).ToList();
        if (said.Count != 1)
        {
            file.Error(node, $"Here one of {string.Join(", ", Kinds.Select(k => k.Key))} is expected.");
            return new NoteItem(NoteItemKind.Text, string.Empty);
        }

        var (key, kind) = said[0];
        var text = Wording(node, entries[key], key);
        if (kind is NoteItemKind.Phrase or NoteItemKind.Field)
        {
            Place(entries[key], text, kind);
        }

        return new NoteItem(kind, text);
    }

    private void Place(AuthorNode node, string id, NoteItemKind kind)
    {
        var element = elements.FirstOrDefault(e => e.Id == id);
        if (element is not { Asked: true })
        {
            file.Error(node, $"The pack asks for no element \"{id}\".");
        }
        else if (element.Fields.Count != 1)
        {
            file.Error(node, $"The phrase of \"{id}\" has {element.Fields.Count} fields; a note has one field an element.");
        }
        else if (kind == NoteItemKind.Phrase && !element.Phrase.EndsWith($": {{{element.Fields[0].Name}}}.", StringComparison.Ordinal))
        {
            // Whoever fills in a note in Word leaves the words around the field as they are: "under none used guidance".
            file.Error(node, $"The phrase of \"{id}\" does not read with \"not performed\" or \"unable to state\" in its field; give the field a label here.");
        }
        else if (!_placed.Add(id))
        {
            file.Error(node, $"The element \"{id}\" has its field already; two fields for one fact can disagree.");
        }
    }

    private string Wording(AuthorNode parent, AuthorNode? node, string key)
    {
        var text = file.Text(node);
        if (text.Length == 0)
        {
            file.Error(node ?? parent, $"The note needs a \"{key}\" here.");
        }
        else if (text.AsSpan().ContainsAny('{', '}'))
        {
            file.Error(node!, "Fields stand in a note as \"phrase\", \"field\" or \"blank\", not in braces.");
        }

        PhraseRules.CheckWording(file, node ?? parent, text);
        return text;
    }
}
