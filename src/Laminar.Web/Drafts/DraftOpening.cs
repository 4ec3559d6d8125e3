using Laminar.Word;

namespace Laminar.Web;

/// <summary>A draft of a request, opened with what came with it: its record, and the edits, which are made before anything else.</summary>
internal static class DraftOpening
{
    // Of the file that only the scan sees: no change is tracked without a name.
    private const string Nobody = "-";

    /// <summary>Opens the draft as it was sent.</summary>
    public static (DraftDocument? Document, DraftError? Error) Open(Upload upload, ReadLimits reader, CancellationToken deadline) =>
        DraftDocument.Open(upload.Bytes, upload.Name, reader, OptionsOf(upload), deadline);

    /// <summary>Opens the draft with its edits in it.</summary>
    public static (DraftDocument? Document, DraftError? Error) OpenEdited(Upload upload, GivenEdits edits, ReadLimits reader, CancellationToken deadline)
    {
        if (edits.Edits.Count == 0)
        {
            return Open(upload, reader, deadline);
        }

        return Edit(upload, edits, edits.By ?? "", reader, deadline) switch
        {
            ({ } bytes, _) => DraftDocument.Open(bytes, upload.Name, reader, OptionsOf(upload), deadline),
            var (_, error) => (null, error),
        };
    }

    /// <summary>Reads the draft with its edits in it, for a scan; nothing of it goes out as a file, so that nobody has to be named.</summary>
    /// <param name="showsDeleted">Whether the paragraphs are to hold what was deleted.</param>
    public static DraftReading ReadEdited(Upload upload, GivenEdits edits, bool showsDeleted, ReadLimits reader, CancellationToken deadline)
    {
        var options = OptionsOf(upload) with { ShowsDeleted = showsDeleted };
        if (edits.Edits.Count == 0)
        {
            return DraftReader.Read(upload.Bytes, upload.Name, reader, options, deadline);
        }

        return Edit(upload, edits, edits.By ?? Nobody, reader, deadline) switch
        {
            ({ } bytes, _) => DraftReader.Read(bytes, upload.Name, reader, options, deadline),
            var (_, error) => new DraftReading(null, error),
        };
    }

    private static (byte[]? Bytes, DraftError? Error) Edit(Upload upload, GivenEdits edits, string by, ReadLimits reader, CancellationToken deadline)
    {
        var (document, error) = Open(upload, reader, deadline);
        if (document is null)
        {
            return (null, error);
        }

        var edited = document.Edit(edits.Edits, by, TimeProvider.System.GetUtcNow());
        return (edited.Bytes, edited.Error);
    }

    private static ReadOptions OptionsOf(Upload upload) => new() { Record = upload[UploadPart.Record] };
}
