using Laminar.Engine;

namespace Laminar.Word;

/// <summary>One writing into a document: the changes to its main part and to the parts beside it, until they are saved.</summary>
internal sealed class WritingSession
{
    private readonly WordDocument document;
    private readonly CancellationToken cancellation;

    public WritingSession(ReadOnlyMemory<byte> bytes, ZipPackage zip, WordDocument document, byte[] main, TextMap map, Draft draft, Ids ids, CancellationToken cancellation)
    {
        (this.document, this.cancellation) = (document, cancellation);
        (Map, Draft, Ids) = (map, draft, ids);
        Package = new EditablePackage(bytes, zip);
        Tree = new MarkupTree(main);
        Lists = new PackageLists(Package, document.MainPart, Ooxml.IsStrictWord(Tree.WordNamespace));
        var folder = document.MainPart[..(document.MainPart.LastIndexOf('/') + 1)];
        Comments = new CommentsPart(Package, Lists, Tree, folder, PartOf("comments"), PartOf("commentsExtended"));
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

    /// <summary>A record that came beside the file; counts where the file has none.</summary>
    public ReadOnlyMemory<byte> OuterRecord { get; init; }

    /// <summary>The record's bytes in UTF-8, wherever it came from; null where there is none. One from outside was read without fault if it has answers.</summary>
    public byte[]? KeptRecord => Record is not null ? Package.Read(Record) : Draft.Answers.Count > 0 ? XmlBytes.ToUtf8(OuterRecord.ToArray()) : null;

    /// <summary>Whether anything waits to be written into the main part.</summary>
    public bool HasChanges => Seating.Any || Splices.Any;

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

    /// <summary>Takes out questions, and joins what was cut for them and for all that has gone before. A question with replies is a conversation, and stays.</summary>
    /// <returns>Whether there were any.</returns>
    public bool TakeOutQuestions(Predicate<CommentsPart.Question> which)
    {
        var ids = Comments.Questions.Where(question => !question.HasReply && which(question)).Select(static question => question.Comment).ToHashSet();
        Marks.RemoveComments(ids, Splices);
        Marks.Join(Splices);
        Comments.Remove(ids);
        return ids.Count > 0;
    }

    private string? PartOf(string kind) => document.Relationships.FirstOrDefault(relationship => relationship.Kind == kind).Part;

    /// <summary>
    /// The ids in all parts that can hold any. Comments, which the reading of a draft passes by, are read through on the way, so
    /// that a damaged part is refused before anything is written into it.
    /// </summary>
    /// <exception cref="RefusalException">The comments are no comments.</exception>
    public static Ids IdsOf(ZipPackage zip, WordDocument document, byte[] main)
    {
        var ids = new Ids();
        ids.Note(main);
        foreach (var relationship in document.Relationships)
        {
            if (relationship.Kind == "comments")
            {
                RefuseDamagedComments(zip, relationship.Part, document.Budget);
            }

            if (relationship.Kind is "header" or "footer" or "footnotes" or "endnotes" or "comments" or "glossaryDocument")
            {
                ids.Note(zip.ReadAll(relationship.Part) is { } part ? XmlBytes.ToUtf8(part) : []);
            }
        }

        return ids;
    }

    private static void RefuseDamagedComments(ZipPackage zip, string part, ReadBudget budget)
    {
        using var xml = zip.Open(part);
        if (xml is not null && !xml.IsWord("comments"))
        {
            throw new RefusalException(DraftErrors.DamagedXml);
        }

        var count = 0;
        for (var depth = xml?.Enter() ?? 0; xml is not null && xml.NextChild(depth); xml.Skip())
        {
            budget.RefuseMoreEntries(++count);
        }
    }
}
