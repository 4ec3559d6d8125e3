using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>What the lint of a standard note comes to: what has to be mended before it is published, and what it has no field for.</summary>
internal sealed record NoteCheck(int Faults, int Lacking)
{
    public static NoteCheck Of(Draft note, Pack pack, CancellationToken cancellation)
    {
        var result = NoteLint.Check(note, pack, cancellation);
        return new NoteCheck(
            result.Findings.Count(finding => finding.Severity != Severity.Recommended),
            result.Elements.Count(element => element.Covered == NoteCoverage.Lacking));
    }

    /// <summary>Null where the file can't be read.</summary>
    public static NoteCheck? Of(ReadOnlyMemory<byte> file, string name, Pack pack, CancellationToken cancellation) =>
        DraftReader.Read(file, name, ReadLimits.Default, cancellation) is ({ } note, _) ? Of(note, pack, cancellation) : null;
}
