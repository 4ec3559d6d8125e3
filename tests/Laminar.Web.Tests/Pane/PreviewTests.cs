using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>A card shows the sentence before it is written: it has to be the one that the server then writes.</summary>
public sealed class PreviewTests(SharedServer server, Browser browser) : IClassFixture<SharedServer>, IClassFixture<Browser>
{
    [Fact]
    public async Task What_a_card_shows_is_what_is_written()
    {
        var page = await browser.OpenAsync(server.Client.BaseAddress!, 800, ColorScheme.Light);

        var differing = await page.EvaluateAsync<string[]>("""
            async () => {
              const [api, { preview }] = [await import('/app/api.js'), await import('/app/view/words.js')];
              const surgeon = { name: 'A. Surgeon', role: 'surgeon' };
              const differing = [];
              let compared = 0;
              for (const { name, pack } of (await api.samples()).slice(0, 6)) {
                const draft = { file: await api.sample(name), name: 'draft.txt' };
                for (const finding of (await api.scan(draft, pack)).findings) {
                  if (!finding.suggestion || !finding.placement) { continue; }
                  const options = new Set(finding.suggestion.fields.flatMap((field) => field.options).filter((option) => option !== 'other'));
                  for (const option of [...options, 'a probe of 2 mm.']) {
                    const fields = Object.fromEntries(finding.suggestion.fields.map((field) => [field.name, option]));
                    const { insertions } = await api.insertions(draft, pack, [{ finding: finding.id, fields }], surgeon);
                    const shown = preview(finding.suggestion, fields).join('');
                    compared++;
                    if (insertions.length > 0 && insertions[0].text !== shown) { differing.push(`${finding.id}: ${shown} / ${insertions[0].text}`); }
                  }
                }
              }
              return compared > 50 ? differing : ['compared too few'];
            }
            """);

        Assert.Empty(differing);
    }

    [Fact]
    public async Task An_open_phrase_stands_in_Word_where_its_answer_would()
    {
        var page = await browser.OpenAsync(server.Client.BaseAddress!, 800, ColorScheme.Light);

        var differing = await page.EvaluateAsync<string[]>("""
            async () => {
              const [api, { setting }] = [await import('/app/api.js'), await import('/app/word/word-phrases.js')];
              const surgeon = { name: 'A. Surgeon', role: 'surgeon' };
              const differing = [];
              let compared = 0;
              for (const { name, pack } of (await api.samples()).slice(0, 12)) {
                const draft = { file: await api.sample(name), name: 'draft.txt' };
                const scan = await api.scan(draft, pack);
                for (const finding of scan.findings.filter(({ suggestion, placement }) => suggestion && placement)) {
                  const fields = Object.fromEntries(finding.suggestion.fields.map((field) => [field.name, 'unable to state']));
                  const { insertions: [written] } = await api.insertions(draft, pack, [{ finding: finding.id, fields }], surgeon);
                  const { paragraph, offset, own, lead, trail } = setting(finding, scan);
                  const [here, there] = [[paragraph, offset, own, lead, trail], [written.paragraph, written.offset, written.ownParagraph, written.lead, written.trail]].map((place) => JSON.stringify(place));
                  compared++;
                  if (here !== there) { differing.push(`${name}, ${finding.id}: ${here} / ${there}`); }
                }
              }
              return compared > 30 ? differing : ['compared too few'];
            }
            """);

        Assert.True(differing.Length == 0, string.Join('\n', differing));
    }
}
