using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>One file of an archive that is to be audited.</summary>
/// <param name="Name">How the audit refers to it: below the archive's folder with forward slashes, or as a list has it.</param>
/// <param name="Path">Where it is opened.</param>
/// <param name="Error">Why it can't be come to at all; null for a file.</param>
internal readonly record struct ArchiveFile(string Name, string Path, DraftError? Error = null);
