using Laminar.Engine;

namespace Laminar.Web;

/// <summary>Everybody's own wordings, at hand for each scan; what another server wrote is seen at the next look.</summary>
internal sealed class PersonalPhrases(StoreGlance glance, PackShelf packs) : IDisposable
{
    private volatile Dictionary<(string Person, string Pack, string Element), string> phrases = [];
    private readonly SemaphoreSlim one = new(1);
    private string? seen;

    /// <summary>One look at a time: an older one that ends later would put back what it saw.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var now = await glance.PhrasesMarkAsync(cancellation);
            if (now != seen)
            {
                phrases = (await glance.PhrasesAsync(cancellation)).ToDictionary(row => (row.Person, row.Pack, row.Element), row => row.Phrase);
                seen = now;
            }
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>The result with this person's wording in place of the pack's own, where the pack as it is now still takes it.</summary>
    public ScanResult Word(ScanResult result, Person person)
    {
        var own = phrases;
        return own.Count == 0 || packs.Find(result.Pack.Id) is not { } pack
            ? result
            : result with { Findings = [.. result.Findings.Select(finding => Word(finding, pack, own, person))] };
    }

    private static Finding Word(Finding finding, Pack pack, Dictionary<(string Person, string Pack, string Element), string> own, Person person) =>
        finding.Suggestion is { } suggestion && own.TryGetValue((person.Key, pack.Id, finding.Element), out var phrase)
        && pack.Outline.FirstOrDefault(element => element.Id == finding.Element)?.Phrase == suggestion.Text
        && suggestion.Fields.All(field => phrase.Contains($"{{{field.Name}}}", StringComparison.Ordinal))
        && phrase.Count(letter => letter == '{') == suggestion.Fields.Count
            ? finding with { Suggestion = suggestion with { Text = phrase } }
            : finding;
}
