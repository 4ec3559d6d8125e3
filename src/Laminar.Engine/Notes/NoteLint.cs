using Laminar.Engine.Analysis;
using Laminar.Engine.Elements;
using Laminar.Engine.Findings;
using Laminar.Engine.Notes;

namespace Laminar.Engine;

/// <summary>Reads a standard note as what it is: words that will stand in the report of every patient.</summary>
public static class NoteLint
{
    /// <summary>Any text is taken; none throws.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NoteLintResult Check(Draft note, Pack pack, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(pack);
        var space = Workspace.Rent();
        try
        {
            var reading = DraftAnalysis.Analyse(note, pack, space, cancellation);
            var mentions = MentionReader.ReadWords(reading, new TermSets(reading));
            cancellation.ThrowIfCancellationRequested();
            var page = new NotePage(reading, [.. mentions.SelectMany(m => m)], new EvidenceWriter(reading));
            var coverage = Coverage(page);
            List<NoteFinding> findings = [.. new FactLint(page, cancellation).Find(), .. new SentenceLint(page).Find(), .. new FieldLint(page).Find()];
            findings.Sort(static (a, b) => (a.Place!.Paragraph, a.Place.Start).CompareTo((b.Place!.Paragraph, b.Place.Start)));
            findings.AddRange(coverage.Where(e => e.Covered == NoteCoverage.Lacking).Select(e => page.Lacks(e.Id)));
            return new NoteLintResult(Scanner.Document(reading), new PackInfo(pack.Id, pack.Version), coverage, findings);
        }
        finally
        {
            Workspace.Return(space);
        }
    }

    private static List<NoteElement> Coverage(NotePage page)
    {
        var tagged = page.Fields.Select(f => f.Element).ToHashSet(StringComparer.Ordinal);
        var worded = page.Mentions.Where(m => m.State == MentionState.Performed && !m.Alternative).Select(m => m.Element).ToHashSet();
        return [.. page.Pack.Elements.Where(e => e.Asked).Select(e => new NoteElement(e.Id, e.Name, e.Severity,
            tagged.Contains(e.Id) ? NoteCoverage.Field : !e.Patient && worded.Contains(e.Number) ? NoteCoverage.Wording : NoteCoverage.Lacking))];
    }
}
