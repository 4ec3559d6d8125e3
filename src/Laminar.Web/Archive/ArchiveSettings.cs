using System.Text.RegularExpressions;

namespace Laminar.Web;

/// <summary>Which folders of reports may be audited, and what this server lends to that; the configuration's section <c>Archive</c>.</summary>
/// <param name="Folders">By their names, which are the same on all servers; where each stands on this one. No other file of the machine is read.</param>
/// <param name="Workers">How many parts of audits this server works on at the same time; 0 leaves them to others.</param>
/// <param name="Patience">After how long without a sign of life a worker counts as gone, and another takes what it had.</param>
internal sealed partial record ArchiveSettings(IReadOnlyDictionary<string, string> Folders, int Workers, TimeSpan Patience)
{
    private const int MostWorkers = 64;
    private static readonly TimeSpan ShortestPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(1);

    /// <summary>Either the settings or one sentence about what is wrong with them.</summary>
    public static (ArchiveSettings? Settings, string? Problem) Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Archive");
        var folders = section.GetSection("Folders").GetChildren().ToDictionary(static folder => folder.Key, static folder => folder.Value ?? "", StringComparer.Ordinal);
        var workers = section.GetValue("Workers", 1);
        var patience = section.GetValue("Patience", UsualPatience);
        return folders.Keys.FirstOrDefault(static name => !Name().IsMatch(name)) is { } bad
            ? (null, $"The folder \"{bad}\" of the setting Archive:Folders needs another name: up to 40 small letters, digits and hyphens.")
            : folders.FirstOrDefault(static folder => !Path.IsPathFullyQualified(folder.Value)) is { Key: { } partial }
            ? (null, $"The setting Archive:Folders:{partial} has to be a whole path, such as /srv/reports.")
            : workers is < 0 or > MostWorkers ? (null, $"The setting Archive:Workers has to be a number from 0 to {MostWorkers}.")
            : patience < ShortestPatience ? (null, $"The setting Archive:Patience has to be at least {ShortestPatience:c}.")
            : (new ArchiveSettings(folders, folders.Count == 0 ? 0 : workers, patience), null);
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Name();
}
