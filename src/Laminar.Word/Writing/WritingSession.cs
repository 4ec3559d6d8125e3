using Laminar.Engine;

namespace Laminar.Word;

/// <summary>One writing into a document: the changes to its main part and to the parts beside it, until they are saved.</summary>
internal sealed class WritingSession
{
    private readonly WordDocument document;

    public WritingSession(ReadOnlyMemory<byte> bytes, ZipPackage zip, WordDocument document, TextMap map, Draft draft)
    {
        this.document = document;
        (Map, Draft) = (map, draft);
        Package = new EditablePackage(bytes, zip);
        Tree = new MarkupTree(Package.Read(document.MainPart)!);
        Lists = new PackageLists(Package, document.MainPart, Ooxml.IsStrictWord(Tree.WordNamespace));
        var folder = document.MainPart[..(document.MainPart.LastIndexOf('/') + 1)];
        Comments = new CommentsPart(Package, Lists, Tree, folder, PartOf("comments"));
        Marks = new Marks(Tree);
        NoteIds(folder);
        Seats = new SeatFinder(Tree, Map, Ids);
        Seating = new Seating(Tree);
    }

    public TextMap Map { get; }

    public Draft Draft { get; }

    public EditablePackage Package { get; }

    public PackageLists Lists { get; }

    public MarkupTree Tree { get; }

    public Marks Marks { get; }

    public CommentsPart Comments { get; }

    public SeatFinder Seats { get; }

    public Seating Seating { get; }

    public Ids Ids { get; } = new();

    public Splices Splices { get; } = new();

    /// <summary>The part that keeps the answers, or null.</summary>
    public string? Record => document.Record;

    public byte[] Save(DateTimeOffset at)
    {
        Seating.WriteTo(Splices);
        if (Splices.Any)
        {
            Package.Write(document.MainPart, Splices.Apply(Tree.Bytes));
        }

        Comments.Save();
        return Package.Save(at);
    }

    public PhraseWriter Phrases(WordMarkup markup) => new(Tree, Map, Draft, Seats, Seating, markup);

    private string? PartOf(string kind) => document.Relationships.FirstOrDefault(relationship => relationship.Kind == kind).Part;

    /// <summary>All parts of the document's folder that can hold ids; what has no text of a reader's has none that matter.</summary>
    private void NoteIds(string folder)
    {
        Ids.Note(Tree.Bytes);
        foreach (var relationship in document.Relationships)
        {
            if (relationship.Kind is "header" or "footer" or "footnotes" or "endnotes" or "comments" or "glossaryDocument" && Package.Read(relationship.Part) is { } part)
            {
                Ids.Note(part);
            }
        }
    }
}
