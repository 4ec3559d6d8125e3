namespace Laminar.Engine.Tests;

/// <summary>What holds for the scan of any text at all.</summary>
internal static class Assertions
{
    public static ScanResult AssertSound(Draft draft, Pack? with = null)
    {
        var pack = with ?? Shipped.Pack;
        var result = Scanner.Scan(draft, pack);
        Assert.Equal(pack.Elements.Select(e => e.Id), result.Elements.Select(e => e.Id));
        Assert.Equal(result.Findings.Count, result.Findings.Select(f => f.Id).Distinct(StringComparer.Ordinal).Count());
        foreach (var evidence in result.Elements.SelectMany(e => e.Evidence).Concat(result.Findings.SelectMany(f => f.Evidence)).Concat(result.Applicability.Evidence).Concat(result.Blanks))
        {
            Assert.Equal(draft.Paragraphs[evidence.Paragraph].Text.Substring(evidence.Start, evidence.Length), evidence.Text);
        }

        foreach (var place in result.Findings.Select(f => f.Placement).OfType<Placement>())
        {
            Assert.InRange(place.Offset, 0, draft.Paragraphs[place.Paragraph].Text.Length);
        }

        Assert.All(result.Blanks.Zip(result.Blanks.Skip(1)), b => Assert.True((b.First.Paragraph, b.First.Start + b.First.Length).CompareTo((b.Second.Paragraph, b.Second.Start)) <= 0));
        return result;
    }
}
