using System.Text.Json.Serialization;
using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>A version that reports choose from.</summary>
/// <param name="Hash">Of its files; see <see cref="PackContent.Hash"/>.</param>
internal sealed record ArchivePack(string Id, string Version, string Hash);

/// <summary>What an audit comes to as far as it is: small enough to be looked at every few seconds.</summary>
internal sealed record ArchiveFigures
{
    public int Files { get; set; }

    public int Unreadable { get; set; }

    /// <summary>Reports that a pack applies to.</summary>
    public int Reports { get; set; }

    /// <summary>Of them, those in which something required is open.</summary>
    public int Open { get; set; }

    /// <summary>Of them, those in which two statements disagree.</summary>
    public int Disagreeing { get; set; }

    /// <summary>Reports of which no pack can say whether it is for them.</summary>
    public int Uncertain { get; set; }

    /// <summary>By month, <c>yyyy-MM</c>: reports that a pack applies to, and those of them with something required open.</summary>
    public SortedDictionary<string, ArchiveMonth> Months { get; init; } = new(StringComparer.Ordinal);

    public void Add(ArchiveLine line)
    {
        Files++;
        if (!line.Applies)
        {
            Unreadable += line.Error is null ? 0 : 1;
            Uncertain += line.Error is null && line.Applicability == ApplicabilityStatus.Uncertain ? 1 : 0;
            return;
        }

        var open = line.IsOpen ? 1 : 0;
        Reports++;
        Open += open;
        Disagreeing += line.Disagrees ? 1 : 0;
        Add(line.Month, new ArchiveMonth(1, open));
    }

    public void Add(ArchiveFigures other)
    {
        Files += other.Files;
        Unreadable += other.Unreadable;
        Reports += other.Reports;
        Open += other.Open;
        Disagreeing += other.Disagreeing;
        Uncertain += other.Uncertain;
        foreach (var (month, figures) in other.Months)
        {
            Add(month, figures);
        }
    }

    private void Add(string month, ArchiveMonth figures)
    {
        var known = Months.GetValueOrDefault(month);
        Months[month] = new ArchiveMonth(known.Reports + figures.Reports, known.Open + figures.Open);
    }
}

internal readonly record struct ArchiveMonth(int Reports, int Open);

/// <summary>What a page is told of the audits of archives.</summary>
/// <param name="Hindrance">Why none can be begun here; null where one can.</param>
/// <param name="Runs">The last ones, the newest first.</param>
/// <param name="More">Whether there are older audits than <paramref name="Runs"/>.</param>
internal sealed record ArchiveStatus(string? Hindrance, IReadOnlyList<string> Folders, IReadOnlyList<ArchiveServer> Servers, IReadOnlyList<ArchiveRunStatus> Runs, bool More);

/// <summary>A server that lends workers.</summary>
internal sealed record ArchiveServer(string Name, int Workers);

/// <param name="Ended">When the last part was over.</param>
/// <param name="FailedParts">Parts that were given up; begun again, an audit reads those alone.</param>
/// <param name="Stalled">Why nobody goes on with it; null where somebody does, or nothing is left.</param>
internal sealed record ArchiveRunStatus(
    Guid Id, string Folder, IReadOnlyList<ArchivePack> Packs, string Person, DateTime At, DateTime? Ended, string State, int Files, int Parts, int OverParts, int FailedParts,
    string? Stalled, ArchiveFigures Figures);

/// <param name="Pack">The only pack to read with; null lets each report choose.</param>
internal sealed record ArchiveRequest(string Folder, string? Pack = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArchiveStatus))]
[JsonSerializable(typeof(ArchiveRequest))]
[JsonSerializable(typeof(ArchiveRunStatus))]
[JsonSerializable(typeof(ArchivePack[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ArchiveStatusJson : JsonSerializerContext;
