using System.Xml;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>
/// A draft that is opened to be written into: its text for the scan, and the ways to put what the scan found into the document.
/// Every way answers with the bytes of a whole new file and leaves this object as it is.
/// </summary>
public sealed class DraftDocument
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly CancellationToken cancellation;
    private readonly WordDocument document;
    private readonly ZipPackage zip;
    private readonly TextMap map;
    private readonly byte[] main;
    private readonly Ids ids;

    private DraftDocument(ReadOnlyMemory<byte> bytes, string name, string sha256, ReadLimits limits, CancellationToken cancellation)
    {
        (this.bytes, this.cancellation) = (bytes, cancellation);
        var budget = new ReadBudget(limits, cancellation);
        zip = new ZipPackage(DraftReader.Segment(bytes), budget);
        map = new TextMap();
        document = new WordDocument(zip, budget, map);
        document.Read();
        Draft = new Draft(name, sha256, document.Paragraphs, document.Notices) { Answers = document.Answers };
        EditingLock.Refuse(zip, document);
        zip.RefuseDamagedEntries();
        Extension = MainTypes.ExtensionOf(zip, document.MainPart);
        main = XmlBytes.ToUtf8(zip.ReadAll(document.MainPart)!);
        ids = WritingSession.IdsOf(zip, document, main);
    }

    /// <summary>The draft as <see cref="DraftReader"/> reads it.</summary>
    public Draft Draft { get; }

    /// <summary>The ending that a file with this document has to have: <c>.docx</c>, <c>.docm</c>, <c>.dotx</c> or <c>.dotm</c>.</summary>
    public string Extension { get; }

    /// <summary>
    /// Opens a draft for writing. Flat OPC and plain text become a Word file on the way. Bytes that can't be read, and documents
    /// that must not be edited (signed, protected, final), are answered by an error.
    /// </summary>
    /// <param name="bytes">The whole file; kept while the object lives, never changed.</param>
    /// <param name="name">The file's name, for display; a folder in it is dropped.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (DraftDocument? Document, DraftError? Error) Open(ReadOnlyMemory<byte> bytes, string name, ReadLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            return (OpenOrRefuse(bytes, name, limits, cancellation), null);
        }
        catch (RefusalException refusal)
        {
            return (null, refusal.Error);
        }
        catch (XmlException)
        {
            // Its message can quote the draft, so it goes no further.
            return (null, DraftErrors.DamagedXml);
        }
        catch (InvalidDataException)
        {
            return (null, DraftErrors.DamagedZip);
        }
    }

    /// <summary>Puts the findings of a scan into the document. What stands there already stays; what is no longer asked goes.</summary>
    /// <param name="scan">The scan of <see cref="Draft"/>.</param>
    /// <param name="at">The time of the tracked changes.</param>
    public byte[] Annotate(ScanResult scan, AnnotationMode mode, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scan);
        var session = Session();
        var annotation = new Annotation(session, scan, mode, at);
        if (annotation.RemoveStale())
        {
            session = Reopen(session.Save(at)).Session();
            annotation = new Annotation(session, scan, mode, at);
        }

        annotation.Write();
        return session.Save(at);
    }

    /// <summary>Writes answers: an open suggestion becomes confirmed wording, in the answerer's name and still a tracked change.</summary>
    /// <param name="scan">The scan of <see cref="Draft"/>.</param>
    public AppliedAnswers Apply(ScanResult scan, IReadOnlyList<Answer> answers, Answerer answerer, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(answerer);
        var session = Session();
        var stamp = new Stamp(answerer.Name, at);
        var application = new Application(session, scan, stamp);
        var (taken, refused) = application.Sort(answers, answerer.Role);

        // First what goes by the places of the text, then what goes by marks, which other text doesn't move.
        var unplaced = application.Insert(taken);
        taken.RemoveAll(answer => unplaced.Exists(one => one.Finding == answer.Finding.Id));
        if (session.HasChanges)
        {
            session = Reopen(session.Save(at)).Session();
            application = new Application(session, scan, stamp);
        }

        application.Confirm(taken);
        return new AppliedAnswers(session.Save(at), [.. refused, .. unplaced]);
    }

    /// <summary>Takes out what the tool put in and nobody answered, and its record.</summary>
    public byte[] Clear(DateTimeOffset at)
    {
        var session = Session();
        new Clearing(session).Clear();
        return session.Save(at);
    }

    /// <summary>
    /// The last step before the signature: takes out the tool's marks and leaves its record, or says what is still open.
    /// </summary>
    /// <param name="scan">The scan of <see cref="Draft"/>.</param>
    public FinalizedDraft Finalize(ScanResult scan, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scan);
        var session = Session();
        var finalization = new Finalization(session, scan, at);
        var open = finalization.WhatIsOpen();
        if (open.Count > 0)
        {
            return new FinalizedDraft(null, open);
        }

        finalization.Write();
        return new FinalizedDraft(session.Save(at), []);
    }

    private static DraftDocument OpenOrRefuse(ReadOnlyMemory<byte> bytes, string name, ReadLimits limits, CancellationToken cancellation)
    {
        name = DraftReader.NameOnly(name);
        var sha256 = DraftReader.Hash(bytes);
        var package = FileKinds.Sniff(bytes.Span) switch
        {
            FileKind.Zip => bytes,
            FileKind.FlatOpc => NewPackage.FromFlatOpc(bytes, limits, cancellation),
            _ => FromText(DraftReader.Read(bytes, name, limits, cancellation)),
        };
        if (package.Length > limits.MaxFileBytes)
        {
            throw new RefusalException(DraftErrors.TooLarge(limits.MaxFileBytes));
        }

        return new DraftDocument(package, name, sha256, limits, cancellation);
    }

    /// <summary>What is no text either the reader has refused, in its own words.</summary>
    private static byte[] FromText(DraftReading reading) => reading.Draft is { } draft ? NewPackage.FromText(draft) : throw new RefusalException(reading.Error!);

    private WritingSession Session()
    {
        cancellation.ThrowIfCancellationRequested();
        return new WritingSession(bytes, zip, document, main, map, Draft, new Ids(ids), cancellation);
    }

    /// <summary>What was written here is within any limit that the draft was within, but for the little that was added.</summary>
    private DraftDocument Reopen(byte[] changed) => new(changed, Draft.Name, Draft.Sha256, ReadLimits.None, cancellation);
}
