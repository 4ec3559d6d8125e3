using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Hosts;

/// <summary>
/// What an audit keeps of one file: references, ids, statuses and counts, and not a word of the report. Either there is an
/// <see cref="Error"/>, or all that a scan found.
/// </summary>
/// <param name="Name">The file, as <see cref="ArchiveFile.Name"/>.</param>
/// <param name="By">What read it: the program and the packs it chose from. Lines of another reader don't compare.</param>
internal sealed record ArchiveLine(string Name, string By)
{
    /// <summary>Length of the file in bytes; with <see cref="Modified"/> it tells whether the file is still the one that was read.</summary>
    public long Bytes { get; init; }

    /// <summary>Last write, UTC.</summary>
    public DateTime Modified { get; init; }

    public string Sha256 { get; init; } = "";

    public int Paragraphs { get; init; }

    public int Words { get; init; }

    /// <summary>Parts of the file that could not be taken in.</summary>
    public int Notices { get; init; }

    /// <summary>The month that the report belongs to, <c>yyyy-MM</c>, UTC.</summary>
    public string Month { get; init; } = "";

    /// <summary>One of <see cref="MonthSource"/>.</summary>
    public string MonthFrom { get; init; } = "";

    /// <summary>Name of the file's template, as Word keeps it; null where it keeps none.</summary>
    public string? Template { get; init; }

    /// <summary>Whether the fields of a standard note stand in it.</summary>
    public bool StandardNote { get; init; }

    public PackInfo Pack { get; init; } = new("", "");

    /// <summary>One of <see cref="ApplicabilityStatus"/>.</summary>
    public string Applicability { get; init; } = "";

    /// <summary>In the pack's order.</summary>
    public IReadOnlyList<ArchiveElement> Elements { get; init; } = [];

    public IReadOnlyList<ArchiveFinding> Findings { get; init; } = [];

    /// <summary>Places that nobody has filled in.</summary>
    public int Blanks { get; init; }

    /// <summary>Answers kept with the file that hold.</summary>
    public int Answered { get; init; }

    public DraftError? Error { get; init; }

    public bool Applies => Error is null && Applicability == ApplicabilityStatus.Applies;

    /// <summary>Whether something required is open.</summary>
    public bool IsOpen => Findings.Any(static finding => finding.Severity == Severity.Required);

    /// <summary>Whether two statements disagree.</summary>
    public bool Disagrees => Findings.Any(static finding => finding.Severity == Severity.Consistency);
}

/// <param name="Status">One of <see cref="ElementStatus"/>.</param>
internal readonly record struct ArchiveElement(string Id, string Status);

/// <inheritdoc cref="Finding"/>
internal readonly record struct ArchiveFinding(string Id, string Element, string Kind, string Severity);

/// <summary>Where a line has its month from.</summary>
internal static class MonthSource
{
    /// <summary>The document's own date of creation (<c>dcterms:created</c>).</summary>
    public const string Created = "created";

    /// <summary>The last write of the file, where the document has no date.</summary>
    public const string Modified = "modified";
}
