using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>Why a file could not even be opened. What is wrong inside one has its own codes, <see cref="DraftErrorCodes"/>.</summary>
internal static class FileErrors
{
    public static DraftError NotFound { get; } = new("not-found", "There is no such file.");

    public static DraftError IsFolder { get; } = new("is-folder", "This is a folder; name the files in it.");

    public static DraftError NoAccess { get; } = new("no-access", "The file may not be opened by this user.");

    public static DraftError Unreadable { get; } = new("unreadable", "The file could not be read from the disk.");

    /// <summary>A folder of an archive that is closed: what it holds is missing from the audit, and nobody should miss that.</summary>
    public static DraftError FolderNoAccess { get; } = new("folder-no-access", "This folder may not be opened by this user; nothing in it was audited.");

    public static DraftError FolderUnreadable { get; } = new("folder-unreadable", "This folder could not be read from the disk; nothing in it was audited.");
}
