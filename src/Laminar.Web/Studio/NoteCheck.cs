using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>What the lint of a standard note comes to.</summary>
/// <param name="Faults">What stands in it and has to be mended before it is published.</param>
/// <param name="Lacking">Elements that it has nothing for: a report made from it will be asked for them, and says nothing wrong.</param>
internal sealed record NoteCheck(int Faults, int Lacking)
{
    public static NoteCheck Of(Draft note, Pack pack, CancellationToken cancellation)
    {
        var result = NoteLint.Check(note, pack, cancellation);
        return new NoteCheck(
            result.Findings.Count(finding => finding.Place is not null && finding.Severity != Severity.Recommended),
            result.Elements.Count(element => element.Covered == NoteCoverage.Lacking));
    }

    /// <summary>Null where the file can't be read.</summary>
    public static NoteCheck? Of(ReadOnlyMemory<byte> file, string name, Pack pack, CancellationToken cancellation) =>
        DraftReader.Read(file, name, ReadLimits.Default, cancellation) is ({ } note, _) ? Of(note, pack, cancellation) : null;
}
