namespace Laminar.Web;

/// <summary>What is recorded. Scans are not: they change nothing, and nothing of them is kept.</summary>
internal static class AuditActions
{
    public const string Published = "published";

    /// <summary>A version was put in use that is no older than the one before.</summary>
    public const string Used = "used";

    public const string RolledBack = "rolled-back";
    public const string DraftDiscarded = "draft-discarded";
    public const string NotePublished = "note-published";
    public const string Reported = "reported";
    public const string Answered = "answered";
    public const string Flagged = "flagged";
    public const string Finalized = "finalized";

    /// <summary>An audit of a folder, whose results name files of patients.</summary>
    public const string ArchiveBegun = "archive-begun";
    public const string ArchiveStopped = "archive-stopped";
    public const string ArchiveResumed = "archive-resumed";
    public const string ArchiveDeleted = "archive-deleted";
}
