using Laminar.Engine;

namespace Laminar.Word;

/// <summary>One writing into a document: the changes to its main part and to the parts beside it, until they are saved.</summary>
internal sealed class WritingSession
{
    private readonly WordDocument document;
    private readonly CancellationToken cancellation;

    public WritingSession(ReadOnlyMemory<byte> bytes, ZipPackage zip, WordDocument document, TextMap map, Draft draft, Ids ids, CancellationToken cancellation)
    {
        (this.document, this.cancellation) = (document, cancellation);
        (Map, Draft, Ids) = (map, draft, ids);
        Package = new EditablePackage(bytes, zip);
        Tree = new MarkupTree(Package.Read(document.MainPart)!);
        Lists = new PackageLists(Package, document.MainPart, Ooxml.IsStrictWord(Tree.WordNamespace));
        var folder = document.MainPart[..(document.MainPart.LastIndexOf('/') + 1)];
        Comments = new CommentsPart(Package, Lists, Tree, folder, PartOf("comments"));
        Marks = new Marks(Tree);
        cancellation.ThrowIfCancellationRequested();
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

    public Ids Ids { get; }

    public Splices Splices { get; } = new();

    /// <summary>The part that keeps the answers, or null.</summary>
    public string? Record => document.Record;

    public byte[] Save(DateTimeOffset at)
    {
        cancellation.ThrowIfCancellationRequested();
        Seating.WriteTo(Splices);
        if (Splices.Any)
        {
            Package.Write(document.MainPart, Splices.Apply(Tree.Bytes));
        }

        Comments.Save();
        cancellation.ThrowIfCancellationRequested();
        return Package.Save(at);
    }

    public PhraseWriter Phrases(WordMarkup markup) => new(Tree, Map, Draft, Seats, Seating, markup);

    private string? PartOf(string kind) => document.Relationships.FirstOrDefault(relationship => relationship.Kind == kind).Part;

    /// <summary>
    /// The ids in all parts that can hold any. Comments, which the reading of a draft passes by, are read through on the way, so
    /// that a damaged part is refused before anything is written into it.
    /// </summary>
    /// <exception cref="RefusalException">The comments are no comments.</exception>
    public static Ids IdsOf(ZipPackage zip, WordDocument document)
    {
        var ids = new Ids();
        Note(document.MainPart);
        foreach (var relationship in document.Relationships)
        {
            if (relationship.Kind is "header" or "footer" or "footnotes" or "endnotes" or "comments" or "glossaryDocument")
            {
                Note(relationship.Part);
            }

            if (relationship.Kind == "comments")
            {
                RefuseDamagedComments(zip, relationship.Part);
            }
        }

        return ids;

        void Note(string part) => ids.Note(zip.ReadAll(part) is { } bytes ? XmlBytes.ToUtf8(bytes) : []);
    }

    private static void RefuseDamagedComments(ZipPackage zip, string part)
    {
        using var xml = zip.Open(part);
        if (xml is not null && !xml.IsWord("comments"))
        {
            throw new RefusalException(DraftErrors.DamagedXml);
        }

        xml?.Skip();
    }
}
