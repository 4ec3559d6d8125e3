namespace Laminar.Engine;

/// <summary>How a pack's standard note is laid out: what its author writes in <c>note.yaml</c>, in the order of the page.</summary>
/// <param name="Title">The heading of the whole note.</param>
/// <param name="Rows">The block at the head of the report, a fact a row.</param>
public sealed record StandardNote(string Title, IReadOnlyList<NoteRow> Rows, IReadOnlyList<NoteSection> Sections)
{
    /// <summary>The elements that have a field in the note, in its order.</summary>
    public IEnumerable<string> Elements
        => Rows.Select(r => r.Item).Concat(Sections.SelectMany(s => s.Paragraphs.SelectMany(p => p).Concat(s.List)))
            .Where(i => i.Kind is NoteItemKind.Phrase or NoteItemKind.Field)
            .Select(i => i.Text);

    /// <summary>The label that an element's field stands behind; null where it has none.</summary>
    public string? LabelOf(string element)
        => Rows.FirstOrDefault(r => r.Item.Kind == NoteItemKind.Field && r.Item.Text == element)?.Label
            ?? Sections.SelectMany(s => s.Paragraphs.SelectMany(p => p).Concat(s.List)).FirstOrDefault(i => i.Kind == NoteItemKind.Field && i.Text == element)?.Label;
}

public sealed record NoteRow(string Label, NoteItem Item);

/// <param name="Paragraphs">Each of them is a row of sentences.</param>
/// <param name="List">An item a line, with a mark before it.</param>
public sealed record NoteSection(string Heading, IReadOnlyList<IReadOnlyList<NoteItem>> Paragraphs, IReadOnlyList<NoteItem> List);

/// <param name="Text">The element's id, the fixed text, or what the blank asks for.</param>
/// <param name="Label">What stands before a field or a blank, with a colon between: a sentence that any answer completes. Null where a heading or a row says what it is.</param>
public sealed record NoteItem(NoteItemKind Kind, string Text, string? Label = null);

public enum NoteItemKind
{
    /// <summary>The element's phrase, where it ends in its field behind a colon.</summary>
    Phrase,

    /// <summary>The element's field, where a label or a heading says what it is.</summary>
    Field,

    /// <summary>Words that are the same in every report.</summary>
    Text,

    /// <summary>A field of no element: the patient's name, the date.</summary>
    Blank,
}
