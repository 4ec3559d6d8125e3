namespace Laminar.Web;

// Rows of audits of archives, in PostgreSQL alone. No word of a report stands in them: names of files and results, and those only under the
// keys of data protection.

/// <summary>An audit of one folder: what it reads with, and how far it is.</summary>
internal sealed class ArchiveRun
{
    public required Guid Id { get; init; }

    /// <summary>A name of <see cref="ArchiveSettings.Folders"/>.</summary>
    public required string Folder { get; init; }

    /// <summary>The versions that reports choose from, as JSON of <see cref="ArchivePack"/>: the same for all parts, whatever is published meanwhile.</summary>
    public required string Packs { get; init; }

    /// <summary>Of the engine and the reader: servers of another build leave the parts alone.</summary>
    public required string Build { get; init; }

    public required string Person { get; init; }

    public required DateTime At { get; init; }

    /// <summary>One of <see cref="ArchiveStates"/>.</summary>
    public required string State { get; set; }

    public int Parts { get; set; }

    /// <summary>Parts that are over, those that failed among them.</summary>
    public int Over { get; set; }

    public int Failed { get; set; }

    /// <summary>Files in the folder when it was listed.</summary>
    public int Files { get; set; }

    /// <summary>As JSON of <see cref="ArchiveFigures"/>: what the parts that are over come to.</summary>
    public required string Figures { get; set; }

    /// <summary>Of the last change: an audit that stands still is taken up again.</summary>
    public required DateTime Touched { get; set; }

    public DateTime? Ended { get; set; }
}

/// <summary>Some files of an audit: what one job reads.</summary>
internal sealed class ArchivePart
{
    public required Guid Run { get; init; }

    public required int Number { get; init; }

    /// <summary>One of <see cref="ArchiveStates"/>: waiting, ended or failed.</summary>
    public required string State { get; set; }

    /// <summary>The names of its files, protected.</summary>
    public required byte[] Names { get; init; }

    /// <summary>The lines of its files, protected; null as long as they were not read.</summary>
    public byte[]? Lines { get; set; }
}

internal static class ArchiveStates
{
    /// <summary>The folder is still to be listed.</summary>
    public const string Listing = "listing";

    public const string Running = "running";

    /// <summary>Somebody has stopped it: its parts that are over stay.</summary>
    public const string Stopped = "stopped";

    public const string Ended = "ended";

    /// <summary>Of an audit: the folder could not be listed. Of a part: it was tried again and again.</summary>
    public const string Failed = "failed";

    /// <summary>Of a part.</summary>
    public const string Waiting = "waiting";
}
