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
    private readonly ReadOptions options;
    private readonly bool isPlainText;

    private DraftDocument(ReadOnlyMemory<byte> bytes, string name, string sha256, bool isPlainText, ReadLimits limits, ReadOptions options, CancellationToken cancellation)
    {
        (this.bytes, this.isPlainText, this.options, this.cancellation) = (bytes, isPlainText, options, cancellation);
        var budget = new ReadBudget(limits, cancellation);
        zip = new ZipPackage(DraftReader.Segment(bytes), budget);
        map = new TextMap();
        document = new WordDocument(zip, budget, options, map);
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
        => Open(bytes, name, limits, ReadOptions.Default, cancellation);

    /// <inheritdoc cref="Open(ReadOnlyMemory{byte}, string, ReadLimits, CancellationToken)"/>
    public static (DraftDocument? Document, DraftError? Error) Open(ReadOnlyMemory<byte> bytes, string name, ReadLimits limits, ReadOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return (OpenOrRefuse(bytes, name, limits, options, cancellation), null);
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
        var (taken, reopened, refused) = application.Sort(answers, answerer.Role);

        // First what goes by the places of the text, then what goes by marks, which other text doesn't move.
        var unplaced = application.Insert(taken);
        taken.RemoveAll(answer => unplaced.Exists(one => one.Finding == answer.Finding.Id));
        if (session.HasChanges)
        {
            session = Reopen(session.Save(at)).Session();
            application = new Application(session, scan, stamp);
        }

        application.Confirm(taken);
        application.Keep(taken, reopened);
        return new AppliedAnswers(session.Save(at), [.. refused, .. unplaced]);
    }

    /// <summary>
    /// The same for a host that writes itself: what <see cref="Apply"/> would write, where, and the record that it would keep.
    /// </summary>
    /// <param name="scan">The scan of <see cref="Draft"/>.</param>
    /// <param name="at">The time that the record bears.</param>
    public DraftInsertions Insertions(ScanResult scan, IReadOnlyList<Answer> answers, Answerer answerer, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(answerer);
        var application = new Application(Session(), scan, new Stamp(answerer.Name, at));
        var (taken, reopened, refused) = application.Sort(answers, answerer.Role);
        var unplaced = application.Insert(taken);
        taken.RemoveAll(answer => unplaced.Exists(one => one.Finding == answer.Finding.Id));
        return new DraftInsertions(application.Insertions(taken), [.. refused, .. unplaced], application.RecordOf(taken, reopened));
    }

    /// <summary>Asks findings as comments that say who flags them, in the form of <see cref="AnnotationMode.Questions"/>. What is asked already stays.</summary>
    /// <param name="scan">The scan of <see cref="Draft"/>.</param>
    /// <param name="findings">Ids of findings; those that the scan doesn't have are passed over.</param>
    /// <param name="by">Who flags them, for the comment's first line.</param>
    public byte[] Flag(ScanResult scan, IReadOnlyCollection<string> findings, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(by);
        var session = Session();
        new Annotation(session, scan, AnnotationMode.Questions, at).Flag(findings, by);
        return session.Save(at);
    }

    /// <summary>
    /// Changes the draft's text: in a Word file as tracked changes, in plain text right away. Nothing is changed unless all of the
    /// edits can be made.
    /// </summary>
    /// <param name="edits">In the coordinates of <see cref="Draft"/> and in its order; they don't overlap.</param>
    /// <param name="by">The author of the tracked changes.</param>
    public EditedDraft Edit(IReadOnlyList<TextEdit> edits, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(edits);
        ArgumentNullException.ThrowIfNull(by);
        try
        {
            return TextEdits.Refuse(Draft, edits) is { } error ? new EditedDraft(null, error)
                : isPlainText ? new EditedDraft(NewPackage.FromText(Draft.FromText(Draft.Name, TextEdits.Apply(Draft, edits).Text!)).ToArray(), null)
                : new EditedDraft(Tracked(edits, by, at), null);
        }
        catch (RefusalException refusal)
        {
            return new EditedDraft(null, refusal.Error);
        }
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

    private static DraftDocument OpenOrRefuse(ReadOnlyMemory<byte> bytes, string name, ReadLimits limits, ReadOptions options, CancellationToken cancellation)
    {
        RefuseLarge(bytes, limits);
        name = DraftReader.NameOnly(name);
        var sha256 = DraftReader.Hash(bytes);
        var kind = FileKinds.Sniff(bytes.Span);
        var package = kind switch
        {
            FileKind.Zip => bytes,
            FileKind.FlatOpc => NewPackage.FromFlatOpc(bytes, limits, cancellation),
            _ => FromText(DraftReader.Read(bytes, name, limits, cancellation)),
        };
        RefuseLarge(package, limits);
        return new DraftDocument(package, name, sha256, kind == FileKind.Text, limits, options, cancellation);
    }

    private static void RefuseLarge(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        if (bytes.Length > limits.MaxFileBytes)
        {
            throw new RefusalException(DraftErrors.TooLarge(limits.MaxFileBytes));
        }
    }

    /// <summary>What is no text either the reader has refused, in its own words.</summary>
    private static ReadOnlyMemory<byte> FromText(DraftReading reading) => reading.Draft is { } draft ? NewPackage.FromText(draft) : throw new RefusalException(reading.Error!);

    /// <exception cref="RefusalException">An edit can't be made.</exception>
    private byte[] Tracked(IReadOnlyList<TextEdit> edits, string by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(by) || by.Trim() == Stamp.Tool)
        {
            throw new RefusalException(DraftErrors.EditUnsigned);
        }

        var session = Session();
        new Editing(session, new Stamp(by.Trim(), at)).Write(EditPlan.Of(Draft, edits));
        var edited = session.Save(at);

        // What a place holds can depend on what stands around it. No file leaves that says something else than was asked for.
        return Reopen(edited).Draft.Paragraphs.Select(static paragraph => paragraph.Text).SequenceEqual(TextEdits.Paragraphs(Draft, edits))
            ? edited
            : throw new RefusalException(DraftErrors.EditUnsafe);
    }

    private WritingSession Session()
    {
        cancellation.ThrowIfCancellationRequested();
        return new WritingSession(bytes, zip, document, main, map, Draft, new Ids(ids), cancellation) { OuterRecord = options.Record };
    }

    /// <summary>What was written here is within any limit that the draft was within, but for the little that was added.</summary>
    private DraftDocument Reopen(byte[] changed) => new(changed, Draft.Name, Draft.Sha256, isPlainText, ReadLimits.None, options, cancellation);
}
